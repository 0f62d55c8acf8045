import type { Language } from "../../words/reader.ts";
import type { DateSaid } from "./said.ts";

/** In which order a date of two numbers is written where a plant stands; `either`: both are usual there. */
export type DateOrder = "dayFirst" | "monthFirst" | "either";

/**
 * Zones of the countries that write the month first: the United States with their islands, and the Philippines.
 * @source Unicode CLDR 48 as Node 20 carries it, date format "yMd" of en-US, es-PR, en-GU, en-MP, en-AS, fil-PH and en-PH,
 * tried 2026-11-29
 */
const MONTH_FIRST =
  /^(?:US\/|Navajo$|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Menominee|Shiprock|Indianapolis|Fort_Wayne|Louisville|Knox_IN|Indiana\/|Kentucky\/|North_Dakota\/|Puerto_Rico)|Pacific\/(?:Honolulu|Guam|Saipan|Pago_Pago|Midway)|Asia\/Manila$)/;

/** Zones of countries where English is at home and the day is written first, by the same table. */
const DAY_FIRST_IN_ENGLISH =
  /^(?:GB|Eire|NZ|Europe\/(?:London|Belfast|Jersey|Guernsey|Isle_of_Man|Dublin|Malta|Gibraltar)|Australia\/|Pacific\/(?:Auckland|Chatham|Fiji)|Asia\/(?:Kolkata|Calcutta|Karachi|Singapore|Kuala_Lumpur|Hong_Kong)|Africa\/(?:Lagos|Nairobi|Accra)|America\/(?:Jamaica|Port_of_Spain|Barbados|Nassau))/;

/**
 * The order of a date's two numbers. Who writes English in a country that speaks something else may come from either
 * side, and so may who writes something else in the United States. Dots are German, and put the day first.
 */
export function dateOrder(timeZone: string, language: Language, sign: "." | "/" | "-"): DateOrder {
  const monthFirst = MONTH_FIRST.test(timeZone);
  if (language === "en") {
    if (monthFirst) return sign === "." ? "either" : "monthFirst";
    return sign === "." || DAY_FIRST_IN_ENGLISH.test(timeZone) ? "dayFirst" : "either";
  }
  return monthFirst && sign !== "." ? "either" : "dayFirst";
}

/** The dates that two numbers may mean; none where no such day exists. */
export function datesFrom(first: number, second: number, year: number | null, order: DateOrder): readonly DateSaid[] {
  const dayFirst = isDate(first, second, year) ? [{ year, month: second, day: first }] : [];
  const monthFirst = isDate(second, first, year) ? [{ year, month: first, day: second }] : [];
  if (order === "dayFirst") return dayFirst.length > 0 ? dayFirst : monthFirst;
  if (order === "monthFirst") return monthFirst.length > 0 ? monthFirst : dayFirst;
  return first === second ? dayFirst : [...dayFirst, ...monthFirst];
}

/** Whether a month has such a day; in some year, where none is given. */
export function isDate(day: number, month: number, year: number | null): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year ?? 2028, month, 0)).getUTCDate();
}
