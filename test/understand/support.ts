import { instant } from "../../src/clock.ts";
import { indexNames } from "../../src/plant/who/naming.ts";
import { NO_VOCABULARY, type Vocabulary } from "../../src/understand/text/vocabulary.ts";
import type { Context } from "../../src/understand/understand.ts";
import { understand } from "../../src/understand/understand.ts";

/** A small packaging plant: three assets, a line, two people, three shifts. */
export const plantWords: Vocabulary = {
  ...NO_VOCABULARY,
  code: "HAM",
  assets: indexNames([
    { id: "plc-12", name: "PLC-12", aliases: ["filler plc"] },
    { id: "historian", name: "Historian", aliases: ["trend server"] },
    { id: "mes", name: "MES", aliases: ["mes server"] },
    { id: "hmi-3", name: "HMI line 3", aliases: ["hmi 3", "line 3 hmi"] },
  ]),
  lines: indexNames([{ id: "line-3", name: "Line 3", aliases: ["L3"] }]),
  people: indexNames([{ id: "jana", name: "Jana Berg", aliases: ["Jana"] }]),
  timeZone: "Europe/Berlin",
  shifts: [
    { id: "early", name: "early", from: "06:00", to: "14:00" },
    { id: "late", name: "late", from: "14:00", to: "22:00" },
    { id: "night", name: "night", from: "22:00", to: "06:00" },
  ],
};

/** A Monday, in the early afternoon. */
export const monday: Context = { vocabulary: plantWords, now: instant("2026-11-23T13:05:00+01:00") };

/** Reads as the rule it checks: `given("502 to plc12 pls").intent`. */
export const given = (text: string) => understand(text, monday);
