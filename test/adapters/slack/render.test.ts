import fc from "fast-check";
import { renderForm } from "../../../adapters/slack/form.ts";
import { renderCard, renderMessage } from "../../../adapters/slack/render.ts";
import type { Card } from "../../../src/index.ts";
import { checkBlocks, checkView } from "../../fakes/slack/blocks.ts";
import { buttonsOf, readMessage } from "../../fakes/slack/shown.ts";
import { anySignOrHalf } from "../../support/anyText.ts";
import { named } from "../../support/named.ts";
import { approverCard, denyForm, digestCard, press } from "../cards.ts";

/** A card as a person sees it in Slack; throws when Slack would refuse it. */
function seen(card: Card): string {
  const checked = checkBlocks(renderCard(card));
  if (!checked.ok) throw new Error(`${checked.error} ${checked.messages.join(" ")}`);
  const buttons = buttonsOf(checked.value).map(
    ({ label, kind, actionId }) => `[${label}${kind === "overflow" ? " ⋯" : ""} ${actionId}]`,
  );
  return [readMessage("", checked.value).shown, ...buttons].join("\n");
}

describe("a card in Slack", () => {
  test("shows an approver what, from where, until when, who has it, and what can be done", () => {
    expect(seen(approverCard)).toMatchInlineSnapshot(`
"🔌 Open port 502 to PLC-12 · HAM-142
What: Modbus TCP, read only
From: Historian (level 3)
Until: Fri 28 Nov 18:00
“read the counters for the OEE report” Olga, line 3
⚠ Modbus has no login; whoever reaches the port can write.
✓ OT controls  Otto approved it at 13:05
● IT security  nobody has it yet, due Tue 10:00
○ IT network  opens it
Next: a reminder at 16:00; Ops hears of it at 17:00
[Approve referee.approve]
[Approve with limits… referee.limits]
[Deny… referee.deny]
[The rules referee.link]
[Ask… ⋯ referee.more]
[Not mine… ⋯ referee.more]"
`);
  });

  test("shows a digest with a button beside its line", () => {
    expect(seen(digestCard)).toMatchInlineSnapshot(`
"Hamburg · Mon 24 Nov 06:00
For you to decide
Line 3 waits: HAM-140, nobody owns it
Still open past its end: HAM-131
Nothing else
[Rule referee.rule]
[Cut off now referee.cutOff]
[Add a note referee.note]"
`);
  });

  test("has a mention in front of the words that notify, and nowhere else", () => {
    const { text, blocks } = renderMessage({
      text: "Your call: open port 502 <!channel>",
      card: approverCard,
      mention: [named("slack:U0OTTO")],
    });
    expect(text).toBe("<@U0OTTO> Your call: open port 502 &lt;!channel&gt;");
    expect(blocks[0]).toEqual({
      type: "section",
      text: { type: "mrkdwn", text: "<@U0OTTO> Your call: open port 502 &lt;!channel&gt;", verbatim: true },
    });
    const checked = checkBlocks(blocks);
    expect(checked.ok && readMessage(text, checked.value).notifies).toEqual(["U0OTTO"]);
  });

  test("does not mention people of another platform", () => {
    const { text } = renderMessage({ text: "done", card: null, mention: [named("web:otto")] });
    expect(text).toBe("done");
  });
});

describe("words in a card", () => {
  const attacks = [
    "<!channel>",
    "<@U0OTTO>",
    "<http://evil.example|Approve>",
    "@here",
    "http://evil.example",
    "&lt;!here&gt;",
    "*bold*",
    "\u202eevorppA",
  ];

  test.each(attacks)("never notify anybody or lead anywhere: %s", (words) => {
    const card: Card = {
      title: words,
      key: "HAM-1",
      blocks: [
        { type: "text", text: words, tone: "plain" },
        { type: "text", text: words, tone: "muted" },
        { type: "text", text: words, tone: "warning" },
        { type: "quote", text: words, by: words },
        { type: "facts", facts: [{ label: words, value: words }] },
        { type: "steps", steps: [{ mark: "open", owner: words, says: words }] },
        { type: "list", title: words, items: [{ text: words, actions: [press("rule", words)] }] },
      ],
    };
    const { text, blocks } = renderMessage({ text: words, card, mention: [] });
    const checked = checkBlocks(blocks);
    expect(checked.ok).toBe(true);
    const { notifies, links } = readMessage(text, checked.ok ? checked.value : []);
    expect({ notifies, links }).toEqual({ notifies: [], links: [] });
  });

  test("cannot look like a line of Referee's own", () => {
    const card: Card = {
      title: "t",
      key: null,
      blocks: [{ type: "facts", facts: [{ label: "Why", value: "report\n✓ IT security  approved" }] }],
    };
    expect(seen(card)).toBe("t\nWhy: report ✓ IT security  approved");
  });
});

