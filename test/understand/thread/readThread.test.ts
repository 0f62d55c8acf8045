import { readFileSync } from "node:fs";
import fc from "fast-check";
import { z } from "zod";
import { isDecision, type Meaning } from "../../../src/understand/thread/meaning.ts";
import { readThread } from "../../../src/understand/thread/readThread.ts";
import { anySignOrHalf } from "../../support/anyText.ts";

const rowsOf = <T>(file: string, row: z.ZodType<T>): readonly T[] =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => row.parse(JSON.parse(line)));

/** Written before any rule, by the rules' author. `+`: a yes with a condition. */
const SENTENCES = rowsOf("sentences.jsonl", z.object({ text: z.string(), means: z.string() }));
/** Of what can be done about a no, a ruling, a step, a review and an agreement; written after the rules, without them in sight. */
const DISPUTES = rowsOf("disputes.jsonl", z.object({ text: z.string(), means: z.string() }));
/** What people write beside requests, and decides nothing. */
const COMMENTS = rowsOf("comments.jsonl", z.object({ text: z.string() }));

const isRight = ({ text, means }: (typeof SENTENCES)[number]) => {
  const { meanings, condition } = readThread(text);
  const isMeant = meanings.some((meaning) => meaning === means.replace("+", ""));
  return isMeant && (!means.endsWith("+") || condition !== null);
};

describe("what people write in the thread of a request", () => {
  test("is read as what they mean, in three languages", () => {
    const missed = SENTENCES.filter((sentence) => !isRight(sentence)).map(({ text }) => text);
    expect(SENTENCES.length).toBeGreaterThanOrEqual(280);
    expect(missed.length).toBeLessThanOrEqual(6);
  });

  test("is read so about what is disputed, too", () => {
    expect(DISPUTES.filter((sentence) => !isRight(sentence)).map(({ text }) => text)).toEqual([]);
  });

  test("is taken for no decision when it only speaks of one", () => {
    const decided = COMMENTS.filter(({ text }) => readThread(text).meanings.some(isDecision));
    expect(COMMENTS.length).toBeGreaterThanOrEqual(160);
    expect(decided).toEqual([]);
  });

  test.each<[string, readonly Meaning[]]>([
    ["Done 👍", ["done", "approve"]],
    ["never mind, running again", ["withdraw", "runningAgain"]],
    ["yes but only until 18:00", ["approve", "change"]],
    ["approved :+1::skin-tone-3:", ["approve"]],
    ["HAM-2 approved", ["approve"]],
    ["HAM-142: until friday", ["change"]],
    ["close HAM-1 now", ["cutOff"]],
    ["sí a ambos", ["approve"]],
    ["si ambos aprueban, se abre", []],
    ["ja, beides", ["approve"]],
    ["yes, both", ["approve"]],
    ["both", []],
    ["ambos funcionan", ["works"]],
    ["beides läuft", ["works"]],
    ["please remind them", ["nudge"]],
    ["remind me tomorrow", []],
    ["bitte nachfassen", ["nudge"]],
    ["recuérdaselo", ["nudge"]],
    ["go on despite the freeze, the line loses batches", ["goOn"]],
    ["trotz der Sperrzeit weitermachen", ["goOn"]],
    ["a pesar de la congelación", ["goOn"]],
    ["take it", ["take"]],
    ["ich übernehme", ["take"]],
  ])("“%s” fits %j", (text, meanings) => {
    expect(readThread(text, "HAM").meanings).toEqual(meanings);
  });

  test.each([
    ["denied, do it via the DMZ", "do it via the DMZ", null],
    ["ok but read only until Friday", "but read only until Friday", "read only until Friday"],
    ["ja, aber nur wenn Otto dabei ist", "aber nur wenn Otto dabei ist", "nur wenn Otto dabei ist"],
    ["hecho, regla 12", "regla 12", null],
    ["approved until 12:00", "", "until 12:00"],
  ])("“%s” says more than its verdict", (text, rest, condition) => {
    expect(readThread(text)).toMatchObject({ rest, condition });
  });

  test.each([
    '"approved"',
    "> approved",
    "„genehmigt“ steht im Ticket",
    "if you approve this, call me",
    "no, that was last week",
    "yes, 10.20.3.4",
    "who approved this?",
    "please approve it",
  ])("“%s” decides nothing", (text) => {
    expect(readThread(text).meanings.filter(isDecision)).toEqual([]);
  });

  test("any text at all is read, the same way every time, and what stands behind an answer stands in the text", () => {
    fc.assert(
      fc.property(fc.array(anySignOrHalf, { maxLength: 60 }), (signs) => {
        const text = signs.join("");
        const reading = readThread(text, "HAM");
        expect(readThread(text, "HAM")).toEqual(reading);
        expect(text).toContain(reading.rest);
        expect(text).toContain(reading.condition ?? "");
      }),
      { numRuns: 300 },
    );
  });
});
