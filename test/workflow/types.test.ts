import { instant } from "../../src/clock.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { readPlants } from "../../src/plant/read.ts";
import { FrozenType } from "../../src/request/events.ts";
import { loadRequestTypes, sayProblem } from "../../src/workflow/read.ts";
import { stepsOf } from "../../src/workflow/requestType.ts";
import { pressedThrough, sent, valuesFrom } from "./walk.ts";

const monday = instant("2026-11-23T10:00:00+01:00");
const olga = PersonId.parse("olga");

const reading = await loadRequestTypes("workflows");
const types = reading.ok ? [...reading.types.values()] : [];
const [demo] = (await readPlants("plants")).plants;
if (demo === undefined) throw new Error("plants/ holds no plant to try the request types on");
const plant = demo;

test("every request type of the product reads without a problem", () => {
  expect(reading.ok ? [] : reading.problems.map(sayProblem)).toEqual([]);
});

describe.each(types.map((type) => ({ name: type.type, type })))("a request of type $name", ({ type }) => {
  const walked = pressedThrough(
    sent({ plant, type, by: olga, at: monday }, valuesFrom(type, "requester", monday)),
    type,
  );

  test("comes to its end when everybody presses yes", () => {
    expect(walked.state).toMatchObject({
      status: "closed",
      outcome: type.endsAt === null ? "done" : "closedAgain",
    });
  });

  test("is answered by a person in every step", () => {
    const answered = walked.events.flatMap((event) =>
      event.type === "StepApproved" ||
      event.type === "StepDone" ||
      event.type === "StepConfirmed" ||
      event.type === "StepSettled"
        ? [event.step]
        : [],
    );
    expect(answered.sort()).toEqual(
      stepsOf(type)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("keeps rules that can be read back from its events", () => {
    const rules = walked.state.status === "closed" ? walked.state.rules : null;
    expect(FrozenType.parse(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
  });
});
