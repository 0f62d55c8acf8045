import { type EpochMs, HOUR_MS } from "../../clock.ts";
import type { LeavingAccepted, LeavingHeld, PersonLeft, PersonReturned, PlantEvent } from "../events.ts";
import type { PersonId } from "../ids.ts";
import { homeTeamOf } from "../person.ts";
import type { Plant } from "../plant.ts";

/** What the directory said of who left. */
export type Leaving = {
  /** Since when they have no say. */
  readonly left: ReadonlyMap<PersonId, EpochMs>;
  /** Who keeps it until an administrator says that so many left at once, with the directory's id of each. */
  readonly waiting: ReadonlyMap<PersonId, string>;
  /** Of those who wait: who is the last that leads Ops. They alone wait then, not whoever leaves after them. */
  readonly lastOfOps: ReadonlySet<PersonId>;
  /** Who left by the directory's word alone, of the last hour. */
  readonly lately: readonly Pick<PersonLeft, "person" | "at">[];
};

export const NOBODY_LEAVES: Leaving = {
  left: new Map(),
  waiting: new Map(),
  lastOfOps: new Set(),
  lately: [],
};

type LeavingEvent = PersonLeft | PersonReturned | LeavingHeld | LeavingAccepted;

export function leavingAfter(before: Leaving, event: LeavingEvent): Leaving {
  const { left, waiting, lastOfOps, lately } = before;
  switch (event.type) {
    case "PersonLeft": {
      const { person, at } = event;
      const recent = lately.filter((each) => each.at > at - HOUR_MS && each.person !== person);
      return {
        left: new Map(left).set(person, at),
        waiting: without(waiting, person),
        lastOfOps: butFor(lastOfOps, person),
        lately: [...recent, { person, at }],
      };
    }
    case "PersonReturned":
      return {
        left: without(left, event.person),
        waiting: without(waiting, event.person),
        lastOfOps: butFor(lastOfOps, event.person),
        lately,
      };
    case "LeavingHeld":
      return {
        ...before,
        waiting: new Map(waiting).set(event.person, event.user),
        lastOfOps: event.lastOfOps === true ? new Set([...lastOfOps, event.person]) : butFor(lastOfOps, event.person),
      };
    case "LeavingAccepted":
      // Those an administrator let go do not count for whoever leaves next.
      return { ...before, lately: [] };
  }
}

function without<V>(map: ReadonlyMap<PersonId, V>, person: PersonId): ReadonlyMap<PersonId, V> {
  return map.has(person) ? new Map([...map].filter(([id]) => id !== person)) : map;
}

function butFor(people: ReadonlySet<PersonId>, person: PersonId): ReadonlySet<PersonId> {
  return people.has(person) ? new Set([...people].filter((id) => id !== person)) : people;
}

const DIRECTORY = "referee:directory";

/** What the directory says of one person of the plant. */
export type DirectoryWord = { readonly person: PersonId; readonly user: string; readonly has: "left" | "returned" };

/** So many people of a plant leave within an hour without a word of an administrator: a tenth, and never fewer than three. */
export function mostLeaving(people: number): number {
  return Math.max(3, Math.ceil(people / 10));
}

/**
 * What comes of the directory's words. Said again they come to nothing; more who leave at once than do wait for an
 * administrator, and so does everybody who would leave after them. So does the last who leads Ops: without them nobody would
 * hear of what nobody answers.
 * @param all the plant with those who have left
 */
export function heardOfDirectory(
  before: Leaving,
  all: Plant,
  words: readonly DirectoryWord[],
  at: EpochMs,
): readonly LeavingEvent[] {
  let leaving = before;
  return words.flatMap((word): readonly LeavingEvent[] => {
    const event = all.people.has(word.person) ? eventOf(leaving, all, word, at) : null;
    if (event === null) return [];
    leaving = leavingAfter(leaving, event);
    return [event];
  });
}

function eventOf(
  { left, waiting, lastOfOps, lately }: Leaving,
  all: Plant,
  { person, user, has }: DirectoryWord,
  at: EpochMs,
): LeavingEvent | null {
  const by = DIRECTORY;
  if (has === "returned")
    return left.has(person) || waiting.has(person) ? { type: "PersonReturned", person, user, by, at } : null;
  const isLast = isLastOfOps(all, left, person);
  if (left.has(person) || (waiting.has(person) && (isLast || !lastOfOps.has(person)))) return null;
  const many = waiting.size - lastOfOps.size;
  const recent = lately.filter((each) => each.at > at - HOUR_MS);
  if (many > 0 || recent.length >= mostLeaving(all.people.size))
    return { type: "LeavingHeld", person, user, waiting: many + 1, by, at };
  if (isLast) return { type: "LeavingHeld", person, user, waiting: 1, lastOfOps: true, by, at };
  return gone(all, person, user, at);
}

function isLastOfOps({ ops, people }: Plant, left: Leaving["left"], id: PersonId): boolean {
  return ops.leads.includes(id) && ops.leads.every((lead) => lead === id || left.has(lead) || !people.has(lead));
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
  return { type: "PersonLeft", person: id, name, team, user, by: DIRECTORY, at };
}
