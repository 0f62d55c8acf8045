import type { PersonId } from "../ids.ts";
import type { Person, Plant } from "../plant.ts";
import { perPlant } from "../remember.ts";
import type { Attendee, Entry } from "./entry.ts";
import { type Names, namedInTitle } from "./title.ts";
import { foldedWords } from "./titleWords.ts";

/** Whom an event puts on call; nobody when it does not say so for certain, and then why, for an administrator. */
export type Meant = { readonly people: readonly PersonId[]; readonly problem: string | null };

/**
 * A person is recognised by the address an event was sent to, or by their exact name or an alias, never by a part of it:
 * "Sven Adlerson" is not Sven Adler. Where title and address contradict each other, nobody is rung on a guess.
 *
 * @param explained event titles that the plant file explains itself
 */
export function whoIsMeant(plant: Plant, explained: ReadonlyMap<string, PersonId>, event: Entry): Meant {
  if (event.attendees.length > 0 && event.attendees.every(({ declined }) => declined))
    return nobody("was declined by whoever it was sent to");
  const known = explained.get(event.title);
  if (known !== undefined) return { people: [known], problem: null };
  const names = namesOf(plant);
  const titled = namedInTitle(event.title, names);
  if (titled.problem !== null) return titled;
  const invited = event.attendees.flatMap((attendee) => recognised(attendee, plant, names));
  return weigh(titled.people, invited);
}

type Invited = { readonly person: PersonId; readonly declined: boolean };

function weigh(titled: readonly PersonId[], invited: readonly Invited[]): Meant {
  const coming = invited.filter(({ declined }) => !declined).map(({ person }) => person);
  const declined = invited.filter((each) => each.declined && !coming.includes(each.person)).map(({ person }) => person);
  const people = titled.length > 0 ? titled : coming;
  if (people.some((person) => declined.includes(person)) || (people.length === 0 && declined.length > 0))
    return nobody("was declined by whoever it names");
  if (people.length === 0) return nobody("names nobody of this plant");
  const [sentTo, ...others] = coming;
  const contradicts = sentTo !== undefined && others.length === 0 && !people.includes(sentTo);
  return contradicts
    ? nobody("names one person and was sent to another")
    : { people: [...new Set(people)], problem: null };
}

function nobody(problem: string): Meant {
  return { people: [], problem };
}

function recognised({ email, name, declined }: Attendee, plant: Plant, names: Names): readonly Invited[] {
  const byAddress = addresses(plant).get(email);
  const byName = name === null ? undefined : names.people.get(foldedWords(name).join(" "));
  const person = byAddress ?? byName;
  return person === undefined ? [] : [{ person, declined }];
}

const addresses = perPlant(
  ({ people }) =>
    new Map([...people.values()].flatMap(({ id, email }) => (email === undefined ? [] : [[email.toLowerCase(), id]]))),
);

const namesOf = perPlant(({ people, teams, lines, assets, shifts, name }): Names => {
  const things = [name, ...[teams, lines, assets].flatMap((all) => [...all.values()].map((each) => each.name))];
  const own = [...things, ...shifts.map((shift) => shift.name)].flatMap(foldedWords);
  return { people: unmistakable([...people.values()]), words: new Set(own) };
});

/** What each is called, without what two are called. */
function unmistakable(people: readonly Person[]): ReadonlyMap<string, PersonId> {
  const called = people.flatMap((person) =>
    calledOf(person).map((name) => [foldedWords(name).join(" "), person.id] as const),
  );
  const owners = new Map<string, Set<PersonId>>();
  for (const [name, id] of called) owners.set(name, (owners.get(name) ?? new Set()).add(id));
  return new Map(called.filter(([name]) => name !== "" && owners.get(name)?.size === 1));
}

/** "Sven Adler", "Adler, Sven", and what the plant file says besides. */
function calledOf({ name, aliases }: Person): readonly string[] {
  const [last = "", ...first] = name.split(/\s+/).toReversed();
  return [name, `${last} ${first.toReversed().join(" ")}`, ...aliases];
}
