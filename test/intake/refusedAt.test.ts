import { decodeAction } from "../../src/card/action.ts";
import type { Form } from "../../src/card/card.ts";
import { decodeForm } from "../../src/card/forms/shown.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { instant } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import { refusedAt } from "../../src/intake/refusedAt.ts";
import { readSubmission } from "../../src/intake/submit.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { pressesOn } from "../../src/referee/audience.ts";
import { decide } from "../../src/request/decide.ts";
import { livesOf } from "../../tools/cards/lives.ts";
import { demo } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import type { Walk } from "../workflow/walk.ts";

const olga = PersonId.parse("olga");
const monday = instant("2026-11-23T10:00:00+01:00");

type Opened = { readonly named: string; readonly form: Form; readonly walk: Walk };

/** Every form of every type, once for each step it is about, in the first state that has it. */
function everyForm(): readonly Opened[] {
  const reads = activeTypes.flatMap((type) => livesOf(type, demo, olga, monday).map((read) => ({ ...read, type })));
  const opened = reads.flatMap(({ type, shows, walk }) => {
    const actions = shows === null ? [] : pressesOn(shows).map(({ value }) => decodeAction(value));
    return actions.flatMap((action): Opened[] => {
      const form = formOf(action, walk.state, walk.world, walk.state.at);
      return form === null ? [] : [{ named: `${type.type} ${action.verb} ${action.step}`, form, walk }];
    });
  });
  return [...new Map(opened.toReversed().map((one) => [one.named, one])).values()];
}

type Outcome = "recorded" | "not theirs" | Readonly<Record<string, string>>;

/** What comes of a form that one of the plant sends off. */
function sentOff({ form, walk }: Opened, by: PersonId, typed: Readonly<Record<string, string>>): Outcome {
  const { state, world } = walk;
  const at = state.status === "unstarted" ? monday : state.at;
  const sent = decodeForm(form.value);
  try {
    const submission = readSubmission(sent, typed, state, { by, name: by, at }, world);
    if (submission.type === "errors") return submission.errors;
    decide(state, submission.command, world);
    return "recorded";
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return refusedAt(error, formOf(sent.action, state, world, at), typed, {})?.errors ?? "not theirs";
  }
}

describe("a form whose answers are refused", () => {
  const forms = everyForm();
  const people = [...demo.people.keys()];

  test("stays open, with the reason at one of its questions, for whoever may send it, whichever form it is", () => {
    expect(forms.length).toBeGreaterThan(100);
    const isBlank = ({ value }: Form, id: string) => !decodeForm(value).shown.has(id);
    const needing = forms.filter(({ form }) => form.inputs.some(({ id, required }) => required && isBlank(form, id)));
    const outcomes = needing.map((opened) => ({ ...opened, all: people.map((by) => sentOff(opened, by, {})) }));
    expect(outcomes.filter(({ all }) => all.includes("recorded")).map(({ named }) => named)).toEqual([]);
    const toSay = outcomes.map(({ named, form, all }) => {
      const errors = all.filter((one) => typeof one === "object");
      const isAtOne = errors.every((one) => Object.keys(one).every((at) => form.inputs.some(({ id }) => id === at)));
      return { named, isSaid: errors.length > 0 && isAtOne };
    });
    expect(toSay.filter(({ isSaid }) => !isSaid)).toEqual([]);
  });

  test("says it at the question that was left empty", () => {
    const deny = forms.find(({ named }) => named.startsWith("open-port deny"));
    if (deny === undefined) throw new Error("An open port can be denied");
    const errors = (typed: Readonly<Record<string, string>>) =>
      people.map((by) => sentOff(deny, by, typed)).find((one) => typeof one === "object");
    expect(errors({})).toHaveProperty("reason");
    expect(errors({ reason: "the line runs", yesIf: " " })).toHaveProperty("yesIf");
  });

  test("says nothing at a question where somebody may not send it at all, or too late", () => {
    const form = forms[0]?.form ?? null;
    const refusals = [new RefusedError("NOT_YOUR_BALL", "It is with Otto."), new RefusedError("OUTDATED", "Too late.")];
    expect(refusals.map((error) => refusedAt(error, form, {}, {}))).toEqual([null, null]);
  });
});
