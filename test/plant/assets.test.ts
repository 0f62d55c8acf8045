import fc from "fast-check";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { findAssets, findLines, whoOwns } from "../../src/plant/who/assets.ts";
import { anySign } from "../support/anyText.ts";
import { asset, hamburg, monday, plantOf, smallPlant } from "./cast.ts";
import { ruled } from "./said.ts";

describe("an asset in a message", () => {
  test.each([
    { text: "open 502 to PLC-12 please", found: ["plc-12 PLC-12 name"] },
    { text: "plc12 is down", found: ["plc-12 plc12 name"] },
    { text: "PLC 12?", found: ["plc-12 PLC 12 name"] },
    { text: "wer hat den WinCC neu gestartet", found: ["scada WinCC alias"] },
    { text: "scada srv restart", found: ["scada scada srv name"] },
    { text: "the safety plc on line 3 tripped", found: ["safety-plc-3 safety plc on line 3 name"] },
    { text: "the hsitorian is slow", found: ["historian hsitorian typo"] },
    { text: "histrian", found: ["historian histrian typo"] },
    { text: "from the historian to plc_12", found: ["historian historian name", "plc-12 plc_12 name"] },
    { text: "Safety-PLC Line 3 tripped", found: ["safety-plc-3 Safety-PLC Line 3 name"] },
  ])("$text: $found", ({ text, found }) => {
    expect(findAssets(hamburg, text).map((match) => `${match.id} ${match.text} ${match.by}`)).toEqual(found);
  });

  test.each([
    "plc123",
    "plc 1-2",
    "xplc12",
    "plc 13",
    "history lesson",
    "502",
    "",
    "12",
    "historical",
    "the PLC for 12 days",
  ])("is not in %j", (text) => {
    expect(findAssets(hamburg, text)).toEqual([]);
  });

  test("is not guessed when a typing error could mean two", () => {
    const plant = plantOf(smallPlant.replace("name: Historian", "name: Historian, aliases: [historiam]"));
    const twins = plantOf(smallPlant.replace("aliases: [wincc]", "aliases: [histortan]"));
    expect(findAssets(plant, "historiin").map(({ by }) => by)).toEqual(["typo"]);
    expect(findAssets(twins, "historyan")).toEqual([]);
  });

  test("stands where it says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom("PLC-12", "historian", "scada srv", "line 3"), fc.string({ unit: anySign }))),
        (parts) => {
          const text = parts.join(" ");
          const found = findAssets(hamburg, text);
          expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map((match) => match.text));
        },
      ),
    );
  });
});

test("a line is found by its name and what people call it", () => {
  expect(findLines(hamburg, "L3 stands, line7 runs").map(({ id }) => id)).toEqual(["line-3", "line-7"]);
});

describe("who owns an asset", () => {
  test("is told with who is on call, why, and where", () => {
    expect(whoOwns(hamburg, asset("plc-12"), monday("09:00"))).toMatchObject({
      asset: { name: "PLC-12" },
      owners: [
        {
          part: null,
          name: "OT controls",
          onCall: { people: ["otto"], because: { says: "duty.weekly" } },
          channel: { adapter: "web", channel: "ot-controls" },
        },
      ],
      ruling: null,
    });
  });

  test("is told part by part when ownership is split", () => {
    const owners = whoOwns(hamburg, asset("scada"), monday("09:00"))?.owners ?? [];
    expect(owners.map(({ part, name }) => [part, name])).toEqual([
      [null, "OT SCADA"],
      ["vm", "IT security"],
      ["application", "OT SCADA"],
    ]);
  });

  test("remembers a ruling", () => {
    const plant = applyPlantEvents(hamburg, [ruled("plc-12", "ot-scada", "they commissioned it")]);
    expect(whoOwns(plant, asset("plc-12"), monday("09:00"))).toMatchObject({
      owners: [{ name: "OT SCADA" }],
      ruling: { reason: "they commissioned it" },
    });
  });

  test("is not known of an asset the plant file does not name", () => {
    expect(whoOwns(hamburg, asset("plc-99"), monday("09:00"))).toBeNull();
  });
});
