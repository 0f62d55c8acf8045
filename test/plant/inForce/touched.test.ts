import { applyPlantEvents } from "../../../src/plant/applyEvents.ts";
import type { PlantEvent } from "../../../src/plant/events.ts";
import { touchedBetween } from "../../../src/plant/inForce/touched.ts";
import { readPlantEvent } from "../../../src/plant/stored.ts";
import { demoText, withFreeze, withoutPerson } from "../../support/plantText.ts";

const demo = demoText().plant;
const changedBy = (change: (text: string) => string) => named(touchedBetween(demo, demoText(change).plant));
const changedBySaying = (event: PlantEvent) => named(touchedBetween(demo, applyPlantEvents(demo, [event])));
const said = { by: "referee:files", at: 1 };
const stored = (event: object) => readPlantEvent(JSON.stringify(event));

function named(touched: ReturnType<typeof touchedBetween>): readonly string[] {
  return touched.type === "everything" ? ["everything"] : touched.things.map(({ type, id }) => `${type} ${id}`).sort();
}

describe("what a changed plant touches", () => {
  test("is nothing where the texts differ and the plants do not", () => {
    expect(changedBy((text) => `${text}\n# a remark\n`)).toEqual([]);
  });

  test("is a machine that has another owner, and the line it stands on", () => {
    const touched = changedBy((text) => text.replace(/(plc-7: .*)owner: ot-controls/, "$1owner: ot-scada"));
    expect(touched).toEqual(["asset plc-7", "line line-7"]);
  });

  test("is somebody who left, their teams, those they stand in for, and what they led", () => {
    expect(changedBy(withoutPerson("sven", "karin"))).toEqual(["person sven", "team ot-controls", "team ot-scada"]);
  });

  test("is what a new freeze covers", () => {
    const when = '{ type: once, from: "2027-01-04T06:00", to: "2027-01-08T22:00" }';
    expect(changedBy(withFreeze(`{ name: trial, assets: [plc-12], when: ${when} }`))).toEqual(["asset plc-12"]);
    expect(changedBy(withFreeze(`{ name: trial, lines: [line-7], when: ${when} }`))).toEqual(["line line-7"]);
    expect(changedBy(withFreeze(`{ name: trial, when: ${when} }`))).toEqual(["everything"]);
  });

  test("is a team whose hours changed", () => {
    const touched = changedBy((text) => text.replace('mon-fri: "06:00-18:00" } }', 'mon-fri: "06:00-16:00" } }'));
    expect(touched).toEqual(["team ot-controls", "team ot-scada", "team safety"]);
  });

  test("is everything where shifts, Ops or the roles change", () => {
    expect(changedBy((text) => text.replace('from: "06:00", to: "14:00" }', 'from: "05:00", to: "14:00" }'))).toEqual([
      "everything",
    ]);
  });

  test("is who is absent, with their teams", () => {
    const absence = stored({ type: "AbsenceSet", person: "mira", from: 1, to: 2, ...said });
    expect(changedBySaying(absence)).toEqual(["person mira", "team it-network", "team it-servers", "team mes-admins"]);
  });

  test("is the team for which somebody else is on call", () => {
    const override = stored({ type: "OverrideSet", team: "safety", person: "karin", from: 1, to: 2, ...said });
    expect(changedBySaying(override)).toEqual(["team safety"]);
  });

  test("is the machine whose owner Ops ruled", () => {
    const ruled = stored({ type: "OwnerRuled", asset: "plc-7", team: "ot-scada", reason: "theirs", ...said });
    expect(changedBySaying(ruled)).toEqual(["asset plc-7", "line line-7"]);
  });
});
