import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import type { Language } from "../../words/reader.ts";
import type { Plant, PublicHolidays } from "../plant.ts";
import type { Day } from "./localTime.ts";

/** The name of the holiday on a day: one of the plant's own, or a public one where it stands; null on other days. */
export function holidayOn(plant: Plant, day: Day): string | null {
  const date = day.toString();
  const own = plant.holidays.get(date);
  if (own !== undefined) return own;
  const { publicHolidays } = plant;
  if (publicHolidays === null || publicHolidays.worked.has(date)) return null;
  return publicIn(publicHolidays, plant, day.year).get(date) ?? null;
}

/** What keeps holidays from being known by these codes, in words for an administrator; null when they are known. */
export function placeFault(
  country: string,
  region: string | undefined,
): { key: "country" | "region"; what: string } | null {
  const library = new Holidays();
  if (library.getCountries()[country] === undefined)
    return { key: "country", what: `no holidays are known for the country ${country}; write its ISO code, such as DE` };
  const [state = "", part] = region?.split("-") ?? [];
  const states = library.getStates(country) ?? {};
  const parts = state === "" ? {} : (library.getRegions(country, state) ?? {});
  if (region === undefined || (states[state] !== undefined && (part === undefined || parts[part] !== undefined)))
    return null;
  const choice =
    states[state] === undefined ? Object.keys(states) : Object.keys(parts).map((each) => `${state}-${each}`);
  const todo = choice.length === 0 ? "leave it out" : `write one of ${choice.join(", ")}`;
  return { key: "region", what: `${country} has no region ${region}: ${todo}` };
}

type Known = { readonly calendar: Holidays; readonly years: Map<number, ReadonlyMap<string, string>> };

/** By what the file says, which stays the same object while people change other things of the plant, and by language. */
const known = new WeakMap<PublicHolidays, Map<Language, Known>>();

function publicIn(place: PublicHolidays, { language }: Plant, year: number): ReadonlyMap<string, string> {
  const { calendar, years } = known.get(place)?.get(language) ?? calendarOf(place, language);
  const days = years.get(year) ?? new Map(calendar.getHolidays(year).flatMap(daysOf));
  years.set(year, days);
  return days;
}

function calendarOf(place: PublicHolidays, language: Language): Known {
  const [state = "", part = ""] = place.region?.split("-") ?? [];
  const calendar = new Holidays(place.country, state, part, { types: ["public"], languages: [language, "en"] });
  const made = { calendar, years: new Map() };
  known.set(place, (known.get(place) ?? new Map<Language, Known>()).set(language, made));
  return made;
}

type Found = { readonly date: string; readonly start: Date; readonly end: Date; readonly name: string };

/** The days whose noon it covers: one that begins at sunset is the next day's, and a free afternoon no holiday. */
function daysOf({ date, start, end, name }: Found): readonly (readonly [string, string])[] {
  const from = Temporal.PlainDateTime.from(date.slice(0, 19).replace(" ", "T"));
  const to = from.add({ milliseconds: end.getTime() - start.getTime() });
  const days: [string, string][] = [];
  for (
    let day = from.toPlainDate();
    Temporal.PlainDate.compare(day, to.toPlainDate()) <= 0;
    day = day.add({ days: 1 })
  ) {
    const noon = day.toPlainDateTime("12:00");
    if (Temporal.PlainDateTime.compare(from, noon) <= 0 && Temporal.PlainDateTime.compare(noon, to) < 0)
      days.push([day.toString(), name]);
  }
  return days;
}
