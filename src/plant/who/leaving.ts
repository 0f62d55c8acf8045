import { type EpochMs, HOUR_MS } from "../../clock.ts";
import type { LeavingAccepted, LeavingHeld, PersonLeft, PersonReturned, PlantEvent } from "../events.ts";
import type { PersonId } from "../ids.ts";
import { homeTeamOf } from "../person.ts";
import type { Person, Plant } from "../plant.ts";

/** What the directory said of who left. */
export type Leaving = {
  /** Since when they have no say. */
  readonly left: ReadonlyMap<PersonId, EpochMs>;
  /** Who keeps it until an administrator says that so many left at once, with the directory's id of each. */
  readonly waiting: ReadonlyMap<PersonId, string>;
  /** Who left by the directory's word alone, of the last hour. */
  readonly lately: readonly Pick<PersonLeft, "person" | "at">[];
};

export const NOBODY_LEAVES: Leaving = { left: new Map(), waiting: new Map(), lately: [] };

type LeavingEvent = PersonLeft | PersonReturned | LeavingHeld | LeavingAccepted;

export function leavingAfter({ left, waiting, lately }: Leaving, event: LeavingEvent): Leaving {
  switch (event.type) {
    case "PersonLeft": {
      const { person, at } = event;
      const recent = lately.filter((each) => each.at > at - HOUR_MS && each.person !== person);
      return {
        left: new Map(left).set(person, at),
        waiting: without(waiting, person),
        lately: [...recent, { person, at }],
      };
    }
    case "PersonReturned":
      return { left: without(left, event.person), waiting: without(waiting, event.person), lately };
    case "LeavingHeld":
      return { left, lately, waiting: new Map(waiting).set(event.person, event.user) };
    case "LeavingAccepted":
      // Those an administrator let go do not count for whoever leaves next.
      return { left, waiting, lately: [] };
  }
}

function without<V>(map: ReadonlyMap<PersonId, V>, person: PersonId): ReadonlyMap<PersonId, V> {
  return map.has(person) ? new Map([...map].filter(([id]) => id !== person)) : map;
}

/** What the directory says of one person of the plant. */
export type DirectoryWord = { readonly person: PersonId; readonly user: string; readonly has: "left" | "returned" };

/** So many people of a plant leave within an hour without a word of an administrator: a tenth, and never fewer than three. */
export function mostLeaving(people: number): number {
  return Math.max(3, Math.ceil(people / 10));
}

/**
 * What comes of the directory's words. Said again they come to nothing; more who leave at once than do wait for an
 * administrator, and so does everybody who would leave after them.
 * @param all the plant with those who have left
 */
export function heardOfDirectory(
  before: Leaving,
  all: Plant,
  words: readonly DirectoryWord[],
  at: EpochMs,
): readonly LeavingEvent[] {
  const by = "referee:directory";
  let leaving = before;
  return words.flatMap(({ person: id, user, has }): readonly LeavingEvent[] => {
    const person = all.people.get(id);
    const event = person === undefined ? null : eventOf(leaving, all, person, has, at);
    if (event === null) return [];
    const whole = wholeEvent(event, leaving);
    leaving = leavingAfter(leaving, whole);
    return [whole];

    function wholeEvent(type: NonNullable<typeof event>, { waiting }: Leaving): LeavingEvent {
      if (type === "left") return gone(all, id, user, at);
      if (type === "PersonReturned") return { type, person: id, user, by, at };
      return { type, person: id, user, waiting: waiting.size + 1, by, at };
    }
  });
}

function eventOf(
  { left, waiting, lately }: Leaving,
  all: Plant,
  { id }: Person,
  has: DirectoryWord["has"],
  at: EpochMs,
): "left" | "PersonReturned" | "LeavingHeld" | null {
  if (has === "returned") return left.has(id) || waiting.has(id) ? "PersonReturned" : null;
  if (left.has(id) || waiting.has(id)) return null;
  const recent = lately.filter((each) => each.at > at - HOUR_MS);
  return waiting.size > 0 || recent.length >= mostLeaving(all.people.size) ? "LeavingHeld" : "left";
}

/** An administrator's yes: everybody who waits has left. Nothing where nobody waits. */
export function leavingAccepted(
  { waiting }: Leaving,
  all: Plant,
  { name, because }: { readonly name: string; readonly because: string },
  at: EpochMs,
): readonly PlantEvent[] {
  if (waiting.size === 0) return [];
  const left = [...waiting].flatMap(([id, user]) => (all.people.has(id) ? [gone(all, id, user, at)] : []));
  return [...left, { type: "LeavingAccepted", name, because, by: "referee:administrator", at }];
}

function gone(all: Plant, id: PersonId, user: string, at: EpochMs): PersonLeft {
  const name = all.people.get(id)?.name ?? id;
  const team = homeTeamOf(all, id)?.id ?? null;
  return { type: "PersonLeft", person: id, name, team, user, by: "referee:directory", at };
}
