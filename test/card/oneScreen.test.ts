import { PersonId } from "../../src/plant/ids.ts";
import { drawn } from "../../tools/cards/drawn.ts";
import { livesOf } from "../../tools/cards/lives.ts";
import { demo, monday } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

const lines = activeTypes
  .flatMap((type) => livesOf(type, demo, PersonId.parse("olga"), monday("10:00")))
  .flatMap(drawn)
  .filter(({ platform, card }) => platform === "teams" && !/form|ping/.test(card));
const cardsOf = (role: RegExp, state: RegExp) =>
  lines.filter(({ card, state: name }) => role.test(card) && state.test(name));

test("whoever decides reads at most 90 words and labels before the details", () => {
  const long = cardsOf(/step/, /^turn of/).filter(({ beforeDetails }) => /\n(?!Before you)/.test(beforeDetails));
  const deciding = long.filter(({ buttons, words }) => buttons.some((label) => /^Approve/.test(label)) && words > 90);
  expect(deciding.map(({ card, state, words }) => `${card}, ${state}: ${words}`)).toEqual([]);
});
