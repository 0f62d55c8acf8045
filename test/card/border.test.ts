import { sayBorder } from "../../src/card/lines/border.ts";
import { Values } from "../../src/workflow/value.ts";
import { demo } from "../request/scene.ts";
import { typeNamed } from "../workflow/activeTypes.ts";

const openPort = typeNamed("open-port");
const border = (values: Readonly<Record<string, string>>, plant = demo) =>
  sayBorder({ rules: openPort, values: Values.parse(values) }, plant);

/** The demo plant with an office server, which it does not have. */
function withOffice() {
  const historian = demo.assets.get([...demo.assets.keys()].find((id) => id === "historian") ?? raise());
  if (historian === undefined) return raise();
  const office = { ...historian, zone: "office IT", level: 4 };
  return { ...demo, assets: new Map([...demo.assets, [historian.id, office]]) };
}

function raise(): never {
  throw new Error("the demo plant has no historian");
}

test("an approver reads what border a connection crosses, in the words of the plant file", () => {
  expect(border({ destination: "asset:plc-12", source: "asset:historian" })).toBe(
    "From control room (level 3) to cell 3 (level 1).",
  );
});

test("that it goes past the DMZ is said where it comes from the offices", () => {
  expect(border({ destination: "asset:plc-12", source: "asset:historian" }, withOffice())).toBe(
    "From office IT (level 4) to cell 3 (level 1), past the DMZ.",
  );
});

test("within one zone nothing is crossed", () => {
  expect(border({ destination: "asset:plc-12", source: "asset:plc-12" })).toBe("Stays in cell 3 (level 1).");
});

test.each([
  [{ destination: "asset:plc-12" }],
  [{ destination: "asset:plc-12", source: "ip:10.2.0.7" }],
  [{ destination: "text:the old press", source: "asset:historian" }],
])("nothing is said where one end is not known: %j", (values) => {
  expect(border(values)).toBeNull();
});
