import { RefusedError } from "../../errors.ts";
import { PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { answererName, speaksAsRequester } from "../../request/rules/requester.ts";
import type { Closed, Open, StepState } from "../../request/state.ts";
import { say, saying } from "../../words/say.ts";
import { form, INPUT, input, line, text } from "../forms/inputs.ts";
import { teamOf } from "../people.ts";
import { aboutStep, teamIn, type VerbRow } from "./verb.ts";

/** How whoever has a step passes it on, to a colleague, another team, or back with a question. */
export const PASS_VERBS = {
  ask: {
    hand: "holder",
    label: "verbs.ask",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, { plant }) => {
        const goesTo = say(plant, "forms.askGoesTo", { who: answererName(state, plant) });
        return form(action, say(plant, "verbs.ask"), say(plant, "forms.askSubmit"), goesTo, [
          text(INPUT.question, say(plant, "forms.question")),
        ]);
      },
    },
    command: (given) => ({ ...aboutStep(given), type: "ask", question: given.said(INPUT.question) }),
  },
  notMine: {
    hand: "holder",
    label: "verbs.notMine",
    by: "form",
    form: {
      of: "sent",
      make: (action, _, { plant }) =>
        form(action, say(plant, "verbs.notMine"), say(plant, "forms.passOn"), say(plant, "forms.opsDecides"), [
          {
            ...input(INPUT.team, say(plant, "forms.whoseIsIt"), false),
            kind: { type: "choice", options: teams(plant) },
          },
          line(INPUT.reason, say(plant, "forms.why"), false),
        ]),
    },
    command: (given) => ({
      ...aboutStep(given),
      type: "notMine",
      whose: teamIn(given.said(INPUT.team)),
      reason: given.said(INPUT.reason),
    }),
  },
  handOver: {
    hand: "holder",
    label: "verbs.handOver",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, { plant }) => {
        const step = action.step === null ? undefined : state.steps.get(action.step);
        const options = step === undefined ? [] : colleagues(step, state, plant);
        if (options.length === 0) return null;
        return form(action, say(plant, "verbs.handOver"), say(plant, "forms.handOver"), "", [
          { ...input(INPUT.person, say(plant, "forms.toWhom")), kind: { type: "choice", options } },
        ]);
      },
    },
    command: (given) => ({ ...aboutStep(given), type: "handOver", to: personIn(given.said(INPUT.person)) }),
  },
} as const satisfies Record<string, VerbRow>;

/** What is the plant's own call is no vendor's. */
export function teams(plant: Plant) {
  const own = [...plant.teams.values()].filter(({ side }) => side !== "vendor");
  return own.map(({ id, name }) => ({ value: id, label: name }));
}

/** Whether there is a colleague to hand a step to: alone in a team, nobody is. */
export function canHandOver(step: StepState, state: Open | Closed, plant: Plant): boolean {
  const isTaken = "ball" in step && step.ball.takenBy !== null;
  return colleagues(step, state, plant).length > (isTaken ? 0 : 1);
}

function colleagues(step: StepState, state: Open | Closed, plant: Plant) {
  if (!("ball" in step)) return [];
  return teamOf(plant, step.ball.party)
    .filter((person) => person !== step.ball.takenBy && !speaksAsRequester(state, person))
    .map((person) => ({ value: person, label: nameOf(plant, person) }));
}

function personIn(text: string): PersonId {
  const person = PersonId.safeParse(text);
  if (person.success) return person.data;
  throw new RefusedError("FIELD_MISSING", saying("refused.choosePerson"));
}
