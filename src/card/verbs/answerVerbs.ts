import type { Plant } from "../../plant/plant.ts";
import { backOf } from "../../request/rules/back.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { isSettled } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { Action } from "../action.ts";
import type { Form, FormInput } from "../card.ts";
import { factInputs, form, INPUT, input, line, type Seen, text } from "../forms/inputs.ts";
import { pickInstant } from "../forms/pickers.ts";
import { aboutStep, asking, type Given, type VerbRow } from "./verb.ts";

/** How whoever has a step answers it. */
export const ANSWER_VERBS = {
  take: { hand: "holder", label: "Take it", by: "press", command: (given) => ({ ...aboutStep(given), type: "take" }) },
  approve: {
    hand: "holder",
    label: "Approve",
    style: "primary",
    by: "either",
    form: {
      of: "sent",
      facts: "step",
      make: (action, state, { plant }, at) => {
        const facts = factInputs(action, { ...state, at }, plant);
        return facts.length === 0
          ? null
          : form(action, "Approve", "Approve", "You are the one who knows these.", facts);
      },
    },
    command: approval,
  },
  limits: {
    hand: "holder",
    label: "Approve with limits",
    by: "form",
    form: {
      of: "sent",
      facts: "step",
      limits: true,
      make: (action, state, { plant }, at) => limitsForm(action, { ...state, at }, plant),
    },
    command: approval,
  },
  deny: {
    hand: "holder",
    label: "Deny",
    style: "danger",
    by: "form",
    form: asking("Deny", "Deny", "", text(INPUT.reason, "Why not?"), text(INPUT.yesIf, "What would make it a yes?")),
    command: (given) => ({
      ...aboutStep(given),
      type: "deny",
      reason: given.said(INPUT.reason),
      yesIf: given.said(INPUT.yesIf),
    }),
  },
  done: {
    hand: "holder",
    label: "Done",
    style: "primary",
    by: "either",
    form: {
      of: "sent",
      facts: "step",
      make: (action, state, { plant }, at) => doneForm(action, { ...state, at }, plant),
    },
    command: (given) => finish(given, "done"),
  },
  rolledBack: {
    hand: "holder",
    label: "Rolled back",
    by: "form",
    form: {
      of: "sent",
      facts: "step",
      make: (action, state, { plant }, at) => whatHappened(action, { ...state, at }, plant, "Rolled back"),
    },
    command: (given) => finish(given, "rolledBack"),
  },
  failed: {
    hand: "holder",
    label: "Failed",
    style: "danger",
    by: "form",
    form: {
      of: "sent",
      facts: "step",
      make: (action, state, { plant }, at) => whatHappened(action, { ...state, at }, plant, "Failed"),
    },
    command: (given) => finish(given, "failed"),
  },
  confirm: {
    hand: "holder",
    label: "It works",
    style: "primary",
    by: "press",
    command: (given) => ({ ...aboutStep(given), type: "confirm", outcome: "works", note: "" }),
  },
  notFixed: {
    hand: "holder",
    label: "It does not work",
    by: "form",
    form: asking(
      "It does not work",
      "Send",
      "It goes back to whoever did it.",
      text(INPUT.note, "What does not work?"),
    ),
    command: (given) => ({
      ...aboutStep(given),
      type: "confirm",
      outcome: "doesNotWork",
      note: given.said(INPUT.note),
    }),
  },
  takeBack: {
    hand: "decider",
    label: "Take it back",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, { plant }, now) =>
        form(action, "Take it back", "Take it back", sayBack({ ...state, at: now }, action.step, plant), [
          text(INPUT.reason, "Why?"),
        ]),
    },
    command: (given) => ({ ...aboutStep(given), type: "takeBack", reason: given.said(INPUT.reason) }),
  },
} as const satisfies Record<string, VerbRow>;

function approval(given: Given) {
  return { ...aboutStep(given), type: "approve", limits: given.limits, values: given.values } as const;
}

function finish(given: Given, outcome: "done" | "rolledBack" | "failed") {
  const { said, values } = given;
  return {
    ...aboutStep(given),
    type: "finish",
    outcome,
    evidence: said(INPUT.evidence),
    onSite: said(INPUT.onSite),
    values,
  } as const;
}

function limitsForm(action: Action, state: Seen, plant: Plant): Form {
  const options = state.rules.limits.map(({ id, label }) => ({ value: id, label }));
  const choose: readonly FormInput[] =
    options.length === 0 ? [] : [{ ...input(INPUT.limit, "Only if", false), kind: { type: "checkboxes", options } }];
  return form(action, "Approve with limits", "Approve", "The limits bind everybody who comes after you.", [
    ...factInputs(action, state, plant),
    ...choose,
    line(INPUT.limitText, "In your own words", false),
    ...(state.rules.endsAt === null
      ? []
      : [
          {
            ...input(INPUT.limitUntil, "Until at the latest", false),
            ...pickInstant(undefined, plant),
            hint: "e.g. Thu 12:00, or until second shift ends",
          },
        ]),
  ]);
}

function doneForm(action: Action, state: Seen, plant: Plant): Form | null {
  if (action.step === null) return null;
  const { evidence, checks } = ruleOf(state, action.step);
  const inputs = [
    ...factInputs(action, state, plant),
    ...(checks.length === 0 ? [] : [line(INPUT.onSite, "Who was on site and checked before?")]),
    ...(evidence === null ? [] : [line(INPUT.evidence, evidence)]),
  ];
  return inputs.length === 0 ? null : form(action, "Done", "Done", checks.join(" · "), inputs);
}

function whatHappened(action: Action, state: Seen, plant: Plant, title: string): Form {
  const checks = action.step === null ? [] : ruleOf(state, action.step).checks;
  return form(action, title, title, "", [
    ...factInputs(action, state, plant),
    ...(checks.length === 0 ? [] : [line(INPUT.onSite, "Who was on site and checked before?")]),
    text(INPUT.evidence, "What happened?"),
  ]);
}

/** What becomes of an answer that is taken back. */
function sayBack(state: Seen, id: Action["step"], plant: Plant): string {
  const step = id === null ? undefined : state.steps.get(id);
  if (!isSettled(step)) return "";
  return say(plant, backOf(state, step, state.at) === "begun" ? "back.isBegun" : "back.isFree");
}
