import { RefusedError } from "../../errors.ts";
import { saying } from "../../words/say.ts";
import type { StepId } from "../../workflow/requestType.ts";
import type { Actor } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import { carrying } from "../files.ts";
import type { Open, RequestState, Unstarted } from "../state.ts";
import { hasBegun, isToldOnTheWay } from "./begun.ts";
import { clocksFor } from "./chain.ts";
import { changeable } from "./changeable.ts";
import { changedRules } from "./changedRules.ts";
import { changesTo, requireValid } from "./draft.ts";
import { closedFirst, mayStandOpen } from "./follow.ts";
import {
  kept,
  refuseOwn,
  requireBall,
  requireCurrent,
  requireOpen,
  requireWords,
  ruleOf,
  saidIn,
  writtenOn,
} from "./guards.ts";
import { mayKnow } from "./mayRead.ts";
import { leavePlaces } from "./places.ts";
import { askedAnew } from "./released.ts";
import { answererName, requireRequester, speaksAsRequester } from "./requester.ts";
import { saidBeside, saidTheSame } from "./saidOtherwise.ts";
import { asksFrom } from "./unanswered.ts";
import { clockOf, usefulUntil } from "./window.ts";

/** A question: ball and clock go to the requester, and come back with the answer. */
export function ask(state: RequestState, command: CommandOf<"ask">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const step = requireCurrent(open, command, world);
  const { by, at } = command;
  const rule = ruleOf(open, step.id);
  refuseOwn(open, rule, by, world);
  requireBall(open, rule, step.ball, command, world);
  if (step.status === "asked") throw new RefusedError("NOT_ALLOWED", saying("refused.questionOpen"));
  const question = requireWords(command.question, "question");
  const waits = asksFrom(open, rule, step.ball, world.plant, at);
  return [{ type: "QuestionAsked", step: step.id, question, ...waits, ...writtenOn(command), by, at }];
}

/** Only whoever asked for the request answers; others add notes. */
export function answer(state: RequestState, command: CommandOf<"answer">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const step = requireCurrent(open, command, world);
  const { by, at } = command;
  if (step.status !== "asked") throw new RefusedError("OUTDATED", saying("refused.questionAnswered"));
  if (!speaksAsRequester(open, by))
    throw new RefusedError("NOT_ALLOWED", saying("refused.questionFor", { who: answererName(open, world.plant) }));
  const words = requireWords(command.answer, "answer");
  const rule = ruleOf(open, step.id);
  const clock = clockOf(open, rule);
  // Past its time it comes back past its time: a question is no way to a second whole one.
  const { leftMs } = step.question;
  const fresh = clocksFor(world.plant, step.ball.party, clock, at, { leftMs, until: usefulUntil(open, rule) });
  const rest = step.ball.overdue?.clock === "decide" ? { remindAt: null, dueAt: null } : {};
  // Whoever asked has it; handed to somebody meanwhile, it waits for them to take it.
  const clocks = { ...fresh, ...rest, hopAt: step.ball.takenBy === null ? fresh.hopAt : null };
  const answered: RequestEvent = {
    type: "QuestionAnswered",
    step: step.id,
    answer: words,
    clocks,
    ...writtenOn(command),
    ...saidIn(command),
    ...carrying(command.files),
    by,
    at,
  };
  return [answered, ...goesOn(open, answered, step.id, world)];
}

/** Whoever asked may not be there any more to read the answer: then it goes to the next in the chain. */
function goesOn(open: Open, answered: RequestEvent, id: StepId, world: World): readonly RequestEvent[] {
  const now = evolve(open, answered);
  const step = now.status === "open" ? now.steps.get(id) : undefined;
  if (now.status !== "open" || step?.status !== "open") return [];
  return askedAnew(now, ruleOf(now, id), step, world, answered.at);
}

/** A note reaches every place of the request but the one it was written in. Anybody who sees the thread may add one there. */
export function note(state: RequestState, command: CommandOf<"note">, world: World): readonly RequestEvent[] {
  const { text, place, by, at, name } = command;
  if (state.status === "unstarted") throw new RefusedError("REQUEST_UNKNOWN", saying("refused.unknownRequest"));
  if (place === null) requireNoter(state, by, world);
  const files = carrying(command.files);
  const words = files.files === undefined ? requireWords(text, "note") : kept(text);
  return [{ type: "NoteAdded", text: words, name, place, ...writtenOn(command), ...saidIn(command), ...files, by, at }];
}

/**
 * From elsewhere, such as a form, only those who may know of it add to it: the value of a button is whatever a client makes of it.
 * @throws RefusedError for everybody else
 */
export function requireNoter(state: Exclude<RequestState, Unstarted>, by: Actor, { plant }: World): void {
  const mayAdd = state.status === "draft" ? speaksAsRequester(state, by) : mayKnow(state, plant, by);
  if (!mayAdd) throw new RefusedError("NOT_ALLOWED", saying("refused.noteBelow"));
}

/**
 * A changed fact voids the approvals given on the old one: everybody is asked again. A call goes on with whoever is on it,
 * and with whoever it now calls for, too.
 */
export function change(
  state: RequestState,
  { values: wanted, by, at }: CommandOf<"change">,
  world: World,
): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  requireRequester(open, by, world);
  requireValid(wanted, changeable(open), open.rules, world);
  const changed = changesTo(open.values, wanted);
  if (Object.keys(changed).length === 0) return [];
  const onTheWay = isToldOnTheWay(open, changed);
  if (hasBegun(open) && !onTheWay) throw new RefusedError("NOT_ALLOWED", saying("refused.begun", { key: open.key }));
  const rules = changedRules(open, changed, { by, at }, world);
  const told = { type: "FactsChanged", values: changed, rules, by, at } as const;
  return onTheWay ? [told] : [...leavePlaces(open, at), told];
}

export function withdraw(
  state: RequestState,
  { reason, by, at }: CommandOf<"withdraw">,
  world: World,
): readonly RequestEvent[] {
  if (state.status === "closed" && state.outcome === "withdrawn") {
    requireRequester(state, by, world);
    // It has happened: only another reason is new.
    return saidTheSame(state, { reason: kept(reason) }) ? [] : saidBeside(state, reason, { by, at });
  }
  const open = requireOpen(state, world);
  requireRequester(open, by, world);
  if (open.grant.status !== "none") {
    throw new RefusedError(
      "NOT_ALLOWED",
      open.grant.status === "ended"
        ? saying("refused.endsShown", { key: open.key })
        : saying("refused.openedAgain", { key: open.key }),
    );
  }
  const withdrawn = { type: "RequestWithdrawn", reason: kept(reason), by, at } as const;
  if (mayStandOpen(open)) return [withdrawn, ...closedFirst("withdrawn", kept(reason), { by, at }, world)];
  return [withdrawn, { type: "RequestClosed", outcome: "withdrawn", reason: kept(reason), by, at }];
}
