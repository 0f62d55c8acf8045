import { z } from "zod";
import { RefereeError } from "../errors.ts";
import { RequestId } from "../request/ids.ts";
import { StepId } from "../workflow/requestType.ts";

/** Everything a button or a form can ask for. Renaming one orphans the cards that already stand in channels. */
export const Verb = z.enum([
  // a private offer to somebody who did not address Referee
  "start",
  // a message that may be meant for a request; the id it would have as one of its own is the arg
  "reply",
  // what looked like an answer or a wish is only a comment; where the words are kept is the arg
  "comment",
  // the requester's draft
  "send",
  "fill",
  "discard",
  "read",
  "callNow",
  // the time without a freeze that begins at the instant in the arg; the rules look whether it still is one
  "moveWindow",
  // the same is open: its author hears how that ends and puts the draft away; which request it is is the arg
  "join",
  // what was told of an earlier request, whose id is the arg, is told of this one too
  "like",
  // a step
  "take",
  "approve",
  // a yes to this step and to another of the same person's, which is the arg
  "both",
  "limits",
  "deny",
  "ask",
  "notMine",
  "handOver",
  "done",
  "rolledBack",
  "failed",
  "confirm",
  "notFixed",
  "takeBack",
  // the risk owner takes the risk of what a veto denied
  "takeRisk",
  // the requester's request
  "answer",
  "note",
  "change",
  "withdraw",
  // what was denied is asked once more, with new facts
  "appeal",
  // a later end of what is open: the same approvers are asked again
  "extend",
  // a request of its own, like one that is open or was, with a later end
  "longer",
  // another one with the same facts, since this one ended before it was decided
  "askAgain",
  // Ops
  "nudge",
  "rule",
  // the ruling of the instant in the arg
  "unrule",
  "close",
  "cutOff",
  "setFreezeAside",
  "ruleOut",
]);
export type Verb = z.infer<typeof Verb>;

/**
 * What a button means: the verb, the request, the step, and the ask, which is the version of the last event that changed
 * what is being decided. `arg` is a choice made by the button itself, such as a request type or the time it offers;
 * never a person, and never a fact that the rules do not look at again. `words`: where the words are kept with which its
 * form is filled; absent on the buttons of cards.
 */
export type Action = {
  readonly verb: Verb;
  readonly request: RequestId;
  readonly step: StepId | null;
  readonly ask: number;
  readonly arg: string;
  readonly words?: RequestId;
};

const Parts = z.tuple([
  z.literal("r1"),
  Verb,
  RequestId,
  z.union([z.literal(""), StepId]),
  z.string().regex(/^\d{1,9}$/),
  z.string().max(60),
  z.union([z.literal(""), RequestId]),
]);

/** The value a button carries. At most 200 characters, so that it fits Slack's and Teams' limits. */
export function encodeAction({ verb, request, step, ask, arg, words }: Action): string {
  const known = words === undefined ? [] : [words];
  return ["r1", verb, request, step ?? "", String(ask), encodeURIComponent(arg), ...known].join("|");
}

/** @throws RefereeError `ACTION_UNREADABLE` for a value that Referee did not make */
export function decodeAction(value: string): Action {
  const parsed = Parts.safeParse(splitValue(value));
  if (!parsed.success) {
    throw new RefereeError("ACTION_UNREADABLE", "This button does not belong to a request Referee knows.", {
      cause: parsed.error,
    });
  }
  const [, verb, request, step, ask, arg, words] = parsed.data;
  const action = { verb, request, step: step === "" ? null : step, ask: Number(ask), arg };
  return words === "" ? action : { ...action, words };
}

/** What is read from a value; null where Referee did not make that. */
export function ifReadable<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefereeError && error.code === "ACTION_UNREADABLE") return null;
    throw error;
  }
}

function splitValue(value: string): readonly string[] {
  const parts = value.split("|");
  const [arg, words, ...others] = parts.slice(5);
  if (arg === undefined || words === "" || others.length > 0) return [];
  try {
    return [...parts.slice(0, 5), decodeURIComponent(arg), words ?? ""];
  } catch (cause) {
    throw new RefereeError("ACTION_UNREADABLE", "This button does not belong to a request Referee knows.", { cause });
  }
}
