import type { Turns } from "../turns/turns.ts";
import { DOES_NOT_WORK, DONE, FAILED, REVIEWED, ROLLED_BACK, RUNNING_AGAIN, WORKS } from "./deedTurns.ts";
import { APPEAL, LIFT_RULING, TAKE_RISK } from "./disputeTurns.ts";
import { HAND_OVER, NOT_MINE, TAKE } from "./handTurns.ts";
import type { Meaning } from "./meaning.ts";
import { NO, NO_GERMAN, NO_SPANISH } from "./noTurns.ts";
import { GO_ON, NUDGE } from "./opsTurns.ts";
import { STATUS, WHO_HAS_IT, WHY_DENIED } from "./questionTurns.ts";
import { CHANGE, CUT_OFF, EXTEND, TAKE_BACK, WITHDRAW } from "./wishTurns.ts";
import { YES, YES_GERMAN, YES_SPANISH } from "./yesTurns.ts";

/** By which turns of phrase each meaning is known, the more particular first. */
const FAMILIES: readonly (readonly [Meaning, readonly Turns[]])[] = [
  ["takeBack", [TAKE_BACK]],
  ["liftRuling", [LIFT_RULING]],
  ["takeRisk", [TAKE_RISK]],
  ["withdraw", [WITHDRAW]],
  ["runningAgain", [RUNNING_AGAIN]],
  ["rolledBack", [ROLLED_BACK]],
  ["failed", [FAILED]],
  ["doesNotWork", [DOES_NOT_WORK]],
  ["notMine", [NOT_MINE]],
  ["deny", [NO, NO_GERMAN, NO_SPANISH]],
  ["extend", [EXTEND]],
  ["cutOff", [CUT_OFF]],
  ["approve", [YES, YES_GERMAN, YES_SPANISH]],
  ["done", [DONE]],
  ["works", [WORKS]],
  ["reviewed", [REVIEWED]],
  ["handOver", [HAND_OVER]],
  ["take", [TAKE]],
  ["appeal", [APPEAL]],
  ["nudge", [NUDGE]],
  ["goOn", [GO_ON]],
  ["change", [CHANGE]],
  ["whyDenied", [WHY_DENIED]],
  ["whoHasIt", [WHO_HAS_IT]],
  ["status", [STATUS]],
];

/** Everything that one clause can mean, whoever says it. */
export function meaningsOf(line: string): readonly Meaning[] {
  const padded = ` ${line}`;
  const found = FAMILIES.flatMap(([meaning, turns]) => (turns.some(({ test }) => test(padded)) ? [meaning] : []));
  // "I take my approval back" says neither yes nor that nothing is wanted any more.
  const whole = WHOLE.find((meaning) => found.includes(meaning));
  if (whole !== undefined) return [whole];
  // "I take the risk" takes no step.
  return found.includes("takeRisk") ? found.filter((meaning) => meaning !== "take") : found;
}

/** What says all that a clause means. */
const WHOLE = ["takeBack", "liftRuling"] as const;
