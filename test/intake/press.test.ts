import fc from "fast-check";
import { type Action, Verb } from "../../src/card/action.ts";
import { RefusedError } from "../../src/errors.ts";
import { readPress } from "../../src/intake/press.ts";
import { readSubmission } from "../../src/intake/submit.ts";
import { AccountId, type PersonId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { asked, friday, monday, nils, olga, opened, otto, paula, sina, stepOf } from "../request/scene.ts";
import type { Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const stranger = AccountId.parse("web:stranger");

function action(walk: Walk, verb: Verb, step: string | null): Action {
  const about = step === null ? { step: null, ask: 0 } : { step: StepId.parse(step), ask: stepOf(walk, step).ask };
  return { verb, request, arg: "", ...about };
}

function pressed(walk: Walk, verb: Verb, step: string | null, by: PersonId | AccountId) {
  const meta = { by, at: monday("10:30"), name: "somebody" };
  return readPress(action(walk, verb, step), walk.state, meta, walk.world);
}

function submitted(walk: Walk, verb: Verb, step: string | null, by: PersonId, filled: Record<string, string>) {
  const meta = { by, at: monday("10:30"), name: "somebody" };
  const form = { action: action(walk, verb, step), shown: new Map() };
  return readSubmission(form, filled, walk.state, meta, walk.world);
}

describe("a pressed button", () => {
  test("opens a form where facts or words are needed, and is a command where not", () => {
    expect(pressed(asked(), "approve", "owner", otto)).toMatchObject({ type: "form", form: { title: "Approve" } });
    expect(pressed(asked(), "take", "owner", otto)).toMatchObject({ type: "command", command: { type: "take" } });
  });

  test("opens no form for somebody who may not send it off", () => {
    expect(() => pressed(asked(), "deny", "owner", sina)).toThrow("HAM-1 is with OT controls");
    expect(() => pressed(asked(), "deny", "owner", olga)).toThrow("HAM-1 is your own request");
    expect(() => pressed(asked(), "deny", "owner", stranger)).toThrow(
      "does not know this account, so it cannot decide",
    );
    expect(() => pressed(asked(), "rule", "owner", otto)).toThrow("Only the Ops leads");
    expect(() => pressed(asked(), "withdraw", null, paula)).toThrow("who asked for HAM-1, can do this");
    expect(() => pressed(opened(), "cutOff", null, nils)).toThrow("The owner of the machine, the shift lead, security");
    expect(pressed(opened(), "cutOff", null, sina)).toMatchObject({ type: "form" });
    expect(pressed(opened(), "cutOff", null, otto)).toMatchObject({ type: "form" });
  });

  test("of whatever kind, on whatever request, ends in a form, a command or a refusal in words", () => {
    const steps = fc.constantFrom("owner", "security", "network", "works", null);
    const people = fc.constantFrom(olga, otto, sina, paula, stranger);
    fc.assert(
      fc.property(fc.constantFrom(...Verb.options), steps, people, fc.boolean(), (verb, step, by, late) => {
        try {
          expect(["form", "command"]).toContain(pressed(late ? opened() : asked(), verb, step, by).type);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedError);
        }
      }),
    );
  });
});

describe("a form sent off", () => {
  test("says beside the question what to look at again", () => {
    expect(submitted(asked(), "approve", "security", sina, { port: "70000", source: "historian" })).toEqual({
      type: "errors",
      errors: { port: "Ports go from 1 to 65535." },
    });
  });

  test.each([
    { name: "what was chosen", filled: { "limit.chosen": "read-only" }, limits: ["Read only"] },
    {
      name: "what was chosen in a form of before there were boxes",
      filled: { limit: "read-only" },
      limits: ["Read only"],
    },
    {
      name: "several of a list",
      filled: { "limit.chosen": "logged\nread-only" },
      limits: ["Read only", "Every connection is logged"],
    },
    {
      name: "what was written in a limit's own words",
      filled: { limitText: "read only and one source" },
      limits: ["Read only", "One source address only"],
    },
    {
      name: "in German",
      filled: { limitText: "nur lesen, nur eine Quelle" },
      limits: ["Read only", "One source address only"],
    },
    {
      name: "in Spanish",
      filled: { limitText: "solo lectura y un solo origen" },
      limits: ["Read only", "One source address only"],
    },
    {
      name: "beside other words, which stay as they are",
      filled: { limitText: "only from the control room and the office, read-only please" },
      limits: ["Read only", "only from the control room and the office"],
    },
    { name: "the opposite", filled: { limitText: "not read only" }, limits: ["not read only"] },
    {
      name: "one that has an and of its own",
      filled: { "limit.chosen": "read-only", limitText: "Only the functions or registers named" },
      limits: ["Read only", "Only the functions or registers named"],
    },
  ])("carries each limit by itself: $name", ({ filled, limits }) => {
    expect(submitted(asked(), "limits", "owner", otto, filled)).toMatchObject({
      command: { limits: limits.map((text) => ({ text, until: null })) },
    });
  });

  test("carries an earlier end with its limit, or beside several", () => {
    const until = friday("12:00");
    expect(
      submitted(asked(), "limits", "owner", otto, { "limit.chosen": "read-only", limitUntil: "Fri 12:00" }),
    ).toMatchObject({
      command: { limits: [{ text: "Read only", until }] },
    });
    expect(
      submitted(asked(), "limits", "owner", otto, { "limit.chosen": "read-only\nlogged", limitUntil: "Fri 12:00" }),
    ).toMatchObject({ command: { limits: [{ until: null }, { until: null }, { text: "", until }] } });
  });

  test("asks for no facts where its form had none", () => {
    const no = { reason: "shift change", yesIf: "after it" };
    expect(submitted(asked(), "deny", "security", sina, no)).toMatchObject({ command: { type: "deny", ...no } });
  });

  test("with limits but without any is no plain approval in disguise", () => {
    expect(submitted(asked(), "limits", "owner", otto, { limit: "no-such-limit" })).toMatchObject({ type: "errors" });
  });

  test("never makes a person or a team out of what is none", () => {
    expect(() => submitted(asked(), "handOver", "owner", otto, { person: "Nobody At All!" })).toThrow(
      "Choose a person.",
    );
    expect(() => submitted(asked(), "rule", "owner", paula, { team: "" })).toThrow("Choose a team.");
    expect(submitted(asked(), "notMine", "owner", otto, { team: "?" })).toMatchObject({ command: { whose: null } });
  });

  test("of a button that has no form points to the newest card", () => {
    expect(() => submitted(asked(), "nudge", "owner", paula, {})).toThrow("The newest card in the thread");
  });
});
