import { isDeepStrictEqual } from "node:util";
import { askedFirst } from "../../plant/duty/chain.ts";
import type { Party } from "../../plant/party.ts";
import { sayWho } from "../../request/actor.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import { worksBefore } from "../../request/rules/again.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { type Closed, isSettled, partyWith, type StepIn, type Verdict } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { sayOutcome } from "../lines/standing.ts";
import { partyLabel, sayRequest } from "../words.ts";
import { type At, inShort, type Ping, quietly, toPeople } from "./ping.ts";

/** What those hear who have answered: that what they did, or agreed to, did not help or could not be done. */
export function answeredPing(event: RequestEvent, step: StepIn<"settled">, at: At): Ping | null {
  if (event.type === "StepConfirmed") return othersLook(event, step, at);
  return event.type === "RequestClosed" ? notDone(step, at) : null;
}

/** The owner of the machine, who agreed to it, reads why it could not be carried out by others. */
function notDone({ id, party, place, verdict }: StepIn<"settled">, at: At): Ping | null {
  const { state, world } = at;
  if (state.status !== "closed" || state.outcome !== "failed" || place !== at.place.name || party === null) return null;
  const isOwners = ruleOf(state, id).owner === "assetOwner" && verdict.type === "approved";
  if (!isOwners || didIt(party, state)) return null;
  const { plant } = world;
  const said = { name: sayRequest(state, plant), outcome: sayOutcome(state, plant) };
  return toPeople(askedFirst(plant, party, state.at), say(plant, "owner.notDone", said), at);
}

/** Whether those who could not carry it out are these. */
function didIt(party: Party, { steps }: Closed): boolean {
  return [...steps.values()].some(
    (step) => isSettled(step) && COULD_NOT.has(step.verdict.type) && isDeepStrictEqual(step.party, party),
  );
}

const COULD_NOT: ReadonlySet<Verdict["type"]> = new Set<Verdict["type"]>(["failed", "rolledBack"]);

/** Whoever did another part of it, which may be to blame as well, hears who looks at it again. */
function othersLook(
  { step: looking, outcome, again, by, note }: EventOf<"StepConfirmed">,
  { id, place: name }: StepIn<"settled">,
  at: At,
): Ping | null {
  const { state, world, place } = at;
  if (outcome !== "doesNotWork" || again === undefined || again === id) return null;
  if (name !== place.name || !worksBefore(state.rules, looking).some((work) => work.id === id)) return null;
  const { plant } = world;
  const other = state.steps.get(again);
  const party = other === undefined ? null : partyWith(other);
  const whose = party === null ? say(plant, "verbs.itsOwner") : partyLabel(plant, party, state.asked);
  const who = sayWho(by, state.asked, plant);
  const said = { name: sayRequest(state, plant), who, what: typed(inShort(note)), whose };
  return quietly(say(plant, "owner.othersLook", said));
}
