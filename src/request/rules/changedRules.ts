import { type Values, withValues } from "../../workflow/value.ts";
import type { Meta, World } from "../commands.ts";
import type { FrozenType } from "../events.ts";
import type { Closed, Open } from "../state.ts";
import { refuseBeyondAgreed } from "./agreement.ts";
import { withAlarm } from "./alarm.ts";
import { requireFuture } from "./draft.ts";
import { requireEmergency } from "./emergency.ts";
import { withSafety } from "./safety.ts";
import { timedAnew } from "./timed.ts";

/**
 * The rules that changed facts call for: clocks, Safety and alarm as they would be had it been sent with them.
 * @throws RefusedError where it would not have been
 */
export function changedRules(
  sent: Open | Closed,
  changed: Values,
  { by, at }: Pick<Meta, "by" | "at">,
  { plant, types }: World,
): FrozenType {
  const { rules } = sent;
  const values = withValues(sent.values, changed);
  requireFuture(values, rules, at, plant, sent.values);
  refuseBeyondAgreed(sent, changed, plant);
  requireEmergency(rules, values, { by }, plant);
  return withAlarm(withSafety(timedAnew(rules, values, types.get(rules.type)), values, plant), values);
}
