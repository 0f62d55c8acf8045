import { readFile } from "node:fs/promises";
import { instant } from "../../src/clock.ts";
import { readPlants } from "../../src/plant/file/read.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { FrozenType } from "../../src/request/stored/rules.ts";
import { loadRequestTypes, sayProblem } from "../../src/workflow/read.ts";
import { fieldsFrom, type RequestType, requestTypeJsonSchema, stepsOf } from "../../src/workflow/requestType.ts";
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

test("editors check the files by the schema that Referee checks them by", async () => {
  const written: unknown = JSON.parse(await readFile("workflows/workflow.schema.json", "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(requestTypeJsonSchema())));
});

describe("the words of the request types", () => {
  test("promise nothing, blame nobody and do not shout", () => {
    const texts = types.flatMap((type) => textsIn(type).map((text) => `${type.type}: ${text}`));
    expect(texts.filter((text) => /\b(safe|safely|stuck|urgent|urgently)\b/i.test(text))).toEqual([]);
  });

  test("ask nobody on a phone for an address or a hash", () => {
    const asked = types.flatMap((type) => fieldsFrom(type, "requester").flatMap(({ ask, hint }) => [ask, hint]));
    expect(asked.filter((text) => /\b(IP|MAC|hash|checksum|address|VLAN|subnet)\b/i.test(text))).toEqual([]);
  });

  test("fit on one line of a phone where they are questions", () => {
    const asked = types.flatMap(({ fields }) => fields.map(({ ask }) => ask));
    expect(asked.filter((text) => text.length > 65)).toEqual([]);
  });
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
      [...stepsOf(type), ...(type.alarm?.steps ?? [])] // the values of the walk are those of an alarm
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("keeps rules that can be read back from its events", () => {
    const rules = walked.state.status === "closed" ? walked.state.rules : null;
    expect(FrozenType.parse(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
  });
});

/** Everything in a request type that somebody may read. */
function textsIn({ name, title, fields, stages, limits, consider }: RequestType): readonly string[] {
  const steps = stages.flatMap((stage) => stage.steps);
  return [
    ...[name, title],
    ...fields.flatMap(({ label, ask, hint, options }) => [label, ask, hint, ...options.map((option) => option.label)]),
    ...steps.flatMap(({ does, checks, evidence, buttons }) => [
      does,
      ...checks,
      evidence ?? "",
      buttons.take ?? "",
      buttons.yes ?? "",
    ]),
    ...limits.map(({ label }) => label),
    ...consider.flatMap(({ text, source }) => [text, source ?? ""]),
  ];
}
