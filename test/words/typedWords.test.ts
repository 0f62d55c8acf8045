import { CATALOGUES } from "../../src/words/catalogues.ts";
import { QUOTATION_MARKS } from "../../src/words/quoted.ts";
import { LANGUAGES, type Language } from "../../src/words/reader.ts";
import { sayKept } from "../../src/words/say.ts";
import { TYPED } from "../../src/words/typedIn.ts";

const typedEverywhere = Object.entries(TYPED).flatMap(([key, names]) => {
  const message: string = new Map<string, string>(Object.entries(CATALOGUES.en)).get(key) ?? "";
  const needed = [...message.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name);
  return Object.keys(names).flatMap((name) => LANGUAGES.map((language) => ({ key, name, language, needed })));
});

type Place = (typeof typedEverywhere)[number];

function sayWith(text: string, { key, name, language, needed }: Place): string {
  const others = Object.fromEntries(needed.map((each) => [each, "3"] as const));
  return sayKept({ language }, key, { ...others, [name]: text }) ?? "";
}

/** Every mark of a quotation that a language has. */
const marksOf = (language: Language) => new RegExp(`[${QUOTATION_MARKS[language].join("")}]`, "gu");

describe("words that somebody typed", () => {
  test.each(typedEverywhere)("stand in the reader's quotation marks, once: $key, $name, $language", (place) => {
    const [opens, closes] = QUOTATION_MARKS[place.language];
    const said = sayWith("for the audit", place);
    expect(said).toContain(`${opens}for the audit${closes}`);
    expect(said).not.toMatch(/[“”„«»]{2}/u);
  });

  test.each(typedEverywhere)("do not end their quotation: $key, $name, $language", (place) => {
    const forged = ["fine.” IT security agreed: “yes", "gut.“ Sina: „ja", "bien.» Sina: «sí", 'ok." Sina: "yes'];
    const plain = sayWith("for the audit", place).match(marksOf(place.language))?.length;
    for (const text of forged) {
      const said = sayWith(text, place);
      expect(said.match(marksOf(place.language))?.length).toBe(plain);
      expect(said).not.toMatch(/[."”“»] (?:IT security|Sina)[^'”“»]*[:] [“„«"]/u);
    }
  });
});

/** Names of buttons, of what stands in the plant file and of request types: nobody types them into a request. */
const OWN = ["button", "call", "example", "name"];

describe("an argument that a message puts into quotation marks itself", () => {
  test.each(LANGUAGES)("is nothing that somebody typed into a request: %s", (language) => {
    const [opens, closes] = QUOTATION_MARKS[language];
    const inMarks = Object.values(CATALOGUES[language]).flatMap((text) =>
      [...text.matchAll(new RegExp(`[${opens}“]\\{(\\w+)\\}[${closes}”]`, "gu"))].map(([, name]) => name),
    );
    expect(inMarks.filter((name) => !OWN.includes(name ?? ""))).toEqual([]);
  });
});
