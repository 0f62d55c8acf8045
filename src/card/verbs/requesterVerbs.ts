import { sayWho } from "../../request/actor.ts";
import { hasBegun } from "../../request/rules/begun.ts";
import { changeable } from "../../request/rules/changeable.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { instantOf } from "../../workflow/value.ts";
import { sayExtending } from "../forms/extending.ts";
import { fieldInput, form, INPUT, text } from "../forms/inputs.ts";
import { aboutStep, asking, asksLine, asksText, type VerbRow } from "./verb.ts";

/** What whoever asked can do about what they asked for; a note is everybody's. */
export const REQUESTER_VERBS = {
  answer: {
    hand: "requester",
    label: "verbs.answer",
    style: "primary",
    says: "note",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, { plant }) => {
        const step = action.step === null ? undefined : state.steps.get(action.step);
        const question = step?.status === "asked" ? step.question : null;
        const intro =
          question === null
            ? ""
            : say(plant, "pings.asks", { who: sayWho(question.by, state.asked, plant), text: typed(question.text) });
        return form(action, say(plant, "verbs.answer"), say(plant, "verbs.answer"), intro, [
          text(INPUT.answer, say(plant, "forms.answer")),
        ]);
      },
    },
    command: (given) => ({ ...aboutStep(given), type: "answer", answer: given.said(INPUT.answer) }),
  },
  note: {
    hand: "anybody",
    label: "verbs.note",
    says: "note",
    by: "form",
    form: asking("verbs.note", "forms.noteAdd", "forms.noteSeen", asksText(INPUT.note, "forms.note")),
    command: ({ meta, said }) => ({ ...meta, type: "note", text: said(INPUT.note), place: null }),
  },
  change: {
    hand: "requester",
    label: "verbs.change",
    says: "wish",
    by: "form",
    form: {
      of: "sent",
      facts: "changeable",
      make: (action, state, { plant }, now) =>
        form(
          action,
          say(plant, "verbs.change"),
          say(plant, "forms.change"),
          state.status === "open" && state.rules.call !== null && hasBegun(state)
            ? say(plant, "forms.changeCall")
            : say(plant, "forms.changeAgain"),
          changeable(state).map((field) => fieldInput(field, state.values, plant, now)),
        ),
    },
    command: ({ meta, values }) => ({ ...meta, type: "change", values }),
  },
  withdraw: {
    hand: "requester",
    label: "verbs.withdraw",
    by: "form",
    form: asking("verbs.withdraw", "verbs.withdraw", null, asksLine(INPUT.reason, "forms.why", false)),
    command: ({ meta, said }) => ({ ...meta, type: "withdraw", reason: said(INPUT.reason) }),
  },
  extend: {
    hand: "requester",
    label: "verbs.extend",
    says: "wish",
    by: "form",
    form: {
      of: "sent",
      facts: "end",
      make: (action, state, { plant }, now) =>
        form(action, say(plant, "verbs.extend"), say(plant, "extend.submit"), sayExtending(state, plant, now), [
          ...state.rules.fields
            .filter(({ id }) => id === state.rules.endsAt)
            .map((field) => fieldInput(field, state.values, plant, now)),
          text(INPUT.reason, say(plant, "extend.whatFor")),
        ]),
    },
    command: ({ meta, values, said }) => {
      const [until] = Object.values(values);
      return { ...meta, type: "extend", until: instantOf(until), reason: said(INPUT.reason) };
    },
  },
  appeal: {
    hand: "appellant",
    label: "verbs.appeal",
    says: "wish",
    by: "form",
    form: {
      of: "sent",
      facts: "changeable",
      make: (action, state, { plant }, now) =>
        form(action, say(plant, "verbs.appeal"), say(plant, "appeal.submit"), say(plant, "appeal.intro"), [
          text(INPUT.note, say(plant, "appeal.whatsNew")),
          ...changeable(state).map((field) => fieldInput(field, state.values, plant, now)),
        ]),
    },
    command: (given) => ({
      ...aboutStep(given),
      type: "appeal",
      news: given.said(INPUT.note),
      values: given.values,
    }),
  },
  askAgain: { hand: "anybody", label: "verbs.askAgain", style: "primary", by: "words" },
  longer: { hand: "anybody", label: "verbs.longer", style: "primary", by: "words" },
} as const satisfies Record<string, VerbRow>;
