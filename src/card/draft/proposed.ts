import type { Plant } from "../../plant/plant.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Draft } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import { button } from "../buttons/button.ts";
import type { CardAction, CardBlock } from "../card.ts";

/** Facts that a second reader proposed and nobody has changed since: told from what Referee read itself. */
export function proposedFacts(
  { proposed, values }: Draft,
  { fields }: RequestType,
  plant: Plant,
): readonly CardBlock[] {
  if (proposed === null) return [];
  const { reader, values: before } = proposed;
  const kept = fields.filter(({ id }) => before[id] !== undefined && before[id] === values[id]);
  if (kept.length === 0) return [];
  const labels = sayList(
    kept.map(({ label }) => label),
    plant,
  );
  return [{ type: "text", text: say(plant, "second.filled", { reader, fields: labels }), tone: "warning" }];
}

/** One reading more to choose, behind all others: what stood there before stays where it is. */
export function proposedChoice(
  request: RequestId,
  { proposed }: Draft,
  { types, plant }: World,
): readonly CardAction[] {
  const type = proposed?.type == null ? undefined : types.get(proposed.type);
  if (type === undefined) return [];
  const label = say(plant, "second.choice", { type: `${type.icon} ${type.name}` });
  return [button(request, "read", plant, { arg: type.type }, { label })];
}
