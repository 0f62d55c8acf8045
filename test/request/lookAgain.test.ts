import { decodeAction } from "../../src/card/action.ts";
import { button } from "../../src/card/buttons/button.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { RequestId } from "../../src/request/ids.ts";
import { isLive } from "../../src/request/rules/places.ts";
import { isSettled } from "../../src/request/state.ts";
import { RequestType, StepId } from "../../src/workflow/requestType.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { pressedThrough, type Walk } from "../workflow/walk.ts";
import { askedLast, askedOf, demo, open, press, pressing, refusal, since, stepOf } from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const complaint = { type: "confirm", outcome: "doesNotWork", note: "it shows no values" } as const;
const id = (step: string) => StepId.parse(step);

/** A change of the network that two teams carry out side by side: the switch, and the panel of the machine. */
const changes = typeNamed("network-change");
const twoWorks = RequestType.parse({
  ...changes,
  stages: changes.stages.map(({ opens, steps }) => ({
    opens,
    steps: steps.flatMap((step) =>
      step.kind === "do" ? [step, { ...step, id: "panel", owner: "assetOwner", does: "sets the panel" }] : [step],
    ),
  })),
});

function upTo(type: RequestType, step: string): Walk {
  return pressedThrough(askedOf(type), type, step);
}

function complained(walk: Walk, step: string, again?: string): Walk {
  const [by] = askedLast(walk, step);
  return press(walk, step, by, walk.state.at, { ...complaint, ...(again !== undefined && { again: id(again) }) });
}

function formFor({ state, world }: Walk, step: string) {
  const { ask } = stepOf({ state, world, events: [] }, step);
  return formOf(decodeAction(button(request, "notFixed", demo, { step: id(step), ask }).value), state, world, state.at);
}

const statuses = (walk: Walk, ...steps: readonly string[]) => steps.map((step) => stepOf(walk, step).status);

describe("“It does not work” of what two teams did", () => {
  const bothDone = () => upTo(twoWorks, "tried");

  test("asks which of them is to look again, by who did it", () => {
    const choice = formFor(bothDone(), "tried")?.inputs.find(({ id: input }) => input === "again");
    expect(choice).toMatchObject({
      required: true,
      initial: "",
      kind: {
        options: [
          { value: "network", label: "IT network: changes it" },
          { value: "panel", label: "OT controls: sets the panel" },
        ],
      },
    });
  });

  test.each(["network", "panel"])("has %s done again, and not the other", (chosen) => {
    const other = chosen === "network" ? "panel" : "network";
    const after = complained(bothDone(), "tried", chosen);
    expect(statuses(after, chosen, other)).toEqual(["open", "settled"]);
    // Both look at both, so both look once more.
    expect(statuses(after, "tried", "running")).toEqual(["waiting", "waiting"]);
    expect(since(bothDone(), after).find(({ type }) => type === "StepConfirmed")).toMatchObject({ again: chosen });
  });

  test("is done again by the last of them where a form of before did not ask", () => {
    expect(statuses(complained(bothDone(), "tried"), "network", "panel")).toEqual(["settled", "open"]);
  });

  test("changes nothing where it names what it does not look at", () => {
    const walk = bothDone();
    const [by] = askedLast(walk, "tried");
    for (const again of ["owner", "security", "running", "nothing"])
      expect(refusal(walk, pressing(walk, "tried", by, walk.state.at, { ...complaint, again: id(again) })).code).toBe(
        "OUTDATED",
      );
  });

  test("is told to whoever looks again, with what does not work and who says so", () => {
    const walk = complained(bothDone(), "tried", "network");
    const told = pingsAt(walk, "network", "StepOpened");
    expect(told).toEqual([expect.stringMatching(/is with you again, due .*says that it does not work: “it shows no/)]);
  });

  test("is told to the others who may be to blame, who have nothing to do", () => {
    const walk = complained(bothDone(), "tried", "network");
    const told = pingsAt(walk, "panel", "StepConfirmed");
    expect(told).toEqual([
      expect.stringMatching(/does not work, says .*: “it shows no values” IT network looks at it/),
    ]);
    expect(pingsAt(walk, "owner", "StepConfirmed")).toEqual([]);
  });

  test("is forgotten once it was done again: a later call does not say so", () => {
    const walk = pressedThrough(complained(bothDone(), "tried", "network"), twoWorks, "tried");
    expect(stepOf(walk, "network")).toMatchObject({ status: "settled", complaint: null });
    expect(isSettled(stepOf(walk, "panel"))).toBe(true);
  });
});

describe("what a step looks at", () => {
  test("is what its type says: a new device that does not work is the network's, not of the inventory", () => {
    const type = typeNamed("new-device");
    const walk = upTo(type, "works");
    expect(formFor(walk, "works")).toMatchObject({ intro: "It goes back to IT network (connects it).", inputs: [{}] });
    const after = complained(walk, "works");
    expect(statuses(after, "network", "inventory", "works")).toEqual(["open", "settled", "waiting"]);
    const done = pressedThrough(after, type);
    expect(done.state).toMatchObject({ status: "closed", outcome: "done" });
  });

  test("of two that follow each other is done again from the chosen one on", () => {
    const device = typeNamed("new-device");
    const both = RequestType.parse({
      ...device,
      stages: device.stages.map(({ opens, steps }) => ({
        opens,
        steps: steps.map((step) => (step.id === "works" ? { ...step, looksAt: ["network", "inventory"] } : step)),
      })),
    });
    expect(statuses(complained(upTo(both, "works"), "works", "network"), "network", "inventory", "works")).toEqual([
      "open",
      "waiting",
      "waiting",
    ]);
    expect(statuses(complained(upTo(both, "works"), "works", "inventory"), "network", "inventory", "works")).toEqual([
      "settled",
      "open",
      "waiting",
    ]);
  });
});

/** What the places of a step hear of the last event of a kind. */
function pingsAt(walk: Walk, step: string, type: "StepOpened" | "StepConfirmed"): readonly string[] {
  const { world, events } = walk;
  const event = events.findLast((each) => each.type === type);
  if (event === undefined) throw new Error(`There was no ${type}`);
  return [...open(walk).places.values()]
    .filter(({ role, left }) => role.type === "step" && role.step === step && !left)
    .filter((place) => type === "StepConfirmed" || isLive(place, stepOf(walk, step)))
    .flatMap((place) => pingFor(event, { request, state: open(walk), place, world })?.text ?? []);
}
