import { sayLaterEndUndecided } from "../../src/card/digest/digest.ts";
import { SECTIONS } from "../../src/card/digest/digestSections.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { type EpochMs, later, MINUTE_MS } from "../../src/clock.ts";
import { LIST, listsOf } from "../../src/referee/lists.ts";
import { evolve } from "../../src/request/evolve.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  demo,
  friday,
  last,
  monday,
  nils,
  olga,
  open,
  opened,
  otto,
  paula,
  press,
  saturday,
  sina,
  take,
  typesSince,
  works,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");

/** Open until Friday noon; a later end is asked for that morning, and those who agreed before have it. */
function waiting(at: EpochMs = friday("09:30")): Walk {
  const running = press(opened(), "works", olga, monday("12:00"), works);
  const reason = "the vendor comes later";
  const longer = then(running, { type: "extend", until: friday("18:00"), reason, by: olga, at, name: "Olga" });
  const minute = (minutes: number) => later(at, minutes * MINUTE_MS);
  const one = press(longer, "owner-longer-1", otto, minute(1), take);
  return press(one, "security-longer-1", sina, minute(2), take);
}

/** What the places of one kind say of the last event of a kind. */
function said(walk: Walk, type: "DeadlineNears" | "GrantEnded", of: (place: Place) => boolean): readonly string[] {
  const places = [...open(walk).places.values()].filter((place) => !place.left && of(place));
  const event = last(walk, type);
  return places.flatMap(
    (place) => pingFor(event, { request, state: open(walk), place, world: walk.world })?.text ?? [],
  );
}
const isOf = (role: string) => (place: Place) => place.role.type === role;
const isAtStep = (id: string) => (place: Place) => place.role.type === "step" && place.role.step === id;

describe("a later end that nobody answers", () => {
  test("is told of before the end that it has, to those who have it and to Ops", () => {
    const near = wokenUntil(waiting(), friday("12:00"));
    expect(last(near, "DeadlineNears")).toMatchObject({ deadline: friday("12:00"), what: "ends", at: friday("10:45") });
    const [toOtto] = said(near, "DeadlineNears", isAtStep("owner-longer-1"));
    expect(toOtto).toContain("ends Fri 12:00, and a later end is not decided yet: it waits for you");
    const [toOps] = said(near, "DeadlineNears", isOf("ops"));
    expect(toOps).toContain("a later end is not decided yet; still to come");
  });

  test("is told of though the same end was near once before it was approved", () => {
    const at = friday("09:30");
    const asked = waiting(at);
    const told = { type: "DeadlineNears", deadline: friday("12:00"), what: "ends", by: "referee:clock", at } as const;
    const index = asked.events.findIndex(({ type }) => type === "ExtensionAsked");
    const events = [...asked.events.slice(0, index), told, ...asked.events.slice(index)];
    const again = { ...asked, state: events.reduce(evolve, UNSTARTED), events };
    expect(typesSince(again, wokenUntil(again, friday("12:00")))).toContain("DeadlineNears");
  });

  test("is said to whoever asked once its end has come, with what they can do", () => {
    const ended = wokenUntil(waiting(), friday("12:01"));
    const [toOlga] = said(ended, "GrantEnded", isOf("requester"));
    expect(toOlga).toContain("has ended as agreed, Fri 12:00: a later end was not decided by then.");
    expect(toOlga).toContain("ask anew");
  });

  test("says nothing more where somebody cut it off: that they read", () => {
    const cut = then(waiting(), { type: "cutOff", reason: "traffic", by: paula, at: friday("10:00"), name: "Paula" });
    expect(said(cut, "GrantEnded", isOf("requester"))).toEqual([expect.stringContaining("traffic")]);
    expect(listsOf(cut.state, demo).map(({ name }) => name)).not.toContain(LIST.lapsed(demo.code, null));
  });
});

describe("in the digest a later end that is not decided", () => {
  test("stands among what ends soon undecided", () => {
    const state = open(waiting());
    expect(SECTIONS.ends.rank(state)).toBe(friday("12:00"));
    const line = SECTIONS.ends.line(request, state, demo, friday("09:40"));
    expect(line?.text).toBe("ends Fri 12:00; a later end waits for OT controls and IT security");
    expect(line?.actions).toHaveLength(1);
  });

  test("stands among what ended undecided though somebody cut it off after its end, who is named to whoever asked", () => {
    const ended = wokenUntil(waiting(), friday("12:01"));
    const cut = then(ended, { type: "cutOff", reason: "traffic", by: paula, at: friday("12:05"), name: "Paula" });
    expect(open(cut).grant).toMatchObject({ status: "ended", because: "cutOff" });
    expect(listsOf(cut.state, demo)).toContainEqual({ name: LIST.lapsed(demo.code, null), score: friday("12:00") });
    expect(said(cut, "GrantEnded", isOf("requester"))).toEqual([expect.stringContaining("traffic")]);
  });

  test("stands among what ended undecided, while it is open and once it is closed again", () => {
    const ended = wokenUntil(waiting(), friday("12:01"));
    const closed = press(ended, "close", nils, friday("12:05"), {
      ...{ type: "finish", outcome: "done", evidence: "rule 4711 removed", onSite: "Nils", values: {} },
    });
    expect(closed.state.status).toBe("closed");
    for (const { state } of [ended, closed]) {
      expect(listsOf(state, demo)).toContainEqual({ name: LIST.lapsed(demo.code, null), score: friday("12:00") });
      const says =
        state.status === "open" || state.status === "closed"
          ? sayLaterEndUndecided(state, demo, saturday("06:00"))
          : null;
      expect(says).toContain("ended Fri 12:00, before a later end was decided");
    }
  });
});
