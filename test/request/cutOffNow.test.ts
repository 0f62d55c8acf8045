import { pingFor } from "../../src/card/pings/pings.ts";
import type { EpochMs } from "../../src/clock.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
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
  open,
  opened,
  otto,
  paula,
  press,
  refusal,
  saturday,
  sina,
  since,
  stepOf,
  tuesday,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
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

  test("rings them when it is told after somebody took the call, who keeps it and is told", () => {
    const taken = press(called(monday("10:00")), "repair", otto, monday("10:02"), { type: "take" });
    const told = then(taken, changing({ cyber: "yes" }, monday("10:05")));
    expect(stepOf(told, "attack")).toMatchObject({ status: "open", ball: { party: { team: "it-security" } } });
    expect(stepOf(told, "repair")).toMatchObject({ status: "open", ball: { takenBy: otto, takenAt: monday("10:02") } });
    expect(seenByOps(told)).toBe(true);
    const mine = [...open(told).places.values()].find(
      ({ role, left }) => role.type === "step" && role.step === "repair" && !left,
    );
    const changed = told.events.find(({ type }) => type === "FactsChanged");
    if (mine === undefined || changed === undefined) throw new Error("Otto has no card, or nothing was changed");
    const at = { request, state: open(told), place: mine, world: told.world };
    expect(pingFor(changed, at)?.text).toContain("it may be an attack. Security are called, too.");
    const elsewhere = changing({ place: "asset:plc-7" }, monday("10:06"));
    expect(refusal(told, elsewhere).code).toBe("NOT_ALLOWED");
  });

  test("goes on with whoever has it when something else is told", () => {
    const taken = press(called(monday("10:00")), "repair", otto, monday("10:02"), { type: "take" });
    const told = then(taken, changing({ symptom: "red light" }, monday("10:05")));
    expect(stepOf(told, "repair")).toMatchObject({ status: "open", ball: { takenBy: otto } });
    expect(() => stepOf(told, "attack")).toThrow("There is no step attack");
  });

  test("rings no security where nobody said so", () => {
    expect(() => stepOf(askedOf(lineDown, { cyber: "no" }), "attack")).toThrow("There is no step attack");
  });
});
