import type { PlantCode } from "../plant/ids.ts";
import type { World } from "../request/commands.ts";
import type { RequestKey } from "../request/ids.ts";
import { machinesOf } from "../request/rules/agreement.ts";
import { goesByAgreement, isInForce } from "../request/rules/agreementLost.ts";
import { openNow } from "../request/rules/openNow.ts";
import type { RequestState } from "../request/state.ts";
import type { ListEntry } from "../store/types.ts";
import { stepsOf, type TypeId } from "../workflow/requestType.ts";

/** In which list an agreement stands while it is open, of one type and about one machine (`asset:plc-12`), by its end. */
export function inForceList(plant: PlantCode, type: TypeId, machine: string): string {
  return `inforce ${plant} ${type} ${machine}`;
}

/** In which list a request stands while it goes by an agreement. */
function goingByList(plant: PlantCode, agreement: RequestKey): string {
  return `goingby ${plant} ${agreement}`;
}

/** The lists of a request by which others may be answered beforehand, and of one that is. */
export function agreementLists(state: RequestState, world: Pick<World, "types">): readonly ListEntry[] {
  return [...inForce(state, world), ...goingBy(state)];
}

function goingBy(state: RequestState): readonly ListEntry[] {
  if (state.status !== "open" || !goesByAgreement(state, state.at)) return [];
  return [{ name: goingByList(state.asked.plant, state.agreed.key), score: state.sentAt }];
}

function inForce(state: RequestState, world: Pick<World, "types">): readonly ListEntry[] {
  if (state.status !== "open" || openNow(state)?.type !== "running" || state.grant.status !== "running") return [];
  const { rules, values, asked, grant } = state;
  const machines = isAgreement(state, world) ? (machinesOf(rules, values) ?? []) : [];
  return [...new Set(machines)].map((machine) => ({
    name: inForceList(asked.plant, rules.type, machine),
    score: grant.until,
  }));
}

/** Those to look at anew, once an agreement is in force no more: what goes by it. */
export function lostWith(before: RequestState, state: RequestState, world: Pick<World, "types">): readonly string[] {
  if (before.status !== "open" || !isAgreement(before, world) || !isInForce(before) || isInForce(state)) return [];
  return [goingByList(before.asked.plant, before.key)];
}

/** Whether it goes by an agreement from now on, which may have changed since that was looked up. */
export function beginsToGoBy(before: RequestState, state: RequestState): boolean {
  return before.status !== "open" && state.status !== "unstarted" && goesByAgreement(state, state.at);
}

function isAgreement(
  { rules }: { readonly rules: { readonly type: TypeId } },
  { types }: Pick<World, "types">,
): boolean {
  return [...types.values()].some((type) => stepsOf(type).some(({ agreed }) => agreed === rules.type));
}
