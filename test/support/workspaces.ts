import { AccountId, PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";

/** People of whom some are at home in another workspace of Slack. */
export function movedTo(tenant: string, all: Plant["people"], who: readonly string[]): Plant["people"] {
  const moved = (account: AccountId) => AccountId.parse(account.replace(/^slack:(?=U)/, `slack:${tenant}/`));
  const people = new Map(all);
  for (const id of who) {
    const person = all.get(PersonId.parse(id));
    if (person === undefined) throw new Error(`The plant has nobody called ${id}`);
    people.set(person.id, { ...person, accounts: person.accounts.map(moved) });
  }
  return people;
}
