import fc from "fast-check";
import { instant } from "../../../src/clock.ts";
import { fold, READ_CHARS } from "../../../src/understand/text/fold.ts";
import { findTimes } from "../../../src/understand/time/findTimes.ts";
import type { SaidTime } from "../../../src/understand/time/said.ts";
import { anySignOrHalf } from "../../support/anyText.ts";
import { cpuMs } from "../../support/cpuTime.ts";

const plant = {
  timeZone: "Europe/Berlin",
  shifts: [{ id: "early", name: "early", from: "06:00", to: "14:00" }],
};
const now = instant("2026-11-23T08:00:00+01:00");

const pieces = fc.constantFrom(
  ..."until|bis|hasta|to|from|von|de|a las|at|um|on|am|el|the|next|nächste|que viene|week|Woche|semana|in|vor|nach".split(
    "|",
  ),
  ..."friday|Fr|mar|so|morgen|mañana|tonight|Nacht|noche|noon|Mitternacht|weekend|end of|Ende|early shift|or|not".split(
    "|",
  ),
  ..."8|22|4th|4.|5.12.|12/11|31/11|2026-12-05|2026|1430|8:00|25:99|8.30|24:00|2 h|30 min|pm|Uhr|CET|GMT+5:30".split(
    "|",
  ),
  ...",|.|-|/|(|)|\n|_____|@|&|dec|Dezember|every|seit|kurz vor|halb|half|dienstags|KW 49|99999999999|0.0.0".split("|"),
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" ")),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: anySignOrHalf, maxLength: 200 }),
);
const language = fc.constantFrom("en" as const, "de" as const, "es" as const);

const instantOf = (time: SaidTime | null) => (time?.type === "instant" ? time.at : null);

describe("any words of time at all", () => {
  test("are read without an error, and never to an end before its beginning", () => {
    fc.assert(
      fc.property(text, language, (said, spoken) => {
        const times = findTimes(fold(said), { plant: { ...plant, language: spoken }, now });
        const [start, end] = [instantOf(times.from ?? times.at), instantOf(times.until)];
        expect(start === null || end === null || start < end).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    "8:00 ",
    "until ",
    "friday ",
    "5.12. ",
    "12/11 ",
    "the on at ",
    "8 - ",
    "in 2 h ",
    "next ",
    "1.",
    "nacht von ",
  ])("are read at once when '%s' is repeated", (piece) => {
    const long = piece.repeat(READ_CHARS / piece.length);
    expect(cpuMs(() => findTimes(fold(long), { plant, now }))).toBeLessThan(1_000); // takes some 10 ms
  });
});
