import type { ClockSaid, DateSaid } from "./said.ts";

/** A number of a text, by its form. */
export type NumberSaid =
  /** `digits`: how many were written. `ordinal`: "4th". */
  | { readonly is: "number"; readonly value: number; readonly digits: number; readonly ordinal: boolean }
  | { readonly is: "clock"; readonly clock: ClockSaid }
  | { readonly is: "date"; readonly date: DateSaid }
  /** "12/11", "5.12.": which of both is the day depends on where and how it is written. */
  | {
      readonly is: "numericDate";
      readonly first: number;
      readonly second: number;
      readonly year: number | null;
      readonly sign: "." | "/" | "-";
    }
  /** "8.30", "5.12": an hour or a date without its last dot. */
  | { readonly is: "dotted"; readonly first: number; readonly second: number; readonly secondDigits: number }
  /** Looks like a date and can be read in no one way. */
  | { readonly is: "noDate" }
  /** Distance from UTC in minutes behind an ISO time. */
  | { readonly is: "offset"; readonly minutes: number };

export type NumberForm = { readonly length: number; readonly said: readonly NumberSaid[] };

type Form = readonly [form: RegExp, read: (match: RegExpExecArray) => readonly NumberSaid[]];

const END = "(?![\\d]|[.:/-]\\d)";
const FORMS: readonly Form[] = [
  [
    /(\d{4})-(\d\d)-(\d\d)t(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:(z)|([+-])(\d\d):?(\d\d)?)?(?:\[[\w/+-]{1,40}\])?(?![\w:])/y,
    ([, year, month, day, hour, minute, z, sign, hours, minutes]) => [
      { is: "date", date: { year: Number(year), month: Number(month), day: Number(day) } },
      clock(Number(hour), Number(minute)),
      ...(z === undefined && sign === undefined ? [] : [offset(sign, hours, minutes)]),
    ],
  ],
  [
    new RegExp(`(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${END}`, "y"),
    ([, year, , month, day]) => [{ is: "date", date: { year: Number(year), month: Number(month), day: Number(day) } }],
  ],
  [
    /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d|[./:-]\d)/y,
    ([, first, sign, second, year = ""]) => numericDate(first, second, sign, year),
  ],
  [
    /(\d{1,2})\. ?(\d{1,2})\. ?(20\d\d)(?!\d)/y,
    ([, first, second, year = ""]) => numericDate(first, second, ".", year),
  ],
  [/(\d{1,2})\.(\d{1,2})\.(?!\d)/y, ([, first, second]) => dayMonth(first, second)],
  [/(\d{1,2})\. (\d{1,2})\.(?!\d)/y, ([, first, second]) => numericDate(first, second, ".", "")],
  [/(\d{1,2})\/(\d{1,2})(?![\d/]|[.:]\d)/y, ([, first, second]) => numericDate(first, second, "/", "")],
  [/(\d{1,2})[:h](\d\d)(?::\d\d)?(?!\d|[.:/]\d)/y, ([, hour, minute]) => [clock(Number(hour), Number(minute))]],
  [
    /(\d{1,2})\.(\d{1,2})(?!\d|[.:/]\d)/y,
    ([, first, second = ""]) => [
      { is: "dotted", first: Number(first), second: Number(second), secondDigits: second.length },
    ],
  ],
  [/(\d{1,2})(?:st|nd|rd|th|er|ro|o)(?![a-z\d])/y, ([, value]) => [number(Number(value), 2, true)]],
  [
    /(20[2-9]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\d.,:/-])/y,
    ([, year, month, day]) => [{ is: "date", date: { year: Number(year), month: Number(month), day: Number(day) } }],
  ],
  [/(\d{1,2}),(\d\d)(?= ?(?:uhr|h)(?![a-z]))/y, ([, hour, minute]) => [clock(Number(hour), Number(minute))]],
  [/(\d{1,3}),(\d)(?!\d)/y, ([, whole, tenth]) => [number(Number(`${whole}.${tenth}`), 3, false)]],
  [/(\d{1,4})(?!\d|[.,:/]\d)/y, ([, value = ""]) => [number(Number(value), value.length, false)]],
];
// Addresses, versions, interfaces, long numbers: to be stepped over as a whole.
const OTHER = /\d[\d.:/_-]*/y;

/** The number that begins at a place of a folded text; nothing is said by one that is no time. */
export function numberAt(text: string, at: number): NumberForm {
  for (const [form, read] of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match !== null) return { length: match[0].length, said: read(match) };
  }
  OTHER.lastIndex = at;
  return { length: OTHER.exec(text)?.[0].length ?? 1, said: [] };
}

function clock(hour: number, minute: number): NumberSaid {
  return { is: "clock", clock: { hour, minute, form: "written" } };
}

function number(value: number, digits: number, ordinal: boolean): NumberSaid {
  return { is: "number", value, digits, ordinal };
}

function offset(sign = "+", hours = "0", minutes = "0"): NumberSaid {
  return { is: "offset", minutes: (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) };
}

/** "5.12." is a date; "18.30." is an hour at the end of a sentence. */
function dayMonth(first = "", second = ""): readonly NumberSaid[] {
  if (Number(second) > 12 && second.length === 2 && Number(first) <= 24)
    return [{ is: "dotted", first: Number(first), second: Number(second), secondDigits: 2 }];
  return numericDate(first, second, ".", "");
}

function numericDate(first = "", second = "", sign = ".", year = ""): readonly NumberSaid[] {
  const full = year === "" ? null : Number(year) + (year.length === 2 ? 2000 : 0);
  const kind = sign === "/" || sign === "-" ? sign : ".";
  // "26-12-05" may begin with its year or its day.
  if (kind === "-" && year.length === 2 && Number(first) >= 25) return [{ is: "noDate" }];
  return [{ is: "numericDate", first: Number(first), second: Number(second), year: full, sign: kind }];
}
