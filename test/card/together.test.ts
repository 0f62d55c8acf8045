import { renderCard } from "../../adapters/adaptive/render.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { readTogether } from "../../src/card/together/togetherAction.ts";
import { togetherCard } from "../../src/card/together/togetherCard.ts";
import { HOUR_MS, later } from "../../src/clock.ts";
import { pressesOn } from "../../src/referee/audience.ts";
import type { Open } from "../../src/request/state.ts";
import { problemsOf } from "../adapters/adaptive/official.ts";
import { checkBlocks } from "../fakes/slack/blocks.ts";
import { asked, demo, friday, open } from "../request/scene.ts";

const ACTION = { plant: demo.code, group: "0123456789abcdef", shown: "abcDEF_-0123456789abcd" } as const;

/** So many that differ in their end and in what they are for. */
function many(count: number, words: string): readonly [Open, ...Open[]] {
  const one = (n: number) =>
    open(
      asked({ values: { access: "read", why: `${n} ${words}`, until: String(later(friday("08:00"), n * HOUR_MS)) } }),
    );
  return [one(0), ...Array.from({ length: count - 1 }, (_, n) => one(n + 1))];
}

test("twenty with long words fit one message in Slack and one card in Teams, with one button for all", () => {
  const card = togetherCard(many(20, "words ".repeat(80)), ACTION, true, demo);
  expect(checkBlocks(renderMessage({ text: card.title, card, mention: [] }).blocks)).toMatchObject({ ok: true });
  expect(problemsOf(renderCard(card, { dialogs: true }))).toEqual([]);
  expect(pressesOn(card).map(({ value }) => readTogether(value))).toEqual([ACTION]);
});

test("what a button of it carries is read back, and nothing else is", () => {
  expect(readTogether("t1|HAM|0123456789abcdef|")).toEqual({ ...ACTION, shown: null });
  for (const value of ["t1|HAM|0123456789abcdef", "t1|HAM|nothex|", "t1|ham|0123456789abcdef|", "r1|approve|x||0|"])
    expect(readTogether(value)).toBeNull();
});
