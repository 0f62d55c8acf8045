import { RefusedError } from "../../errors.ts";
import { riskOwnersAt } from "../../plant/duty/riskOwner.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { say, saying } from "../../words/say.ts";
import { sayChoice } from "../../words/sayList.ts";
import type { Step, StepId } from "../../workflow/requestType.ts";
import { type Actor, personIn, THE_RULES } from "../actor.ts";
import type { Meta, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { isForRisk, isSameConversation, RISK_PLACE } from "../place.ts";
import type { Closed, Open, RequestState } from "../state.ts";
import { deniedUntil, requireSent } from "./back.ts";
import { denialAbout, denialOf } from "./denial.ts";
import { type AboutStep, outdated, refuseRequester, requirePerson, ruleOf } from "./guards.ts";
import { isOfExtension } from "./ofExtension.ts";
import { directSpot, freshName, placeOpened, readerOf } from "./places.ts";
import { hasAsked } from "./requester.ts";
import { isSafetys } from "./safety.ts";
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
  requireNamed(person, closed, plant, at);
  if (hasDenied(closed, step.id, denied.by, by))
    throw new RefusedError("NOT_ALLOWED", saying(closed.appeal === null ? "risk.ownNo" : "risk.saidNo"));
  if (hasAnsweredBeside(closed, rule, by)) throw new RefusedError("NOT_ALLOWED", saying("risk.answered"));
  const until = deniedUntil(closed);
  if (until === null || at >= until) throw new RefusedError("OUTDATED", saying("risk.tooLate", { key: closed.key }));
  return closed;
}

/** Whoever has left is named by the file still, and takes nothing. The refusal names those who may take this one, where any may. */
function requireNamed(person: PersonId, closed: Closed, plant: Plant, at: Meta["at"]): void {
  const all = riskOwnersAt(plant, at);
  if (all.length === 0) throw new RefusedError("NOT_ALLOWED", saying("risk.nobody", { plant: plant.name }));
  if (all.includes(person)) return;
  const may = riskOwnersFor(closed, plant, at);
  const names = (may.length === 0 ? all : may).map((each) => nameOf(plant, each));
  throw new RefusedError("NOT_ALLOWED", (reader) =>
    say(reader, "risk.onlyOwner", { who: sayChoice(names, reader), count: names.length }),
  );
}

/** The same as a yes or no, for asking it of everybody. */
export function isRiskOwner(
  state: RequestState,
  about: AboutStep,
  { by, at }: Pick<Meta, "by" | "at">,
  { plant }: World,
): boolean {
  const person = personIn(by);
  if (person === null || state.status !== "closed" || denialAbout(state, about) === null) return false;
  return riskOwnersFor(state, plant, at).includes(person);
}

/**
 * Who may take the risk of the no that ended a request, at an instant, whoever is asked first in front; nobody where nobody may, or
 * it is no veto.
 */
export function riskOwnersFor(closed: Closed, plant: Plant, at: Meta["at"]): readonly PersonId[] {
  const denial = denialOf(closed);
  const until = deniedUntil(closed);
  if (denial === null || until === null || at >= until) return [];
  const { step, denied } = denial;
  return riskOwners(closed, ruleOf(closed, step.id), step.party, { by: denied.by, at }, plant);
}

/** Whoever the plant lets take it at an instant, unless they asked for it, said no themselves, or answered beside it. */
function riskOwners(
  state: Open | Closed,
  rule: Step,
  party: Party | null,
  { by: deniedBy, at }: Pick<Meta, "by" | "at">,
  plant: Plant,
): readonly PersonId[] {
  if (!rule.veto || isSafetys(rule, party, plant)) return [];
  return riskOwnersAt(plant, at).filter((person) => {
    const isOwn = hasAsked(state, person, rule.id) || mayHaveAsked(state, plant).includes(person);
    return !isOwn && !hasDenied(state, rule.id, deniedBy, person) && !hasAnsweredBeside(state, rule, person);
  });
}

/** Also the first no, where another said the second. */
function hasDenied({ appeal }: Pick<Open, "appeal">, id: StepId, deniedBy: Actor, by: Actor): boolean {
  return deniedBy === by || (appeal?.step === id && appeal.denied.by === by);
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
  return shownTo(riskOwners(open, rule, party, { by, at }, plant), open, plant, at);
}

/**
 * Somebody else takes risks than those who were shown a no: whom the plant names left, is away, or is another one by now. Who may
 * no more reads that there is nothing for them to do, but whoever took it before.
 */
export function riskOwnersAnew(closed: Closed, plant: Plant, at: Meta["at"]): readonly RequestEvent[] {
  const denial = denialOf(closed);
  const until = deniedUntil(closed);
  if (denial === null || until === null || at >= until) return [];
  const people = riskOwnersFor(closed, plant, at);
  const left = [...closed.places.values()].filter((place) => {
    const reader = isForRisk(place) && !place.left ? readerOf(plant, place.spot) : null;
    const isTheirs = reader !== null && people.includes(reader.id);
    return isForRisk(place) && !place.left && !isTheirs;
  });
  return [
    ...left.map(({ name }) => ({ type: "PlaceLeft", place: name, by: THE_RULES, at }) as const),
    ...shownTo(people, closed, plant, at),
  ];
}

/** In person, and once: to the first of them who can be reached. */
function shownTo(
  people: readonly PersonId[],
  { places, asked }: Open | Closed,
  plant: Plant,
  at: Meta["at"],
): readonly RequestEvent[] {
  const spots = people.map((person) => directSpot(plant, person, asked.spot.adapter));
  const spot = spots.find((each) => each !== null) ?? null;
  if (spot === null) return [];
  const isShown = [...places.values()].some(
    (place) => isForRisk(place) && !place.left && isSameConversation(place.spot, spot),
  );
  return isShown ? [] : [placeOpened({ name: freshName({ places }, RISK_PLACE), spot, role: { type: "ops" } }, at)];
}
