import { DAY_MS, later } from "../../src/clock.ts";
import { readSubmission } from "../../src/intake/submit.ts";
import { RequestId } from "../../src/request/ids.ts";
import { endProblems } from "../../src/request/rules/window.ts";
import { say } from "../../src/words/say.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { drafted } from "../workflow/walk.ts";
import { approved, asked, changing, demo, friday, monday, olga, openPort, refusal } from "./scene.ts";

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
    const wrong = (from: string, until: string) => endProblems(facts(from, until), type, monday("10:00")).length > 0;
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
