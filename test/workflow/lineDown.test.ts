import { instant } from "../../src/clock.ts";
import { readPlants } from "../../src/plant/file/read.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { typeNamed } from "./activeTypes.ts";
import { sent, wokenAt } from "./walk.ts";

const night = instant("2026-11-24T03:00:00+01:00");
const olga = PersonId.parse("olga");

const [demo] = (await readPlants("plants")).plants;
if (demo === undefined) throw new Error("plants/ holds no plant");

const cast = { plant: demo, type: typeNamed("line-down"), by: olga, at: night };

function called(place: string) {
  const walk = sent(cast, { place });
  const ring = walk.events.flatMap((event) => (event.type === "StepOpened" && event.step === "repair" ? [event] : []));
  return { walk, ring };
}

describe("a line that is down at three in the night", () => {
  test("rings the owner's on-call when a machine is named", () => {
    expect(called("asset:plc-12").ring).toMatchObject([{ ping: { people: ["ole"] }, because: "owns PLC-12" }]);
  });

  test("rings the team that looks after the line when only the line is named", () => {
    expect(called("line:line-3").ring).toMatchObject([{ ping: { people: ["ole"] }, because: "looks after Line 3" }]);
  });

  test("rings Ops when nobody knows whose the machine is", () => {
    const { ring, walk } = called("text:the old press");
    expect(ring).toMatchObject([{ party: { type: "ops" }, ping: { people: ["paula"] } }]);
    expect(walk.events.map((event) => event.type)).not.toContain("StepDisputed");
  });

  test("rings on without anybody taking it: backup, lead, Ops, plant manager", () => {
    let { walk } = called("asset:plc-12");
    for (const time of ["03:05", "03:10", "03:25"]) walk = wokenAt(walk, instant(`2026-11-24T${time}:00+01:00`));
    const pinged = walk.events.flatMap((event) =>
      event.type === "StepPinged" ? [[event.ping.rank, ...event.ping.people]] : [],
    );
    // Ole is on call at night and the backup too, so the lead comes next.
    expect(pinged).toEqual([
      ["lead", "karin"],
      ["ops", "paula", "piet"],
      ["manager", "max"],
    ]);
  });
});
