import type { EpochMs } from "../../src/clock.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import { then, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  approved,
  askedOf,
  called,
  changing,
  friday,
  last,
  lineDown,
  monday,
  nils,
  olga,
  opened,
  otto,
  paula,
  press,
  saturday,
  sina,
  since,
  stepOf,
  tuesday,
} from "./scene.ts";

const cutOff = (by: PersonId, at: EpochMs) =>
  ({ type: "cutOff", reason: "strange traffic", by, at, name: by }) as const;
const ringing = (before: Walk, after: Walk) =>
  since(before, after).flatMap((event) => {
    if (event.type === "StepOpened") return [event.ping.rank];
    return event.type === "StepPinged" ? [event.ping.rank] : event.type === "StepOverdue" ? [event.clock] : [];
  });
const seenByOps = ({ state }: Walk) =>
  state.status === "open" && [...state.places.keys()].some((name) => name === "ops");

describe("what is cut off now", () => {
  const night = tuesday("23:00");
  const cut = () => then(opened(), cutOff(otto, night));

  test("rings whoever is on call at night, and Ops see it at once", () => {
    expect(stepOf(cut(), "close")).toMatchObject({
      status: "open",
      ball: { pings: [{ rank: "onCall" }], clocks: { hopAt: tuesday("23:05"), dueAt: tuesday("23:15") } },
    });
    expect(seenByOps(cut())).toBe(true);
  });

  test("rings on every few minutes, to Ops and round again, and never the plant manager", () => {
    const walk = wokenUntil(cut(), tuesday("23:59"));
    const ranks = ringing(opened(), walk);
    expect(ranks.filter((rank) => rank === "ops").length).toBeGreaterThan(1);
    expect(ranks).not.toContain("manager");
  });

  test("can be said by IT security, who agreed to it", () => {
    expect(last(then(opened(), cutOff(sina, night)), "GrantEnded")).toMatchObject({ by: sina, now: true });
  });

  test("is taken by Ops once they were rung", () => {
    const rung = wokenUntil(cut(), tuesday("23:30"));
    expect(stepOf(press(rung, "close", paula, tuesday("23:30"), { type: "take" }), "close")).toMatchObject({
      ball: { takenBy: paula },
    });
  });

  test("can still be said past its end, while whoever closes it is not at work", () => {
    const late = then(opened(), cutOff(otto, friday("11:59")));
    expect(stepOf(late, "close").status).toBe("open");
    const ended = wokenAt(opened(), saturday("03:00"));
    expect(stepOf(ended, "close").status).toBe("held");
    const now = then(ended, cutOff(otto, saturday("03:10")));
    expect(stepOf(now, "close")).toMatchObject({ status: "open", ball: { clocks: { dueAt: saturday("03:25") } } });
    expect(then(now, cutOff(otto, saturday("03:11"))).events).toHaveLength(now.events.length);
  });

  test("is not what a withdrawal is: that is closed in the hours of whoever closes it", () => {
    const begun = press(approved(), "network", nils, monday("16:59"), { type: "take" });
    const withdrawn = then(begun, { type: "withdraw", reason: "", by: olga, at: monday("19:00"), name: "Olga" });
    expect(stepOf(withdrawn, "close").status).toBe("held");
  });
});

describe("a line that is called for and may be under attack", () => {
  test.each(["yes", "unsure"])("rings security beside whoever gets it running, and Ops at once (%s)", (cyber) => {
    const walk = askedOf(lineDown, { cyber });
    expect(stepOf(walk, "attack")).toMatchObject({ status: "open", ball: { party: { team: "it-security" } } });
    expect(seenByOps(walk)).toBe(true);
  });

  test("rings them when it is told before anybody has begun", () => {
    const told = then(called(monday("10:00")), changing({ cyber: "yes" }, monday("10:01")));
    expect(stepOf(told, "attack").status).toBe("open");
  });

  test("rings no security where nobody said so", () => {
    expect(() => stepOf(askedOf(lineDown, { cyber: "no" }), "attack")).toThrow("There is no step attack");
  });
});
