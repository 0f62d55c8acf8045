import { languageHere } from "./words.ts";

/** With the day before the month, in English too. */
const LOCALES = { en: "en-GB", de: "de", es: "es" } as const;

/** `13:05`, as the plant's clocks show it. */
export function timeOfDay(at: number, timeZone: string): string {
  return format(at, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** `Mon 23 Nov`. */
export function day(at: number, timeZone: string): string {
  return `${weekday(at, timeZone)} ${date(at, timeZone)}`;
}

/** `Mon`. */
export function weekday(at: number, timeZone: string): string {
  return format(at, { timeZone, weekday: "short" });
}

/** `23 Nov`. */
export function date(at: number, timeZone: string): string {
  return format(at, { timeZone, day: "numeric", month: "short" });
}

/** `Mon 23 Nov 13:05`. */
export function dayAndTime(at: number, timeZone: string): string {
  return `${day(at, timeZone)} ${timeOfDay(at, timeZone)}`;
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[languageHere()], options).format(at).replace(",", "");
}
