import { instant } from "../../src/clock.ts";
import { ownTypesIn } from "../../src/intake/ownTypes.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { RequestType } from "../../src/workflow/requestType.ts";
import { readPhrases } from "../../tools/training/phrases.ts";
import { demo, monday, openPort } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

const battery = RequestType.parse({
  ...openPort,
  type: "forklift-battery",
  name: "Forklift battery swap",
  title: "Battery swap for {destination}",
  brief: [],
  words: ["Akkuwechsel am Stapler"],
});
const types = new Map([...activeTypes, battery].map((type) => [type.type, type]));
const read = (text: string) => readMessage(text, { plant: demo, types, now: monday("10:00") });
const firstOf = (text: string) => read(text).drafts[0]?.reading;

describe("a type that the product brings and the model does not know", () => {
  test.each(["please ask safety to come to the palletizer", "can somebody from safety come to the palletizer"])(
    "is found by its name: '%s'",
    (text) => {
      expect(firstOf(text)?.type).toBe("safety-call");
    },
  );

  test("takes no message from those that the model knows, safety PLCs among them", () => {
    const shipped = new Map(activeTypes.map((type) => [type.type, type]));
    const taken = readPhrases("workflows/phrases").filter(({ text }) => ownTypesIn(text, shipped, demo).length > 0);
    expect(taken).toEqual([]);
    expect(firstOf("please open port 102 to the safety PLC of line 3")?.type).toBe("open-port");
  });
});

describe("a type that is about one vendor", () => {
  const UNTIL = String(instant("2027-01-15T12:00:00+01:00"));

  test.each([
    "Vereinbarung mit PackTec für den Palettierer bis 15. Januar 12:00",
    "Rahmenvereinbarung mit der Firma PackTec für den Palettierer, bis 15. Januar 12:00",
    "agreement with PackTec for the palletizer until 15 January 12:00",
    "we need a contract with PackTec for the palletizer until 15 January 12:00",
    "acuerdo con PackTec para el palletizer hasta el 15 de enero a las 12:00",
    "necesitamos un acuerdo marco con la empresa PackTec para el palletizer hasta el 15 de enero a las 12:00",
  ])("is called by what people agree on with any vendor of the plant file, with its facts: '%s'", (text) => {
    const [draft] = read(text).drafts;
    expect(draft?.reading.type).toBe("vendor-agreement");
    expect(draft?.values).toEqual({
      ...{ machine: "asset:palletizer", visitor: "PackTec", sponsor: "Otto Brandt", until: UNTIL },
    });
  });

  test.each([
    "remote access for PackTec under the agreement with PackTec to the palletizer",
    "Fernzugriff für Elena Ruiz laut Vereinbarung mit PackTec am Palettierer heute 14 bis 16 Uhr",
    "Vereinbarung mit PackTec beenden",
    "end the agreement with PackTec",
    "the agreement with PackTec is signed",
    "do we have an agreement with PackTec?",
    "agreement with Krones for the filler",
  ])("is not drafted as one by '%s'", (text) => {
    expect(firstOf(text)?.type).not.toBe("vendor-agreement");
  });
});

describe("a message about a type of the plant's own", () => {
  test("that calls it by its name is a draft of it, with the facts in it", () => {
    const [draft] = read("forklift battery swap for Forklift 4 until Fri 16:00").drafts;
    expect(draft?.reading.type).toBe("forklift-battery");
    expect(draft?.values).toMatchObject({ until: String(monday("16:00") + 4 * 86_400_000) });
  });

  test("in words that it was asked for before is one, too", () => {
    const reading = firstOf("bitte Akkuwechsel am Stapler 2");
    expect(reading?.type).toBe("forklift-battery");
    // What the model knows of the words is about other types.
    expect(reading?.because).toEqual(["“Akkuwechsel”", "“Stapler”"]);
  });

  test("that may be about it offers it first, beside what else it could be", () => {
    const reading = firstOf("the battery of the forklift, please");
    expect(reading?.type).toBeNull();
    expect(reading?.candidates[0]).toBe("forklift-battery");
    expect(reading?.candidates).toHaveLength(4);
  });

  test.each(["the forklift battery swap is done, thanks", "haha, forklift battery swap again"])(
    "that only tells of it drafts nothing by itself: '%s'",
    (text) => {
      expect(firstOf(text)?.type ?? null).toBeNull();
    },
  );

  test.each(["open port 502 to PLC-12 until friday noon", "is something else waiting?"])(
    "is not this one: '%s'",
    (text) => {
      expect(firstOf(text)?.candidates ?? []).not.toContain("forklift-battery");
      expect(firstOf(text)?.candidates ?? []).not.toContain("other");
    },
  );

  test("and of somebody hurt drafts nothing but a call for help", () => {
    expect(read("somebody is hurt at the forklift battery swap").drafts).toEqual([]);
  });
});
