import { MINUTE_MS } from "../clock.ts";
import { addressOf, UNREAD } from "./calendar/byAddress.ts";
import { type PlantFile, type RotaFile, WORKED } from "./file/file.ts";
import { AssetId, CalendarId, LineId, PersonId, ShiftId, TeamId } from "./ids.ts";
import type { Calendar, CalendarAddress, Freeze, Names, Person, Plant, Rota, WeeklySpan } from "./plant.ts";
import { instantFrom } from "./time/localTime.ts";
import { readDays, readHours } from "./time/spanText.ts";

/** The texts of other files that a plant file refers to, by file name. */
export type Included = Readonly<Record<string, string>>;

/** A plant from a file that has been checked. */
export function buildPlant(file: PlantFile, version: string, included: Included): Plant {
  const { code, name, timeZone, language = "en", formOfAddress, emergencyNumber, offersIn, readableBy } = file;
  const { riskOwner, riskOwnerStandIn } = file;
  return {
    ...{ code, name, timeZone, language, formOfAddress, emergencyNumber, offersIn, readableBy, version },
    ...{ riskOwner, riskOwnerStandIn },
    isLanguageSaid: file.language !== undefined,
    people: mapOf(PersonId, file.people, (id, person) => buildPerson(id, person, included)),
    teams: mapOf(TeamId, file.teams, (id, team) => ({
      id,
      ...team,
      onCall: buildRota(team.onCall, included),
    })),
    assets: mapOf(AssetId, file.assets, (id, asset) => ({
      id,
      ...asset,
      aliases: inEveryLanguage(asset),
      safety: asset.safety ?? null,
    })),
    lines: mapOf(LineId, file.lines, (id, line) => ({
      id,
      ...line,
      aliases: inEveryLanguage(line),
      shiftLeads: line.shiftLeads === undefined ? null : buildRota(line.shiftLeads, included),
    })),
    calendars: mapOf(CalendarId, file.calendars, buildCalendar),
    shifts: [...mapOf(ShiftId, file.shifts, (id, shift) => ({ id, ...shift })).values()],
    zones: file.zones,
    freezes: file.freezes.map((freeze) => buildFreeze(freeze, timeZone)),
    ...buildHolidays(file.holidays),
    ops: { ...file.ops, calendar: file.ops.calendar ?? null },
    roles: file.roles,
    linked: new Map(),
    addresses: new Map(),
    resembling: new Map(),
    absences: [],
    backAt: new Map(),
    overrides: [],
    standIns: [],
    rulings: new Map(),
    lifted: new Map(),
    calendarsReadAt: new Map(),
    former: new Map(),
    left: new Set(),
  };
}

/** Whatever language somebody writes in, they may call it as any reader does. */
function inEveryLanguage({ aliases, names = {} }: { readonly aliases: readonly string[]; readonly names?: Names }) {
  return [...new Set([...aliases, ...Object.values(names)])];
}

function buildHolidays({
  country,
  region,
  ...days
}: PlantFile["holidays"]): Pick<Plant, "holidays" | "publicHolidays"> {
  const own = Object.entries(days);
  const worked = new Set(own.flatMap(([day, name]) => (name === WORKED ? [day] : [])));
  return {
    holidays: new Map(own.filter(([, name]) => name !== WORKED)),
    publicHolidays: country === undefined ? null : { country, region: region ?? null, worked },
  };
}

function buildRota(rota: RotaFile, included: Included): Rota {
  switch (rota.type) {
    case "weekly":
      return { type: "weekly", turns: rota.turns.map(({ person, ...span }) => ({ person, ...buildSpan(span) })) };
    case "byShift":
      return { type: "byShift", people: mapOf(ShiftId, rota.people, (_, people) => people) };
    case "ical":
      return {
        type: "ical",
        ...textOf(rota, included, "turns"),
        names: new Map(Object.entries(rota.names)),
      };
    default:
      return rota;
  }
}

function buildPerson(id: PersonId, { away, ...person }: PlantFile["people"][PersonId], included: Included): Person {
  if (away === undefined) return { id, ...person };
  const { counts } = away;
  return { id, ...person, away: { ...textOf(away, included, counts), counts } };
}

type Imported = Extract<RotaFile, { type: "ical" }>;

/** What an address answers is not in the files. */
function textOf(
  { file, url, insideNetwork }: Pick<Imported, "file" | "url" | "insideNetwork">,
  included: Included,
  holds: CalendarAddress["holds"],
) {
  if (url !== undefined)
    return { file: new URL(url).hostname, address: addressOf(url, insideNetwork, holds), text: UNREAD };
  return { file: file ?? "", address: null, text: included[file ?? ""] ?? "" };
}

function buildSpan({ days, hours }: { readonly days: string; readonly hours: string }): WeeklySpan {
  return { days: readDays(days), ...readHours(hours) };
}

function buildCalendar(id: CalendarId, { name, hours, holidays }: PlantFile["calendars"][CalendarId]): Calendar {
  if (hours === "always") return { type: "always", id, name };
  const spans = Object.entries(hours).flatMap(([days, spansOfDay]) =>
    [spansOfDay].flat().map((span) => buildSpan({ days, hours: span })),
  );
  return { type: "weekly", id, name, spans, worksOnHolidays: holidays === "open" };
}

function buildFreeze({ when, ...freeze }: PlantFile["freezes"][number], timeZone: string): Freeze {
  switch (when.type) {
    case "shiftChange": {
      const { minutesBefore, minutesAfter } = when;
      return {
        ...freeze,
        when: { type: "shiftChange", beforeMs: minutesBefore * MINUTE_MS, afterMs: minutesAfter * MINUTE_MS },
      };
    }
    case "weekly":
      return { ...freeze, when: { type: "weekly", span: buildSpan(when) } };
    case "once":
      return {
        ...freeze,
        when: { type: "once", from: instantFrom(when.from, timeZone), to: instantFrom(when.to, timeZone) },
      };
  }
}

/** A map in the order of the file, its keys parsed once more because objects forget the type of their keys. */
function mapOf<Id, Value, Built>(
  Key: { readonly parse: (key: string) => Id },
  record: Readonly<Record<string, Value>>,
  build: (id: Id, value: Value) => Built,
): ReadonlyMap<Id, Built> {
  return new Map(
    Object.entries(record).map(([key, value]) => {
      const id = Key.parse(key);
      return [id, build(id, value)];
    }),
  );
}
