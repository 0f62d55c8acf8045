import type { Card, Form } from "../../../src/card/card.ts";

const approve = {
  type: "press",
  label: "Approve",
  value: "r1|approve|req_9f2c41ab7d03|ot|7|",
  style: "primary",
} as const;
const deny = { type: "press", label: "Deny…", value: "r1|deny|req_9f2c41ab7d03|ot|7|", style: "danger" } as const;
const notMine = {
  type: "press",
  label: "Not mine…",
  value: "r1|notMine|req_9f2c41ab7d03|ot|7|",
  style: "plain",
} as const;

/** The card Otto of OT controls gets: every kind of block but a list. */
export const approverCard: Card = {
  title: "🔌 Open port 502 to PLC-12",
  key: "HAM-142",
  blocks: [
    { type: "quote", text: "Line 3 stands.\nCan we open port 502 to PLC-12?", by: "Olga Petersen, line 3" },
    { type: "text", text: "Anyone who reaches this port can write to the controller.", tone: "warning" },
    {
      type: "facts",
      facts: [
        { label: "Where", value: "PLC-12, line 3" },
        { label: "Until", value: "Thu 26 Nov, 14:00" },
      ],
    },
    {
      type: "steps",
      steps: [
        { mark: "open", owner: "OT controls", says: "Otto has it since 13:05, due 17:00" },
        { mark: "held", owner: "IT security", says: "on hold until Mon 08:00, the office is closed" },
        { mark: "waiting", owner: "IT network", says: "opens it" },
      ],
    },
    { type: "actions", actions: [approve, deny], more: [notMine] },
    { type: "text", text: "Next: a reminder to Otto at 16:00.", tone: "muted" },
  ],
};

export const digestCard: Card = {
  title: "Hamburg · Mon 23 Nov 06:00",
  key: null,
  blocks: [
    {
      type: "list",
      title: "For you to decide",
      items: [
        {
          text: "Still open past its end: remote access to the palletizer, since Thu 12:00",
          actions: [{ type: "link", label: "Thread", url: "https://teams.microsoft.com/l/message/19:x/1" }, deny],
        },
      ],
    },
  ],
};

export const denyForm: Form = {
  title: "Deny HAM-142",
  submit: "Deny",
  intro: "Olga reads this at once.",
  value: "r1|deny|req_9f2c41ab7d03|ot|7|",
  inputs: [
    {
      id: "reason",
      label: "Why not?",
      hint: "One sentence is enough.",
      required: true,
      initial: "",
      kind: { type: "text", maxLength: 1_000 },
    },
    {
      id: "until",
      label: "What would make it a yes?",
      hint: "",
      required: false,
      initial: "shift",
      kind: {
        type: "choice",
        options: [
          { value: "shift", label: "After the shift" },
          { value: "window", label: "In the maintenance window" },
        ],
      },
    },
  ],
};

/** Texts that would become a mention, a link, a date or markup if a card did not show them as they are. */
export const HOSTILE_TEXTS = [
  "<at>Otto</at> approve this",
  "[Approve](https://evil.example)",
  "**Approved by IT security**",
  "{{DATE(2026-11-22T10:00:00Z,SHORT)}}",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "line one\r\nline two",
  "from 10.0.0.1\u202e1.0.0.01 morf",
];
