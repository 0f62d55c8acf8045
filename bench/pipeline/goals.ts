import type { Crowd } from "./process.ts";
import type { Round } from "./round.ts";
import { median } from "./spread.ts";

/** A goal, what is wanted and what was measured. */
export type Goal = readonly [goal: string, wanted: string, measured: string];

/** Ratios are taken within each round: rounds differ more from one another than what is measured in one. */
export function goals(rounds: readonly Round[], crowd: Crowd | null): readonly Goal[] {
  const mid = (of: (round: Round) => number) => fine(median(rounds.map(of)));
  return [
    [
      "messages to draft a second ÷ Chat SDK's to card",
      "≥ 1.0",
      mid((r) => r.draft.perSecond / r.chatSdk.message.perSecond),
    ],
    [
      "presses to owner's card a second ÷ Bolt and BullMQ",
      "≥ 0.30",
      mid((r) => r.send.perSecond / r.boltBullmq.press.perSecond),
    ],
    ["messages a second ÷ reference", "≥ 0.40", mid((r) => r.draft.perSecond / r.reference.perSecond)],
    ["messages a second ÷ raw BullMQ", "≥ 0.06", mid((r) => r.draft.perSecond / r.rawPerSecond)],
    ["presses a second ÷ reference", "", mid((r) => r.send.perSecond / r.reference.perSecond)],
    [
      "message said p99 at 200/s ÷ reference",
      "≤ 2.5",
      mid((r) => r.draft.at200.pingMs.p99 / r.reference.at200.pingMs.p99),
    ],
    [
      "press said p99 at 200/s ÷ reference",
      "≤ 2.5",
      mid((r) => r.send.at200.pingMs.p99 / r.reference.at200.pingMs.p99),
    ],
    ["message said p99 at 200/s, ms", "≤ 50", mid((r) => r.draft.at200.pingMs.p99)],
    [
      "answer p99 at 200/s ÷ reference",
      "≤ 2.5",
      mid((r) => r.draft.at200.answerMs.p99 / r.reference.at200.answerMs.p99),
    ],
    ["answer p99 at 200/s, ms", "≤ 30", mid((r) => r.draft.at200.answerMs.p99)],
    ["CPU a message with one in flight, ms", "≤ 4", mid((r) => r.draft.aloneCpuMs)],
    ["append ÷ reference's", "≥ 0.60", mid((r) => r.productAppendPerSecond / r.referenceAppendPerSecond)],
    ["Redis CPU a message ÷ reference", "≤ 1.5", mid((r) => r.draft.redisCpuMs / r.reference.redisCpuMs)],
    ...(crowd === null ? [] : crowdGoals(crowd)),
  ];
}

function crowdGoals({ open, calm, beside, wakes, handledInMs }: Crowd): readonly Goal[] {
  return [
    [`${wakes} wakes due at once, handled a second`, "≥ 1500", ((1_000 * wakes) / handledInMs).toFixed(0)],
    [`press p99 beside the rest ÷ calm, ${open} open`, "≤ 2", fine(beside.p99 / calm.p99)],
  ];
}

export const fine = (value: number) => value.toFixed(Math.abs(value) < 10 ? 2 : 1);
