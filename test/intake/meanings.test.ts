import { factsIn, readMessage } from "../../src/intake/readMessage.ts";
import { FieldId, type RequestType } from "../../src/workflow/requestType.ts";
import { demo, monday, openPort, other } from "../request/scene.ts";

const said = "can we open port 502 from the historian to PLC-12 until Friday 18:00, to read energy data";

function valuesOf(type: RequestType) {
  const [draft] = readMessage(said, { plant: demo, types: new Map([[type.type, type]]), now: monday("10:00") }).drafts;
  return draft?.values ?? {};
}

/** The same type, every field of it under another name. */
function renamed(type: RequestType): RequestType {
  const anew = (id: FieldId) => FieldId.parse(`x${id}`);
  return {
    ...type,
    fields: type.fields.map((field) => ({ ...field, id: anew(field.id) })),
    asset: anew(type.asset),
    endsAt: type.endsAt === null ? null : anew(type.endsAt),
  };
}

function withoutMeanings(type: RequestType): RequestType {
  return { ...type, fields: type.fields.map(({ means: _, ...field }) => field) };
}

describe("what a message says of a field", () => {
  test("is found by what the type says it means, whatever the plant calls it", () => {
    const found = Object.entries(valuesOf(openPort)).map(([id, value]) => [`x${id}`, value]);
    expect(found.length).toBeGreaterThan(4);
    expect(valuesOf(renamed(openPort))).toEqual(Object.fromEntries(found));
  });

  test("is found by the field's name where a file of before says nothing of its meaning", () => {
    expect(valuesOf(withoutMeanings(openPort))).toEqual(valuesOf(openPort));
  });

  test("is the whole message where its own words are the best there is", () => {
    const text = "please paint the label printer 2 blue";
    expect(factsIn(text, other, { plant: demo, types: new Map(), now: monday("10:00") })).toMatchObject({ why: text });
  });
});
