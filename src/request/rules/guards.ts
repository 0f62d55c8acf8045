import { RefusedError } from "../../errors.ts";
import { cutText } from "../../plainText.ts";
import { mayActFor } from "../../plant/duty/authority.ts";
import type { PersonId } from "../../plant/ids.ts";
import { type Party, partyName } from "../../plant/party.ts";
import { nameOf } from "../../plant/person.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import type { Said } from "../../words/catalogue.ts";
import { type Saying, saying } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import { cutOffClock, isClosing, type Step, type StepId, stepsOf } from "../../workflow/requestType.ts";
import { type Actor, personIn, sayWho } from "../actor.ts";
import type { FromMessage, Meta, StepCommand, World } from "../commands.ts";
import { MOST_TYPED } from "../events.ts";
import type { Ball, Closed, Draft, Open, RequestState, StepIn, WithBall } from "../state.ts";
import { isOfPlant, mayKnow } from "./mayRead.ts";
import { hasAsked, speaksForAnother } from "./requester.ts";
import { mayHaveAsked } from "./sameName.ts";
import { wouldReviewOwn } from "./tookPart.ts";

/** What a button is about: a step as it was asked; a button about the whole request names none. */
export type AboutStep = { readonly step: StepId | null; readonly ask: number };

/** @throws RefusedError `REQUEST_CLOSED` or `REQUEST_UNKNOWN` */
export function requireOpen(state: RequestState, { plant }: World): Open {
  switch (state.status) {
    case "open":
      return state;
    case "closed":
      throw new RefusedError("REQUEST_CLOSED", closedBecause(state, plant));
    default:
      throw new RefusedError("REQUEST_UNKNOWN", saying("refused.notSent"));
  }
}

/** @throws RefusedError `REQUEST_CLOSED` or `REQUEST_UNKNOWN` */
export function requireDraft(state: RequestState, by: Actor, { plant }: World): Draft {
  if (state.status === "unstarted") throw new RefusedError("REQUEST_UNKNOWN", saying("refused.unknownDraft"));
  if (state.status !== "draft") throw new RefusedError("OUTDATED", saying("refused.sentAs", { key: state.key }));
  // The value of a button is whatever a client makes of it: whose draft it is, and what became of it, the plant's own may know.
  if (state.asked.requester !== by && !isOfPlant(plant, by))
    throw new RefusedError("NOT_ALLOWED", saying("refused.anothersDraft"));
  if (state.discarded !== null) throw new RefusedError("REQUEST_CLOSED", saying("refused.draftAway"));
  if (state.asked.requester !== by) {
    const who = sayWho(state.asked.requester, state.asked, plant);
    throw new RefusedError("NOT_ALLOWED", saying("refused.theirDraft", { who }));
  }
  return state;
}

function closedBecause(state: Closed, plant: World["plant"]): Saying {
  const said = { key: state.key, when: sayInstant(state.closedAt, plant) };
  return state.reason === ""
    ? saying("refused.closed", said)
    : saying("refused.closedBecause", { ...said, why: typed(state.reason) });
}

/** The rules of one step as they hold now: what is to be cut off now has a clock of minutes, at any hour. */
export function ruleOf(state: Open | Closed, id: Step["id"]): Step {
  const rule = stepsOf(state.rules).find((step) => step.id === id);
  if (rule === undefined) throw new RefusedError("REQUEST_UNKNOWN", saying("refused.noSuchStep", { key: state.key }));
  return isCutOffNow(state) && isClosing(state.rules, id) ? { ...rule, clock: cutOffClock(rule) } : rule;
}

/** Whether somebody said that what was granted is to be closed at once. */
export function isCutOffNow({ grant }: Pick<Open, "grant">): boolean {
  return grant.status === "ended" && grant.now;
}

/**
 * The step a button is about, if its ball is with people and the button is not older than what is being decided.
 * @throws RefusedError `OUTDATED`, in words for whoever pressed
 */
export function requireCurrent(state: Open, command: Pick<StepCommand, "step" | "ask" | "at">, world: World): WithBall {
  const step = state.steps.get(command.step);
  if (step === undefined) throw new RefusedError("REQUEST_UNKNOWN", saying("refused.noSuchStep", { key: state.key }));
  if (step.status === "settled") throw new RefusedError("OUTDATED", alreadyDecided(state, step, world, command.at));
  if (step.ask !== command.ask || (step.status !== "open" && step.status !== "asked")) {
    throw outdated(state);
  }
  return step;
}

/** A button of a card that shows what is no longer so. */
export function outdated({ key }: Pick<Open, "key">): RefusedError {
  return new RefusedError("OUTDATED", saying("refused.outdated", { key }));
}

function alreadyDecided(state: Open, { verdict }: StepIn<"settled">, { plant }: World, now: Meta["at"]): Saying {
  const when = sayInstant(verdict.at, plant, { reference: now });
  const other = verdict.type === "through" ? state.steps.get(verdict.step) : undefined;
  if (other?.status === "settled") {
    const who = sayWho(other.verdict.by, state.asked, plant);
    return saying("refused.settledAlready", { who, key: state.key, when });
  }
  const who = sayWho(verdict.by, state.asked, plant);
  return saying("refused.answeredAlready", { who, key: state.key, when });
}

