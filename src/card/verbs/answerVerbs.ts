import { RefusedError } from "../../errors.ts";
import { cutText } from "../../plainText.ts";
import type { Plant } from "../../plant/plant.ts";
import { worksBefore } from "../../request/rules/again.ts";
import { backOf } from "../../request/rules/back.ts";
import { filesOfHolders } from "../../request/rules/evidence.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { alsoIn } from "../../request/rules/mayPress.ts";
import { type Closed, isSettled, type Open, partyWith } from "../../request/state.ts";
import { say, saying } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { isCheckedOnSite, isClosing, type Step, StepId } from "../../workflow/requestType.ts";
import type { Action } from "../action.ts";
import type { Form, FormInput } from "../card.ts";
import { sayRisk } from "../forms/disputes.ts";
import { factInputs, form, INPUT, input, line, owedInputs, type Seen, text } from "../forms/inputs.ts";
import { pickInstant } from "../forms/pickers.ts";
import { capital, partyLabel } from "../words.ts";
import { aboutStep, asking, asksText, type Given, type VerbRow } from "./verb.ts";

/** How whoever has a step answers it. */
export const ANSWER_VERBS = {
  take: {
    hand: "holder",
    label: "verbs.take",
    by: "press",
    command: (given) => ({ ...aboutStep(given), type: "take" }),
  },
  approve: {
    hand: "holder",
    label: "verbs.approve",
    style: "primary",
    by: "either",
    form: {
      of: "sent",
      facts: "step",
      make: (action, state, { plant }, at) => {
        const facts = factInputs(action, { ...state, at }, plant);
        return facts.length === 0
          ? null
          : form(action, say(plant, "verbs.approve"), say(plant, "verbs.approve"), say(plant, "forms.youKnow"), facts);
      },
    },
    command: approval,
  },
  both: {
    hand: "bothHolder",
    label: "verbs.both",
    style: "primary",
    by: "either",
    form: {
      of: "sent",
      facts: "both",
      make: (action, state, { plant }, at) => bothForm(action, { ...state, at }, plant),
    },
    command: (given) => ({ ...aboutStep(given), type: "both", also: alsoOf(given.action), values: given.values }),
  },
  limits: {
    hand: "holder",
    label: "verbs.limits",
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
    hand: "refuser",
    label: "verbs.deny",
    style: "danger",
    by: "form",
    form: asking(
      "verbs.deny",
      "verbs.deny",
      null,
      asksText(INPUT.reason, "forms.whyNot"),
      asksText(INPUT.yesIf, "forms.yesIf"),
    ),
    command: (given) => ({
      ...aboutStep(given),
      type: "deny",
      reason: given.said(INPUT.reason),
      yesIf: given.said(INPUT.yesIf),
    }),
  },
  done: {
    hand: "holder",
    label: "verbs.done",
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
    label: "verbs.rolledBack",
    by: "form",
    form: {
      of: "sent",
      facts: "step",
      make: (action, state, { plant }, at) => whatHappened(action, { ...state, at }, plant, "verbs.rolledBack"),
    },
    command: (given) => finish(given, "rolledBack"),
  },
  failed: {
    hand: "holder",
    label: "verbs.failed",
    style: "danger",
    by: "form",
    form: {
      of: "sent",
      facts: "step",
      make: (action, state, { plant }, at) => whatHappened(action, { ...state, at }, plant, "verbs.failed"),
    },
    command: (given) => finish(given, "failed"),
  },
  confirm: {
    hand: "holder",
    label: "verbs.confirm",
    style: "primary",
    by: "press",
    command: (given) => ({ ...aboutStep(given), type: "confirm", outcome: "works", note: "" }),
  },
  notFixed: {
    hand: "holder",
    label: "verbs.notFixed",
    by: "form",
    form: { of: "sent", make: (action, state, { plant }) => notFixedForm(action, state, plant) },
    command: (given) => ({
      ...aboutStep(given),
      type: "confirm",
      outcome: "doesNotWork",
      note: given.said(INPUT.note),
      ...chosen(given.said(INPUT.again)),
    }),
  },
  takeBack: {
    hand: "decider",
    label: "verbs.takeBack",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, { plant }, now) =>
        form(
          action,
          say(plant, "verbs.takeBack"),
          say(plant, "verbs.takeBack"),
          sayBack({ ...state, at: now }, action.step, plant),
          [text(INPUT.reason, say(plant, "forms.why"))],
        ),
    },
    command: (given) => ({ ...aboutStep(given), type: "takeBack", reason: given.said(INPUT.reason) }),
  },
  takeRisk: {
    hand: "riskOwner",
    label: "verbs.takeRisk",
    by: "form",
    form: {
      of: "sent",
      facts: "owed",
      make: (action, state, { plant }, now) =>
        form(action, say(plant, "verbs.takeRisk"), say(plant, "verbs.takeRisk"), sayRisk(state, plant), [
          ...owedInputs(action, { ...state, at: now }, plant),
          text(INPUT.reason, say(plant, "risk.whyTake")),
        ]),
    },
    command: (given) => ({
      ...aboutStep(given),
      type: "takeRisk",
      reason: given.said(INPUT.reason),
      values: given.values,
    }),
  },
} as const satisfies Record<string, VerbRow>;

/** What both steps are asked for. */
function bothForm(action: Action, state: Seen, plant: Plant): Form | null {
  const also = alsoIn(action.arg);
  const facts = [action, ...(also === null ? [] : [{ ...action, step: also.step }])].flatMap((each) =>
    factInputs(each, state, plant),
  );
  const title = say(plant, "verbs.both");
  return facts.length === 0 ? null : form(action, title, title, say(plant, "forms.youKnow"), facts);
}

