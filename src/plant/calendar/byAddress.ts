import { createHash } from "node:crypto";
import type { EpochMs } from "../../clock.ts";
import { DAY_MS } from "../../clock.ts";
import type { AwayCalendar, CalendarAddress, ImportedRota, Plant, Rota } from "../plant.ts";
import { type Told, tell, told } from "../told/told.ts";
import { distilled, onlyAway } from "./distilled.ts";
import { calendarFault } from "./importedCalendar.ts";

/** What was last read from an address: its text as far as it says who is on call, and when it was last seen to be so. */
export type ReadCalendar = {
  readonly text: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly readAt: EpochMs;
};

/** By the id of its address: the address itself often holds a password. */
export type ReadCalendars = ReadonlyMap<string, ReadCalendar>;

/** What stands for a calendar that was never read: nobody is on call by it. */
export const UNREAD = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

/** The same address for something else is another calendar: something else is kept of it. */
export function addressOf(
  url: string,
  insideNetwork: boolean,
  holds: CalendarAddress["holds"] = "turns",
): CalendarAddress {
  const named = holds === "turns" ? url : `${holds} ${url}`;
  return { id: createHash("sha256").update(named).digest("hex").slice(0, 32), url, insideNetwork, holds };
}

/** The addresses that a plant file names, each once. */
export function addressesOf(plant: Plant): readonly CalendarAddress[] {
  const turns = rotasOf(plant).flatMap((rota) => (rota.type === "ical" && rota.address !== null ? [rota.address] : []));
  const all = [...turns, ...[...plant.people.values()].flatMap(({ away }) => away?.address ?? [])];
  return [...new Map(all.map((address) => [address.id, address])).values()];
}

function rotasOf({ teams, lines }: Plant): readonly Rota[] {
  return [
    ...[...teams.values()].map(({ onCall }) => onCall),
    ...[...lines.values()].flatMap((line) => line.shiftLeads ?? []),
  ];
}

/** The plant with the calendars of its addresses as they were last read. */
export function withCalendars(plant: Plant, calendars: ReadCalendars): Plant {
  if (addressesOf(plant).length === 0) return plant;
  const filled = (rota: Rota) => (rota.type === "ical" && rota.address !== null ? fill(rota, calendars) : rota);
  return {
    ...plant,
    teams: new Map([...plant.teams].map(([id, team]) => [id, { ...team, onCall: filled(team.onCall) }])),
    lines: new Map(
      [...plant.lines].map(([id, line]) => [
        id,
        { ...line, shiftLeads: line.shiftLeads === null ? null : filled(line.shiftLeads) },
      ]),
    ),
    people: peopleWith(plant, calendars),
    calendarsReadAt: new Map([...calendars].map(([id, { readAt }]) => [id, readAt])),
  };
}

/** The same people where nobody has a calendar of their own at an address. */
function peopleWith({ people }: Plant, calendars: ReadCalendars): Plant["people"] {
  const own = [...people.values()].filter(({ away }) => away !== undefined && away.address !== null);
  if (own.length === 0) return people;
  const filled = new Map(people);
  for (const person of own)
    if (person.away !== undefined) filled.set(person.id, { ...person, away: fillAway(person.away, calendars) });
  return filled;
}

/** The same calendar for the same text: it is parsed once, however much else happens to the plant. */
function filling<C extends Pick<ImportedRota, "address" | "text">>(): (calendar: C, calendars: ReadCalendars) => C {
  const filledBefore = new WeakMap<C, C>();
  return (calendar, calendars) => {
    const text = calendars.get(calendar.address?.id ?? "")?.text ?? UNREAD;
    const before = filledBefore.get(calendar);
    if (before?.text === text) return before;
    const filled = { ...calendar, text };
    filledBefore.set(calendar, filled);
    return filled;
  };
}

const fill = filling<ImportedRota>();
const fillAway = filling<AwayCalendar>();

/** A calendar that was not seen for longer is old: people are told. */
const OLD_MS = DAY_MS;

/** `its calendar was last read Fri 18:00` for a calendar that is old; empty for one that is not, or lies in a file. */
export function tellAge(plant: Plant, { address }: ImportedRota, at: EpochMs): Told | null {
  if (address === null) return null;
  const readAt = plant.calendarsReadAt.get(address.id);
  if (readAt === undefined) return told("duty.calendarUnread");
  return at - readAt < OLD_MS ? null : told("duty.calendarOld", { when: { at: readAt, seen: at } });
}

/** The old calendars of teams and lines, in words: `OT SCADA: its calendar was last read Fri 18:00`. */
export function oldCalendars(plant: Plant, at: EpochMs): readonly string[] {
  const named = [
    ...[...plant.teams.values()].map(({ name, onCall }) => ({ name, rota: onCall })),
    ...[...plant.lines.values()].map(({ name, shiftLeads }) => ({ name, rota: shiftLeads })),
  ];
  return named.flatMap(({ name, rota }) => {
    const age = rota?.type === "ical" ? tellAge(plant, rota, at) : null;
    return age === null ? [] : [`${name}: ${tell(plant, age)}`];
  });
}

/** A text from outside as it is kept, or why it cannot be used, for an administrator. */
export function takeIn(
  text: string,
  plantZone: string,
  holds: CalendarAddress["holds"] = "turns",
): { readonly text: string } | { readonly fault: string } {
  const fault = calendarFault(text, plantZone, holds);
  if (fault !== null) return { fault: `it is no calendar that can be read: ${fault}` };
  return { text: holds === "turns" ? distilled(text) : onlyAway(text, holds) };
}
