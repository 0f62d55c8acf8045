import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { isAlarm, stepsOf } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { FrozenType, RequestEvent } from "../events.ts";
import { OPS_PLACE } from "../place.ts";
import type { Open } from "../state.ts";
import { tellOps } from "./places.ts";

/** The rules with the steps that an alarm calls for, beside those of the first stage; also when it was told after sending. */
export function withAlarm(rules: FrozenType, values: Values): FrozenType {
  const { alarm } = rules;
  const [first, ...others] = rules.stages;
  if (alarm === null || first === undefined || !isAlarm(rules, values)) return rules;
  const known = new Set(stepsOf(rules).map(({ id }) => id));
  const steps = alarm.steps.filter(({ id }) => !known.has(id));
  return steps.length === 0
    ? rules
    : { ...rules, stages: [{ ...first, steps: [...first.steps, ...steps] }, ...others] };
}

/** Ops hear of an alarm with the first who are called. */
export function opsHearAlarm(state: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  return isAlarm(state.rules, state.values) && !state.places.has(OPS_PLACE) ? tellOps(state, plant, { at }) : [];
}
