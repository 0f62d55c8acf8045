import fc from "fast-check";
import type { Card, CardAction, CardBlock, Form, FormInput } from "../../../src/card/card.ts";
import { anySign } from "../../support/anyText.ts";
import { HOSTILE_TEXTS } from "./hostileTexts.ts";

/** Texts as people and plant files hold them: none, short, long, with every sign there is, and with markup. */
const anyText = fc.oneof(
  fc.constantFrom("", " ", "\n", "a very long word ".repeat(200), ...HOSTILE_TEXTS),
  fc.string({ unit: anySign, maxLength: 60 }),
);
const anyLabel = fc.string({ unit: anySign, minLength: 1, maxLength: 60 });

const anyAction: fc.Arbitrary<CardAction> = fc.oneof(
  fc.record({
    type: fc.constant("press" as const),
    label: fc.oneof(anyLabel, fc.constant("Deny…")),
    value: fc.string({ minLength: 1, maxLength: 120 }),
    style: fc.constantFrom("primary" as const, "danger" as const, "plain" as const),
  }),
  fc.record({ type: fc.constant("link" as const), label: anyLabel, url: fc.oneof(fc.webUrl(), anyText) }),
);
const actions = (maxLength: number) => fc.array(anyAction, { maxLength });

const anyBlock: fc.Arbitrary<CardBlock> = fc.oneof(
  fc.record({
    type: fc.constant("text" as const),
    text: anyText,
    tone: fc.constantFrom("plain" as const, "muted" as const, "warning" as const),
  }),
  fc.record(
    { type: fc.constant("quote" as const), text: anyText, by: anyText, thread: fc.oneof(fc.webUrl(), anyText) },
    { requiredKeys: ["type", "text", "by"] },
  ),
  fc.record({
    type: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 8 }),
  }),
  fc.record({
    type: fc.constant("files" as const),
    files: fc.array(
      fc.record({ name: anyText, link: fc.option(fc.webUrl({ validSchemes: ["https"] })), by: fc.option(anyText) }),
      { maxLength: 10 },
    ),
  }),
  fc.record({
    type: fc.constant("steps" as const),
    steps: fc.array(
      fc.record({
        mark: fc.constantFrom("waiting" as const, "open" as const, "held" as const, "done" as const),
        owner: anyText,
        says: anyText,
      }),
      { maxLength: 8 },
    ),
  }),
  fc.record({
    type: fc.constant("list" as const),
    title: anyText,
    items: fc.array(fc.record({ text: anyText, actions: actions(3) }), { maxLength: 45 }),
  }),
  fc.record({ type: fc.constant("actions" as const), actions: actions(9), more: actions(9) }),
);

/** Any card the core could make, and many it never will. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  title: anyText,
  key: fc.option(fc.constantFrom("HAM-142", "HAM-1")),
  blocks: fc.array(anyBlock, { maxLength: 8 }),
});

const anyLength = fc.integer({ min: 1, max: 4_000 });
const anyOptions = fc.array(fc.record({ value: anyLabel, label: anyLabel }), { minLength: 1, maxLength: 120 });

const anyInput: fc.Arbitrary<FormInput> = fc.record({
  // As workflow files name fields, and the names Referee and Teams keep for themselves.
  id: fc.oneof(fc.constantFrom("action", "form", "msteams"), fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/)),
  label: anyLabel,
  hint: anyText,
  required: fc.boolean(),
  initial: anyText,
  kind: fc.oneof(
    fc.record({
      type: fc.constantFrom("line" as const, "text" as const),
      maxLength: anyLength,
    }),
    fc.record({ type: fc.constantFrom("choice" as const, "checkboxes" as const), options: anyOptions }),
    fc.record({
      type: fc.constant("dateTime" as const),
      date: fc.constantFrom("", "2026-11-27"),
      time: fc.constantFrom("", "18:00"),
      timeZone: fc.constant("Europe/Berlin"),
      beside: anyLabel,
      maxLength: anyLength,
    }),
    anyOptions.chain((options) =>
      fc.record({
        type: fc.constant("combobox" as const),
        options: fc.constant(options),
        chosen: fc.oneof(fc.subarray(options.map(({ value }) => value)), fc.constant(["asset:gone"])),
        several: fc.boolean(),
        beside: anyLabel,
        maxLength: anyLength,
      }),
    ),
  ),
});

export const anyForm: fc.Arbitrary<Form> = fc.record({
  title: anyText,
  submit: anyLabel,
  intro: anyText,
  value: fc.string({ minLength: 1, maxLength: 120 }),
  inputs: fc.uniqueArray(anyInput, { selector: ({ id }) => id, maxLength: 12 }),
});