/** @throws RefusedError `NOT_LINKED`: people the plant does not know may ask, but never decide */
export function requirePerson(by: Actor): PersonId {
  const person = personIn(by);
  if (person !== null) return person;
  throw new RefusedError("NOT_LINKED", saying("refused.notLinked"));
}

/**
 * Whoever presses must be one of the holder's people, now; they may have left the team since they were pinged.
 * @throws RefusedError `NOT_LINKED` or `NOT_YOUR_BALL`
 */
export function requireBall(state: Open, rule: Step, ball: Ball, { by, at }: Meta, { plant }: World): PersonId {
  const person = requirePerson(by);
  if (isHolder(plant, rule, ball, person, at)) return person;
  const holder =
    ball.takenBy === null
      ? partyName(plant, ball.party)
      : `${partyName(plant, ball.party)} (${nameOf(plant, ball.takenBy)})`;
  // Whoever may not read it from elsewhere has no form for a note: `requireNoter`.
  const withHolder = mayKnow(state, plant, by) ? "refused.withHolder" : "refused.withHolderBelow";
  throw new RefusedError("NOT_YOUR_BALL", saying(withHolder, { key: state.key, who: holder }));
}

/** Read from the plant as it is now: having been pinged, or named, gives nobody a say they no longer have. */
export function isHolder(
  plant: World["plant"],
  rule: Pick<Step, "kind">,
  ball: Ball,
  person: PersonId,
  at: Meta["at"],
): boolean {
  const fallback = ball.pings.some(({ rank }) => rank === "fallback");
  if (mayActFor(plant, ball.party, person, { at, fallback })) return true;
  if (!kindOf(rule).fallsToOps) return false;
  // For a line that stands Ops is rung too, and then may say "on it".
  const rung = ball.pings.some(({ rank }) => rank === "ops" || rank === "manager");
  return rung && mayActFor(plant, { type: "ops" }, person, { at });
}

/**
 * Who asked has no voice in what is decided, and who agreed or carried it out none in its review.
 * @throws RefusedError `OWN_REQUEST` or `NOT_ALLOWED`
 */
export function refuseOwn(state: Open, rule: Step, by: Actor, world: Pick<World, "plant">): void {
  if (kindOf(rule).requester === "noVoice") refuseRequester(state, rule.id, by, world);
  if (wouldReviewOwn(state, rule, by))
    throw new RefusedError("NOT_ALLOWED", saying("refused.ownReview", { key: state.key }));
}

/**
 * Who asked never decides, from whatever account or role; nor does who answers in their place.
 * @param step what they would decide; null for what is about the whole request
 * @throws RefusedError `OWN_REQUEST`
 */
export function refuseRequester(
  state: Open | Closed,
  step: Step["id"] | null,
  by: Actor,
  { plant }: Pick<World, "plant">,
): void {
  const person = personIn(by);
  const { key, asked } = state;
  if (speaksForAnother(state, by)) {
    const other = sayWho(asked.requester, asked, plant);
    throw new RefusedError("OWN_REQUEST", saying("refused.ownStandIn", { key, other }));
  }
  if (hasAsked(state, by, step)) {
    throw new RefusedError("OWN_REQUEST", saying("refused.ownRequest", { key }));
  }
  if (person === null || !mayHaveAsked(state, plant).includes(person)) return;
  throw new RefusedError("OWN_REQUEST", saying("refused.maybeOwn", { key }));
}

/** @throws RefusedError `NOT_ALLOWED` unless one of the plant's Ops leads presses */
export function requireOps({ by }: Meta, { plant }: World): void {
  const ops: Party = { type: "ops" };
  if (mayActFor(plant, ops, requirePerson(by))) return;
  throw new RefusedError("NOT_ALLOWED", saying("refused.onlyOps"));
}

/** What somebody wrote, as far as an event keeps it: a longer text is cut, so that what is written can be read again. */
export function kept(text: string): string {
  return cutText(text.trim(), MOST_TYPED);
}

/** For an event: the platform on which it was written, where that is known. */
export function writtenOn({ via }: { readonly via?: Meta["via"] | undefined }): Pick<Meta, "via"> {
  return via === undefined ? {} : { via };
}

/** For an event: the message that said it, where one did. */
export function saidIn({ message }: FromMessage): Pick<FromMessage, "message"> {
  return message === undefined ? {} : { message };
}

/** Which words are missing. */
type Missing = Said["refused.write"]["what"];

/** @throws RefusedError `REASON_MISSING` */
export function requireWords(text: string, what: Missing | Saying): string {
  const words = kept(text);
  if (words !== "") return words;
  throw new RefusedError("REASON_MISSING", typeof what === "string" ? saying("refused.write", { what }) : what);
}
