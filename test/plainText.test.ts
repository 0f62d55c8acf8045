import fc from "fast-check";
import { cutText, oneLine, unquoted, visibleJson } from "../src/plainText.ts";
import { anySign, anySignOrHalf } from "./support/anyText.ts";
import { cpuMs } from "./support/cpuTime.ts";

describe("a text as one line", () => {
  test.each([
    ["a line break of any kind", "a\nb\r\nc\u2028d\u2029e\u0085f\vg\fh", "a b c d e f g h"],
    ["a gap wide enough to push on", `a${" ".repeat(80)}b\u2003\u2003c\t\td`, "a b c d"],
    ["a mark of a card", "✓ yes ● on ○ off ✅ ok ☑\ufe0f", "· yes · on · off · ok ·"],
    ["signs that turn the reading round", "exe.\u202egpj\u200f \u2066x\u2069", "exe.gpj x"],
    ["signs without width", "O\u200btto\u2060\ufeff\u00ad\u3164", "Otto"],
    [
      "selectors of variants, fillers and joiners of other scripts",
      "O\u034ft\ufe00t\ufe0fo\u{e0100}\u17b4\u180b\u2065\ufff0\ufffc\u{1d159}",
      "Otto",
    ],
    [
      "marks that look like those of a card",
      "⍻ yes 🗹 on ⮽ off ⨯ no ⦿ a ◌ b ✔\ufe0e c",
      "· yes · on · off · no · a · b · c",
    ],
    ["half a character", "ok \ud83d", "ok"],
    ["accents piled up", `a${"\u0301".repeat(40)}b`, `a${"\u0301".repeat(4)}b`],
  ])("loses %s", (_, typed, shown) => {
    expect(oneLine(typed)).toBe(shown);
  });

  test("keeps what people write on purpose", () => {
    for (const text of [
      "❤\ufe0f 3\ufe0f\u20e3 ☎\ufe0e 5 × 4 – 2 • 1",
      "040\u00a0123\u00a0456",
      "👩\u200d🏭 and 👨🏽\u200d🚒",
      "Ünïcödé, 日本語 – “so”",
      "10.0.0.0/8",
    ])
      expect(oneLine(text)).toBe(text);
  });

  test("is the same when it is made plain again", () => {
    fc.assert(fc.property(fc.string({ unit: anySignOrHalf }), (text) => oneLine(oneLine(text)) === oneLine(text)));
  });

  test("is made in time that grows with its length alone", () => {
    const long = 200_000;
    for (const text of [
      " ".repeat(long),
      "\n ".repeat(long),
      "\u00a0".repeat(long),
      "a\u0301".repeat(long),
      "✓".repeat(long),
    ]) {
      expect(cpuMs(() => oneLine(text))).toBeLessThan(1_000);
    }
  });
});

describe("a text within a quotation", () => {
  test.each([
    ['replace the 24" valve', "replace the 24 in valve"],
    ["24\"x36\" plate, 1½″ pipe, 2'' hose", "24 in x36 in plate, 1½ in pipe, 2 in hose"],
    [`6' 2" long, 5′6″`, "6' 2 in long, 5′6 in"],
    ['says "line 3" is down', "says 'line 3' is down"],
    ["sagt „Linie 3“ steht, “PLC 2” auch", "sagt 'Linie 3' steht, 'PLC 2' auch"],
    ['"the 24" valve" leaks', "'the 24 in valve' leaks"],
    ['until 9" and “yes', "until 9 in and 'yes"],
  ])("keeps inches and has no marks of its own: %s", (text, shown) => {
    expect(unquoted(text)).toBe(shown);
  });

  test("never ends it, whatever stands side by side, and is the same when it is made so again", () => {
    const unit = fc.constantFrom(...`"“”„«»″״'’′\`,1½a .(-\n\u200b`);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const shown = unquoted(text);
        expect(shown).not.toMatch(/["“”„«»″״]|['’′`]{2}|,,/u);
        expect(unquoted(shown)).toBe(shown);
      }),
    );
  });

  test("is made in time that grows with its length alone", () => {
    for (const text of ['1"'.repeat(50_000), '"'.repeat(100_000), ' "a'.repeat(50_000), "'".repeat(100_001)])
      expect(cpuMs(() => unquoted(text))).toBeLessThan(1_000);
  });
});

describe("a text that is cut", () => {
  test("ends with an ellipsis, and never with half a character", () => {
    expect(cutText("a".repeat(10), 10)).toBe("a".repeat(10));
    expect(cutText("a".repeat(11), 10)).toBe(`${"a".repeat(9)}…`);
    expect(cutText(`${"a".repeat(8)}🔥bc`, 10)).toBe(`${"a".repeat(8)}…`);
    expect(cutText(`${"a".repeat(6)}👩\u200d🏭bc`, 10)).toBe(`${"a".repeat(6)}…`);
    expect(cutText(`${"a".repeat(7)}🇩🇪bcd`, 11)).toBe(`${"a".repeat(7)}…`);
  });

  test("fits, begins as the text does, and holds no half of a sign", () => {
    fc.assert(
      fc.property(fc.string({ unit: anySign, maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (text, most) => {
        const cut = cutText(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(/\p{Cs}/u);
        expect(text.startsWith(cut.replace(/…$/, "")) || cut === text).toBe(true);
      }),
    );
  });
});

test("a line of JSON reads as the same, and has nothing unseen and no other end of a line in it", () => {
  const text = "a\u2028✓ b\u202ec\u0085d\u{e0001}e\nf";
  const line = visibleJson(JSON.stringify({ text }));
  expect(JSON.parse(line)).toEqual({ text });
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  expect(visibleJson("{}\n")).toBe("{}\n");
});
