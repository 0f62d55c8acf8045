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

/**
 * What messages put into marks themselves, each by its key: names of buttons, of request types and of freezes in the plant file, an
 * example and a code of Referee's own. Nobody types them into a request. A new one is looked at before it stands here.
 */
const OWN = [
  ...["draft.offer", "draft.offerBecause", "draft.readAs", "draft.readAsBecause", "refused.inactive"].map(ofName),
  ...["freeze.after", "freeze.allTheSame", "freeze.notBefore", "freeze.notThen", "freeze.overBefore"].map(ofName),
  ...["duty.freeze", "notes.duringFreeze", "opsWords.frozen", "opsWords.frozenOver", "presence.fileFreeze"].map(ofName),
  ...["thread.draftKeeps", "thread.kept", "thread.wayChange", "thread.wayCutOff"].map(ofButton),
  ...["thread.wayNote", "thread.wayWithdraw"].map(ofButton),
  ...[
    "alone.whichKey example",
    "draft.oneTap call",
    "linking.asks code",
    "linking.asksFrom code",
    "linking.offer code",
  ],
];

function ofName(key: string): string {
  return `${key} name`;
}

function ofButton(key: string): string {
  return `${key} button`;
}

/** Every argument between quotation marks of a message, by its key, whatever stands there beside it. */
function inMarks(language: Language, catalogue: Readonly<Record<string, string>>): readonly string[] {
  const [opens, closes] = QUOTATION_MARKS[language];
  const quotations = new RegExp(`[${opens}“„«]([^${opens}${closes}]*)[${closes}”»]`, "gu");
  return Object.entries(catalogue).flatMap(([key, text]) =>
    [...text.matchAll(quotations)].flatMap(([, inner = ""]) =>
      [...inner.matchAll(/\{(\w+)/g)].map(([, name]) => `${key} ${name}`),
    ),
  );
}

describe("an argument that a message puts into quotation marks itself", () => {
  test.each(LANGUAGES)("is nothing that somebody typed into a request: %s", (language) => {
    expect([...inMarks(language, CATALOGUES[language])].sort()).toEqual([...OWN].sort());
  });

  test("is found by its key, also under a name that others have, and with words beside it", () => {
    const forged = {
      "note.said": "{who} noted “{name}”.",
      "note.sent": "Write “send {text} now”.",
      "note.plain": "{name}",
    };
    expect(inMarks("en", forged)).toEqual(["note.said name", "note.sent text"]);
  });
});
