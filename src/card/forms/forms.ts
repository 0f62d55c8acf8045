import type { EpochMs } from "../../clock.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import type { World } from "../../request/commands.ts";
import { changeable } from "../../request/rules/changeable.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { ownerOf } from "../../request/rules/owners.ts";
import type { Closed, Draft, Open, StepState } from "../../request/state.ts";
import { closingSteps, type Field, fieldsFrom, type RequestType } from "../../workflow/requestType.ts";
import { sayValue, type Values } from "../../workflow/value.ts";
import type { Action } from "../action.ts";
import type { Form, FormInput } from "../card.ts";
import { teamOf } from "../people.ts";
import { partyLabel, requesterName, titleOf } from "../words.ts";
import { pickInstant, pickThings } from "./pickers.ts";
import { encodeForm } from "./shown.ts";

const LINE_LENGTH = 150;
const TEXT_LENGTH = 1_000;

/** Input ids that are not fields. Each is read back by `intake`. */
export const INPUT = {
  reason: "reason",
  yesIf: "yesIf",
  question: "question",
  answer: "answer",
  note: "note",
  evidence: "evidence",
  onSite: "onSite",
  team: "team",
  person: "person",
  limit: "limit",
  limitText: "limitText",
  limitUntil: "limitUntil",
  type: "type",
} as const;

/** An input for a field; what is known stands in it already, as seen from now, and whole. */
export function fieldInput(field: Field, values: Values, plant: Plant, now: EpochMs): FormInput {
  const value = values[field.id];
  const base = { id: field.id, label: field.ask, hint: field.hint, required: field.required };
  if (field.kind === "choice") {
    const isOffered = field.options.some((option) => option.value === value);
    return { ...base, initial: isOffered ? (value ?? "") : "", kind: { type: "choice", options: field.options } };
  }
  if (field.kind === "instant") return { ...base, ...pickInstant(value, plant) };
  if (field.kind === "asset" || field.kind === "endpoint" || field.kind === "place")
    return { ...base, ...pickThings(field, value, plant, now) };
  const initial = value === undefined ? "" : sayValue(field, value, plant, now);
  const type = field.kind === "text" ? "text" : "line";
  const most = type === "text" ? TEXT_LENGTH : LINE_LENGTH;
  // What is cut when it is shown would come back as something else.
  return { ...base, initial, kind: { type, maxLength: Math.max(most, initial.length) } };
}

/** What the requester is asked, and nothing they cannot know. */
export function draftForm(action: Action, draft: Draft, type: RequestType, { plant }: World, now: EpochMs): Form {
  const inputs = fieldsFrom(type, "requester").map((field) => fieldInput(field, draft.values, plant, now));
  return form(action, titleOf(type, draft.values, plant, now), "Save", "Nothing is sent yet.", inputs);
}

/** Every request type to choose from, when none of the readings was right. */
export function typeForm(action: Action, { types }: World): Form {
  const options = [...types.values()]
    .filter(({ active }) => active)
    .map(({ type, name, icon }) => ({ value: type, label: `${icon} ${name}` }));
  return form(action, "What is this about?", "Choose", "", [
    { ...input(INPUT.type, "It is about"), kind: { type: "choice", options } },
  ]);
}

/** The form a button of a sent request opens; null when the button needs none. */
export function requestForm(action: Action, state: Open | Closed, world: World, now: EpochMs): Form | null {
  const make = FORMS[action.verb];
  return make === undefined ? null : make(action, { ...state, at: now }, world);
}

type MakeForm = (action: Action, state: Open | Closed, world: World) => Form | null;

