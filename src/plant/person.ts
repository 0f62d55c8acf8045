import type { AccountId, AdapterName, PersonId } from "./ids.ts";
import { adapterOf } from "./ids.ts";
import type { Person, Plant, Team } from "./plant.ts";
import { perPlant } from "./remember.ts";

const byAccount = perPlant(
  (plant) =>
    new Map(
      [...plant.people.values()].flatMap((person) => person.accounts.map((account) => [account, person] as const)),
    ),
);

/** Whose account this is, or null when nobody of the plant has linked it. */
export function personByAccount(plant: Plant, account: AccountId): Person | null {
  return byAccount(plant).get(account) ?? null;
}

/** The person's account on one platform, the first if they have several, or null. */
export function accountOf(person: Person, adapter: AdapterName): AccountId | null {
  return person.accounts.find((account) => adapterOf(account) === adapter) ?? null;
}

const homeTeams = perPlant((plant) => {
  const homes = new Map<PersonId, Team>();
  const settle = (person: PersonId, team: Team) => homes.has(person) || homes.set(person, team);
  // Membership counts before leading: who leads a second team is still at home in their own.
  for (const team of plant.teams.values()) for (const person of team.members) settle(person, team);
  for (const team of plant.teams.values()) settle(team.lead, team);
  return homes;
});

/** The team whose hours a person keeps: the first in the file they are a member of, else the first they lead. */
export function homeTeamOf(plant: Plant, person: PersonId): Team | null {
  return homeTeams(plant).get(person) ?? null;
}

/** A person's name for people to read, also when they are in the plant file no longer; the id when no file named them. */
export function nameOf(plant: Plant, person: PersonId): string {
  return plant.people.get(person)?.name ?? plant.former.get(person)?.name ?? person;
}
