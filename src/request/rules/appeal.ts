import { RefusedError } from "../../errors.ts";
import { saying } from "../../words/say.ts";
import type { Values } from "../../workflow/value.ts";
import type { CommandOf, Meta, World } from "../commands.ts";
import type { FrozenType, RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import type { Closed, RequestState, StepIn } from "../state.ts";
import { deniedUntil, requireSent } from "./back.ts";
import { workOf } from "./begun.ts";
import { changeable } from "./changeable.ts";
import { changedRules } from "./changedRules.ts";
import { type Denial, denialAbout, denialOf } from "./denial.ts";
import { changesTo, requireValid, tellsNothingNew } from "./draft.ts";
import { type AboutStep, kept, outdated, requireWords } from "./guards.ts";
import { leavePlaces, placeLeft, readerOf } from "./places.ts";
import { requireRequester, speaksAsRequester } from "./requester.ts";
import { asOfNow } from "./revisit.ts";
import { saidOtherwise, saidTheSame } from "./saidOtherwise.ts";

/**
 * Whoever asked says what was not known when they were denied, and it is asked once more: of whoever denied it, and of
 * everybody where facts are others. Once, while the no could be taken back; the next no is final.
 * @throws RefusedError in words for whoever pressed
 */
export function appeal(state: RequestState, command: CommandOf<"appeal">, world: World): readonly RequestEvent[] {
  if (isRepeat(state, command, world)) return [];
  const { by, at, step: id } = command;
  const { closed, step } = requireAppellant(state, command, command, world);
  const news = requireWords(command.news, saying("appeal.writeNews"));
  const changed = changedFacts(closed, command, world);
  const said = { type: "DenialAppealed", step: id, news, by, at } as const;
  const first: readonly RequestEvent[] =
    changed === null
      ? [...leftCard(closed, step, world, at), { ...said, values: {}, rules: null }]
      : [...leavePlaces(closed, at), { ...said, ...changed }];
  return [...first, ...asOfNow(first.reduce<RequestState>(evolve, state), at, world)];
}

/**
 * Pressed twice with the same words: it has happened.
 * @throws RefusedError `SAID_OTHERWISE` where it says something else
 */
function isRepeat(state: RequestState, command: CommandOf<"appeal">, { plant }: World): boolean {
  const { by, at, step, news, values } = command;
  if (state.status !== "open" || state.appeal?.by !== by || state.appeal.step !== step) return false;
  const areFacts = tellsNothingNew(state.values, values);
  if (areFacts && saidTheSame(state.appeal, { news: kept(news) })) return true;
  const what = areFacts ? "words" : "facts";
  throw saidOtherwise(state, { at: state.appeal.at, what, canTakeBack: false }, plant, at);
}

type Changed = { readonly values: Values; readonly rules: FrozenType };

/** What is another fact now, with the rules that it calls for; null where all are as they were. */
function changedFacts(closed: Closed, command: CommandOf<"appeal">, world: World): Changed | null {
  requireValid(command.values, changeable(closed), closed.rules, world);
  const changed = changesTo(closed.values, command.values);
  if (Object.keys(changed).length === 0) return null;
  if (workOf(closed).some(({ begun }) => begun))
    throw new RefusedError("NOT_ALLOWED", saying("refused.begun", { key: closed.key }));
  return { values: changed, rules: changedRules(closed, changed, command, world) };
}

/** Whoever said no reads in their own chat that it is asked once more; in a channel the new card says so. */
function leftCard(closed: Closed, step: StepIn<"settled">, { plant }: World, at: Meta["at"]): readonly RequestEvent[] {
  const shown = step.place === null ? undefined : closed.places.get(step.place);
  return shown !== undefined && readerOf(plant, shown.spot) !== null ? [] : placeLeft(step, at);
}

/** @throws RefusedError unless somebody may have it asked once more now */
export function requireAppellant(
  state: RequestState,
  about: AboutStep,
  { by, at }: Pick<Meta, "by" | "at">,
  world: World,
): Denial {
  const sent = requireSent(state, world);
  requireRequester(sent, by, world);
  if (sent.appeal !== null) throw new RefusedError("NOT_ALLOWED", saying("appeal.once", { key: sent.key }));
  const denial = denialAbout(sent, about);
  if (denial === null) throw outdated(sent);
  if (!isInTime(denial.closed, at)) throw new RefusedError("OUTDATED", saying("appeal.tooLate", { key: sent.key }));
  return denial;
}

/** The same as a yes or no, for asking it of everybody. */
export function isAppellant(state: RequestState, about: AboutStep, { by, at }: Pick<Meta, "by" | "at">): boolean {
  if (state.status !== "closed" || !speaksAsRequester(state, by)) return false;
  return appealable(state, at) !== null && denialAbout(state, about) !== null;
}

/** The no that can be asked about once more at an instant; null where there is none. */
export function appealable(closed: Closed, at: Meta["at"]): Denial | null {
  return closed.appeal === null && isInTime(closed, at) ? denialOf(closed) : null;
}

function isInTime(closed: Closed, at: Meta["at"]): boolean {
  const until = deniedUntil(closed);
  return until !== null && at < until;
}
