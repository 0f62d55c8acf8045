import { isDeepStrictEqual } from "node:util";
import type { Finding } from "../plant/file/yamlFile.ts";
import { decides } from "./kinds/kinds.ts";
import { closingSteps, type RequestType, type Step, stepsOf } from "./requestType.ts";

type Types = ReadonlyMap<RequestType["type"], RequestType>;
type Fault = Pick<Finding, "what" | "todo">;

/** Steps that say they are agreed on beforehand, and never can be: each of them would be asked every time. */
export function notAgreed(type: RequestType, types: Types): readonly Finding[] {
  return type.stages.flatMap(({ steps }, stage) =>
    steps.flatMap((step, index): readonly Finding[] => {
      const fault = faultOf(step, type, types);
      return fault === null ? [] : [{ path: ["stages", stage, "steps", index, "agreed"], ...fault }];
    }),
  );
}

function faultOf(step: Step, type: RequestType, types: Types): Fault | null {
  const { id, agreed } = step;
  if (agreed === null) return null;
  const other = types.get(agreed);
  if (other === undefined)
    return { what: `there is no request type "${agreed}"`, todo: "name one, or leave agreed out" };
  const same = stepsOf(other).find((each) => each.id === id);
  if (same === undefined || !decides(same) || !decides(step))
    return { what: `${agreed} has no approval "${id}"`, todo: `give both an approval called ${id}` };
  if (!isSameCall(step, same))
    return {
      what: `"${id}" is answered by somebody else in ${agreed}, or without a veto`,
      todo: "give both the same owner, and the veto that this one has",
    };
  if (closingSteps(other).length === 0)
    return { what: `${agreed} never ends`, todo: "give it endsAt, and a stage that opens: end" };
  const [lost] = type.fields.filter((field) => isOf(field, id) && !hasSame(other, field));
  return lost === undefined
    ? null
    : { what: `${agreed} does not ask for "${lost.id}", which is of this step`, todo: "give it the same field" };
}

/** Whether who says yes beforehand is who would be asked each time: with the same owner, and no easier to pass over. */
export function isSameCall(step: Step, beforehand: Step): boolean {
  return isDeepStrictEqual(step.owner, beforehand.owner) && (beforehand.veto || !step.veto);
}

type Field = RequestType["fields"][number];

function isOf({ from, required }: Field, id: Step["id"]): boolean {
  return from === `step:${id}` && required;
}

function hasSame({ fields }: RequestType, { id, kind }: Field): boolean {
  return fields.some((field) => field.id === id && field.kind === kind);
}