/** @throws RefusedError for a button without its other step */
function alsoOf({ arg }: Action) {
  const also = alsoIn(arg);
  if (also !== null) return also;
  throw new RefusedError("OUTDATED", saying("refused.noStep"));
}

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
    options.length === 0
      ? []
      : [{ ...input(INPUT.limit, say(plant, "forms.onlyIf"), false), kind: { type: "checkboxes", options } }];
  return form(action, say(plant, "verbs.limits"), say(plant, "verbs.approve"), say(plant, "forms.limitsBind"), [
    ...factInputs(action, state, plant),
    ...choose,
    line(INPUT.limitText, say(plant, "forms.ownWords"), false),
    ...(state.rules.endsAt === null
      ? []
      : [
          {
            ...input(INPUT.limitUntil, say(plant, "forms.atTheLatest"), false),
            ...pickInstant(undefined, plant),
            hint: say(plant, "forms.latestHint"),
          },
        ]),
  ]);
}

/** Says what is looked at again; of several, whoever does not see it work chooses. */
function notFixedForm(action: Action, state: Open | Closed, plant: Plant): Form {
  const works = action.step === null ? [] : worksBefore(state.rules, action.step);
  const options = works.map(({ id, does }) => ({ value: id, label: capital(sayWork(state, id, does, plant)) }));
  const [only] = works;
  const choose: readonly FormInput[] =
    options.length < 2
      ? []
      : [{ ...input(INPUT.again, say(plant, "forms.lookAgainAt")), kind: { type: "choice", options } }];
  const intro =
    only === undefined || options.length > 1
      ? say(plant, "forms.goesBack")
      : say(plant, "forms.looksAgain", { who: whoDid(state, only.id, plant), does: only.does });
  return form(action, say(plant, "verbs.notFixed"), say(plant, "forms.send"), intro, [
    text(INPUT.note, say(plant, "forms.whatDoesNotWork")),
    ...choose,
  ]);
}

function sayWork(state: Open | Closed, id: StepId, does: string, plant: Plant): string {
  return say(plant, "forms.work", { who: whoDid(state, id, plant), does });
}

function whoDid(state: Open | Closed, id: StepId, plant: Plant): string {
  const step = state.steps.get(id);
  const party = step === undefined ? null : "party" in step ? step.party : partyWith(step);
  return party === null ? say(plant, "verbs.itsOwner") : partyLabel(plant, party, state.asked);
}

function chosen(said: string): { readonly again?: StepId } {
  const step = StepId.safeParse(said);
  return step.success ? { again: step.data } : {};
}

function doneForm(action: Action, state: Seen, plant: Plant): Form | null {
  if (action.step === null) return null;
  const rule = ruleOf(state, action.step);
  const { evidence } = rule;
  const inputs = [
    ...factInputs(action, state, plant),
    ...onSite(rule, plant),
    ...(evidence === null ? [] : [evidenceInput(rule, evidence, state, plant)]),
  ];
  // By the name of the button that opened it: "Opened", "Closed again".
  const label = rule.buttons.yes ?? say(plant, "verbs.done");
  return inputs.length === 0 ? null : form(action, label, label, sayChecks(rule, plant), inputs);
}

/** At a desk nobody else looks: whoever does it says that they did. */
function sayChecks(rule: Step, plant: Plant): string {
  const all = rule.checks.join(" · ");
  return all === "" || isCheckedOnSite(rule) ? all : say(plant, "forms.checked", { all });
}

/** Long enough for an address of a ticket. A picture that was sent meanwhile is enough by itself. */
function evidenceInput(rule: Step, asks: string, state: Seen, plant: Plant): FormInput {
  const step = state.steps.get(rule.id);
  const files = state.status === "open" && step !== undefined ? filesOfHolders(state, rule, step, plant) : [];
  const names = sayList(
    files.map(({ name }) => name),
    plant,
  );
  const hint = files.length === 0 ? say(plant, "forms.orPicture") : say(plant, "forms.picturesCount", { names });
  return {
    ...input(INPUT.evidence, asks, files.length === 0),
    hint: cutText(hint, MOST_HINT),
    kind: { type: "line", maxLength: MOST_EVIDENCE },
  };
}

const MOST_EVIDENCE = 500;
const MOST_HINT = 150;

function onSite(rule: Step, plant: Plant): readonly FormInput[] {
  return isCheckedOnSite(rule) ? [line(INPUT.onSite, say(plant, "forms.onSite"))] : [];
}

function whatHappened(action: Action, state: Seen, plant: Plant, title: "verbs.rolledBack" | "verbs.failed"): Form {
  return form(action, say(plant, title), say(plant, title), say(plant, helpFor(action, state)), [
    ...factInputs(action, state, plant),
    ...(action.step === null ? [] : onSite(ruleOf(state, action.step), plant)),
    text(INPUT.evidence, say(plant, "forms.whatHappened")),
  ]);
}

/** Who reads why, and can help. */
function helpFor({ step }: Action, { rules }: Seen): "forms.failCalls" | "forms.failCloses" | "forms.failTells" {
  if (rules.call !== null) return "forms.failCalls";
  return step !== null && isClosing(rules, step) ? "forms.failCloses" : "forms.failTells";
}

/** What becomes of an answer that is taken back. */
function sayBack(state: Seen, id: Action["step"], plant: Plant): string {
  const step = id === null ? undefined : state.steps.get(id);
  if (!isSettled(step)) return "";
  const isRisk = step.verdict.type === "riskTaken" && backOf(state, step, state.at) === "free";
  if (isRisk) return say(plant, "risk.backIntro");
  return say(plant, backOf(state, step, state.at) === "begun" ? "back.isBegun" : "back.isFree");
}
