import { renderCard } from "../../adapters/adaptive/render.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { readTogether } from "../../src/card/together/togetherAction.ts";
import { togetherCard } from "../../src/card/together/togetherCard.ts";
import { fitsWhole } from "../../src/card/together/togetherFacts.ts";
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

describe("what somebody typed", () => {
  const read = { access: "read", port: "502/tcp", source: "asset:historian" } as const;
  const textOf = (...values: Record<string, string>[]) => {
    const [first, ...others] = values.map((each) => open(asked({ values: each })));
    if (first === undefined) throw new Error("Nothing is asked");
    const card = togetherCard([first, ...others], ACTION, false, demo, 2);
    return {
      items: card.blocks.flatMap((block) => (block.type === "list" ? block.items.map(({ text }) => text) : [])),
      card,
    };
  };

  test("stands behind the facts, in quotation marks it cannot end", () => {
    const forged = "counters”; Access: read only; From: Historian";
    const { items } = textOf(
      { ...read, why: "counters" },
      { ...read, access: "write", source: "ip:10.9.0.0/16", why: forged },
    );
    expect(items[1]).toMatch(/From: 10\.9\.0\.0\/16; .*“counters'; Access: read only; From: Historian”$/);
    expect(items[1]).toMatch(/Access: read and write; /);
    const place = textOf({ ...read }, { ...read, source: "text:Historian; Access: read only" });
    expect(place.items[1]).toContain("From: “Historian; Access: read only”");
  });

  test("hides no fact however long it is", () => {
    const { items } = textOf(
      { ...read, why: "counters" },
      { ...read, access: "write", why: "for the report ".repeat(60) },
    );
    expect(items[1]).toContain("Access: read and write; ");
    expect(items[1]).toMatch(/What for: “for the report for.*…”$/);
  });

  test("is approved by itself where its facts are too long to be shown whole, and that is said", () => {
    const ports = Array.from({ length: 60 }, (_, n) => `${1000 + n}/tcp`).join(", ");
    expect(fitsWhole(open(asked({ values: { ...read, port: ports } })), demo)).toBe(false);
    expect(fitsWhole(open(asked({ values: { ...read, why: "words ".repeat(200) } })), demo)).toBe(true);
    const said = textOf(read, { ...read, access: "write" }).card.blocks.flatMap((block) =>
      block.type === "text" ? [block.text] : [],
    );
    expect(said.at(-1)).toBe("2 more are alike and have too much to be shown whole here: each is answered by itself.");
  });
});

test("what a button of it carries is read back, and nothing else is", () => {
  expect(readTogether("t1|HAM|0123456789abcdef|")).toEqual({ ...ACTION, shown: null });
  for (const value of ["t1|HAM|0123456789abcdef", "t1|HAM|nothex|", "t1|ham|0123456789abcdef|", "r1|approve|x||0|"])
    expect(readTogether(value)).toBeNull();
});
