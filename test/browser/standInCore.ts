import type { Adapter, Answer, Form, Inbound } from "../../src/index.ts";
import { fullCard } from "../adapters/web/standIn.ts";
import { named } from "../support/named.ts";

/** Asks with every kind of input there is. */
export const LIMITS_FORM: Form = {
  title: "Approve with limits",
  submit: "Approve with these limits",
  intro: "The limits bind everybody who comes after you.",
  value: "limits of HAM-142",
  inputs: [
    {
      id: "limits",
      label: "Which limits?",
      hint: "E.g. one source address",
      required: true,
      initial: "",
      kind: { type: "text", maxLength: 500 },
    },
    {
      id: "machines",
      label: "Which machines?",
      hint: "",
      required: true,
      initial: "",
      kind: {
        type: "combobox",
        options: machines(),
        chosen: ["asset:press-9"],
        several: true,
        beside: "Not in the list? Write it here",
        maxLength: 150,
      },
    },
    {
      id: "source",
      label: "From where?",
      hint: "",
      required: false,
      initial: "",
      kind: {
        type: "combobox",
        options: machines(),
        chosen: ["asset:press-3"],
        several: false,
        beside: "Or an address",
        maxLength: 150,
      },
    },
    {
      id: "until",
      label: "Until at the latest",
      hint: "E.g. until second shift ends",
      required: false,
      initial: "",
      kind: {
        type: "dateTime",
        date: "2026-11-26",
        time: "18:00",
        timeZone: "Europe/Berlin",
        beside: "Or in your own words",
        maxLength: 80,
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
          { value: "on-site", label: "Only while *somebody* is on site" },
        ],
      },
    },
    {
      id: "access",
      label: "Access",
      hint: "",
      required: true,
      initial: "read",
      kind: {
        type: "choice",
        options: [
          { value: "read", label: "Read only" },
          { value: "write", label: "Read and write" },
        ],
      },
    },
  ],
};

function machines() {
  return Array.from({ length: 12 }, (_, n) => ({ value: `asset:press-${n + 1}`, label: `Press ${n + 1}` }));
}

/**
 * Stands in for Referee: whatever is said becomes one request with a card where it was asked and one for OT controls.
 * Buttons that end in "…" open the form; the form wants a day it can read; other buttons are answered privately.
 */
export async function standInCore(inbound: Inbound, adapter: Adapter): Promise<Answer> {
  switch (inbound.type) {
    case "said": {
      const owner = { adapter: "web", conversation: "ot-controls", thread: null } as const;
      const text = "HAM-142 Open port 502 to PLC-12";
      await adapter.post(inbound.spot, { text, card: fullCard(), mention: [] }, `card ${inbound.id}`);
      const mention = [named("web:otto")];
      await adapter.post(
        owner,
        { text, card: fullCard("Otto has it since 13:05, due 17:00"), mention },
        `ping ${inbound.id}`,
      );
      return { type: "nothing" };
    }
    case "edited":
    case "deleted":
      return { type: "nothing" };
    case "pressed":
      if (inbound.value.includes("…")) return { type: "form", form: LIMITS_FORM };
      return { type: "private", text: "This is OT controls' to decide. Otto Brandt has it since 13:05." };
    case "submitted":
      if (inbound.values.until !== "whenever") return { type: "private", text: "Approved with limits." };
      return { type: "formErrors", errors: { until: "Please give a day and a time, e.g. Fri 18:00." } };
  }
}
