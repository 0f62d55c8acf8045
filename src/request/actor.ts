import { PlantActor } from "../plant/events.ts";
import { AccountId, type PersonId } from "../plant/ids.ts";
import { nameOf } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { sayAccount } from "../plant/who/who.ts";

/**
 * Who did something: a person of the plant (`otto`), an account the plant does not know (`slack:U0NEW`, who may ask but
 * never decide), or Referee itself (`referee:clock`).
 */
export const Actor = PlantActor;
export type Actor = PlantActor;

/** Referee acting by itself because an instant came. */
export const THE_CLOCK: Actor = Actor.parse("referee:clock");
/** Referee following up on what somebody did. */
export const THE_RULES: Actor = Actor.parse("referee:rules");
/** What a platform's directory says, and nobody else. */
export const THE_DIRECTORY: Actor = Actor.parse("referee:directory");
/** Referee telling what became of a message it sent. */
export const THE_LANES: Actor = Actor.parse("referee:lanes");

/** A model of somebody else's that read a text, and proposes. */
export const THE_SECOND_READER: Actor = Actor.parse("referee:secondReader");

/** Whether Referee did it by itself. */
export function isReferee(actor: Actor): boolean {
  return actor === THE_CLOCK || actor === THE_RULES || actor === THE_LANES || actor === THE_SECOND_READER;
}

/** The person of the plant behind an actor, or null for an unknown account and for Referee itself. */
export function personIn(actor: Actor): PersonId | null {
  return isPerson(actor) ? actor : null;
}

/** The account that acts where no person of the plant does; null for a person, and for Referee itself. */
export function accountIn(actor: Actor): AccountId | null {
  return isPerson(actor) ? null : (AccountId.safeParse(actor).data ?? null);
}

/** Their ids have no colon. */
function isPerson(actor: Actor): actor is PersonId {
  return !actor.includes(":");
}

/** The actor for somebody known or unknown to the plant. */
export function actorFor(person: PersonId | null, account: AccountId): Actor {
  return person ?? account;
}

/** Under which names somebody acts: their own, and those of accounts they asked from before these were linked. */
export function actorsOf(plant: Plant, by: Actor): readonly Actor[] {
  const person = personIn(by);
  return person === null ? [by] : [by, ...(plant.people.get(person)?.accounts ?? [])];
}

/**
 * An actor's name for people: the plant's, else what `sayAccount` makes of the one the platform showed.
 * @param given that name, where it was not whoever asked
 */
export function sayWho(
  actor: Actor,
  asked: { readonly requester: Actor; readonly requesterName: string },
  plant: Plant,
  given: string | null = null,
): string {
  const person = personIn(actor);
  if (person !== null) return nameOf(plant, person);
  const account = accountIn(actor);
  if (account === null) return "Referee";
  return sayAccount(plant, account, actor === asked.requester ? asked.requesterName : given);
}
