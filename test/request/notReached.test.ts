import { pingFor } from "../../src/card/pings/pings.ts";
import { instant } from "../../src/clock.ts";
import { TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { RequestId } from "../../src/request/ids.ts";
import { PlaceName } from "../../src/request/place.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { pressedThrough, sent, then, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import { asked, askedLast, demo, friday, monday, olga, open, openPort, otto, press, tuesday } from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const FIELDS = { destination: "asset:plc-12", until: String(friday("12:00")), why: "counters", port: "502/tcp" };

const lost = (walk: Walk, place: string, at = monday("10:05")) =>
  then(walk, {
    type: "placeUnreachable",
    place: PlaceName.parse(place),
    why: "not_in_channel",
    by: "referee:lanes",
    name: "Referee",
    at,
  });

const live = (walk: Walk) => [...open(walk).places.values()].filter(({ left }) => !left);

describe("the channel of Ops is closed to Referee", () => {
  const notMine = { type: "notMine", whose: null, reason: "" } as const;
  const disputed = () => press(asked(), "owner", otto, monday("10:03"), notMine);

  test("so what only they can decide stands with each of the leads", () => {
    const places = live(lost(disputed(), "ops")).filter(({ role }) => role.type === "ops");
    expect(places.map(({ name, spot }) => [name, spot.conversation])).toEqual([
      ["ops-lead-1", "paula"],
      ["ops-lead-2", "piet"],
    ]);
  });

  test("and is tried again with the next thing that Ops are to be told", () => {
    const walk = wokenUntil(lost(disputed(), "ops"), tuesday("18:00"));
    // Beside the leads' own chats, in which the next ping must not be missed while the channel is only tried.
    expect(live(walk).map(({ name }) => name)).toEqual(expect.arrayContaining(["ops", "ops-lead-1", "ops-lead-2"]));
  });
});

test("a draft asked where Referee is not let in goes on in its author's own chat", () => {
  const spot = { adapter: "web", conversation: "nobody-invited-me", thread: null } as const;
  const reading = { type: openPort.type, candidates: [], because: [] };
  const asks = { type: "start", spot, text: "please", quoted: null, reading, values: {} } as const;
  const start = { ...asks, by: olga, at: monday("10:00"), name: "Olga" };
  const world = asked().world;
  const draft = then({ world, state: UNSTARTED, events: [] }, start);
  const { state } = lost(draft, "requester");
  if (state.status !== "draft") throw new Error(`It is ${state.status}`);
  expect([...state.places.values()].map(({ spot: { conversation }, left }) => [conversation, left])).toEqual([
    ["nobody-invited-me", true],
    ["olga", false],
  ]);
});

/** The port was asked for in some conversation, and opened at 11:30. */
function openedFrom(conversation: string): Walk {
  const spot = { adapter: "web", conversation, thread: null } as const;
  const asks = sent({ plant: demo, type: openPort, by: olga, at: monday("10:00"), spot }, FIELDS);
  return pressedThrough(asks, openPort, "works");
}

describe("whoever is asked whether it works, once the requester's shift is over", () => {
  const hopped = (walk: Walk) => wokenAt(walk, nextWake(walk.state, walk.world.plant) ?? walk.state.at);

  test("reads it where it was asked for, in the channel of their line", () => {
    const walk = hopped(openedFrom("line-3"));
    const event = walk.events.findLast(({ type }) => type === "StepPinged");
    const place = live(walk).find(({ name }) => name === "requester");
    if (event === undefined || place === undefined || walk.state.status !== "open") throw new Error("Nobody was asked");
    const ping = pingFor(event, { request, state: walk.state, place, world: walk.world });
    expect(ping?.text).toBe("Please look at HAM-1: Nobody has said yet, so you are asked now. Does it work?");
    expect(ping?.mention).toEqual(askedLast(walk, "works").map((id) => `web:${id}`));
    expect(live(walk).some(({ role }) => role.type === "step" && role.step === "works")).toBe(false);
  });

  test("gets a card of their own where it was asked for in a chat with Referee, which nobody else reads", () => {
    const walk = hopped(openedFrom("olga"));
    const theirs = live(walk).filter(({ role }) => role.type === "step" && role.step === "works");
    expect(askedLast(walk, "works")).not.toEqual([olga]);
    expect(theirs.map(({ spot }) => spot.conversation)).toEqual(askedLast(walk, "works"));
  });
});

describe("whoever complained in their own chat, after it was done again", () => {
  const redone = () => {
    const walk = wokenUntil(openedFrom("olga"), monday("16:00"));
    const [by] = askedLast(walk, "works");
    const complaint = { type: "confirm", outcome: "doesNotWork", note: "no answer" } as const;
    return pressedThrough(press(walk, "works", by, walk.state.at, complaint), openPort, "works");
  };

  test("is asked again where they read it, once", () => {
    const walk = redone();
    const spots = live(walk).flatMap(({ role, spot }) =>
      role.type === "requester" || (role.type === "step" && role.step === "works") ? [spot.conversation] : [],
    );
    expect(spots).toEqual([...new Set(spots)]);
    expect(spots).toEqual(expect.arrayContaining([...askedLast(walk, "works")]));
  });
});

test("a step that waited in one person's chat goes on in that of whoever is asked then", () => {
  const security = demo.teams.get(TeamId.parse("it-security"));
  if (security === undefined) throw new Error("The demo plant has IT security");
  const plant: Plant = { ...demo, teams: new Map(demo.teams).set(security.id, { ...security, channel: {} }) };
  const thursday = instant("2026-11-26T19:00:00+01:00");
  const held = sent({ plant, type: openPort, by: olga, at: thursday }, { ...FIELDS, until: String(friday("18:00")) });
  const shown = (walk: Walk) =>
    live(walk).flatMap(({ role, spot }) =>
      role.type === "step" && role.step === "security" ? [spot.conversation] : [],
    );
  expect(shown(held)).toEqual(["sina"]);
  expect(shown(wokenAt(held, friday("08:00")))).toEqual(["deniz"]);
});

test("nobody of Ops can be reached: they are tried again within the hour, and every hour", () => {
  const passed = press(asked(), "owner", otto, monday("10:30"), { type: "notMine", whose: null, reason: "" });
  const closed = (walk: Walk, at: string): Walk =>
    live(walk)
      .filter(({ role }) => role.type === "ops")
      .reduce(
        (now, { name }) =>
          then(now, {
            ...{ type: "placeUnreachable", place: name, why: "is_archived", by: "referee:lanes", name: "Referee" },
            at: monday(at),
          }),
        walk,
      );
  const lost = closed(closed(passed, "10:31"), "10:31");
  expect(live(lost).filter(({ role }) => role.type === "ops")).toEqual([]);
  const again = wokenAt(lost, monday("11:31"));
  expect(live(again).map(({ name }) => name)).toContain("ops");
});
