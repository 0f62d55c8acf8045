import fc from "fast-check";
import { renderCard } from "../../../adapters/adaptive/render.ts";
import type { Card, CardBlock } from "../../../src/card/card.ts";
import { approverCard, digestCard } from "../cards.ts";
import { HOSTILE_TEXTS } from "./hostileTexts.ts";
import { problemsOf } from "./official.ts";

function cardWith(...blocks: readonly CardBlock[]): Card {
  return { title: "Restart of the MES client", key: null, blocks };
}

function textsIn(rendered: unknown): readonly string[] {
  return [...JSON.stringify(rendered).matchAll(/"type":"TextRun","text":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
    String(JSON.parse(text ?? '""')),
  );
}

describe("a card on Teams or in the local chat", () => {
  test.each([
    { name: "an approver's card", card: approverCard },
    { name: "a digest", card: digestCard },
    { name: "a card with nothing in it", card: cardWith() },
  ])("keeps to Adaptive Cards 1.5: $name", ({ card }) => {
    expect(problemsOf(renderCard(card))).toEqual([]);
  });

  test("shows an approver what is asked, who has it, and what can be pressed", () => {
    expect(textsIn(renderCard(approverCard))).toEqual([
      "🔌 Open port 502 to PLC-12",
      "HAM-142",
      "What",
      "Modbus TCP, read only",
      "From",
      "Historian (level 3)",
      "Until",
      "Fri 28 Nov 18:00",
      "read the counters for the OEE report",
      "Olga, line 3",
      "Modbus has no login; whoever reaches the port can write.",
      "✓ ",
      "OT controls:",
      " Otto approved it at 13:05",
      "● ",
      "IT security:",
      " nobody has it yet, due Tue 10:00",
      "○ ",
      "IT network:",
      " opens it",
      "Next: a reminder at 16:00; Ops hears of it at 17:00",
    ]);
  });

  test("has buttons that carry their value and nothing else, and work on clients without Action.Execute", () => {
    const press = { type: "press", label: "Approve", value: "r1|approve|x", style: "primary" } as const;
    expect(renderCard(cardWith({ type: "actions", actions: [press], more: [] })).body.at(-1)).toMatchInlineSnapshot(`
{
  "actions": [
    {
      "data": {
        "action": "r1|approve|x",
      },
      "fallback": {
        "data": {
          "action": "r1|approve|x",
        },
        "mode": "primary",
        "style": "positive",
        "title": "Approve",
        "type": "Action.Submit",
      },
      "mode": "primary",
      "style": "positive",
      "title": "Approve",
      "type": "Action.Execute",
      "verb": "referee",
    },
  ],
  "spacing": "medium",
  "type": "ActionSet",
}
`);
  });

  test("keeps six buttons in sight and puts the others into the menu", () => {
    const actions = Array.from({ length: 8 }, (_, index) => ({
      type: "press" as const,
      label: `Choice ${index + 1}`,
      value: `v${index + 1}`,
      style: "plain" as const,
    }));
    const rendered = renderCard(cardWith({ type: "actions", actions, more: [] }));
    expect(JSON.stringify(rendered).match(/"title":"Choice \d","mode":"secondary"/g)).toHaveLength(4); // each with its fallback
  });

  test("leaves out a link that is not a web address", () => {
    const link = { type: "link", label: "Thread", url: "javascript:alert(1)" } as const;
    expect(JSON.stringify(renderCard(cardWith({ type: "actions", actions: [link], more: [] })))).not.toContain(
      "javascript",
    );
  });
});

describe("a text somebody typed", () => {
  test.each(HOSTILE_TEXTS)("is shown as it is, never read as markup: %s", (typed) => {
    const rendered = renderCard(
      cardWith(
        { type: "quote", text: typed, by: typed },
        { type: "text", text: typed, tone: "warning" },
        { type: "facts", facts: [{ label: typed, value: typed }] },
        { type: "steps", steps: [{ mark: "done", owner: typed, says: typed }] },
        { type: "list", title: typed, items: [{ text: typed, actions: [] }] },
      ),
    );
    expect(problemsOf(rendered)).toEqual([]);
    expect(JSON.stringify(rendered)).not.toMatch(/"(TextBlock|FactSet)"|\{\{|[\u202a-\u202e]/);
  });

  test("keeps its line breaks", () => {
    expect(textsIn(renderCard(cardWith({ type: "text", text: "one\r\ntwo", tone: "plain" })))).toEqual([
      "Restart of the MES client",
      "one",
      "two",
    ]);
  });
});

describe("a card too large for Teams", () => {
  const anyText = fc.string({ maxLength: 3_000 });
  const anyBlock: fc.Arbitrary<CardBlock> = fc.oneof(
    fc.record({ type: fc.constant("text" as const), text: anyText, tone: fc.constant("plain" as const) }),
    fc.record({
      type: fc.constant("list" as const),
      title: anyText,
      items: fc.array(fc.record({ text: anyText, actions: fc.constant([]) }), { maxLength: 60 }),
    }),
  );

  test("is cut until it fits, and stays a card", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyBlock, { maxLength: 30 }), (title, blocks) => {
        const rendered = renderCard({ title, key: "HAM-142", blocks });
        expect(JSON.stringify(rendered).length).toBeLessThanOrEqual(36_000);
        expect(problemsOf(rendered)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("says that something was cut", () => {
    const long = "Line 3 stands since the update of the MES client. ".repeat(2_000);
    expect(textsIn(renderCard(cardWith({ type: "text", text: long, tone: "plain" }))).at(-1)).toMatch(/…$/);
  });

  test("says how many lines of a list are not shown", () => {
    const items = Array.from({ length: 45 }, (_, index) => ({ text: `HAM-${index}`, actions: [] }));
    expect(textsIn(renderCard(cardWith({ type: "list", title: "Overdue", items }))).at(-1)).toBe("… and 5 more");
  });
});
