import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { saying } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import { assetOf, guardsOf, itemsOf, sayThing, type Values } from "../../workflow/value.ts";
import { personIn } from "../actor.ts";
import type { Meta } from "../commands.ts";

type Emergency = Pick<RequestType, "emergency" | "asset">;

/**
 * What goes around who is asked else is only for what the plant file has, never for what protects people, and is asked for by
 * somebody whom the plant knows: with whoever agrees they are two. How long it may be is bounded as for everything else.
 * @throws RefusedError `NOT_LINKED`, `NOT_ALLOWED` or `FIELD_INVALID`
 */
export function requireEmergency(rules: Emergency, values: Values, { by }: Pick<Meta, "by">, plant: Plant): void {
  if (!rules.emergency) return;
  if (personIn(by) === null) throw new RefusedError("NOT_LINKED", saying("refused.emergencyLinked"));
  refuseGuards(rules, values, plant);
  refuseUnknown(rules, values, plant);
}

/** @throws RefusedError `NOT_ALLOWED` in an emergency about what protects people, by the plant file as it is now */
export function refuseGuards(rules: Pick<Emergency, "emergency" | "asset">, values: Values, plant: Plant): void {
  if (!rules.emergency) return;
  const [guard] = guardsOf(plant, values[rules.asset]);
  if (guard === undefined) return;
  throw new RefusedError("NOT_ALLOWED", saying("refused.emergencySafety", { name: guard.name }), {
    field: rules.asset,
  });
}

/** Of what the plant file does not have, such as an address, nobody can say that it does not protect people. */
function refuseUnknown(rules: Emergency, values: Values, plant: Plant): void {
  const unknown = itemsOf(values[rules.asset]).find((item) => assetOf(plant, item) === null);
  if (unknown === undefined) return;
  throw new RefusedError(
    "FIELD_INVALID",
    saying("refused.emergencyUnknown", { name: typed(sayThing(unknown, plant)) }),
    {
      field: rules.asset,
    },
  );
}
