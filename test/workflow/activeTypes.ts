import { loadRequestTypes } from "../../src/workflow/read.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";

const reading = await loadRequestTypes("workflows");

/** The request types of the product that are in use. */
export const activeTypes: readonly RequestType[] = reading.ok
  ? [...reading.types.values()].filter(({ active }) => active)
  : [];

export function typeNamed(name: string): RequestType {
  const type = activeTypes.find((each) => each.type === name);
  if (type === undefined) throw new Error(`No type is called ${name}`);
  return type;
}
