import { DAY_MS, instant, later } from "../../src/clock.ts";
import { readSubmission } from "../../src/intake/submit.ts";
import { RequestId } from "../../src/request/ids.ts";
import { endProblems } from "../../src/request/rules/window.ts";
import { say } from "../../src/words/say.ts";
import { Duration } from "../../src/workflow/duration.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { drafted, sent, then } from "../workflow/walk.ts";
import {
  approved,
  asked,
  changing,
  demo,
  deny,
  friday,
  monday,
  olga,
  open,
  openPort,
  press,
  refusal,
  sina,
  stepOf,
} from "./scene.ts";

const FACTS_SENT = { destination: "asset:plc-12", why: "read the counters", port: "502/tcp" };
const request = RequestId.parse("req_0123456789ab");
const days = (count: number, from = monday("10:00")) => String(later(from, count * DAY_MS));
const TOO_LONG = "It can be open for 90 days at most. Choose an earlier end.";

describe("what may be open for ninety days in all", () => {
  test("is not sent with a later end", () => {
    expect(() => asked({ values: { until: days(91) } })).toThrow(TOO_LONG);
    expect(asked({ values: { until: days(90) } }).state.status).toBe("open");
  });

  test("is asked for another end at its input of the form, and nothing typed is lost", () => {
    const values = { destination: "asset:plc-12", port: "502/tcp", until: String(friday("12:00")) };
    const { state, world } = drafted({ plant: demo, type: openPort, by: olga, at: monday("10:00") }, values);
    const shown = new Map([
      ["why", ""],
      ["until", ""],
    ]);
    const form = { action: { verb: "fill", request, step: null, ask: 0, arg: "" }, shown } as const;
    const typed = { why: "counters", until: "2027-03-30 12:00" };
    const sent = readSubmission(form, typed, state, { by: olga, at: monday("10:00"), name: "Olga" }, world);
    expect(sent).toEqual({ type: "errors", errors: { until: TOO_LONG } });
  });

  test("is not changed to a later end", () => {
    const later = changing({ until: days(92) }, monday("11:00"));
    expect(refusal(asked(), later)).toMatchObject({ code: "FIELD_INVALID", message: TOO_LONG });
    expect(refusal(approved(), later).code).toBe("FIELD_INVALID");
  });

  test("may begin later: its time counts from then", () => {
    const type = typeNamed("remote-access");
    const facts = (from: string, until: string) => Values.parse({ from, until });
    const wrong = (from: string, until: string) =>
      endProblems(facts(from, until), type, monday("10:00"), demo).length > 0;
    expect(wrong(days(5), days(15))).toBe(false);
    expect(wrong(days(5), days(16))).toBe(true);
    // What should have begun already begins now.
    expect(wrong(days(-5), days(10))).toBe(false);
    expect(wrong(days(-5), days(11))).toBe(true);
  });
});

test("says hours where it is hours, in each language", () => {
  const said = (language: "en" | "de" | "es") =>
    say({ ...demo, language }, "times.tooLong", { unit: "hours", count: 4 });
  expect([said("en"), said("de"), said("es")]).toEqual([
    "It can be open for 4 hours at most. Choose an earlier end.",
    "Es kann höchstens 4 Stunden offen sein. Bitte ein früheres Ende wählen.",
    "Puede estar abierto 4 horas como máximo. Hay que elegir un final anterior.",
  ]);
});

test("days end at the same time of day over the change of summer time, and hours stay hours", () => {
  const type = typeNamed("remote-access");
  const at = instant("2026-10-20T08:00:00+02:00");
  const from = String(instant("2026-10-22T08:00:00+02:00"));
  const wrong = (until: string, longest = type.longest) =>
    endProblems(Values.parse({ from, until: String(instant(until)) }), { ...type, longest }, at, demo).length > 0;
  expect(wrong("2026-11-01T08:00:00+01:00")).toBe(false);
  expect(wrong("2026-11-01T08:01:00+01:00")).toBe(true);
  const hours = Duration.parse("240 h");
  expect(wrong("2026-11-01T07:00:00+01:00", hours)).toBe(false);
  expect(wrong("2026-11-01T08:00:00+01:00", hours)).toBe(true);
});

describe("what was sent when only later ends were bounded", () => {
  const LONG = { until: days(120) };
  const longAgo = () => {
    const unbounded = { ...openPort, longest: null };
    const walk = sent({ plant: demo, type: unbounded, by: olga, at: monday("10:00") }, { ...FACTS_SENT, ...LONG });
    return { ...walk, state: { ...open(walk), rules: { ...open(walk).rules, longest: openPort.longest } } };
  };
  const code = (values: Record<string, string>) => refusal(longAgo(), changing(values, monday("11:00"))).code;

  test("may have another fact changed, and an earlier end", () => {
    expect(then(longAgo(), changing({ why: "read the alarms" }, monday("11:00"))).state.status).toBe("open");
    expect(then(longAgo(), changing({ until: days(100) }, monday("11:00"))).state.status).toBe("open");
  });

  test("is changed in its form, too", () => {
    const { state, world } = longAgo();
    const action = { verb: "change", request, step: null, ask: 0, arg: "" } as const;
    const form = { action, shown: new Map([["why", ""]]) };
    const meta = { by: olga, at: monday("11:00"), name: "Olga" };
    const sentForm = readSubmission(form, { why: "read the alarms" }, state, meta, world);
    expect(sentForm.type).not.toBe("errors");
  });

  test("has no later end", () => {
    expect(code({ until: days(121) })).toBe("FIELD_INVALID");
  });

  test("is appealed with another fact", () => {
    const denied = press(longAgo(), "security", sina, monday("10:30"), deny);
    const { id, ask } = stepOf(denied, "security");
    const command = (values: Record<string, string>) =>
      ({ ...changing(values, monday("11:00")), type: "appeal", step: id, ask, news: "a jump host" }) as const;
    expect(then(denied, command({ why: "read the alarms" })).state.status).toBe("open");
    expect(refusal(denied, command({ until: days(121) })).code).toBe("FIELD_INVALID");
  });

  test("becomes no longer by an earlier beginning either", () => {
    const type = typeNamed("remote-access");
    const facts = (from: string, until: string) => Values.parse({ from, until });
    const before = facts(days(5), days(20));
    const wrong = (after: Values) => endProblems(after, type, monday("10:00"), demo, before).length > 0;
    expect(wrong(before)).toBe(false);
    expect(wrong(facts(days(5), days(19)))).toBe(false);
    expect(wrong(facts(days(3), days(20)))).toBe(true);
    expect(wrong(facts(days(3), days(19)))).toBe(true);
  });
});
