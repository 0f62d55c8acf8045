import { AccountId, type PersonId } from "../../plant/ids.ts";
import { personByAccount } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { peopleBehind } from "../../plant/who/who.ts";
import { personIn } from "../actor.ts";
import type { Open } from "../state.ts";

type AskedBy = Pick<Open, "asked" | "ruledOut">;

/**
 * People of the plant who may be the account that asked: whose it is, where it was linked since; else all whose name it
 * bears, whose address the directory has for it, or whose it was, until Ops say that it is somebody else's. None for what a person of the plant asked for.
 */
export function mayHaveAsked(state: AskedBy, plant: Plant): readonly PersonId[] {
  if (personIn(state.asked.requester) !== null) return [];
  const linked = personByAccount(plant, AccountId.parse(state.asked.requester));
  return linked === null ? bearTheName(state, plant) : [linked.id];
}

/** Those of them of whom nobody has said yet whether they are: Ops can rule them out. */
export function bearTheName({ asked, ruledOut }: AskedBy, plant: Plant): readonly PersonId[] {
  if (personIn(asked.requester) !== null) return [];
  const account = AccountId.parse(asked.requester);
  if (personByAccount(plant, account) !== null) return [];
  const fits = [...peopleBehind(plant, asked.requesterName), ...(plant.resembling.get(account) ?? [])];
  return [...new Set(fits)].filter((person) => plant.people.has(person) && !ruledOut.has(person));
}
