import { type Field, fieldsFrom } from "../../workflow/requestType.ts";
import type { Closed, Open } from "../state.ts";

/**
 * What the requester of a sent request can change: their own facts, and whatever else they told, such as the port that
 * their message named. What a step has said since is not theirs.
 */
export function changeable({
  rules,
  values,
  saidBySteps,
}: Pick<Open | Closed, "rules" | "values" | "saidBySteps">): readonly Field[] {
  const own = new Set(fieldsFrom(rules, "requester").map(({ id }) => id));
  return rules.fields.filter(({ id }) => own.has(id) || (values[id] !== undefined && !saidBySteps.has(id)));
}
