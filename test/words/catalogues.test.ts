import { readdirSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { CATALOGUES } from "../../src/words/catalogues.ts";
import { QUOTATION_MARKS } from "../../src/words/quoted.ts";
import { LANGUAGES } from "../../src/words/reader.ts";

const { en, ...others } = CATALOGUES;
const keys = Object.entries(en).map(([key, text]) => ({ key, text }));
const translations = Object.entries(others).flatMap(([language, catalogue]) =>
  Object.entries(catalogue).map(([key, text]) => ({ language, key, text })),
);

/** What is different by how people are spoken to. */
const SPOKEN_TO = /\{you, select, informal \{[^{}]*\} other \{(?<formal>[^{}]*)\}\}/g;

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names in a message. `you` is always known. What only counts is needed by some languages and by others not. */
function namesIn(text: string): { readonly all: ReadonlySet<string>; readonly needed: readonly string[] } {
  const ast = new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst();
  const found = ast.flatMap(namesOf).filter(({ name }) => name !== "you");
  const needed = found.filter(({ isCount }) => !isCount).map(({ name }) => name);
  return { all: new Set(found.map(({ name }) => name)), needed };
}

type Name = { readonly name: string; readonly isCount: boolean };

/** A text has none, the number sign neither; what chooses has its own and those of its options. */
function namesOf(part: Part): readonly Name[] {
  if (part.type === 0 || part.type === 7) return [];
  const own = { name: part.value, isCount: part.type === 6 };
  if (part.type !== 5 && part.type !== 6) return [own];
  return [own, ...Object.values(part.options).flatMap((option) => option.value.flatMap(namesOf))];
}

function saysTheSame(one: string, other: string): boolean {
  const [first, second] = [namesIn(one), namesIn(other)];
  return first.needed.every((name) => second.all.has(name)) && second.needed.every((name) => first.all.has(name));
}

describe("everything Referee says", () => {
  test("is said in every language there is", () => {
    expect(Object.keys(CATALOGUES)).toEqual([...LANGUAGES]);
    for (const catalogue of Object.values(others)) expect(Object.keys(catalogue)).toEqual(Object.keys(en));
  });

  test("can be read, and names the same things in every language", () => {
    const english = new Map<string, string>(keys.map(({ key, text }) => [key, text]));
    const wrong = translations.filter(({ key, text }) => !saysTheSame(text, english.get(key) ?? ""));
    expect(wrong).toEqual([]);
  });

  test("is no longer in German or Spanish than a card can bear", () => {
    const english = new Map<string, string>(keys.map(({ key, text }) => [key, text]));
    const said = translations.map((each) => ({ ...each, text: each.text.replace(SPOKEN_TO, "$<formal>") }));
    const tooLong = said.filter(({ key, text }) => text.length > 30 + 1.7 * (english.get(key) ?? "").length);
    expect(tooLong).toEqual([]);
  });

  test("has the quotation marks of its own language alone", () => {
    const marks: readonly string[] = Object.values(QUOTATION_MARKS).flat();
    const foreign = [...keys.map((each) => ({ language: "en", ...each })), ...translations].flatMap(
      ({ language, key, text }) => {
        const own: readonly string[] = Object.entries(QUOTATION_MARKS).find(([each]) => each === language)?.[1] ?? [];
        return marks.some((mark) => !own.includes(mark) && text.includes(mark)) ? [`${language} ${key}`] : [];
      },
    );
    expect(foreign).toEqual([]);
  });

  test("has nothing that begins or ends with a space, and no straight quotation marks", () => {
    const all = [...keys, ...translations];
    expect(all.filter(({ text }) => text !== text.trim() || text === "" || text.includes('"'))).toEqual([]);
  });

  test("stands under the name of its room", () => {
    const rooms = readdirSync("src/words/said").map((file) => file.replace(/\.ts$/, ""));
    expect(keys.filter(({ key }) => !rooms.includes(key.split(".")[0] ?? ""))).toEqual([]);
  });
});
