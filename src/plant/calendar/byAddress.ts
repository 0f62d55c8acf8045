import { createHash } from "node:crypto";
import type { EpochMs } from "../../clock.ts";
import { DAY_MS } from "../../clock.ts";
import { say } from "../../words/say.ts";
import type { CalendarAddress, ImportedRota, Plant, Rota } from "../plant.ts";
import { sayInstant } from "../time/sayTime.ts";
import { distilled } from "./distilled.ts";
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

export function addressOf(url: string, insideNetwork: boolean): CalendarAddress {
  return { id: createHash("sha256").update(url).digest("hex").slice(0, 32), url, insideNetwork };
}

/** The addresses that a plant file names, each once. */
export function addressesOf(plant: Plant): readonly CalendarAddress[] {
  const all = rotasOf(plant).flatMap((rota) => (rota.type === "ical" && rota.address !== null ? [rota.address] : []));
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
    calendarsReadAt: new Map([...calendars].map(([id, { readAt }]) => [id, readAt])),
  };
}

const filledBefore = new WeakMap<ImportedRota, ImportedRota>();

/** The same rota for the same text: it is parsed once, however much else happens to the plant. */
function fill(rota: ImportedRota, calendars: ReadCalendars): ImportedRota {
  const text = calendars.get(rota.address?.id ?? "")?.text ?? UNREAD;
  const before = filledBefore.get(rota);
  if (before?.text === text) return before;
  const filled = { ...rota, text };
  filledBefore.set(rota, filled);
  return filled;
}

/** A calendar that was not seen for longer is old: people are told. */
const OLD_MS = DAY_MS;

/** `its calendar was last read Fri 18:00` for a calendar that is old; empty for one that is not, or lies in a file. */
export function sayAge(plant: Plant, { address }: ImportedRota, at: EpochMs): string {
  if (address === null) return "";
  const readAt = plant.calendarsReadAt.get(address.id);
  if (readAt === undefined) return say(plant, "duty.calendarUnread");
  return at - readAt < OLD_MS
    ? ""
    : say(plant, "duty.calendarOld", { when: sayInstant(readAt, plant, { reference: at }) });
}

/** The old calendars of teams and lines, in words: `OT SCADA: its calendar was last read Fri 18:00`. */
export function oldCalendars(plant: Plant, at: EpochMs): readonly string[] {
  const named = [
    ...[...plant.teams.values()].map(({ name, onCall }) => ({ name, rota: onCall })),
    ...[...plant.lines.values()].map(({ name, shiftLeads }) => ({ name, rota: shiftLeads })),
  ];
  return named.flatMap(({ name, rota }) => {
    const age = rota?.type === "ical" ? sayAge(plant, rota, at) : "";
    return rota?.type === "ical" && age !== "" ? [`${name}: ${age}`] : [];
  });
}

/** A text from outside as it is kept, or why it cannot be used, for an administrator. */
export function takeIn(text: string, plantZone: string): { readonly text: string } | { readonly fault: string } {
  const fault = calendarFault(text, plantZone);
  return fault === null ? { text: distilled(text) } : { fault: `it is no calendar that can be read: ${fault}` };
}
