import fc from "fast-check";

/** Signs that naive code breaks: of several characters, without width, read from the right, longer in capitals. */
const TRICKY = [
  "e\u0301",
  "👩\u200d🏭",
  "🇩🇪",
  "ß",
  "İ",
  "ﬃ",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\u0000",
  "\t",
  "\n",
  "\r\n",
];
const LONE_HALVES = ["\ud83d", "\udc00"];

const ascii = codePoints(0x20, 0x7e);
const anywhere = fc.oneof(codePoints(0, 0xd7ff), codePoints(0xe000, 0x10ffff));

function codePoints(min: number, max: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((code) => String.fromCodePoint(code), codePointOf);
}

/** The way back lets fast-check try words that are dangerous in JavaScript, such as `__proto__`. */
function codePointOf(sign: unknown): number {
  return (typeof sign === "string" ? sign.codePointAt(0) : undefined) ?? -1;
}

/**
 * One sign of any script, often of ours. Use these in place of fast-check's units: those list all of Unicode first,
 * which takes each suite longer than its tests do.
 */
export const anySign: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: ascii },
  { weight: 1, arbitrary: fc.constantFrom(...TRICKY) },
  { weight: 1, arbitrary: anywhere },
);

/** Halves of a sign too, as come from text that was cut by length. */
export const anySignOrHalf: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: anySign },
  { weight: 1, arbitrary: fc.constantFrom(...LONE_HALVES) },
);
