import { readFileSync } from "node:fs";
import { z } from "zod";
import { instant } from "../../../src/clock.ts";
import { outputOf } from "../../../src/understand/output.ts";
import { understand } from "../../../src/understand/understand.ts";
import { plantWords } from "../support.ts";

/** A text, when and where it is written, and what is right: local times without their offset, days alone, or "ask". */
const Line = z.object({
  now: z.string(),
  zone: z.string().optional(),
  language: z.enum(["en", "de", "es"]),
  kind: z.string().optional(),
  text: z.string(),
  at: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  /** Any of the three must be asked for. */
  ask: z.literal(true).optional(),
});
type Line = z.infer<typeof Line>;

function linesOf(file: string): readonly Line[] {
  const text = readFileSync(`test/understand/time/${file}.jsonl`, "utf8").trim();
  return text.split("\n").map((line) => Line.parse(JSON.parse(line)));
}

type Times = Pick<Line, "at" | "from" | "until">;

/** As `npm run understand` would print it, without offsets. */
function read({ now, zone, language, text }: Line): Times {
  const [, iso = "", bracket] = /^([^[]+)(?:\[(.+)\])?$/.exec(now) ?? [];
  const timeZone = zone ?? bracket ?? "Europe/Berlin";
  const vocabulary = { ...plantWords, timeZone, language };
  const { slots } = outputOf("1", understand(text, { vocabulary, now: instant(iso) }), timeZone);
  const plain = (time: string | null) => (time === null ? {} : time.replace(/(T\d\d:\d\d).*/, "$1"));
  const times = Object.entries({ at: slots.at, from: slots.from, until: slots.until });
  return Object.fromEntries(times.flatMap(([slot, time]) => (time === null ? [] : [[slot, plain(time)]])));
}

const rightOf = ({ at, from, until }: Line): Times => ({
  ...(at === undefined ? {} : { at }),
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

const isAsked = (times: Times) => Object.values(times).includes("ask");

const phrases = linesOf("phrases");
const kinds = [...new Set(phrases.map(({ kind = "" }) => kind))];

describe("times as people write them, in English, German and Spanish", () => {
  test.each(kinds)("are right, or asked: %s", (kind) => {
    const lines = phrases.filter((line) => line.kind === kind);
    const said = lines.map((line) => ({ text: line.text, language: line.language, now: line.now, ...read(line) }));
    const right = lines.map((line) => ({ text: line.text, language: line.language, now: line.now, ...rightOf(line) }));
    expect(said).toEqual(right);
  });
});

// Written by somebody who saw neither the reader nor the phrases above; looked at in totals only. Keep it so.
describe("times that the reader was not made from", () => {
  const unseen = linesOf("unseen").map((line) => ({ line, times: read(line) }));
  const isRight = ({ line, times }: (typeof unseen)[number]) =>
    line.ask === true ? isAsked(times) : JSON.stringify(rightOf(line)) === JSON.stringify(times);
  const isWrong = ({ line, times }: (typeof unseen)[number]) =>
    Object.entries(times).some(
      ([slot, time]) => time !== "ask" && time !== Object.entries(line).find(([key]) => key === slot)?.[1],
    );

  test("are right in at least 85 of a hundred", () => {
    expect(unseen.filter(isRight).length / unseen.length).toBeGreaterThanOrEqual(0.85);
  });

  test("become another time in at most 7 of a hundred", () => {
    expect(unseen.filter(isWrong).length / unseen.length).toBeLessThanOrEqual(0.07);
  });
});
