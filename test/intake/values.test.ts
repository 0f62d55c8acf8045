import { instant } from "../../src/clock.ts";
import { factsIn } from "../../src/intake/readMessage.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { demo, monday, openPort, other } from "../request/scene.ts";

const facts = (text: string, type: RequestType) =>
  factsIn(text, type, { plant: demo, types: new Map([[type.type, type]]), now: monday("10:00") });

describe("what a message says of the fields of its type", () => {
  test("is all of it where nobody has a type for it: what is wanted is said best in the asker's own words", () => {
    const text = "the label printer needs a new head for the audit";
    expect(facts(text, other)).toMatchObject({ what: "asset:label-printer", why: text });
  });

  test.each([
    { said: "502 to PLC-12 until friday", until: "2026-11-27T18:00:00+01:00" },
    { said: "502 to PLC-12 tomorrow 8:00 for 2 h", until: "2026-11-24T10:00:00+01:00" },
    { said: "502 to PLC-12 tonight 22:00-02:00", until: "2026-11-24T02:00:00+01:00" },
  ])("'$said' is until then", ({ said, until }) => {
    expect(facts(said, openPort)).toMatchObject({ until: String(instant(until)) });
  });

  test.each(["502 to PLC-12 until 12/11", "502 to PLC-12 until tomorrow morning", "502 to PLC-12 next Friday for 2 h"])(
    "'%s' leaves open until when",
    (said) => {
      expect(facts(said, openPort)).not.toHaveProperty("until");
    },
  );

  test("is the purpose alone where the rest has fields of its own", () => {
    expect(facts("502 to PLC-12 for the audit", openPort)).toMatchObject({ why: "for the audit" });
  });
});
