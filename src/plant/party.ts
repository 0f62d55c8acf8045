import { z } from "zod";
import { assertNever } from "../errors.ts";
import { AccountId, ADAPTER_NAMES, type AdapterName, LineId, PersonId, TeamId } from "./ids.ts";
import { nameOf } from "./person.ts";
import type { Channels, Plant } from "./plant.ts";

// One place to import from for everything one asks about a party; the answers live in a file each.
export { type AuthorityOptions, mayActFor } from "./authority.ts";
export { type ChainOptions, chainOf } from "./chain.ts";
export { type OwnerContext, type ResolvedOwner, resolveOwner } from "./owner.ts";
export { accountOf, homeTeamOf, nameOf, personByAccount } from "./person.ts";

/** Who is answerable: never "whoever", always somebody the plant file can name. */
export const Party = z.discriminatedUnion("type", [
  z.object({ type: z.literal("team"), team: TeamId }).readonly(),
  z.object({ type: z.literal("person"), person: PersonId }).readonly(),
  /** A requester the plant does not know. Nobody else acts for them. */
  z.object({ type: z.literal("account"), account: AccountId }).readonly(),
  z.object({ type: z.literal("shiftLead"), line: LineId }).readonly(),
  z.object({ type: z.literal("ops") }).readonly(),
  z.object({ type: z.literal("manager") }).readonly(),
]);
export type Party = z.infer<typeof Party>;

/** Who a step belongs to, as a request type writes it. Resolved to a party each time the ball moves. */
export const OwnerRole = z.union([
  z.enum(["assetOwner", "security", "network", "safety", "accountAdmin", "dataOwner", "requester", "shiftLead", "ops"]),
  z.templateLiteral(["team:", z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)]),
]);
export type OwnerRole = z.infer<typeof OwnerRole>;

/** One hop of a chain: whom to ping, and why them. */
export type Link = {
  readonly rank: "onCall" | "backup" | "lead" | "fallback";
  readonly people: readonly PersonId[];
  /** For people: `weekly rota, Mon 06:00 to 14:00`. */
  readonly because: string;
  /** Whether they are at work or on call at that instant, as far as the plant file knows. */
  readonly onDuty: boolean;
};

/** A party's name for people to read: `OT controls`, `shift lead of Line 3`. Never an account or an id of a platform. */
export function partyName(plant: Plant, party: Party): string {
  switch (party.type) {
    case "team":
      return plant.teams.get(party.team)?.name ?? party.team;
    case "person":
      return nameOf(plant, party.person);
    case "account":
      return "the requester";
    case "shiftLead":
      return `shift lead of ${plant.lines.get(party.line)?.name ?? party.line}`;
    case "ops":
      return "Ops";
    case "manager":
      return "plant manager";
    default:
      return assertNever(party, "party");
  }
}

/** A channel of one platform, as that platform writes it. */
export type ChannelPlace = { readonly adapter: AdapterName; readonly channel: string };

/**
 * Where a party is addressed together: on the preferred platform if it has a channel there, else on its home platform,
 * else wherever it has one. Null for people, who get direct messages, and for parties without any channel.
 */
export function channelOf(plant: Plant, party: Party, preferred?: AdapterName): ChannelPlace | null {
  const { channel: channels, home } = addressOf(plant, party);
  for (const adapter of [preferred, home, ...ADAPTER_NAMES]) {
    const channel = adapter && channels[adapter];
    if (adapter && channel) return { adapter, channel };
  }
  return null;
}

type Address = { readonly channel: Channels; readonly home?: AdapterName };

function addressOf(plant: Plant, party: Party): Address {
  switch (party.type) {
    case "team":
      return plant.teams.get(party.team) ?? NOWHERE;
    case "shiftLead":
      return lineAddress(plant, party.line);
    case "ops":
      return plant.ops;
    default:
      return NOWHERE;
  }
}

const NOWHERE: Address = { channel: {} };

/** The line's own channel, else that of the team that runs it. */
function lineAddress(plant: Plant, id: LineId): Address {
  const line = plant.lines.get(id);
  const team = line && plant.teams.get(line.team);
  return line === undefined ? NOWHERE : { ...team, channel: { ...team?.channel, ...line.channel } };
}
