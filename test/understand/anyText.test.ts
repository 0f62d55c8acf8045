import fc from "fast-check";
import { LABELS } from "../../src/understand/labels.ts";
import { fold } from "../../src/understand/text/fold.ts";
import { anySignOrHalf } from "../support/anyText.ts";
import { given } from "./support.ts";

const LONG = 40_000;
const pieces = fc.constantFrom(
  "502",
  ":",
  ".",
  "/",
  "-",
  "10.1.1.1",
  "please ",
  "not ",
  "until ",
  "\n",
  '"',
  "#",
  "<",
  ">",
  "a",
  " ",
  "port ",
  "\u200b",
  "\ud800",
  "if the ",
  "@",
  "(",
  "password: ",
  "=",
  "ä",
  "8 - 9 ",
  "monday ",
  "{",
  "e",
  "'",
  "how do i ",
  "1",
  "->",
);

describe("any text at all", () => {
  test("is read without an error, as something known, with a reason", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anySignOrHalf, maxLength: 400 }),
          fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const reading = given(text);
          expect(LABELS).toContain(reading.intent);
          expect(reading.candidates.length).toBeLessThanOrEqual(4);
          expect(reading.because.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("is folded to the same length, so that places in both agree", () => {
    fc.assert(
      fc.property(fc.string({ unit: anySignOrHalf, maxLength: 300 }), (text) => fold(text).length === text.length),
    );
  });

  test("names only ports that exist", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { ports } = given(parts.join("")).slots;
        expect(ports.every(({ from, to }) => from >= 1 && from <= to && to <= 65_535)).toBe(true);
      }),
    );
  });

  test.each([
    { name: "one letter", text: "a".repeat(LONG) },
    { name: "dots and digits", text: "1.".repeat(LONG / 2) },
    { name: "spaces", text: " ".repeat(LONG) },
    { name: "an unfinished quotation", text: `"${"x ".repeat(LONG / 2)}` },
    { name: "an unfinished private key", text: `-----BEGIN PRIVATE KEY-----${"A".repeat(LONG)}` },
    { name: "half conditions", text: "if the when the ".repeat(LONG / 16) },
    { name: "slashes", text: "a/".repeat(LONG / 2) },
  ])("may be 40,000 characters of $name", ({ text }) => {
    expect(given(text).because).not.toEqual([]);
  });
});
