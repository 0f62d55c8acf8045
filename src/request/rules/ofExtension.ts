import type { StepId } from "../../workflow/requestType.ts";
import type { Extension, Open } from "../state.ts";

/** The later end on which a step decides; null for a step of what was asked for at first. */
export function extensionOf({ extensions }: Pick<Open, "extensions">, id: StepId): Extension | null {
  return extensions.find(({ steps }) => steps.includes(id)) ?? null;
}

/** Whether a step only decides on a later end. */
export function isOfExtension(state: Pick<Open, "extensions">, id: StepId): boolean {
  return extensionOf(state, id) !== null;
}
