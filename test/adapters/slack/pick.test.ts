import fc from "fast-check";
import { renderForm } from "../../../adapters/slack/form.ts";
import { checkView } from "../../fakes/slack/blocks.ts";
import { anyForm } from "../adaptive/anyCard.ts";
import { approverCard, longForm, pickForm } from "../cards.ts";
import { otControls, otto, useSlack } from "./useSlack.ts";

const nowhere = { channel: null, thread: null };

describe("what there is to pick in a Slack form", () => {
  test("stands below its question, with a line for whoever would rather write", () => {
    const checked = checkView(renderForm(pickForm, nowhere));
    if (!checked.ok) throw new Error(checked.messages.join(" "));
    const blocks = checked.value.blocks.map((block) => {
      if (block.type === "section") return `${block.text?.text} [${block.accessory?.type ?? ""}]`;
      if (block.type === "actions") return block.elements.map(({ type }) => `[${type}]`).join(" ");
      return block.type === "input" ? `${block.label.text} (${block.element.type})` : block.type;
    });
    expect(blocks.join("\n")).toMatchInlineSnapshot(`
"Which machines? [multi_static_select]
Not in the list? Write it here (plain_text_input)
Until when? []
[datepicker] [timepicker]
Or in your own words (plain_text_input)
Only if (checkboxes)"
`);
  });

  test("is one that Slack takes, whatever is asked", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(checkView(renderForm(form, nowhere)).ok).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("is a menu when there are more limits than boxes fit", () => {
    const options = Array.from({ length: 11 }, (_, n) => ({ value: `l${n}`, label: `Limit ${n}` }));
    const inputs = pickForm.inputs.map((input) => ({ ...input, kind: { type: "checkboxes" as const, options } }));
    const checked = checkView(renderForm({ ...pickForm, inputs }, nowhere));
    expect(checked).toMatchObject({ ok: true });
    expect(JSON.stringify(checked)).not.toContain('"checkboxes"');
  });
});

describe.each(["http", "socket"] as const)("a person with a form in Slack (%s)", (transport) => {
  const slack = useSlack(transport);

  async function opened(form = pickForm) {
    const { slack: fake, adapter, heard } = slack();
    heard.answers = [{ type: "form", form }];
    const spot = { adapter: adapter.name, conversation: otControls, thread: null };
    await adapter.post(spot, { text: "Your call", card: approverCard, mention: [] }, "e1");
    const card = fake.messages(otControls).at(-1);
    if (card === undefined) throw new Error("no card was posted");
    await fake.as(otto).presses(card, "Approve with limits…");
    return fake.as(otto);
  }
  const sent = () => {
    const last = slack().heard.inbound.at(-1);
    return last?.type === "submitted" ? last.values : null;
  };

  test("sends what stood there when they touch nothing", async () => {
    await (await opened()).fills({});
    expect(sent()).toEqual({ "machines.chosen": "asset:plc-12", "until.date": "2026-11-27", "until.time": "12:00" });
  });

  test("picks two machines and another day, ticks two limits, and each reaches the core", async () => {
    const person = await opened();
    await person.fills({
      "Which machines?": "PLC-12\nMES",
      "until.date": "2026-11-28",
      "Only if": "Read only\nEvery connection is logged",
    });
    expect(sent()).toEqual({
      "machines.chosen": "asset:plc-12\nasset:mes",
      "until.date": "2026-11-28",
      "until.time": "12:00",
      "limit.chosen": "read-only\nlogged",
    });
    expect(person.troubles).toEqual([]);
  });

  test("writes in words beside what is picked", async () => {
    await (await opened()).fills({ "Which machines?": "the old press", "Until when?": "until second shift ends" });
    expect(sent()).toMatchObject({ machines: "the old press", until: "until second shift ends" });
  });

  test("reads what needs another look beside the line below the pickers", async () => {
    const person = await opened();
    slack().heard.answers = [{ type: "formErrors", errors: { until: "Pick a time as well." } }];
    await person.fills({});
    const errors = person.form()?.inputs.filter(({ error }) => error !== null);
    expect(errors).toMatchObject([{ id: "until", label: "Or in your own words", error: "Pick a time as well." }]);
  });

  test("searches a list that is too long for Slack, and picks what was found beside what was chosen", async () => {
    const { heard } = slack();
    const asked: unknown[] = [];
    heard.find = async (search) => {
      asked.push(search);
      return [{ value: "asset:press-17", label: "Press 17" }];
    };
    const person = await opened(longForm);
    expect(await person.searches("Which machines?", "press 1")).toEqual(["Press 17"]);
    expect(asked).toEqual([{ account: `slack:${otto}`, value: longForm.value, input: "machines", words: "press 1" }]);
    await person.fills({ "Which machines?": "PLC-12\nPress 17" });
    expect(sent()).toMatchObject({ "machines.chosen": "asset:plc-12\nasset:press-17" });
  });

  test("is offered nothing while the list cannot be read, and no more than Slack takes", async () => {
    const { heard } = slack();
    const person = await opened(longForm);
    heard.find = async () => Array.from({ length: 300 }, (_, n) => ({ value: `asset:p${n}`, label: `Press ${n}` }));
    expect(await person.searches("machines.chosen", "")).toHaveLength(100);
    heard.find = async () => {
      throw new Error("Redis does not answer.");
    };
    expect(await person.searches("machines.chosen", "p")).toEqual([]);
    expect(person.troubles).toEqual([]);
  });
});
