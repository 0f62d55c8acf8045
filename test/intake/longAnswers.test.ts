import { INPUT } from "../../src/card/forms/inputs.ts";
import { thingsFor } from "../../src/card/forms/things.ts";
import { readLimits } from "../../src/intake/limits.ts";
import { readField } from "../../src/intake/picked.ts";
import { AssetId } from "../../src/plant/ids.ts";
import type { Asset, Plant } from "../../src/plant/plant.ts";
import { demo, monday, openPort } from "../request/scene.ts";

const now = monday("10:00");
const LONG = 40_000;
const answers = ["a,", "“", "“””", "please,", "10.0.0.1,", "PLC-12 and ", "read only,", "1-"].map((part) =>
  part.repeat(LONG / part.length),
);

// While one is read nobody else is answered, so reading may not take longer than its length.
describe("an answer of 40,000 characters", () => {
  test.each(answers)("is read as limits in no time: %.12s", (text) => {
    expect(readLimits({ [INPUT.limitText]: text }, openPort.limits, demo, now)).toMatchObject({ type: "limits" });
  });

  test.each(answers)("is refused at its input, whatever it is asked for: %.12s", (text) => {
    for (const field of openPort.fields)
      expect(readField(field, { changed: { [field.id]: text }, emptied: new Set() }, demo, now)).toMatchObject({
        ok: false,
      });
  });
});

test("two limits in one line are known beside courtesy and commas of their own", () => {
  const limits = readLimits(
    { [INPUT.limitText]: "Read, only, please and every connection is logged" },
    openPort.limits,
    demo,
    now,
  );
  expect(limits).toMatchObject({ limits: [{ text: "Read only" }, { text: "Every connection is logged" }] });
});

test("more machines than a request can name are refused where they were chosen", () => {
  const plant = withMachines(200);
  const source = openPort.fields.find(({ id }) => id === "source") ?? openPort.fields[0];
  if (source === undefined) throw new Error("open-port has fields");
  const all = thingsFor(source, plant).map(({ value }) => value);
  const read = readField(source, { changed: { "source.chosen": all.join("\n") }, emptied: new Set() }, plant, now);
  expect(read).toEqual({ ok: false, problem: "These are too many for one request. Choose fewer." });
});

function withMachines(count: number): Plant {
  const [first] = demo.assets.values();
  if (first === undefined) throw new Error("the demo plant has machines");
  const made = Array.from({ length: count }, (_, i): [AssetId, Asset] => {
    const id = AssetId.parse(`conveyor-number-${i}`);
    return [id, { ...first, id, name: `Conveyor ${i}`, aliases: [] }];
  });
  return { ...demo, assets: new Map(made) };
}
