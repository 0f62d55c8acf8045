/** How long an hour, a day and so on are called, and how many milliseconds they last. Working days are not meant. */
const UNITS: readonly (readonly [forms: string, ms: number])[] = [
  ["minutes|minute|mins|min|minuten|minutos|minuto", 60_000],
  ["hours|hour|hrs|hr|h|std|stunden|stunde|horas|hora", 3_600_000],
  ["days|day|tage|tagen|tag|dias|dia", 86_400_000],
  ["weeks|week|wochen|woche|semanas|semana", 604_800_000],
];
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  half: 0.5,
  another: 1,
  ein: 1,
  eine: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
};
const COUNT = `\\d{1,3}(?:[.,]\\d)?|${Object.keys(NUMBER_WORDS).join("|")}`;
const UNIT = UNITS.map(([forms]) => forms).join("|");
const LENGTH = `(${COUNT})(?: more| weitere)?[ ]?(${UNIT})(?![a-z])`;
const FOR = new RegExp(
  `(?<![a-z])(?:for|fur|durante|por|about|another|weitere|the next|las proximas|up to)(?: the next| about| etwa| ca\\.?| unas?)? ${LENGTH}`,
);
const LASTING = new RegExp(
  `(?<![a-z\\d.,:])${LENGTH}(?: long| lang| vpn| session| max| zugriff)?(?! ago| old|s? later)`,
);
const IN_FUTURE = new RegExp(
  `(?<![a-z])(?:in|en|within|every|alle|cada|seit|since|vor|hace|ago|after|nach|last|past|letzten|all)(?: the)?(?: next| last)? ${LENGTH}`,
);

// "manana 10h", "bis 10h" name a time of day.
const TIME_OF_DAY =
  /(?:bis|hasta|um|at|till|until|manana|morgen|heute|hoy|today|tomorrow|ab|desde|las|-|to|a) ?\d{1,2} ?h(?![a-z])/;

/** A stretch of text and the time it lasts. */
export type SaidDuration = { readonly start: number; readonly end: number; readonly ms: number };

/** "for 2 h", "30 min", "zwei Tage lang". "In two hours", "every 5 min" and "since 10 min" are not durations. */
export function findDuration(folded: string): SaidDuration | null {
  const match = FOR.exec(folded) ?? (IN_FUTURE.test(folded) || TIME_OF_DAY.test(folded) ? null : LASTING.exec(folded));
  const [said, count, unit] = match ?? [];
  if (match === null || match === undefined || said === undefined || count === undefined || unit === undefined)
    return null;
  const ms = countOf(count) * msOf(unit);
  return ms > 0 ? { start: match.index, end: match.index + said.length, ms: Math.round(ms) } : null;
}

function countOf(count: string): number {
  return NUMBER_WORDS[count] ?? Number(count.replace(",", "."));
}

function msOf(unit: string): number {
  return UNITS.find(([forms]) => forms.split("|").includes(unit))?.[1] ?? 0;
}

const DAYS =
  "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|today|tomorrow|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy";
const MONTH =
  "jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
const AT = `(?:${DAYS}|at|um|bis|hasta|hasta las|a las|las|till|until|til|by|ab|from|von|desde|gegen|around|-|to|a)`;
const NOT_A_DATE = `(?! ?(?:${MONTH}))`;
const SHORT_DAYS: readonly (readonly [short: string, long: string])[] = [
  ["mo", "montag"],
  ["di", "dienstag"],
  ["mi", "mittwoch"],
  ["do", "donnerstag"],
  ["fr", "freitag"],
  ["sa", "samstag"],
  ["so", "sonntag"],
];

