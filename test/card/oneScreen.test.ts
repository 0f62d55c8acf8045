import { PersonId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { drawn } from "../../tools/cards/drawn.ts";
import { livesOf } from "../../tools/cards/lives.ts";
import { demo, monday } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

/** What whoever has the turn reads above the buttons and before the details: on a phone of 390 by 844 one screen. */
const MOST_DECIDING = 67;
/** With the checks that are made on site before it is done. */
const MOST_DOING = 105;

describe.each(LANGUAGES)("whoever has the turn, in %s,", (language) => {
  const plant = readIn(demo, language);
  const cards = activeTypes
    .flatMap((type) => livesOf(type, plant, PersonId.parse("olga"), monday("10:00")))
    .flatMap(drawn)
    .filter(({ platform, card, state }) => {
      const step = / step (\S+)$/.exec(card)?.[1];
      return platform === "teams" && step !== undefined && state === `turn of ${step}`;
    });
  const [approve] = { en: ["Approve"], de: ["Freigeben"], es: ["Aprobar"] }[language];
  const decides = (buttons: readonly string[]) => buttons.some((label) => label.startsWith(approve ?? ""));
  const tooLong = (most: number, isDeciding: boolean) =>
    cards
      .filter(({ buttons }) => decides(buttons) === isDeciding)
      // The first line is the notification, which is not on the card.
      .map(({ card, beforeDetails }) => ({ card, words: wordsIn(beforeDetails.split("\n").slice(1).join(" ")) }))
      .filter(({ words }) => words > most)
      .map(({ card, words }) => `${card}: ${words}`);

  test("decides after some sixty words, whatever the type", () => {
    expect(new Set(cards.map(({ card }) => card.split(",")[0])).size).toBeGreaterThanOrEqual(12);
    expect(tooLong(MOST_DECIDING, true)).toEqual([]);
  });

  test("does it after those, with its checks", () => {
    expect(tooLong(MOST_DOING, false)).toEqual([]);
  });
});

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
