import { DAY_MS, EpochMs, later } from "../../clock.ts";
import { applyPlantEvents } from "../applyEvents.ts";
import { type ReadCalendars, UNREAD, withCalendars } from "../calendar/byAddress.ts";
import type { CalendarRead, HeldBack, PlantEvent } from "../events.ts";
import type { PersonId } from "../ids.ts";
import { homeTeamOf } from "../person.ts";
import type { Former, Plant } from "../plant.ts";
import type { PlantSource } from "../source.ts";
import { dayFrom } from "../time/localTime.ts";
import { weekName } from "../time/week.ts";
import { type Leaving, leavingAfter, NOBODY_LEAVES } from "../who/leaving.ts";
import { stillSaid } from "./stillSaid.ts";

/** What a plant's history came to: which file is in force, and what people said since. */
export type PlantState = {
  /** Of the file in force; null before one was published. */
  readonly version: string | null;
  /** Its texts; null where it was published before texts were kept. */
  readonly source: PlantSource | null;
  /** The versions of all files that ever were in force. */
  readonly known: ReadonlySet<string>;
  readonly former: Plant["former"];
  /** Absences, stand-ins, overrides, freezes, links and rulings, in the order in which they happened; without what was over long ago. */
  readonly said: readonly PlantEvent[];
  /** The calendars of addresses, as they were last read. */
  readonly calendars: ReadCalendars;
  /** Who sent too much, of the last day. */
  readonly held: readonly HeldBack[];
  /** Who has left, says the directory, and who waits for an administrator's word. */
  readonly leaving: Leaving;
  /** The number of the event that called for the last digest; 0 before the first. */
  readonly digest: number;
  /** The events that called for the latest digests, oldest first, and before them the one by which it came into force. */
  readonly digests: readonly CalledFor[];
  /** The number of the event that called for the first digest of a week, and the ISO name of that week; 0 and "" before it. */
  readonly week: { readonly digest: number; readonly name: string };
  /** Up to when what people said was looked at for what began or ended meanwhile. */
  readonly lookedAt: EpochMs;
  /** Events so far, and when the last one happened. */
  readonly events: number;
  readonly at: EpochMs;
};

/** The number of an event after which a digest tells of what is new, and when it happened. */
export type CalledFor = { readonly event: number; readonly at: EpochMs };

/** A digest and the picture of a week look back at who was there. */
const KEPT_MS = 8 * DAY_MS;

/** More digests than a plant misses in a row before anybody looks. */
const MOST_DIGESTS = 400;

/** When the last digest fell due, or the plant first came into force; null for one that never did. */
export function digestedAt({ digests }: Pick<PlantState, "digests">): EpochMs | null {
  return digests.at(-1)?.at ?? null;
}

/**
 * Since when a digest tells of what ended, where events up to `told` were told: since the last that was said, however many
 * fell due meanwhile and were said by nobody. Null for a plant that never came into force.
 */
export function toldSince({ digests }: Pick<PlantState, "digests">, told: number): EpochMs | null {
  return (digests.findLast(({ event }) => event <= told) ?? digests[0])?.at ?? null;
}

function withRead(calendars: ReadCalendars, event: CalendarRead): ReadCalendars {
  const { calendar, etag, lastModified, at } = event;
  const text = event.text ?? calendars.get(calendar)?.text ?? UNREAD;
  return new Map(calendars).set(calendar, { text, etag, lastModified, readAt: at });
}

/** The plant's first digest ever begins no week: nothing is known yet of the one before. */
function weekIn({ week, events, digest }: PlantState, forDay: string): PlantState["week"] {
  const name = weekName(dayFrom(forDay));
  if (name === week.name) return week;
  return { name, digest: digest === 0 ? 0 : events };
}

export const NEW_PLANT: PlantState = {
  version: null,
  source: null,
  known: new Set(),
  former: new Map(),
  said: [],
  calendars: new Map(),
  held: [],
  leaving: NOBODY_LEAVES,
  digest: 0,
  digests: [],
  week: { digest: 0, name: "" },
  lookedAt: EpochMs.parse(0),
  events: 0,
  at: EpochMs.parse(0),
};

export function evolvePlant(before: PlantState, event: PlantEvent): PlantState {
  const state = { ...before, events: before.events + 1, at: event.at };
  switch (event.type) {
    case "PlantPublished": {
      const { version, source, left } = event;
      const known = new Set([...state.known, version]);
      const gone = left.map(({ person, name, team }): [PersonId, Former] => [person, { name, team }]);
      const former = gone.length === 0 ? state.former : new Map([...state.former, ...gone]);
      const digests = state.digests.length === 0 ? [{ event: state.events, at: event.at }] : state.digests;
      return { ...state, version, source, known, former, digests };
    }
    case "DigestDue": {
      const digests = [...state.digests, { event: state.events, at: event.at }].slice(-MOST_DIGESTS);
      return { ...state, digests, digest: state.events, week: weekIn(state, event.forDay) };
    }
    case "DutyChanged":
      // What ended since the look before this one is still needed, to tell what it touches.
      return { ...state, said: stillSaid(state.said, later(state.lookedAt, -KEPT_MS)), lookedAt: event.at };
    case "CalendarRead":
      return { ...state, calendars: withRead(state.calendars, event) };
    case "PersonLeft": {
      const { person, name, team } = event;
      const former = new Map(state.former).set(person, { name, team });
      return { ...state, former, leaving: leavingAfter(state.leaving, event) };
    }
    case "PersonReturned":
    case "LeavingHeld":
    case "LeavingAccepted":
      return { ...state, leaving: leavingAfter(state.leaving, event) };
    case "HeldBack":
      return { ...state, held: [...state.held.filter(({ at }) => at > event.at - DAY_MS), event] };
    default:
      return { ...state, said: [...state.said, event] };
  }
}

/** The plant in force: its file, and what people said since. */
export function plantIn(state: PlantState, file: Plant): Plant {
  return withoutLeft(plantWithAll(state, file), state.leaving.left);
}

/** The same with those of whom the directory says that they have left. */
export function plantWithAll({ said, former, calendars }: PlantState, file: Plant): Plant {
  return applyPlantEvents({ ...withCalendars(file, calendars), former }, said);
}

/** Nobody looks them up, mentions them or takes an account for theirs; teams and rotas go on naming them, in vain. */
function withoutLeft(plant: Plant, gone: Leaving["left"]): Plant {
  const left = new Set([...gone.keys()].filter((person) => plant.people.has(person)));
  if (left.size === 0) return plant;
  return { ...plant, left, people: new Map([...plant.people].filter(([person]) => !left.has(person))) };
}

/** Who stands in one file and no longer in the next, each with the team they were at home in. */
export function leftBetween(
  before: Plant,
  after: Plant,
): readonly { person: PersonId; name: string; team: Former["team"] }[] {
  return [...before.people.values()]
    .filter(({ id }) => !after.people.has(id))
    .map(({ id, name }) => ({ person: id, name, team: homeTeamOf(before, id)?.id ?? null }));
}
