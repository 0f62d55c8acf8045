import { type AccountId, adapterOf, type PersonId } from "../ids.ts";
import { accountOf, personByAccount } from "../person.ts";
import type { Person, Plant } from "../plant.ts";

/** The only person with this e-mail address; null when nobody has it, and when several do. */
export function personByEmail(plant: Plant, email: string): Person | null {
  const wanted = email.trim().toLowerCase();
  const [first, ...others] = [...plant.people.values()].filter((person) => person.email?.toLowerCase() === wanted);
  return first === undefined || others.length > 0 ? null : first;
}

/**
 * Whether an account may become this person's. It must be nobody's, and they must have none on its platform: whoever
 * manages to carry Otto's address on a second Slack account does not become Otto, who has one there already.
 */
export function canLink(plant: Plant, id: PersonId, account: AccountId): boolean {
  const person = plant.people.get(id);
  if (person === undefined || personByAccount(plant, account) !== null) return false;
  return accountOf(person, adapterOf(account)) === null;
}
