import type { RequestEvent } from "../../src/request/events.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  approve,
  approved,
  asked,
  askedOf,
  changing,
  friday,
  monday,
  nils,
  otto,
  press,
  saturday,
  tuesday,
} from "./scene.ts";

const told = (events: readonly RequestEvent[]) =>
  events.flatMap((event) => (event.type === "DeadlineNears" ? [event] : []));
const warned = (walk: Walk) => told(walk.events).map(({ what, deadline, at }) => ({ what, deadline, at }));
const seenByOps = ({ state }: Walk) =>
  state.status !== "unstarted" && [...state.places.keys()].some((name) => name === "ops");

const ends = (until: number) => ({ values: { until: String(until) } });

describe("a request that nobody decides", () => {
  test("tells whoever has it, and Ops, with two of their working hours left before its end", () => {
    const walk = wokenUntil(approve(asked(), "owner", otto, monday("10:30")), friday("11:59"));
    expect(warned(walk)).toEqual([{ what: "ends", deadline: friday("12:00"), at: friday("10:00") }]);
    expect(seenByOps(walk)).toBe(true);
  });

  test.each([
    { name: "in their last hours before a weekend", until: saturday("12:00"), at: friday("15:00") },
    { name: "on the evening before an early end", until: tuesday("07:00"), at: monday("15:00") },
  ])("tells them $name", ({ until, at }) => {
    const walk = wokenUntil(approve(asked(ends(until)), "owner", otto, monday("10:30")), until);
    expect(warned(walk)).toEqual([{ what: "ends", deadline: until, at }]);
  });

  test("tells them half-way when it was asked for shortly before its end", () => {
    expect(warned(wokenUntil(asked(ends(monday("10:30"))), monday("10:30")))).toMatchObject([{ at: monday("10:15") }]);
  });

  test("tells Ops at once when nobody who decides works before its end", () => {
    const evening = approve(asked({ at: monday("17:30"), ...ends(monday("23:00")) }), "owner", otto, monday("17:35"));
    expect(nextWake(evening.state, evening.world.plant)).toBe(monday("17:30"));
    expect(seenByOps(wokenAt(evening, monday("17:35")))).toBe(true);
  });

  test("says so once, however often it is looked at, and again for another end", () => {
    const walk = wokenAt(wokenAt(wokenUntil(asked(), friday("11:00")), friday("11:00")), friday("11:00"));
    expect(warned(walk)).toHaveLength(1);
    const later = then(walk, changing({ until: String(saturday("12:00")) }, friday("11:10")));
    expect(warned(wokenUntil(later, saturday("12:00")))).toHaveLength(2);
  });

  test("is over at its end, and Ops see that it is", () => {
    const walk = wokenAt(asked(), friday("12:00"));
    expect(walk.state).toMatchObject({ status: "closed", outcome: "lapsed" });
    expect(seenByOps(walk)).toBe(true);
  });
});

describe("a request with an agreed time", () => {
  const update = typeNamed("firmware-update");
  const window = { from: String(tuesday("14:00")), until: String(tuesday("16:00")) };
  const waiting = () => askedOf(update, window);

  test("tells them before that begins undecided, and before it ends", () => {
    expect(warned(wokenUntil(waiting(), tuesday("16:00"))).map(({ what, at }) => ({ what, at }))).toEqual([
      { what: "begins", at: tuesday("12:00") },
      { what: "ends", at: tuesday("14:00") },
    ]);
  });

  test("is over when that has passed undecided, since nobody could agree to it any more", () => {
    expect(wokenAt(waiting(), tuesday("16:00")).state).toMatchObject({ status: "closed", outcome: "lapsed" });
  });
});

test("what was agreed, and nobody has begun, is told of too before its end", () => {
  expect(warned(wokenUntil(approved(), friday("12:00")))).toMatchObject([{ what: "ends", at: friday("10:00") }]);
});

test("what somebody has begun is not told of, and does not end by itself", () => {
  const begun = press(approved(), "network", nils, monday("11:10"), { type: "take" });
  expect(warned(wokenUntil(begun, friday("12:01")))).toEqual([]);
});
