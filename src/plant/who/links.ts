import { type AccountId, adapterOf, type PersonId } from "../ids.ts";
import { accountOf, personByAccount } from "../person.ts";
import type { Person, Plant } from "../plant.ts";
import { looksLike } from "./lookAlike.ts";

/** Whether two e-mail addresses are one, however they are written. */
export function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Everybody with this e-mail address. */
function peopleByEmail(plant: Plant, address: string): readonly Person[] {
  return [...plant.people.values()].filter(({ email }) => email !== undefined && isSameAddress(email, address));
}

/**
 * Everybody whose address it may be written another way: mail to olga+tablet@ comes to olga@. For keeping somebody from
 * deciding, never for linking.
 */
export function peopleLikeEmail(plant: Plant, email: string): readonly Person[] {
  const wanted = withoutTag(email);
  return [...plant.people.values()].filter(
    (person) => person.email !== undefined && withoutTag(person.email) === wanted,
  );
}

function withoutTag(email: string): string {
  return email
    .trim()
    .toLowerCase()
    .replace(/\+.*(?=@)/u, "");
}

/** The only person with this e-mail address; null when nobody has it, and when several do. */
export function personByEmail(plant: Plant, email: string): Person | null {
  const [first, ...others] = peopleByEmail(plant, email);
  return first === undefined || others.length > 0 ? null : first;
}

/**
 * Links that end when another file comes into force: of whoever is in it no longer, has another account on that platform by
 * now, or is somebody else under an id that was used before.
 * @param before the plant in force, with what was linked
 * @param after as its file says, without what was linked
 */
export function linksEnded(before: Plant, after: Plant): readonly { person: PersonId; account: AccountId }[] {
  return [...before.linked].flatMap(([account, id]) => {
    const [was, is] = [before.people.get(id), after.people.get(id)];
    const stays = was !== undefined && is !== undefined && isSame(was, is) && canLink(after, id, account);
    return stays ? [] : [{ person: id, account }];
  });
}

/**
 * Whether two entries with one id are one person's: names change, and so do addresses, but hardly both at once. Many have one
 * family name; under another address, or none, the first name and all of the shorter name have to be the same.
 */
function isSame(was: Person, is: Person): boolean {
  const [one, other] = [was, is].map(({ email = "" }) => email.trim().toLowerCase());
  if (one !== "" && one === other) return true;
  const [shorter = [], longer = []] = [was, is]
    .map(({ name }) => looksLike(name).split(" "))
    .toSorted((a, b) => a.length - b.length);
  return shorter[0] === longer[0] && shorter.every((word) => longer.includes(word));
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
