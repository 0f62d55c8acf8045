import type { Verb } from "../../src/card/action.ts";
import type { Form } from "../../src/card/card.ts";
import { answersShown } from "../../src/card/forms/picked.ts";
import { decodeForm } from "../../src/card/forms/shown.ts";
import type { EpochMs } from "../../src/clock.ts";
import { readPress } from "../../src/intake/press.ts";
import { readSubmission } from "../../src/intake/submit.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import type { RequestCommand } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import {
  approve,
  asked,
  changing,
  demo,
  friday,
  monday,
  olga,
  open,
  otto,
  saturday,
  sina,
  stepOf,
  tuesday,
  typesSince,
} from "../request/scene.ts";
import { then, type Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");

function opens(walk: Walk, verb: Verb, step: string | null, by: PersonId, at: EpochMs): Form {
  const about = step === null ? { step: null, ask: 0 } : { step: StepId.parse(step), ask: stepOf(walk, step).ask };
  const pressing = readPress({ verb, request, arg: "", ...about }, walk.state, { by, at, name: by }, walk.world);
  if (pressing.type !== "form") throw new Error("It opens no form");
  return pressing.form;
}

/** Sends a form off with what stands in it, and what somebody wrote over it. */
function sends(walk: Walk, form: Form, by: PersonId, at: EpochMs, typed: Record<string, string> = {}) {
  const shown = form.inputs.flatMap((input) => Object.entries(answersShown(input)));
  const filled = Object.entries({ ...Object.fromEntries(shown), ...typed }).flatMap(([name, text = ""]) =>
    text === "" ? [] : [[name, text] as const],
  );
  const meta = { by, at, name: by };
  return readSubmission(decodeForm(form.value), Object.fromEntries(filled), walk.state, meta, walk.world);
}

function command(submission: ReturnType<typeof sends>): RequestCommand {
  if (submission.type === "errors") throw new Error(`To look at again: ${JSON.stringify(submission.errors)}`);
  return submission.command;
}

const PORTS = { port: "502/tcp, 161/udp", source: "asset:historian", initiator: "source" };

describe("an approval in whose form nothing was changed", () => {
  test("records no facts and voids no other approval", () => {
    const before = approve(asked({ values: PORTS }), "owner", otto, monday("10:30"));
    const form = opens(before, "approve", "security", sina, monday("11:00"));
    const after = then(before, command(sends(before, form, sina, monday("11:05"))));
    expect(typesSince(before, after)).not.toContain("FactsGiven");
    expect(stepOf(after, "owner").status).toBe("settled");
    expect(open(after).values).toMatchObject(PORTS);
  });

  test("keeps words that have become the name of a machine since", () => {
    const before = asked({ values: { ...PORTS, source: "text:the label press" } });
    const form = opens(before, "approve", "security", sina, monday("10:30"));
    const assets = new Map([...demo.assets].map(([id, asset]) => [id, { ...asset, name: "the label press" }]));
    const renamed: Walk = { ...before, world: { ...before.world, plant: { ...demo, assets } } };
    expect(sends(renamed, form, sina, monday("10:45"))).toMatchObject({ command: { values: {} } });
  });
});

describe("a change of one fact", () => {
  test("moves no other: an end that was shown as “Fri 12:00” stays that instant", () => {
    const walk = asked({ values: { until: String(friday("12:00")) } });
    const form = opens(walk, "change", null, olga, monday("10:30"));
    const late = sends(walk, form, olga, tuesday("10:30"), { why: "count" });
    expect(late).toMatchObject({ type: "command", command: { values: { why: "count" } } });
    expect(Object.keys(late.type === "command" && "values" in late.command ? late.command.values : {})).toEqual([
      "why",
    ]);
  });

  test("leaves what was changed elsewhere while the form was open", () => {
    const before = asked();
    const form = opens(before, "change", null, olga, monday("10:30"));
    const changed = then(before, changing({ why: "count", destination: "asset:plc-7" }, monday("10:40")));
    const after = then(changed, command(sends(changed, form, olga, monday("10:45"), { until: "Thu 12:00" })));
    expect(open(after).values).toMatchObject({ why: "count", destination: "asset:plc-7" });
  });

  test("is refused at the field that has passed meanwhile, so that what was typed stays", () => {
    const walk = asked({ values: { until: String(friday("12:00")) } });
    const form = opens(walk, "change", null, olga, monday("10:30"));
    expect(sends(walk, form, olga, saturday("10:30"), { why: "count" })).toEqual({
      type: "errors",
      errors: { until: "The end has passed already. Choose a later one." },
    });
  });

  test("takes back an optional fact whose input was emptied", () => {
    const walk = asked({ values: { impact: "stops", stopsAt: String(friday("10:00")) } });
    const form = opens(walk, "change", null, olga, monday("10:30"));
    const after = then(
      walk,
      command(sends(walk, form, olga, monday("10:35"), { "stopsAt.date": "", "stopsAt.time": "" })),
    );
    expect(Object.keys(open(after).values)).not.toContain("stopsAt");
    expect(open(after).values).toMatchObject({ impact: "stops", until: String(friday("12:00")) });
  });

  test("to machines of different owners is refused at the field", () => {
    const walk = asked();
    const form = opens(walk, "change", null, olga, monday("10:30"));
    expect(sends(walk, form, olga, monday("10:35"), { "destination.chosen": "asset:plc-12\nasset:mes" })).toMatchObject(
      {
        type: "errors",
        errors: { destination: "Not all of these are decided by the same people. Make a request for each." },
      },
    );
    expect(sends(walk, form, olga, monday("10:35"), { destination: "PLC-7" })).toMatchObject({
      command: { values: { destination: "asset:plc-12\nasset:plc-7" } },
    });
  });
});

test("a long text stands in its form whole, and so comes back as it was", () => {
  const walk = asked({ values: { why: "read the counters. ".repeat(80).trim() } });
  const form = opens(walk, "change", null, olga, monday("10:30"));
  const why = form.inputs.find(({ id }) => id === "why");
  expect(why?.kind.type === "text" && why.kind.maxLength).toBeGreaterThanOrEqual(why?.initial.length ?? 0);
});
