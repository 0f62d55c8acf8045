import { type AssetId, type LineId, type PersonId, TeamId } from "../ids.ts";
import type { OwnerRole, Party } from "../party.ts";
import { homeTeamOf, nameOf } from "../person.ts";
import type { Asset, Line, Plant, Team } from "../plant.ts";
import { type Told, told } from "../told/told.ts";

/** What a request says about whose call it may be. */
export type OwnerContext = {
  readonly asset?: AssetId | null | undefined;
  /** The line it is about; the asset's line, then the requester's, where it is not given. */
  readonly line?: LineId | null | undefined;
  readonly requester: Party;
};

/** The party a role means, and the reason a person reads. */
export type ResolvedOwner = { readonly party: Party; readonly because: Told };

/**
 * Which party a role of a request type means in this plant. Always somebody: where the plant file does not say, it is
 * Ops, who then decide whose it is.
 */
export function resolveOwner(plant: Plant, role: OwnerRole, context: OwnerContext): ResolvedOwner {
  switch (role) {
    case "assetOwner":
      return assetOwner(plant, context);
    case "security":
    case "network":
    case "safety":
    case "accountAdmin":
      return teamOr(plant, plant.roles[role], told(`duty.${role}`, { plant: plant.name }));
    case "dataOwner":
      return plant.roles.dataOwner === undefined
        ? assetOwner(plant, context)
        : teamOr(plant, plant.roles.dataOwner, told("duty.dataOwner", { plant: plant.name }));
    case "requester":
      return requesterOwner(plant, context);
    case "shiftLead":
      return shiftLeadOwner(plant, context);
    case "ops":
      return { party: { type: "ops" }, because: told("duty.opsStep") };
    default:
      return namedTeam(plant, role.slice("team:".length));
  }
}

/** Who answers for security in this plant. */
export function securityOf(plant: Plant): Party {
  return teamOr(plant, plant.roles.security, "").party;
}

/** Who answers for what protects people in this plant. */
export function safetyOf(plant: Plant): Party {
  return teamOr(plant, plant.roles.safety, "").party;
}

function assetOwner(plant: Plant, { asset: id, line }: OwnerContext): ResolvedOwner {
  const asset = id ? plant.assets.get(id) : undefined;
  if (asset === undefined && !id && line) return lineOwner(plant, line);
  if (asset === undefined) return toOps(id ? told("duty.unknownAsset", { name: id }) : told("duty.noAsset"));
  const ruling = plant.rulings.get(asset.id);
  const because =
    ruling === undefined
      ? told("duty.owns", { name: { asset: asset.id } })
      : told("duty.ruled", { name: { asset: asset.id }, why: ruling.reason });
  return teamOr(plant, asset.owner, because);
}

/**
 * "Line 3 is down" names no machine: the team the file names for the line is asked, else whoever owns most of what
 * stands there, and knows the rest.
 */
function lineOwner(plant: Plant, line: LineId): ResolvedOwner {
  const owner = plant.lines.get(line)?.owner;
  if (owner !== undefined) return teamOr(plant, owner, told("duty.looksAfter", { name: { line } }));
  const owned = new Map<TeamId, number>();
  for (const asset of plant.assets.values()) {
    if (asset.line === line) owned.set(asset.owner, (owned.get(asset.owner) ?? 0) + 1);
  }
  const [most] = [...owned].sort(([, a], [, b]) => b - a);
  const name = { line };
  return most === undefined
    ? toOps(told("duty.nothingOn", { name }))
    : teamOr(plant, most[0], told("duty.ownsMost", { name }));
}

function teamOr(plant: Plant, id: TeamId, because: Told): ResolvedOwner {
  if (!plant.teams.has(id)) return toOps(told("duty.unknownTeam", { name: id }));
  return { party: { type: "team", team: id }, because };
}

function namedTeam(plant: Plant, text: string): ResolvedOwner {
  const id = TeamId.safeParse(text);
  return id.success ? teamOr(plant, id.data, told("duty.namedByType")) : toOps(told("duty.noTeam", { name: text }));
}

/** An operator's request belongs to their line on shift: the answer must not wait until the same person is back. */
function requesterOwner(plant: Plant, { requester, ...context }: OwnerContext): ResolvedOwner {
  const asked = { party: requester, because: told("duty.asked") };
  if (requester.type !== "person") return asked;
  const about = lineOf(plant, { requester, ...context });
  const team =
    about && runsLine(plant, about, requester.person) ? about.team : homeLineTeam(plant, requester.person)?.id;
  if (team === undefined) return asked;
  return {
    party: { type: "team", team },
    because: told("duty.askedOnLine", { who: nameOf(plant, requester.person) }),
  };
}

function shiftLeadOwner(plant: Plant, context: OwnerContext): ResolvedOwner {
  const line = lineOf(plant, context);
  if (line === undefined) return toOps(told("duty.noLine"));
  if (line.shiftLeads !== null)
    return {
      party: { type: "shiftLead", line: line.id },
      because: told("duty.leadsShift", { name: { line: line.id } }),
    };
  return teamOr(plant, line.team, told("duty.runsLine", { name: { line: line.id } }));
}

function lineOf(plant: Plant, { line, asset: assetId, requester }: OwnerContext): Line | undefined {
  const asset: Asset | undefined = assetId ? plant.assets.get(assetId) : undefined;
  const id = line ?? asset?.line;
  if (id) return plant.lines.get(id);
  const team = requester.type === "person" ? homeLineTeam(plant, requester.person) : undefined;
  return team && [...plant.lines.values()].find((each) => each.team === team.id);
}

function runsLine(plant: Plant, line: Line, person: PersonId): boolean {
  return plant.teams.get(line.team)?.members.includes(person) ?? false;
}

/** The person's home team, if it runs a line. */
function homeLineTeam(plant: Plant, person: PersonId): Team | undefined {
  const home = homeTeamOf(plant, person);
  const runsOne = home !== null && [...plant.lines.values()].some((line) => line.team === home.id);
  return runsOne ? home : undefined;
}

function toOps(why: Told): ResolvedOwner {
  return { party: { type: "ops" }, because: told("duty.opsDecide", { why }) };
}
