import { opsReasons } from "../../src/card/pings/opsPings.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { LineId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { retold } from "../../src/plant/told/told.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { stateAs } from "../../src/request/asRead.ts";
import { evolve } from "../../src/request/evolve.ts";
import { type RequestState, UNSTARTED } from "../../src/request/state.ts";
import { readEvent, writeEvent } from "../../src/request/stored/read.ts";
import { local } from "../plant/cast.ts";
import type { Walk } from "../workflow/walk.ts";
import { approve, asked, demo, last, nils, open, otto, press, saturday, sina, stepOf } from "./scene.ts";

const LANGUAGES = ["en", "de", "es"] as const;

/** What waits for a freeze, as one who reads that language reads it; folded from what is kept. */
function readBy(language: (typeof LANGUAGES)[number], walk: Walk, plant: Plant) {
  const events = walk.events.map((event) => readEvent(writeEvent(event)));
  const world = { ...walk.world, plant: readIn(plant, language) };
  const state = stateAs(events.reduce<RequestState>(evolve, UNSTARTED), world);
  return { ...walk, state, world };
}

const forOps = (walk: Walk) => opsReasons({ state: open(walk), world: walk.world }).join();
const because = (walk: Walk) => {
  const step = stepOf(walk, "network");
  if (step.status !== "held") throw new Error("It waits for nothing");
  return step.because;
};

/** Approved on Monday in the ten minutes before a shift change, in which line 3 is frozen. */
function frozen(plant: Plant = demo): Walk {
  const at = local("2026-11-23T13:52");
  const walk = asked({ at: local("2026-11-23T12:52"), values: { until: String(saturday("12:00")) } });
  const there = { ...walk, world: { ...walk.world, plant } };
  return approve(approve(there, "owner", otto, at), "security", sina, at);
}

describe("why a step waits for a freeze", () => {
  test("is read by everybody with its name in their language", () => {
    const read = LANGUAGES.map((language) => because(readBy(language, frozen(), demo)));
    expect(read).toEqual(["freeze “shift change”", "Sperrzeit „Schichtwechsel“", "congelación «relevo»"]);
  });

  test("comes before Ops with that name, too, also where a release before this held it", () => {
    const said = LANGUAGES.map((language) => forOps(readBy(language, frozen(), demo)));
    expect(said[1]).toContain("„Schichtwechsel“");
    expect(said[2]).toContain("«relevo»");
    const held = last(frozen(), "StepHeld");
    expect(held).toMatchObject({ freeze: "shift change", because: "freeze “shift change”" });
  });

  test("stands as it was said where the plant file has that freeze no more", () => {
    const without = { ...demo, freezes: [] };
    expect(because(readBy("es", frozen(), without))).toBe("freeze “shift change”");
    expect(forOps(readBy("es", frozen(), without))).toContain("«shift change»");
  });

  test("stands as it was said where a release before this kept the name alone", () => {
    const kept = { says: "duty.freeze", with: { name: "shift change" } };
    expect(retold(readIn(demo, "de"), kept)).toBe("Sperrzeit „shift change“");
  });

  test("names what people froze in chat by what it covers, also once that is over", () => {
    const by = otto;
    const times = { from: local("2026-11-23T13:00"), to: local("2026-11-23T20:00"), at: local("2026-11-23T12:50") };
    const lines = [LineId.parse("line-3")];
    const said = applyPlantEvents(demo, [{ type: "FreezeSet", lines, assets: [], by, ...times }]);
    const walk = frozen(said);
    expect(because(walk)).toBe("freeze “Line 3, by Otto Brandt”");
    for (const plant of [said, demo])
      expect(because(readBy("de", walk, plant))).toBe("Sperrzeit „Linie 3, von Otto Brandt“");
  });
});

test("that something was done in a freeze is read by everybody with its name in their language", () => {
  const at = local("2026-11-23T13:52");
  const free = approve(
    approve(asked(), "owner", otto, local("2026-11-23T10:30")),
    "security",
    sina,
    local("2026-11-23T11:00"),
  );
  const done = press(free, "network", nils, at, {
    ...{ type: "finish", outcome: "done", evidence: "rule 4711", onSite: "Nils", values: {} },
  });
  expect(open(readBy("de", done, demo)).notes.at(-1)?.text).toContain("„Schichtwechsel“");
  expect(open(readBy("es", done, demo)).notes.at(-1)?.text).toContain("«relevo»");
});