const FORMS: Partial<Record<Action["verb"], MakeForm>> = {
  approve: (action, state, world) => {
    const facts = factInputs(action, state, world);
    return facts.length === 0 ? null : form(action, "Approve", "Approve", "You are the one who knows these.", facts);
  },
  limits: (action, state, world) => limitsForm(action, state, world),
  deny: (action) =>
    form(action, "Deny", "Deny", "", [text(INPUT.reason, "Why not?"), text(INPUT.yesIf, "What would make it a yes?")]),
  ask: (action, state, world) =>
    form(
      action,
      "Ask a question",
      "Ask",
      `The question goes to ${requesterName(state, world.plant)}; your time stops until the answer is here.`,
      [text(INPUT.question, "Question")],
    ),
  answer: (action, state) => {
    const step = action.step === null ? undefined : state.steps.get(action.step);
    return form(action, "Answer", "Answer", step?.status === "asked" ? step.question.text : "", [
      text(INPUT.answer, "Answer"),
    ]);
  },
  notMine: (action, _, { plant }) =>
    form(action, "Not mine", "Pass on", "If you cannot say whose it is, Ops decides.", [
      { ...input(INPUT.team, "Whose is it?", false), kind: { type: "choice", options: teams(plant) } },
      { ...input(INPUT.reason, "Why?", false), kind: { type: "line", maxLength: LINE_LENGTH } },
    ]),
  handOver: (action, state, { plant }) => {
    const step = action.step === null ? undefined : state.steps.get(action.step);
    const options = step === undefined ? [] : colleagues(step, state, plant);
    if (options.length === 0) return null;
    return form(action, "Hand to a colleague", "Hand over", "", [
      { ...input(INPUT.person, "To whom?"), kind: { type: "choice", options } },
    ]);
  },
  done: (action, state, world) => doneForm(action, state, world),
  rolledBack: (action, state, world) => whatHappened(action, state, world, "Rolled back"),
  failed: (action, state, world) => whatHappened(action, state, world, "Failed"),
  notFixed: (action) =>
    form(action, "It does not work", "Send", "It goes back to whoever did it.", [
      text(INPUT.note, "What does not work?"),
    ]),
  note: (action) => form(action, "Add a note", "Add", "Everybody involved sees it.", [text(INPUT.note, "Note")]),
  change: (action, state, { plant }) =>
    form(
      action,
      "Change a fact",
      "Change",
      "What was approved no longer counts then: everybody is asked again.",
      changeable(state).map((field) => fieldInput(field, state.values, plant, state.at)),
    ),
  withdraw: (action) =>
    form(action, "Withdraw", "Withdraw", "", [
      { ...input(INPUT.reason, "Why?", false), kind: { type: "line", maxLength: LINE_LENGTH } },
    ]),
  rule: (action, _, { plant }) =>
    form(action, "Decide whose it is", "Decide", "This decides whose it is, not whether it is allowed.", [
      { ...input(INPUT.team, "Whose is it?"), kind: { type: "choice", options: teams(plant) } },
      text(INPUT.reason, "Why?"),
    ]),
  close: (action) =>
    form(action, "Close with a reason", "Close", "This ends the request. It is never an approval.", [
      text(INPUT.reason, "Why?"),
    ]),
  setFreezeAside: (action) =>
    form(action, "Go on now", "Go on", "The freeze is set aside for this request alone. Everybody involved sees why.", [
      text(INPUT.reason, "Why can it not wait?"),
    ]),
  ruleOut: (action) =>
    form(action, "Somebody else asked", "It is somebody else", "Those who bear that name may decide then.", [
      text(INPUT.reason, "How do you know?"),
    ]),
  cutOff: (action, state, world) =>
    form(action, "Cut off now", "Cut off", sayWhoCloses(state, world), [text(INPUT.reason, "Why?")]),
};

/** It is people who close it, so nothing is promised that they cannot keep. */
function sayWhoCloses(state: Open | Closed, world: World): string {
  const [rule] = closingSteps(state.rules);
  if (rule === undefined) return "";
  const who = partyLabel(world.plant, ownerOf(state, rule, world).party, state.asked);
  return `${who} is asked to close it now. If nobody of them is at work, Ops hear of it at once.`;
}

function limitsForm(action: Action, state: Open | Closed, world: World): Form {
  const options = state.rules.limits.map(({ id, label }) => ({ value: id, label }));
  const choose: readonly FormInput[] =
    options.length === 0 ? [] : [{ ...input(INPUT.limit, "Only if", false), kind: { type: "checkboxes", options } }];
  return form(action, "Approve with limits", "Approve", "The limits bind everybody who comes after you.", [
    ...factInputs(action, state, world),
    ...choose,
    { ...input(INPUT.limitText, "In your own words", false), kind: { type: "line", maxLength: LINE_LENGTH } },
    ...(state.rules.endsAt === null
      ? []
      : [
          {
            ...input(INPUT.limitUntil, "Until at the latest", false),
            ...pickInstant(undefined, world.plant),
            hint: "e.g. Thu 12:00, or until second shift ends",
          },
        ]),
  ]);
}

function doneForm(action: Action, state: Open | Closed, world: World): Form | null {
  if (action.step === null) return null;
  const { evidence, checks } = ruleOf(state, action.step);
  const inputs = [
    ...factInputs(action, state, world),
    ...(checks.length === 0 ? [] : [line(INPUT.onSite, "Who was on site and checked before?")]),
    ...(evidence === null ? [] : [line(INPUT.evidence, evidence)]),
  ];
  return inputs.length === 0 ? null : form(action, "Done", "Done", checks.join(" · "), inputs);
}

function whatHappened(action: Action, state: Open | Closed, world: World, title: string): Form {
  const checks = action.step === null ? [] : ruleOf(state, action.step).checks;
  return form(action, title, title, "", [
    ...factInputs(action, state, world),
    ...(checks.length === 0 ? [] : [line(INPUT.onSite, "Who was on site and checked before?")]),
    text(INPUT.evidence, "What happened?"),
  ]);
}

/** The facts the pressed step supplies; those it still owes are required. */
function factInputs(action: Action, state: Open | Closed, { plant }: World): readonly FormInput[] {
  if (action.step === null) return [];
  return fieldsFrom(state.rules, action.step).map((field) => fieldInput(field, state.values, plant, state.at));
}

function teams(plant: Plant) {
  return [...plant.teams.values()].map(({ id, name }) => ({ value: id, label: name }));
}

function colleagues(step: StepState, state: Open | Closed, plant: Plant) {
  if (!("ball" in step)) return [];
  return teamOf(plant, step.ball.party)
    .filter((person) => person !== step.ball.takenBy && person !== state.asked.requester)
    .map((person) => ({ value: person, label: nameOf(plant, person) }));
}

function form(action: Action, title: string, submit: string, intro: string, inputs: readonly FormInput[]): Form {
  return { title, submit, intro, value: encodeForm(action, inputs), inputs };
}

function input(id: string, label: string, required = true) {
  return { id, label, hint: "", required, initial: "" };
}

function line(id: string, label: string): FormInput {
  return { ...input(id, label), kind: { type: "line", maxLength: LINE_LENGTH } };
}

function text(id: string, label: string): FormInput {
  return { ...input(id, label), kind: { type: "text", maxLength: TEXT_LENGTH } };
}
