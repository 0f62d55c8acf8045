import fc from "fast-check";
import { PersonId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { Values } from "../../src/workflow/value.ts";
import { type Drawn, drawn } from "../../tools/cards/drawn.ts";
import { ofState } from "../../tools/cards/lives.ts";
import { demo, monday } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { sent, valuesFrom } from "../workflow/walk.ts";

/**
 * Sixty, and what is left of a quote for it to say anything, beside typed facts that are decided on and never cut: as many
 * letters of them as a title and a line hold, which are most words where the words are short.
 */
const MOST_WITH_LONG_TEXTS = 83;
const SHORT_WORDS = Array.from({ length: 40 }, () => "502").join(" ");

const word = fc.constantFrom(
  "Zähler",
  "lesen",
  "für",
  "the",
  "report,",
  "compare",
  "programa",
  "copia",
  "PLC-12",
  "502",
);
const long = fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(" "));

/** The cards of those who decide first, on a request whose every text was typed at such length. */
function decidingCards(typed: string, language: (typeof LANGUAGES)[number]): readonly Drawn[] {
  const plant = readIn(demo, language);
  const by = PersonId.parse("olga");
  return activeTypes.flatMap((type) => {
    const values = valuesFrom(type, "requester", monday("10:00"));
    const texts = type.fields.filter(({ kind, id }) => kind === "text" && values[id] !== undefined);
    const filled = Values.parse({ ...values, ...Object.fromEntries(texts.map(({ id }) => [id, typed])) });
    const walk = sent({ plant, type, by, name: "Olga Weber", at: monday("10:00") }, filled);
    return ofState(type, "sent", walk, 0).flatMap(drawn);
  });
}

const approve = { en: "Approve", de: "Freigeben", es: "Aprobar" } as const;

describe.each(LANGUAGES)("however much somebody typed, in %s,", (language) => {
  test("whoever decides has one screen before the details, and all of it in them", () => {
    fc.assert(
      fc.property(long, (typed) => {
        const cards = decidingCards(typed, language).filter(
          ({ platform, adaptive, buttons, card }) =>
            platform === "teams" &&
            adaptive !== null &&
            !/form /.test(card) &&
            buttons.some((label) => label.startsWith(approve[language])),
        );
        expect(cards.length).toBeGreaterThan(8);
        expect(
          cards.filter(({ words }) => words > MOST_WITH_LONG_TEXTS).map(({ card, words }) => `${card}: ${words}`),
        ).toEqual([]);
        expect(cards.filter(({ text }) => !text.includes(typed)).map(({ card }) => card)).toEqual([]);
      }),
      { numRuns: 3, examples: [[SHORT_WORDS]] },
    );
  });
});
