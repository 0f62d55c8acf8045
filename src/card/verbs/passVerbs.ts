import { RefusedError } from "../../errors.ts";
import { PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Closed, Open, StepState } from "../../request/state.ts";
import { form, INPUT, input, line, text } from "../forms/inputs.ts";
import { teamOf } from "../people.ts";
import { requesterName } from "../words.ts";
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
        const goesTo = `The question goes to ${requesterName(state, plant)}; your time stops until the answer is here.`;
        return form(action, "Ask a question", "Ask", goesTo, [text(INPUT.question, "Question")]);
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
        form(action, "Not mine", "Pass on", "If you cannot say whose it is, Ops decides.", [
          { ...input(INPUT.team, "Whose is it?", false), kind: { type: "choice", options: teams(plant) } },
          line(INPUT.reason, "Why?", false),
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
        return form(action, "Hand to a colleague", "Hand over", "", [
          { ...input(INPUT.person, "To whom?"), kind: { type: "choice", options } },
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

function colleagues(step: StepState, state: Open | Closed, plant: Plant) {
  if (!("ball" in step)) return [];
  return teamOf(plant, step.ball.party)
    .filter((person) => person !== step.ball.takenBy && person !== state.asked.requester)
    .map((person) => ({ value: person, label: nameOf(plant, person) }));
}

function personIn(text: string): PersonId {
  const person = PersonId.safeParse(text);
  if (person.success) return person.data;
  throw new RefusedError("FIELD_MISSING", "Choose a person.");
}
