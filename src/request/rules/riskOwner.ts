import { RefusedError } from "../../errors.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { saying } from "../../words/say.ts";
import type { Step, StepId } from "../../workflow/requestType.ts";
import { type Actor, personIn } from "../actor.ts";
import type { Meta, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { isSameConversation, RISK_PLACE } from "../place.ts";
import type { Closed, Open, RequestState } from "../state.ts";
import { deniedUntil, requireSent } from "./back.ts";
import { denialAbout, denialOf } from "./denial.ts";
import { type AboutStep, outdated, refuseRequester, requirePerson, ruleOf } from "./guards.ts";
import { isOfExtension } from "./ofExtension.ts";
import { directSpot, placeOpened } from "./places.ts";
import { hasAsked } from "./requester.ts";
import { mayHaveAsked } from "./sameName.ts";
import { hasAnsweredBeside } from "./secondVoice.ts";

/** @throws RefusedError for whoever may not take the risk of what was denied, and once it is too late */
export function requireRiskOwner(
  state: RequestState,
  about: AboutStep,
  { by, at }: Pick<Meta, "by" | "at">,
  world: World,
): Closed {
  const sent = requireSent(state, world);
  const denial = denialAbout(sent, about);
  if (denial === null) throw outdated(sent);
  const { closed, step, denied } = denial;
  const { plant } = world;
  const person = requirePerson(by);
  const rule = ruleOf(closed, step.id);
  if (isSafetys(rule, step.party, plant)) throw new RefusedError("NOT_ALLOWED", saying("risk.safety"));
  if (!rule.veto) throw new RefusedError("NOT_ALLOWED", saying("risk.noVeto"));
  refuseRequester(closed, step.id, by, world);
  requireNamed(person, plant);
  if (hasDenied(closed, step.id, denied.by, by))
    throw new RefusedError("NOT_ALLOWED", saying(closed.appeal === null ? "risk.ownNo" : "risk.saidNo"));
  if (hasAnsweredBeside(closed, rule, by)) throw new RefusedError("NOT_ALLOWED", saying("risk.answered"));
  const until = deniedUntil(closed);
  if (until === null || at >= until) throw new RefusedError("OUTDATED", saying("risk.tooLate", { key: closed.key }));
  return closed;
}

/** Whoever has left is named by the file still, and takes nothing. */
function requireNamed(person: PersonId, plant: Plant): void {
  const { riskOwner: named } = plant;
  if (named === null || !plant.people.has(named))
    throw new RefusedError("NOT_ALLOWED", saying("risk.nobody", { plant: plant.name }));
  if (named !== person) throw new RefusedError("NOT_ALLOWED", saying("risk.onlyOwner", { who: nameOf(plant, named) }));
}

/** The same as a yes or no, for asking it of everybody. */
export function isRiskOwner(
  state: RequestState,
  about: AboutStep,
  { by, at }: Pick<Meta, "by" | "at">,
  { plant }: World,
): boolean {
  if (state.status !== "closed" || denialAbout(state, about) === null) return false;
  return riskOwnerFor(state, plant, at) === personIn(by);
}

/** Who may take the risk of the no that ended a request, at an instant; null where nobody may, or it is no veto. */
export function riskOwnerFor(closed: Closed, plant: Plant, at: Meta["at"]): PersonId | null {
  const denial = denialOf(closed);
  const until = deniedUntil(closed);
  if (denial === null || until === null || at >= until) return null;
  const { step, denied } = denial;
  return riskOwner(closed, ruleOf(closed, step.id), step.party, denied.by, plant);
}

/** Whoever the plant names, unless they asked for it, said no themselves, or answered beside it. */
function riskOwner(
  state: Open | Closed,
  rule: Step,
  party: Party | null,
  deniedBy: Actor,
  plant: Plant,
): PersonId | null {
  const { riskOwner: person } = plant;
  if (person === null || !plant.people.has(person) || !rule.veto || isSafetys(rule, party, plant)) return null;
  const isOwn = hasAsked(state, person, rule.id) || mayHaveAsked(state, plant).includes(person);
  return isOwn || hasDenied(state, rule.id, deniedBy, person) || hasAnsweredBeside(state, rule, person) ? null : person;
}

/** Also the first no, where another said the second. */
function hasDenied({ appeal }: Pick<Open, "appeal">, id: StepId, deniedBy: Actor, by: Actor): boolean {
  return deniedBy === by || (appeal?.step === id && appeal.denied.by === by);
}

/** Whether a step is Safety's, by its role or by whose it is: what protects people is nobody's risk to take. */
export function isSafetys({ owner }: Pick<Step, "owner">, party: Party | null, { teams, roles }: Plant): boolean {
  if (owner === "safety") return true;
  const named = owner.startsWith("team:") ? owner.slice("team:".length) : null;
  return [...teams.values()].some(
    ({ id, side }) =>
      (side === "safety" || id === roles.safety) && (id === named || (party?.type === "team" && party.team === id)),
  );
}

/** A no with a veto is shown to whoever alone may take its risk, in person: they would not hear of it else. */
export function tellRiskOwner(
  open: Open,
  rule: Step,
  party: Party,
  { by, at }: Pick<Meta, "by" | "at">,
  { plant }: World,
): readonly RequestEvent[] {
  if (open.grant.status !== "none" || isOfExtension(open, rule.id)) return [];
  const person = riskOwner(open, rule, party, by, plant);
  const spot = person === null ? null : directSpot(plant, person, open.asked.spot.adapter);
  if (spot === null) return [];
  const known = open.places.get(RISK_PLACE);
  if (known?.left === false && isSameConversation(known.spot, spot)) return [];
  return [placeOpened({ name: RISK_PLACE, spot, role: { type: "ops" } }, at)];
}
