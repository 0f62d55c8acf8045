import type { PersonId } from "../ids.ts";
import type { Plant } from "../plant.ts";

/**
 * Who leads Ops and is there still: the plant file goes on naming whoever left by the directory's word. Where nobody is, it
 * is the plant manager, who may do what Ops may.
 */
export function opsOf({ ops, people }: Plant): readonly PersonId[] {
  const leads = ops.leads.filter((person) => people.has(person));
  return leads.length > 0 ? leads : [ops.manager].filter((person) => people.has(person));
}
