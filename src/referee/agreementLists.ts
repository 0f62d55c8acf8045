import type { PlantCode } from "../plant/ids.ts";
import type { World } from "../request/commands.ts";
import { machinesOf } from "../request/rules/agreement.ts";
import { openNow } from "../request/rules/openNow.ts";
import type { RequestState } from "../request/state.ts";
import type { ListEntry } from "../store/types.ts";
import { stepsOf, type TypeId } from "../workflow/requestType.ts";

/** In which list an agreement stands while it is open, of one type and about one machine (`asset:plc-12`), by its end. */
export function inForceList(plant: PlantCode, type: TypeId, machine: string): string {
  return `inforce ${plant} ${type} ${machine}`;
}

/** The lists of a request by which others may be answered beforehand. */
export function agreementLists(state: RequestState, { types }: Pick<World, "types">): readonly ListEntry[] {
  if (state.status !== "open" || openNow(state)?.type !== "running" || state.grant.status !== "running") return [];
  const { rules, values, asked, grant } = state;
  const isAgreement = [...types.values()].some((type) => stepsOf(type).some(({ agreed }) => agreed === rules.type));
  const machines = isAgreement ? (machinesOf(rules, values) ?? []) : [];
  return [...new Set(machines)].map((machine) => ({
    name: inForceList(asked.plant, rules.type, machine),
    score: grant.until,
  }));
}
