import type { Card, CardAction, Form } from "../../src/index.ts";
import { encodeAction, type Verb } from "../../src/index.ts";
import { RequestId } from "../../src/request/ids.ts";

const request = RequestId.parse("req_9f2c41ab7d03");

export function press(verb: Verb, label: string, style: "primary" | "danger" | "plain" = "plain"): CardAction {
  return { type: "press", label, style, value: encodeAction({ verb, request, step: null, ask: 12, arg: "" }) };
}

/** The approver's card of design.md, with words in it that try to be markup. */
export const approverCard: Card = {
  title: "🔌 Open port 502 to PLC-12",
  key: "HAM-142",
  blocks: [
    {
      type: "facts",
      facts: [
        { label: "What", value: "Modbus TCP, read only" },
        { label: "From", value: "Historian (level 3)" },
        { label: "Until", value: "Fri 28 Nov 18:00" },
      ],
    },
    { type: "quote", text: "read the counters for the OEE report", by: "Olga, line 3" },
    { type: "text", tone: "warning", text: "Modbus has no login; whoever reaches the port can write." },
    {
      type: "steps",
      steps: [
        { mark: "done", owner: "OT controls", says: "Otto approved it at 13:05" },
        { mark: "open", owner: "IT security", says: "nobody has it yet, due Tue 10:00" },
        { mark: "waiting", owner: "IT network", says: "opens it" },
      ],
    },
    { type: "text", tone: "muted", text: "Next: a reminder at 16:00; Ops hears of it at 17:00" },
    {
      type: "actions",
      actions: [
        press("approve", "Approve", "primary"),
        press("limits", "Approve with limits…"),
        press("deny", "Deny…", "danger"),
      ],
      more: [
        press("ask", "Ask…"),
        press("notMine", "Not mine…"),
        { type: "link", label: "The rules", url: "https://plant.example/rules" },
      ],
    },
  ],
};

/** A digest: a list whose lines have buttons of their own. */
export const digestCard: Card = {
  title: "Hamburg · Mon 24 Nov 06:00",
  key: null,
  blocks: [
    {
      type: "list",
      title: "For you to decide",
      items: [
        { text: "Line 3 waits: HAM-140, nobody owns it", actions: [press("rule", "Rule")] },
        {
          text: "Still open past its end: HAM-131",
          actions: [press("cutOff", "Cut off now", "danger"), press("note", "Add a note")],
        },
        { text: "Nothing else", actions: [] },
      ],
    },
  ],
};

export const denyForm: Form = {
  title: "Deny HAM-142",
  submit: "Deny",
  intro: "The requester reads both answers.",
  value: encodeAction({ verb: "deny", request, step: null, ask: 12, arg: "" }),
  inputs: [
    {
      id: "reason",
      label: "Why not?",
      hint: "One sentence is enough.",
      required: true,
      initial: "",
      kind: { type: "text", maxLength: 500 },
    },
    {
      id: "instead",
      label: "What would make it a yes?",
      hint: "",
      required: true,
      initial: "a shorter window",
      kind: { type: "line", maxLength: 200 },
    },
    {
      id: "risk",
      label: "How bad would it be?",
      hint: "",
      required: true,
      initial: "low",
      kind: {
        type: "choice",
        options: [
          { value: "low", label: "Not very" },
          { value: "high", label: "Very" },
        ],
      },
    },
  ],
};

const machines = [
  { value: "asset:plc-12", label: "PLC-12" },
  { value: "asset:historian", label: "Historian" },
  { value: "asset:mes", label: "MES" },
];

/** A form with everything to pick: machines to search, a day and a time, limits to tick. */
export const pickForm: Form = {
  title: "Approve with limits",
  submit: "Approve",
  intro: "",
  value: encodeAction({ verb: "limits", request, step: null, ask: 12, arg: "" }),
  inputs: [
    {
      id: "machines",
      label: "Which machines?",
      hint: "",
      required: true,
      initial: "",
      kind: {
        type: "combobox",
        options: machines,
        chosen: ["asset:plc-12"],
        several: true,
        beside: "Not in the list? Write it here",
        maxLength: 150,
      },
    },
    {
      id: "until",
      label: "Until when?",
      hint: "e.g. until second shift ends",
      required: true,
      initial: "",
      kind: {
        type: "dateTime",
        date: "2026-11-27",
        time: "12:00",
        timeZone: "Europe/Berlin",
        beside: "Or in your own words",
        maxLength: 150,
      },
    },
    {
      id: "limit",
      label: "Only if",
      hint: "",
      required: false,
      initial: "",
      kind: {
        type: "checkboxes",
        options: [
          { value: "read-only", label: "Read only" },
          { value: "logged", label: "Every connection is logged" },
        ],
      },
    },
  ],
};

/** The same with more machines than any platform takes along with a form. */
export const longForm: Form = {
  ...pickForm,
  inputs: pickForm.inputs.map((input) =>
    input.kind.type === "combobox" ? { ...input, kind: { ...input.kind, options: manyMachines() } } : input,
  ),
};

function manyMachines() {
  return [...machines, ...Array.from({ length: 400 }, (_, n) => ({ value: `asset:press-${n}`, label: `Press ${n}` }))];
}
