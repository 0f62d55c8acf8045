import { AccountId, type Adapter, type Answer, type Form, type Inbound } from "../../src/index.ts";
import { fullCard } from "../adapters/web/standIn.ts";

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
      id: "until",
      label: "Until at the latest",
      hint: "",
      required: false,
      initial: "Thu 18:00",
      kind: { type: "line", maxLength: 80 },
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
      const mention = [AccountId.parse("web:otto")];
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
