import fc from "fast-check";
import { EpochMs } from "../../../src/clock.ts";
import { applyPlantEvents } from "../../../src/plant/applyEvents.ts";
import type { PlantEvent } from "../../../src/plant/events.ts";
import { evolvePlant, NEW_PLANT } from "../../../src/plant/inForce/state.ts";
import { stillSaid } from "../../../src/plant/inForce/stillSaid.ts";
import { touchedBetween } from "../../../src/plant/inForce/touched.ts";
import { readPlantEvent } from "../../../src/plant/stored.ts";
import { cpuMs } from "../../support/cpuTime.ts";
import { hamburg, line3, otControls, person } from "../cast.ts";

const at = (time: number) => EpochMs.parse(time);
const who = fc.constantFrom("otto", "ole", "karin").map(person);
const span = fc.tuple(fc.nat(20), fc.nat(8)).map(([from, length]) => ({ from: at(from), to: at(from + length) }));

const said = fc.oneof(
  fc.record({ type: fc.constant("AbsenceSet" as const), person: who, uncovered: fc.constant([]), span }),
  fc.record({ type: fc.constant("AbsenceEnded" as const), person: who, span }),
  fc.record({ type: fc.constant("StandInSet" as const), person: who, standIn: who, span }),
  fc.record({ type: fc.constant("StandInEnded" as const), person: who, standIn: who, span }),
  fc.record({ type: fc.constant("OverrideSet" as const), team: fc.constant(otControls.team), person: who, span }),
  fc.record({ type: fc.constant("FreezeSet" as const), assets: fc.constant([]), lines: fc.constant([line3]), span }),
  fc.record({ type: fc.constant("FreezeLifted" as const), assets: fc.constant([]), lines: fc.constant([line3]), span }),
);

/** Each said a little later than the one before it. */
const history = fc.array(said, { maxLength: 24, size: "max" }).map((all) =>
  all.map(({ span: { from, to }, ...event }, index): PlantEvent => {
    const told = { by: person("karin"), at: at(index) };
    return readPlantEvent(JSON.stringify({ ...event, from, to, ...told }));
  }),
);

/** All of a plant that still matters after an instant. */
function after(events: readonly PlantEvent[], by: number) {
  const { absences, standIns, overrides, freezes, backAt } = applyPlantEvents(hamburg, events);
  const ahead = (each: { readonly to: number }) => each.to > by;
  const isAhead = ({ when }: (typeof freezes)[number]) => when.type !== "once" || when.to > by;
  return {
    ...{ absences: absences.filter(ahead), standIns: standIns.filter(ahead), overrides: overrides.filter(ahead) },
    ...{ freezes: freezes.filter(isAhead), backAt: [...backAt].sort() },
  };
}

test("what was over changes nothing of what is or comes, whatever is said afterwards", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 8, max: 24 }), fc.nat(16), (events, cut, by) => {
      const kept = [...stillSaid(events.slice(0, cut), at(by)), ...events.slice(cut)];
      expect(after(kept, by)).toEqual(after(events, by));
    }),
    { numRuns: 3000 },
  );
});

test("an absence that was made shorter does not come back when its shorter one is over", () => {
  const told = { uncovered: [], by: person("karin") };
  const [long, short]: readonly PlantEvent[] = [
    { type: "AbsenceSet", person: person("otto"), from: at(0), to: at(10), ...told, at: at(0) },
    { type: "AbsenceSet", person: person("otto"), from: at(1), to: at(2), ...told, at: at(1) },
  ];
  expect(long !== undefined && short !== undefined && after(stillSaid([long, short], at(5)), 5).absences).toEqual([]);
});

const DAY = 86_400_000;

test("thousands of freezes that are over are not gone through any more, and thousands that hold take no time", () => {
  const freeze = (day: number): PlantEvent => ({
    type: "FreezeSet",
    ...{
      assets: [],
      lines: [line3],
      from: at(day * DAY),
      to: at(day * DAY + 1000),
      by: person("lars"),
      at: at(day * DAY),
    },
  });
  const look = (day: number): PlantEvent => ({ type: "DutyChanged", at: at(day * DAY + 1000) });
  const days = Array.from({ length: 400 }, (_, day) => [freeze(day), look(day)]).flat();
  expect(days.reduce(evolvePlant, NEW_PLANT).said.length).toBeLessThan(15);
  const many = Array.from({ length: 3000 }, (_, day) => freeze(day));
  const [before, then] = [applyPlantEvents(hamburg, many), applyPlantEvents(hamburg, [...many, freeze(3001)])];
  const took = cpuMs(() => expect(touchedBetween(before, then)).toMatchObject({ things: [{ id: line3 }] }));
  expect(took).toBeLessThan(1000);
});
