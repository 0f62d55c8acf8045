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

  test("is the purpose alone where the rest has fields of its own", () => {
    expect(facts("502 to PLC-12 for the audit", openPort)).toMatchObject({ why: "for the audit" });
  });
});
