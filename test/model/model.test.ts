import { mayActFor } from "../../src/plant/duty/authority.ts";
import { personIn } from "../../src/request/actor.ts";
import { decide } from "../../src/request/decide.ts";
import type { RequestEvent } from "../../src/request/events.ts";
import type { RequestState } from "../../src/request/state.ts";
import { EVENT_TYPES } from "../../src/request/stored/read.ts";
import { demo, leadToo } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { play } from "./play.ts";
import { STRANGER } from "./somebody.ts";

const field = { plant: demo, types: activeTypes };

describe("whatever people do to requests of all types, at whatever time", () => {
  test("what must always be so is so, and most of what may happen does", () => {
    const { tried, refused, happened, broken } = play(2_000, 20_261_130, field);
    expect(broken).toBeNull();
    expect(tried).toBe(2_000);
    expect(refused / tried).toBeGreaterThan(0.2);
    expect(refused / tried).toBeLessThan(0.8);
    expect(happened.size).toBeGreaterThan(EVENT_TYPES.length / 2);
  });

  test("much happens: what is denied, disputed, agreed on, opened, made longer, cut off and taken back", () => {
    const { happened, broken } = play(6_000, 9, field);
    expect(broken).toBeNull();
    expect([...happened]).toEqual(
      expect.arrayContaining([
        ...["StepDenied", "DenialAppealed", "RiskTaken", "RiskTakenBack", "OwnerRuled", "RulingUndone", "NudgeAsked"],
        ...["StepTakenBack", "HaltAsked", "GrantStarted", "ExtensionAsked", "GrantEnded", "AgreementLost"],
      ]),
    );
  });

  test("it is so where one person owns the machines and leads the shift, too", () => {
    const types = activeTypes.filter(({ type }) => ["restart", "network-change"].includes(type));
    const { broken } = play(2_000, 4, { plant: leadToo(), types });
    expect(broken).toBeNull();
  });

  test("the same seed plays the same", () => {
    expect(play(400, 5, field)).toEqual(play(400, 5, field));
  });
});

/** What an event becomes where the rules are broken. */
type Breaks = (event: RequestEvent, state: RequestState) => readonly RequestEvent[];

const BREAKS: Readonly<Record<string, Breaks>> = {
  "an open step has one holder": (event) =>
    event.type === "StepOpened" ? [{ ...event, ping: { ...event.ping, people: [] } }] : [event],
  "a requester never decided their own": (event, state) =>
    event.type === "StepApproved" && state.status === "open" ? [{ ...event, by: state.asked.requester }] : [event],
  "no machine, guest or outsider decided": (event) =>
    event.type === "StepDone" ? [{ ...event, by: STRANGER }] : [event],
  // What was asked for on the strength of an approval goes on without it.
  "no veto and no safety step was passed over": (event) => (event.type === "StepReopened" ? [] : [event]),
  "what touches a safety asset has safety's step": (event) => {
    if (event.type !== "RequestSent") return [event];
    const stages = event.rules.stages.filter(({ steps }) => steps.every(({ owner }) => owner !== "safety"));
    return [{ ...event, rules: { ...event.rules, stages } }];
  },
  "who has a step may answer it": (event) => [event.type === "StepTaken" ? { ...event, by: STRANGER } : event],
  "nobody was spared but by what was agreed on beforehand": (event) => {
    if (event.type !== "RequestSent" || event.agreed === undefined) return [event];
    return [{ ...event, agreed: { ...event.agreed, steps: [] } }];
  },
  "every hold has an end or a named person": (event) =>
    event.type === "StepOpened"
      ? [{ ...event, clocks: { hopAt: null, remindAt: null, dueAt: null }, reliefAt: null }]
      : [event],
  "a veto yields to the risk owner alone, and Safety's to nobody": (event) =>
    event.type === "RiskTaken" ? [{ ...event, by: STRANGER }] : [event],
  "the second no is another's where another can say it": (event, state) => {
    const again = state.status === "open" ? state.appeal : null;
    if (event.type !== "StepDenied" || again?.step !== event.step || state.status !== "open") return [event];
    const step = state.steps.get(event.step);
    const person = personIn(again.denied.by);
    // Whose it is by now may be another team's.
    const isTheirs =
      person !== null && step?.status === "open" && mayActFor(demo, step.ball.party, person, { at: event.at });
    return isTheirs ? [{ ...event, by: again.denied.by }] : [event];
  },
  "a no is asked about once, by whoever asked": (event) => (event.type === "DenialAppealed" ? [event, event] : [event]),
  "what was opened is closed or on the board": (event) => {
    if (event.type !== "GrantEnded") return [event];
    const { at, by } = event;
    return [event, { type: "RequestClosed", outcome: "done", reason: "", at, by }];
  },
};

test.each(Object.entries(BREAKS))(
  "rules under which it is not so that %s are found out, with the way there",
  (name, breaks) => {
    const rules: typeof decide = (state, command, world) =>
      decide(state, command, world).flatMap((event) => breaks(event, state));
    const { broken } = play(20_000, 3, { ...field, rules });
    expect(broken?.invariant).toBe(name);
    expect(broken?.commands.length).toBeGreaterThan(0);
  },
);
