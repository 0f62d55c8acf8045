import fc from "fast-check";
import type { Action } from "../../src/card/action.ts";
import type { FormInput } from "../../src/card/card.ts";
import { decodeForm, encodeForm, isAsShown } from "../../src/card/forms/shown.ts";
import { RequestId } from "../../src/request/ids.ts";
import { FieldId } from "../../src/workflow/requestType.ts";
import { anySign } from "../support/anyText.ts";

const action: Action = {
  verb: "change",
  request: RequestId.parse("req_0123456789ab"),
  step: null,
  ask: 4,
  arg: "a|b, shown=c",
};

function input(id: string, initial: string): FormInput {
  return { id, label: "What?", hint: "", required: true, initial, kind: { type: "text", maxLength: 1_000 } };
}

describe("an input of a form", () => {
  const { shown } = decodeForm(encodeForm(action, [input("why", "read the\ncounters"), input("stopsAt", "")]));

  test.each(["read the\ncounters", "read the\r\ncounters", "  read the counters ", "read the\u00a0counters\n"])(
    "is as it was shown, however a platform sends it back: %j",
    (typed) => {
      expect(isAsShown(shown, "why", { why: typed })).toBe(true);
    },
  );

  test.each([
    { input: "why", typed: "read the counter" },
    { input: "stopsAt", typed: "14:00" },
    { input: "stopsAt", typed: "" },
    { input: "other", typed: "read the counters" },
  ])("is not as it was shown when $input says “$typed”", ({ input: id, typed }) => {
    expect(isAsShown(shown, id, { [id]: typed })).toBe(false);
  });
});

describe("an input in which things are picked", () => {
  const machines: FormInput = {
    ...input("machines", "the old press"),
    kind: {
      type: "combobox",
      options: [],
      chosen: ["asset:plc-12", "asset:mes"],
      several: true,
      beside: "Others",
      maxLength: 150,
    },
  };
  const until: FormInput = {
    ...input("until", ""),
    kind: {
      type: "dateTime",
      date: "2026-11-27",
      time: "12:00",
      timeZone: "Europe/Berlin",
      beside: "In words",
      maxLength: 150,
    },
  };
  const { shown } = decodeForm(encodeForm(action, [machines, until]));

  test.each([
    { input: "until", answers: { "until.date": "2026-11-27", "until.time": "12:00" } },
    { input: "machines", answers: { machines: "the old press", "machines.chosen": "asset:plc-12\nasset:mes" } },
    { input: "machines", answers: { machines: "the old press", "machines.chosen": "asset:mes\nasset:plc-12" } },
  ])("is as it was shown when all of it is, in whatever order: $answers", ({ input: id, answers }) => {
    expect(isAsShown(shown, id, answers)).toBe(true);
  });

  test.each([
    { input: "until", answers: { "until.date": "2026-11-28", "until.time": "12:00" } },
    { input: "until", answers: { "until.date": "2026-11-27" } },
    { input: "until", answers: { "until.date": "2026-11-27", "until.time": "12:00", until: "noon" } },
    { input: "machines", answers: { "machines.chosen": "asset:plc-12\nasset:mes" } },
    { input: "machines", answers: { machines: "the old press", "machines.chosen": "asset:mes" } },
  ])("is not when something of it is another: $answers", ({ input: id, answers }) => {
    expect(isAsShown(shown, id, answers)).toBe(false);
  });
});

test("a form tells again which button it belongs to and what it showed", () => {
  const text = fc.string({ unit: anySign, minLength: 1 }).filter((said) => said.trim() !== "");
  fc.assert(
    fc.property(fc.array(text, { maxLength: 10 }), (texts) => {
      const inputs = texts.map((said, at) => input(`field${at}`, said));
      const form = decodeForm(encodeForm(action, inputs));
      expect(form.action).toEqual(action);
      expect(inputs.filter(({ id, initial }) => !isAsShown(form.shown, id, { [id]: initial }))).toEqual([]);
    }),
  );
});

test("the longest form stays below what Slack and Teams carry with one", () => {
  const ids = Array.from({ length: 30 }, (_, at) => FieldId.parse(`f${"x".repeat(37)}${at + 10}`));
  expect(
    encodeForm(
      action,
      ids.map((id) => input(id, "x")),
    ).length,
  ).toBeLessThan(2_000);
});
