import { later, MINUTE_MS } from "../../src/clock.ts";
import { instantFrom } from "../../src/plant/time/localTime.ts";
import { canExtend, mostUntil } from "../../src/request/rules/extend.ts";
import { freeWindow } from "../../src/request/rules/freeWindow.ts";
import { endProblems } from "../../src/request/rules/window.ts";
import type { Open } from "../../src/request/state.ts";
import { Duration } from "../../src/workflow/duration.ts";
import { Values } from "../../src/workflow/value.ts";
import { demoText, withFreeze } from "../support/plantText.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { olga, open, opened, refusal } from "./scene.ts";

// The clocks change within ten days of what is opened.
const CHANGES = [
  {
    zone: "Europe/Berlin",
    saturday: "2026-10-24",
    sunday: "2026-10-25",
    tenLater: "2026-11-03",
    freeLater: "2026-11-04",
  },
  {
    zone: "Europe/Berlin",
    saturday: "2027-03-27",
    sunday: "2027-03-28",
    tenLater: "2027-04-06",
    freeLater: "2027-04-07",
  },
  {
    zone: "America/Chicago",
    saturday: "2026-10-31",
    sunday: "2026-11-01",
    tenLater: "2026-11-10",
    freeLater: "2026-11-11",
  },
  {
    zone: "America/Chicago",
    saturday: "2027-03-13",
    sunday: "2027-03-14",
    tenLater: "2027-03-23",
    freeLater: "2027-03-24",
  },
] as const;

const session = typeNamed("remote-access");

describe.each(CHANGES)("what is open in $zone from $saturday on", ({ zone, saturday, sunday, tenLater, freeLater }) => {
  const at = (day: string, time: string) => instantFrom(`${day}T${time}`, zone);
  const plant = { ...opened().world.plant, timeZone: zone };
  const since = at(saturday, "09:00");

  /** Open since Saturday, until then, of a type that allows so long. */
  function running(until: number, longest = "10 d"): Open {
    const walk = open(opened());
    const grant = { status: "running", since, until: later(since, until - since) } as const;
    return { ...walk, grant, rules: { ...walk.rules, longest: Duration.parse(longest) } };
  }

  test("can be made longer to the same time of day so many days later, and not beyond", () => {
    const end = at(tenLater, "09:00");
    expect(mostUntil(running(at(sunday, "12:00")), plant)).toBe(end);
    expect(canExtend(running(later(end, -MINUTE_MS)), plant)).toBe(true);
    expect(canExtend(running(end), plant)).toBe(false);
    const { world } = opened();
    const walk = { ...opened(), state: running(at(sunday, "12:00")), world: { ...world, plant } };
    const wish = { type: "extend", reason: "the vendor comes later", by: olga, at: since, name: "Olga" } as const;
    expect(refusal(walk, { ...wish, until: later(end, MINUTE_MS) }).code).toBe("FIELD_INVALID");
  });

  test("has its hours where its type says hours", () => {
    expect(mostUntil(running(at(sunday, "12:00"), "240 h"), plant)).toBe(later(since, 240 * 60 * MINUTE_MS));
  });

  test("is offered a time behind a freeze that is as many days, and can be sent", () => {
    const once = `{ type: once, from: "${saturday}T08:00", to: "${sunday}T12:00" }`;
    const freeze = withFreeze(`{ name: trial run, assets: [palletizer], when: ${once} }`);
    const there = demoText((text) => freeze(text).replace("timeZone: Europe/Berlin", `timeZone: ${zone}`)).plant;
    const values = Values.parse({
      machine: "asset:palletizer",
      from: String(since),
      until: String(at(tenLater, "09:00")),
    });
    const free = freeWindow(session, values, there, at(saturday, "07:00"));
    expect([free?.from, free?.until]).toEqual([at(sunday, "12:00"), at(freeLater, "12:00")]);
    expect(endProblems(Values.parse({ ...values, ...free?.values }), session, at(saturday, "07:00"), there)).toEqual(
      [],
    );
  });
});
