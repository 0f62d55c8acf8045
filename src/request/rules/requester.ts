import type { EpochMs } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { chainOf } from "../../plant/duty/chain.ts";
import { shiftLeadOf } from "../../plant/duty/onCall.ts";
import { opsOf } from "../../plant/duty/ops.ts";
import type { PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Line, Plant } from "../../plant/plant.ts";
import { type Told, told } from "../../plant/told/told.ts";
import { saying } from "../../words/say.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import type { Step, StepId } from "../../workflow/requestType.ts";
import { subjectsOf } from "../../workflow/value.ts";
import { type Actor, personIn, sayWho, THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { inWords } from "../inWords.ts";
import type { Asked, Open } from "../state.ts";
import { extensionOf } from "./ofExtension.ts";

/** Whether somebody answers for what was asked: whoever asked, or who does so in their place since they left. */
export function speaksAsRequester({ asked }: { readonly asked: Asked }, by: Actor): boolean {
  return asked.requester === by || (asked.speaksFor !== null && asked.speaksFor === by);
}

/** Whether somebody does so in another's place, who has left. */
export function speaksForAnother({ asked }: { readonly asked: Asked }, by: Actor): boolean {
  return asked.speaksFor === by && asked.requester !== by;
}

/** Who answers for what was asked. */
export function answererOf({ speaksFor, requester }: Pick<Asked, "speaksFor" | "requester">): Actor {
  return speaksFor ?? requester;
}

/**
 * Whether somebody asked for what is decided: whoever asked, who answers in their place, and of a step that decides on a
 * later end also who asked for that, whoever answers for it since.
 */
export function hasAsked(state: Pick<Open, "asked" | "extensions">, by: Actor, step: StepId | null): boolean {
  if (speaksAsRequester(state, by)) return true;
  return step !== null && extensionOf(state, step)?.by === by;
}

/** Whether whoever asked answers a step themselves; they may be a guest: what they asked for, they can confirm. */
export function isRequesters(state: { readonly asked: Asked }, rule: Pick<Step, "kind" | "owner">, by: Actor): boolean {
  return rule.owner === "requester" && kindOf(rule).requester === "first" && speaksAsRequester(state, by);
}

/** The person who answers for what was asked; null for a guest. */
export function requesterPerson({ speaksFor, requester }: Pick<Asked, "speaksFor" | "requester">): PersonId | null {
  return speaksFor ?? personIn(requester);
}

/** Who is to answer what is asked of whoever asked for it, by name: who does so in their place, since they left. */
export function answererName({ asked }: { readonly asked: Asked }, plant: Plant): string {
  return sayWho(answererOf(asked), asked, plant);
}

/** @throws RefusedError `NOT_ALLOWED` unless somebody answers for what was asked */
export function requireRequester(sent: Pick<Open, "asked" | "key">, by: Actor, { plant }: Pick<World, "plant">): void {
  if (speaksAsRequester(sent, by)) return;
  const { asked, key } = sent;
  const [who, other] = [answererName(sent, plant), sayWho(asked.requester, asked, plant)];
  const theirs =
    asked.speaksFor === null
      ? saying("refused.onlyRequester", { who, key })
      : saying("refused.onlyStandIn", { who, other, key });
  throw new RefusedError("NOT_ALLOWED", theirs);
}

/** Whoever asked has left the plant: somebody of their line or team answers in their place. Null while that is not so. */
export function requesterLeft(state: Open, plant: Plant, at: EpochMs): EventOf<"RequesterLeft"> | null {
  const person = requesterPerson(state.asked);
  if (person === null || plant.people.has(person)) return null;
  const standIn = standInFor(state, person, plant, at);
  if (standIn === null) return null;
  const because = told(plant.left.has(person) ? "duty.leftDirectory" : "duty.left", {
    who: nameOf(plant, person),
    why: standIn.because,
  });
  return { type: "RequesterLeft", to: standIn.person, ...inWords(plant, because), by: THE_RULES, at };
}

type StandIn = { readonly person: PersonId; readonly because: Told };

/** Who leads the shift on their line, else who leads the team they were at home in or is its backup, else Ops. */
function standInFor(state: Open, person: PersonId, plant: Plant, at: EpochMs): StandIn | null {
  const home = plant.former.get(person)?.team ?? null;
  const about = subjectsOf(state.rules, state.values, plant).flatMap(({ line }) => line ?? []);
  const lines = [...plant.lines.values()].filter(({ team }) => team === home);
  const line = about.find(({ team }) => team === home) ?? lines[0] ?? (home === null ? about[0] : undefined);
  return (line && leadOf(plant, line, at)) ?? ofTeam(plant, home) ?? opsLead(plant, at);
}

function leadOf(plant: Plant, line: Line, at: EpochMs): StandIn | null {
  const lead = shiftLeadOf(plant, line.id, at);
  return lead === null || !plant.people.has(lead.person)
    ? null
    : {
        person: lead.person,
        because: told("duty.leadsShiftWhy", { name: { line: line.id }, why: lead.because }),
      };
}

/** The file goes on naming whoever left by the directory's word: they answer for nobody, least of all for themselves. */
function ofTeam(plant: Plant, id: Line["team"] | null): StandIn | null {
  const team = id === null ? undefined : plant.teams.get(id);
  if (team === undefined) return null;
  const { lead, backup } = team;
  const name = { party: { type: "team", team: team.id } } as const;
  if (plant.people.has(lead)) return { person: lead, because: told("duty.leads", { name }) };
  if (backup === undefined || !plant.people.has(backup)) return null;
  return { person: backup, because: told("duty.backup", { team: name }) };
}

/** Who of Ops would be asked now, else whoever leads it, though away: they are back one day. */
function opsLead(plant: Plant, at: EpochMs): StandIn | null {
  const asked = chainOf(plant, { type: "ops" }, at).flatMap(({ people }) => people);
  const [person] = [...asked, ...opsOf(plant)];
  if (person === undefined) return null;
  return { person, because: told(plant.ops.leads.includes(person) ? "duty.leadsOps" : "duty.manager") };
}