const REWRITES: readonly (readonly [form: RegExp, as: string])[] = [
  ...SHORT_DAYS.map(
    ([short, long]) =>
      [new RegExp(`(?<![a-z])${short}\\.?,? (?=\\d{1,2}(?:[:.]| ?uhr|h| ?-))`, "g"), `${long} `] as const,
  ),
  // 1400-1600
  [/(?<!\d)([01]\d|2[0-4])([0-5]\d) ?(?:-|to|bis) ?([01]\d|2[0-4])([0-5]\d)(?!\d)/g, "$1:$2 - $3:$4"],
  // till 1800
  [/(until|till|til|bis|hasta|by) ([01]\d|2[0-3])([0-5]\d)(?![\d-])/g, "$1 $2:$3"],
  // between 8 and 12
  [
    new RegExp(
      `(?:between|zwischen|entre(?: las)?|from|von|de) (\\d{1,2})(:\\d\\d)? (?:and|und|y(?: las)?|to|bis|a(?: las)?) (\\d{1,2})(:\\d\\d)?(?: uhr| h|h)?(?![\\d.:/])${NOT_A_DATE}`,
      "g",
    ),
    "$1$2 - $3$4",
  ],
  // thursday 9 to 11
  [
    new RegExp(
      `(${DAYS}),? (\\d{1,2})(?: ?uhr| ?h)? ?(?:-|to|bis|a|till|until) ?(\\d{1,2})(?: ?uhr| ?h)?(?![\\d.:/])${NOT_A_DATE}`,
      "g",
    ),
    "$1 $2:00 - $3:00",
  ],
  [new RegExp(`(?<![\\d.:-])(\\d{1,2}) - (\\d{1,2})(?: ?uhr| ?h)?(?![\\d.:-])${NOT_A_DATE}`, "g"), "$1:00 - $2:00"],
  // 2026-12-12 22-24
  [/(\d{4}-\d\d-\d\d),? (\d{1,2}) ?(?:-|to|bis|a) ?(\d{1,2})(?![\d.:/-])/g, "$1 $2:00 - $3:00"],
  [/(?<!\d)24:00(?!\d)/g, "23:59"],
  // in 2 h
  [/(?<![a-z])(in|en) (\d{1,2}) ?(?:h|hrs|std)(?![a-z])/g, "$1 $2 hours"],
  // 22 uhr; um 10h, manana 10h
  [/(?<![\d.:])(\d{1,2}) ?uhr(?![a-z\d])/g, "$1:00"],
  [new RegExp(`(?<![a-z])(${AT}) ?(\\d{1,2})[ ]?(?:h|hrs)(?![a-z\\d])`, "g"), "$1 $2:00"],
  [/(?<![\d.:])(\d{1,2})[.h](\d\d)[ ]?(?:uhr|h)(?![a-z\d])/g, "$1:$2"],
  [
    /(?<![a-z])(?:fruh am morgen|in der fruh|fruh|por la manana|a primera hora|temprano|first thing)(?![a-z])/g,
    "06:00",
  ],
  [/(?<![a-z])(?:por la noche|in der nacht|nachts)(?![a-z])/g, "22:00"],
  [/(?<![a-z])(?:por la tarde|nachmittags?)(?![a-z])/g, "15:00"],
  [/(?<![a-z])(?:a mediodia|al mediodia|mittags)(?![a-z])/g, "12:00"],
];
const DAY_MONTH = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?!\d)/g;
const OPEN_HOUR =
  /(until|till|til|bis|hasta(?: las)?|by) (\d{1,2})(?=$|[ ,;!?)]|\.(?!\d))(?! ?(?:am|pm|a\.m|p\.m|uhr|h\b|o'clock|min|hours|days|weeks|stunden|tage|horas|dias|-|<|more|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|de |\.))/g;

/** The same text in forms the date library reads rightly; lengths may differ. `year` is what "31.12." is short of. */
export function rewriteTimes(
  folded: string,
  today: { readonly year: number; readonly month: number; readonly day: number },
): string {
  const dated = folded.replace(
    DAY_MONTH,
    (said, day: string, month: string, year?: string) => isoDay(Number(day), Number(month), year, today) ?? said,
  );
  return REWRITES.reduce((text, [form, as]) => text.replace(form, as), dated).replace(
    OPEN_HOUR,
    (said, word: string, hour: string) => (Number(hour) > 24 ? said : `${word} at ${hour}`),
  );
}

function isoDay(
  day: number,
  month: number,
  year: string | undefined,
  today: { readonly year: number; readonly month: number; readonly day: number },
): string | null {
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const passed = month < today.month || (month === today.month && day < today.day);
  const full = year === undefined ? today.year + (passed ? 1 : 0) : Number(year) + (year.length === 2 ? 2000 : 0);
  return `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