describe("a card that is too long", () => {
  const long = (count: number): Card => ({
    title: "x".repeat(400),
    key: "HAM-142",
    blocks: [
      {
        type: "list",
        title: "Overdue",
        items: Array.from({ length: count }, (_, n) => ({
          text: `HAM-${n} ${"y".repeat(300)}`,
          actions: [press("nudge", "Nudge")],
        })),
      },
      { type: "actions", actions: [press("approve", "Approve")], more: [] },
    ],
  });

  test("keeps its key and its buttons, and says how much is missing", () => {
    const text = seen(long(80));
    expect(text).toContain("… · HAM-142");
    expect(text).toContain("[Approve referee.approve]");
    expect(text).toMatch(/\d+ more, left out here because the message would be too long\./);
  });

  test("is one that Slack takes, whatever is in it", () => {
    const words = fc
      .string({ unit: anySignOrHalf, maxLength: 40 })
      .chain((start) => fc.integer({ min: 1, max: 300 }).map((times) => start.repeat(times)));
    const actions = fc.array(
      words.map((label) => press("ask", label)),
      { maxLength: 30 },
    );
    const card = fc.record({
      title: words,
      key: fc.constantFrom(null, "HAM-142"),
      blocks: fc.array(
        fc.oneof(
          fc.record({
            type: fc.constant("text" as const),
            text: words,
            tone: fc.constantFrom("plain" as const, "muted" as const, "warning" as const),
          }),
          fc.record(
            { type: fc.constant("quote" as const), text: words, by: words, thread: fc.oneof(fc.webUrl(), words) },
            { requiredKeys: ["type", "text", "by"] },
          ),
          fc.record({
            type: fc.constant("facts" as const),
            facts: fc.array(fc.record({ label: words, value: words }), { maxLength: 20 }),
          }),
          fc.record({
            type: fc.constant("list" as const),
            title: words,
            items: fc.array(fc.record({ text: words, actions }), { maxLength: 5 }),
          }),
          fc.record({ type: fc.constant("actions" as const), actions, more: actions }),
        ),
        { maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(card, (any) => expect(checkBlocks(renderCard(any))).toMatchObject({ ok: true })),
      { numRuns: 50 },
    );
  });
});

describe("what is asked for less often", () => {
  const more = (count: number, arg = "") =>
    seen({
      title: "t",
      key: null,
      blocks: [
        { type: "actions", actions: [], more: Array.from({ length: count }, (_, n) => longPress(`A${n}`, arg)) },
      ],
    });
  const longPress = (label: string, arg: string) => ({
    type: "press" as const,
    label,
    style: "plain" as const,
    value: `r1|ask|${arg}`,
  });

  test("stands behind ⋯, five at a time", () => {
    expect(more(7)).toBe(
      "t\n[A0 ⋯ referee.more]\n[A1 ⋯ referee.more]\n[A2 ⋯ referee.more]\n[A3 ⋯ referee.more]\n[A4 ⋯ referee.more]\n[A5 ⋯ referee.more.2]\n[A6 ⋯ referee.more.2]",
    );
  });

  test("is a plain button when it would be alone in its menu", () => {
    expect(more(1)).toBe("t\n[A0 referee.press]");
  });

  test("is a plain button when its value is longer than a menu may carry", () => {
    expect(more(2, "x".repeat(100))).toBe("t\n[A0 referee.press]\n[A1 referee.press.2]");
  });
});

describe("a form in Slack", () => {
  test("asks what was to be asked, within Slack's limits", () => {
    const checked = checkView(renderForm(denyForm, { channel: "C0OT", thread: "1.000001" }));
    if (!checked.ok) throw new Error(checked.messages.join(" "));
    const kinds = checked.value.blocks.map((block) => (block.type === "input" ? `(${block.element.type})` : ""));
    const texts = checked.value.blocks.map((block) => readMessage("", [block]).shown.replaceAll("\n", " / "));
    expect(texts.map((text, index) => `${text} ${kinds[index]}`).join("\n")).toMatchInlineSnapshot(`
"The requester reads both answers. 
Why not? / One sentence is enough. (plain_text_input)
What would make it a yes? (plain_text_input)
How bad would it be? (radio_buttons)"
`);
  });

  test("offers many choices in groups, and cuts what is too long", () => {
    const options = Array.from({ length: 250 }, (_, n) => ({ value: `a${n}`, label: `Asset ${n} ${"z".repeat(90)}` }));
    const kind = { type: "choice" as const, options };
    const form = {
      ...denyForm,
      title: "A title that is far too long for Slack",
      inputs: [{ ...denyForm.inputs[0], id: "asset", label: "Which?", hint: "", required: true, initial: "a7", kind }],
    };
    expect(checkView(renderForm(form, { channel: null, thread: null }))).toMatchObject({ ok: true });
  });
});
