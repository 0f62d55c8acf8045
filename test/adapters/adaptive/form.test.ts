import fc from "fast-check";
import { readButtonData } from "../../../adapters/adaptive/buttonData.ts";
import { readAnswers, readDataset } from "../../../adapters/adaptive/form.ts";
import { renderForm } from "../../../adapters/adaptive/render.ts";
import { inputsIn } from "../../fakes/teams/inputs.ts";
import { denyForm, longForm, pickForm } from "../cards.ts";
import { HOSTILE_TEXTS } from "./hostileTexts.ts";
import { problemsOf } from "./official.ts";

describe("a form on Teams or in the local chat", () => {
  test.each([
    { name: "in a dialog", options: {} },
    { name: "beneath its frame", options: { titled: false } },
    {
      name: "with a mistake in it",
      options: { errors: { reason: "A reason is needed." }, answers: { risk: "high" } },
    },
  ])("keeps to Adaptive Cards 1.5: $name", ({ options }) => {
    expect(problemsOf(renderForm(denyForm, options))).toEqual([]);
  });

  test("asks with a label, a hint beneath, and says what is needed", () => {
    expect(renderForm(denyForm).body.slice(2)).toMatchInlineSnapshot(`
[
  {
    "errorMessage": "This is needed.",
    "id": "reason",
    "isMultiline": true,
    "isRequired": true,
    "label": "Why not?",
    "maxLength": 500,
    "type": "Input.Text",
  },
  {
    "inlines": [
      {
        "isSubtle": true,
        "size": "small",
        "text": "One sentence is enough.",
        "type": "TextRun",
      },
    ],
    "type": "RichTextBlock",
  },
  {
    "errorMessage": "This is needed.",
    "id": "instead",
    "isMultiline": false,
    "isRequired": true,
    "label": "What would make it a yes?",
    "maxLength": 200,
    "type": "Input.Text",
    "value": "a shorter window",
  },
  {
    "choices": [
      {
        "title": "Not very",
        "value": "low",
      },
      {
        "title": "Very",
        "value": "high",
      },
    ],
    "errorMessage": "This is needed.",
    "id": "risk",
    "isRequired": true,
    "label": "How bad would it be?",
    "style": "compact",
    "type": "Input.ChoiceSet",
    "value": "low",
  },
]
`);
  });

  test("is shown with pickers side by side, lists to search in, and boxes to tick", () => {
    const drawn = renderForm(pickForm);
    expect(problemsOf(drawn)).toEqual([]);
    const kinds = inputsIn(drawn).map(({ type, id, several, value }) => [type, id, several, value].join(" "));
    expect(kinds.join("\n")).toMatchInlineSnapshot(`
"Input.ChoiceSet machines.chosen true asset:plc-12
Input.Text machines false 
Input.Date until.date false 2026-11-27
Input.Time until.time false 12:00
Input.Text until false 
Input.ChoiceSet limit.chosen true "
`);
  });

  test("has the whole list in it, unless its client asks for what it shows", () => {
    const whole = inputsIn(renderForm(longForm))[0];
    expect(whole).toMatchObject({ choices: { length: 403 }, dataset: null });
    const searched = renderForm(longForm, { searches: true });
    expect(problemsOf(searched)).toEqual([]);
    expect(inputsIn(searched)[0]).toMatchObject({ choices: { length: 15 }, value: "asset:plc-12" });
    expect(readDataset(inputsIn(searched)[0]?.dataset)).toEqual({ input: "machines", value: longForm.value });
  });

  test.each([null, 7, "", "machines", "a b c"])("knows no list called %j", (dataset) => {
    expect(readDataset(dataset)).toBeNull();
  });

  test("shows what is wrong beside the input, and keeps what was written", () => {
    const rendered = JSON.stringify(
      renderForm(denyForm, { errors: { reason: "Say a little more." }, answers: { reason: "no" } }),
    );
    expect(rendered).toMatch(/"id":"reason".*"value":"no".*"Say a little more\.".*"id":"instead"/);
  });

  test("does not send back a choice that is no longer offered", () => {
    expect(JSON.stringify(renderForm(denyForm, { answers: { risk: "never" } }))).not.toContain("never");
  });

  test.each(HOSTILE_TEXTS)("shows typed text as it is: %s", (typed) => {
    const rendered = renderForm({ ...denyForm, title: typed, intro: typed }, { errors: { reason: typed } });
    expect(problemsOf(rendered)).toEqual([]);
    expect(JSON.stringify(rendered)).not.toMatch(/"TextBlock"|\{\{|[\u202a-\u202e]/);
  });
});

describe("the answers to a form", () => {
  test("come back under the ids of the fields, whatever the fields are called", () => {
    const fieldId = fc.oneof(
      fc.constantFrom("action", "form", "msteams"),
      fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/),
    );
    fc.assert(
      fc.property(fc.dictionary(fieldId, fc.stringMatching(/^[a-z]{1,9}$/)), (answers) => {
        const inputs = Object.keys(answers).map((id) => ({
          id,
          label: id,
          hint: "",
          required: false,
          initial: "",
          kind: { type: "line" as const, maxLength: 80 },
        }));
        const rendered = renderForm({ ...denyForm, inputs }, { answers, carry: { form: {} } });
        const back = readButtonData(asClientSends(rendered));
        expect(back?.value).toBe(denyForm.value);
        expect(readAnswers(back?.rest ?? {})).toEqual({ ...answers });
      }),
    );
  });

  test("come back as they were picked: days, times, several options one a line", () => {
    const rest = { "until.date": "2026-11-27", "until.time": "18:00", "machines.chosen": "asset:mes,asset:plc-12" };
    expect(readAnswers(rest)).toEqual({ ...rest, "machines.chosen": "asset:mes\nasset:plc-12" });
  });

  test.each([
    { sent: "18:00", read: "18:00" },
    { sent: "18:00:00", read: "18:00" },
    { sent: "6:05 PM", read: "18:05" },
    { sent: "12:00 AM", read: "00:00" },
    { sent: "12:30 p.m.", read: "12:30" },
    { sent: "soon", read: "soon" },
  ])("are times of day as clients send them: $sent", ({ sent, read }) => {
    expect(readAnswers({ "until.time": sent })).toEqual({ "until.time": read });
  });

  test("are absent where an input was left empty", () => {
    expect(readAnswers({ reason: "  ", risk: "low", size: 4 })).toEqual({ risk: "low" });
  });
});

describe("data that Referee did not make", () => {
  test.each([null, "approve", {}, { action: 7 }, { action: "" }])("is no button: %j", (data) => {
    expect(readButtonData(data)).toBeNull();
  });
});

/** The data of the form's button with the inputs' values merged in, as clients do. */
function asClientSends(rendered: ReturnType<typeof renderForm>): unknown {
  const typed = rendered.body.flatMap((element) =>
    element.type === "Input.Text" ? [[element.id, element.value ?? ""] as const] : [],
  );
  const [button] = rendered.actions ?? [];
  return button?.type === "Action.Submit" ? { ...button.data, ...Object.fromEntries(typed) } : null;
}
