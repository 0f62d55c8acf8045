import fc from "fast-check";
import { type EpochMs, later, MINUTE_MS } from "../../src/clock.ts";
import { freezeAt, freezesAhead } from "../../src/plant/time/freeze.ts";
import { RequestKey } from "../../src/request/ids.ts";
import { freeWindow } from "../../src/request/rules/freeWindow.ts";
import { touchedBy } from "../../src/request/rules/freeze.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { Values } from "../../src/workflow/value.ts";
import { local } from "../plant/cast.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then, type Walk } from "../workflow/walk.ts";
import { demo, olga, openPort, refusal } from "./scene.ts";

// In the demo plant lines 3 and 7 are frozen ten minutes around each shift change (06:00, 14:00, 22:00), line 3 from 14 to
// 19 December, 22:00, as a whole.
const update = typeNamed("firmware-update");
const on = (day: number, time: string) => local(`2026-12-${String(day).padStart(2, "0")}T${time}`);
const asked = (from: EpochMs, until: EpochMs) =>
  Values.parse({ [update.asset]: "asset:plc-12", from: String(from), until: String(until) });

describe("a draft whose time meets a freeze", () => {
  test.each([
    { name: "begins in one", from: on(1, "13:55"), until: on(1, "14:55"), free: [on(1, "14:10"), on(1, "15:10")] },
    { name: "runs into one", from: on(1, "13:00"), until: on(1, "14:30"), free: [on(1, "14:10"), on(1, "15:40")] },
    {
      name: "lies in one of days",
      from: on(15, "08:00"),
      until: on(15, "09:00"),
      free: [on(19, "22:10"), on(19, "23:10")],
    },
  ])("that $name is offered the next time of that length", ({ from, until, free }) => {
    const found = freeWindow(update, asked(from, until), demo, on(1, "08:00"));
    expect([found?.from, found?.until]).toEqual(free);
    expect(found?.values).toEqual({ from: String(free[0]), until: String(free[1]) });
  });

  test.each([
    { name: "in between", from: on(1, "09:00"), until: on(1, "10:00") },
    { name: "up to the minute at which one begins", from: on(1, "12:50"), until: on(1, "13:50") },
    { name: "for longer than any time without one", from: on(1, "09:00"), until: on(3, "09:00") },
  ])("is offered no other time $name", ({ from, until }) => {
    expect(freeWindow(update, asked(from, until), demo, on(1, "08:00"))).toBeNull();
  });

  test("is offered a later end where it has no beginning and would be over before anything may be touched", () => {
    const values = Values.parse({ [openPort.asset]: "asset:plc-12", until: String(on(18, "12:00")) });
    const free = freeWindow(openPort, values, demo, on(15, "09:00"));
    expect(free).toMatchObject({ from: on(19, "22:10"), values: { until: String(on(23, "01:10")) } });
    const longer = Values.parse({ ...values, until: String(on(21, "12:00")) });
    expect(freeWindow(openPort, longer, demo, on(15, "09:00"))).toBeNull();
  });

  test("is offered only times that are free, as long as was asked for, and not before", () => {
    const minutes = fc.record({ start: fc.nat({ max: 30 * 24 * 60 }), length: fc.integer({ min: 1, max: 12 * 60 }) });
    fc.assert(
      fc.property(minutes, ({ start, length }) => {
        const from = later(on(1, "00:00"), start * MINUTE_MS);
        const values = asked(from, later(from, length * MINUTE_MS));
        const free = freeWindow(update, values, demo, on(1, "00:00"));
        if (free === null || free.until === null) return true;
        const touched = touchedBy(update, values, demo);
        const meets = freezesAhead(demo, touched, free.from, free.until).some(
          (freeze) => freeze.from < Number(free.until),
        );
        return (
          free.from > from &&
          free.until - free.from === length * MINUTE_MS &&
          freezeAt(demo, touched, free.from) === null &&
          !meets
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("the time that was offered", () => {
  const world = { plant: demo, types: new Map([[update.type, update]]), nextKey: RequestKey.parse("HAM-1") };
  const meta = (at: EpochMs) => ({ by: olga, at, name: "Olga" });
  const draft = (): Walk => {
    const reading = { type: update.type, candidates: [], because: [] };
    const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
    const values = asked(on(1, "13:55"), on(1, "14:55"));
    const start = {
      type: "start",
      spot,
      text: "update",
      quoted: null,
      reading,
      values,
      ...meta(on(1, "09:00")),
    } as const;
    return then({ world, state: UNSTARTED, events: [] }, start);
  };

  test("is set by one press, and a second changes nothing", () => {
    const moved = then(draft(), { type: "moveWindow", from: on(1, "14:10"), ...meta(on(1, "09:05")) });
    expect(moved.events.at(-1)).toMatchObject({
      type: "DraftFilled",
      values: { from: String(on(1, "14:10")), until: String(on(1, "15:10")) },
    });
    const again = then(moved, { type: "moveWindow", from: on(1, "14:10"), ...meta(on(1, "09:06")) });
    expect(again.events).toHaveLength(moved.events.length);
  });

  test("is refused once it has passed or is frozen itself", () => {
    for (const [from, at] of [
      [on(1, "14:10"), on(1, "15:30")],
      [on(1, "21:55"), on(1, "09:05")],
    ] as const)
      expect(refusal(draft(), { type: "moveWindow", from, ...meta(at) }).message).toContain("not free any more");
  });

  test("is the only one that is taken, whatever other times a client sends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 * 24 * 60 }), (minutes) => {
        const from = later(on(1, "14:10"), minutes * MINUTE_MS);
        const command = { type: "moveWindow", from, ...meta(on(1, "09:05")) } as const;
        expect(refusal(draft(), command).message).toContain("not free any more");
      }),
      { numRuns: 100 },
    );
  });
});
