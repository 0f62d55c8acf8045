import { decides } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import type { Open } from "../state.ts";

/**
 * Whether a step is answered by those whom its type names, or by nobody: in an emergency the second of two is no one whom
 * somebody chose on the way.
 */
export function keepsOwner({ rules }: Pick<Open, "rules">, rule: Pick<Step, "kind">): boolean {
  return rules.emergency && decides(rule);
}
