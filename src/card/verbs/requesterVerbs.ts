import { hasBegun } from "../../request/rules/begun.ts";
import { changeable } from "../../request/rules/changeable.ts";
import { instantOf } from "../../workflow/value.ts";
import { sayExtending } from "../forms/extending.ts";
import { fieldInput, form, INPUT, line, text } from "../forms/inputs.ts";
import { aboutStep, asking, type VerbRow } from "./verb.ts";

/** What whoever asked can do about what they asked for; a note is everybody's. */
export const REQUESTER_VERBS = {
  answer: {
    hand: "requester",
    label: "Answer",
    style: "primary",
    says: "note",
    by: "form",
    form: {
      of: "sent",
      make: (action, state) => {
        const step = action.step === null ? undefined : state.steps.get(action.step);
        const question = step?.status === "asked" ? step.question.text : "";
        return form(action, "Answer", "Answer", question, [text(INPUT.answer, "Answer")]);
      },
    },
    command: (given) => ({ ...aboutStep(given), type: "answer", answer: given.said(INPUT.answer) }),
  },
  note: {
    hand: "anybody",
    label: "Add a note",
    says: "note",
    by: "form",
    form: asking("Add a note", "Add", "Everybody involved sees it.", text(INPUT.note, "Note")),
    command: ({ meta, said }) => ({ ...meta, type: "note", text: said(INPUT.note), place: null }),
  },
  change: {
    hand: "requester",
    label: "Change a fact",
    says: "wish",
    by: "form",
    form: {
      of: "sent",
      facts: "changeable",
      make: (action, state, { plant }, now) =>
        form(
          action,
          "Change a fact",
          "Change",
          state.status === "open" && state.rules.call !== null && hasBegun(state)
            ? "Whoever is on it goes on, and reads it on the card."
            : "What was approved no longer counts then: everybody is asked again.",
          changeable(state).map((field) => fieldInput(field, state.values, plant, now)),
        ),
    },
    command: ({ meta, values }) => ({ ...meta, type: "change", values }),
  },
  withdraw: {
    hand: "requester",
    label: "Withdraw",
    by: "form",
    form: asking("Withdraw", "Withdraw", "", line(INPUT.reason, "Why?", false)),
    command: ({ meta, said }) => ({ ...meta, type: "withdraw", reason: said(INPUT.reason) }),
  },
  extend: {
    hand: "requester",
    label: "Needed longer",
    says: "wish",
    by: "form",
    form: {
      of: "sent",
      facts: "end",
      make: (action, state, { plant }, now) =>
        form(action, "Needed longer", "Ask for it", sayExtending(state, plant, now), [
          ...state.rules.fields
            .filter(({ id }) => id === state.rules.endsAt)
            .map((field) => fieldInput(field, state.values, plant, now)),
          text(INPUT.reason, "What is it still needed for?"),
        ]),
    },
    command: ({ meta, values, said }) => {
      const [until] = Object.values(values);
      return { ...meta, type: "extend", until: instantOf(until), reason: said(INPUT.reason) };
    },
  },
  askAgain: { hand: "anybody", label: "Ask again…", style: "primary", by: "words" },
  longer: { hand: "anybody", label: "Ask for longer…", style: "primary", by: "words" },
} as const satisfies Record<string, VerbRow>;
