import { readdirSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { CATALOGUES } from "../../src/words/catalogues.ts";
import { LANGUAGES } from "../../src/words/reader.ts";

const { en, ...others } = CATALOGUES;
const keys = Object.entries(en).map(([key, text]) => ({ key, text }));
const translations = Object.entries(others).flatMap(([language, catalogue]) =>
  Object.entries(catalogue).map(([key, text]) => ({ language, key, text })),
);

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names a message needs to be said, as its keys' types have them. `you` is always known. */
function namesIn(text: string): readonly string[] {
  const ast = new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst();
  return [...new Set(ast.flatMap(namesOf))].filter((name) => name !== "you").sort();
}

/** A text has none, the number sign neither; what chooses has its own and those of its options. */
function namesOf(part: Part): readonly string[] {
  if (part.type === 0 || part.type === 7) return [];
  if (part.type !== 5 && part.type !== 6) return [part.value];
  return [part.value, ...Object.values(part.options).flatMap((option) => option.value.flatMap(namesOf))];
}

describe("everything Referee says", () => {
  test("is said in every language there is", () => {
    expect(Object.keys(CATALOGUES)).toEqual([...LANGUAGES]);
    for (const catalogue of Object.values(others)) expect(Object.keys(catalogue)).toEqual(Object.keys(en));
  });

  test("can be read, and names the same things in every language", () => {
    const english = new Map(keys.map(({ key, text }) => [key, namesIn(text)]));
    const wrong = translations.filter(({ key, text }) => `${namesIn(text)}` !== `${english.get(key)}`);
    expect(wrong).toEqual([]);
  });

  test("is no longer in German or Spanish than a card can bear", () => {
    const english = new Map<string, string>(keys.map(({ key, text }) => [key, text]));
    const tooLong = translations.filter(({ key, text }) => text.length > 30 + 2.2 * (english.get(key) ?? "").length);
    expect(tooLong).toEqual([]);
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
