import { type EpochMs, HOUR_MS, later } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { saying } from "../../words/say.ts";
import { durationMs } from "../../workflow/duration.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import { assetsOf, instantOf, type Values } from "../../workflow/value.ts";
import { personIn } from "../actor.ts";
import type { Meta } from "../commands.ts";

type Emergency = Pick<RequestType, "emergency" | "asset" | "endsAt" | "longest">;

/**
 * What goes around who is asked else is never for what protects people, never longer than its type allows from now on, and is
 * asked for by somebody whom the plant knows: with whoever agrees they are two.
 * @throws RefusedError `NOT_LINKED`, `NOT_ALLOWED` or `FIELD_INVALID`
 */
export function requireEmergency(
  rules: Emergency,
  values: Values,
  { by, at }: Pick<Meta, "by" | "at">,
  plant: Plant,
): void {
  if (!rules.emergency) return;
  if (personIn(by) === null) throw new RefusedError("NOT_LINKED", saying("refused.emergencyLinked"));
  const guard = assetsOf(plant, values[rules.asset]).find(({ safety }) => safety !== null);
  if (guard !== undefined)
    throw new RefusedError("NOT_ALLOWED", saying("refused.emergencySafety", { name: guard.name }));
  const end = rules.endsAt === null ? null : instantOf(values[rules.endsAt]);
  if (rules.longest === null || end === null || end <= mostFrom(at, rules.longest)) return;
  const hours = durationMs(rules.longest) / HOUR_MS;
  throw new RefusedError("FIELD_INVALID", saying("refused.emergencyLong", { hours }), {
    field: rules.endsAt ?? "until",
  });
}

function mostFrom(at: EpochMs, longest: NonNullable<Emergency["longest"]>): EpochMs {
  return later(at, durationMs(longest));
}
