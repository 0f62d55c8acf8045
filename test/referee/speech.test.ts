import type { EpochMs } from "../../src/clock.ts";
import { AccountId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { owed, type Stage } from "../../src/referee/speech.ts";
import { RequestId } from "../../src/request/ids.ts";
import { PlaceName } from "../../src/request/place.ts";
import { laneOf, placeId } from "../../src/store/types.ts";
import type { PlaceState } from "../../src/work/types.ts";
import {
  approve,
  asked,
  demo,
  friday,
  monday,
  oksana,
  olga,
  open,
  opened,
  otto,
  press,
  pressing,
  sina,
} from "../request/scene.ts";
import { then, type Walk, wokenAt } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const walk = asked();
const stranger = AccountId.parse("slack:U0NADIA");

/** Oksana stands in for OT controls from eleven to noon. */
const withOksana: Plant = {
  ...demo,
  overrides: [{ team: TeamId.parse("ot-controls"), person: oksana, from: monday("11:00"), to: monday("12:00") }],
};

/** The same people where each reader can have a card of their own. */
const onTeams: Plant = {
  ...withOksana,
  people: new Map(
    [...withOksana.people].map(([id, person]) => [
      id,
      { ...person, accounts: person.accounts.map((each) => AccountId.parse(each.replace("web:", "teams:"))) },
    ]),
  ),
};

/** OT's place of the request, on a platform where Oksana has an account. */
function stageAt(now: EpochMs, plant = withOksana): Stage {
  const state = open(walk);
  const owners = state.places.get(PlaceName.parse("owner"));
  if (owners === undefined) throw new Error("OT has no place");
  const shown = plant === onTeams ? { ...owners, spot: { ...owners.spot, adapter: "teams" as const } } : owners;
  const world = { ...walk.world, plant };
  return {
    request,
    place: placeId(request, "owner"),
    state,
    shown,
    events: walk.events,
    world,
    now,
    thread: null,
    before: [],
    overlapping: [],
    usual: [],
    agreements: [],
  };
}

function placeIn({ place, shown: { spot } }: Stage): PlaceState {
  return { id: place, stream: request, lane: laneOf(spot), spot, cursor: 0, card: null, shown: null, asking: [] };
}

/** The place after its first card was posted at that time. */
function posted(stage: Stage): PlaceState {
  const place = placeIn(stage);
  const [first] = owed(stage, place);
  if (first?.say.type !== "post") throw new Error("The first thing a place owes is its card");
  const card = { ...place.spot, message: "m1" };
  return { ...place, cursor: stage.state.version, card, shown: first.say.covers[0]?.shown ?? null };
}

const typesOf = (stage: Stage, place: PlaceState) => owed(stage, place).map(({ say }) => say.type);

describe("a card that stands", () => {
  test("is not shown again while nothing on it changes", () => {
    expect(typesOf(stageAt(monday("10:30")), posted(stageAt(monday("10:10"))))).toEqual(["skip"]);
  });

  test("is shown again when its buttons are for somebody else now, though it says the same", () => {
    const earlier = stageAt(monday("10:10"), onTeams);
    const later = stageAt(monday("11:10"), onTeams);
    expect(typesOf(later, posted(earlier))).toEqual(["update"]);
    expect(typesOf(later, posted(later))).toEqual(["skip"]);
  });

  test("is not shown again for that where all who read it see the same", () => {
    expect(typesOf(stageAt(monday("11:10")), posted(stageAt(monday("10:10"))))).toEqual(["skip"]);
  });
});

describe("the card of who answered what was theirs", () => {
  const answered = approve(walk, "owner", otto, monday("10:20"));
  const both = approve(answered, "security", sina, monday("10:40"));
  const noted = then(both, {
    ...{ type: "note", text: "mind the cable", place: null, by: sina, name: "Sina", at: monday("10:50") },
  });
  const carriedOut = opened();
  const used = press(carriedOut, "works", olga, monday("11:40"), { type: "confirm", outcome: "works", note: "" });
  const ended = wokenAt(used, friday("12:00"));

  const stageOf = (so: Walk, adapter: "slack" | "web"): Stage => {
    const state = open(so);
    const { shown, ...stage } = stageAt(state.at);
    const place = state.places.get(shown.name);
    if (place === undefined) throw new Error("OT has no place");
    return { ...stage, state, shown: { ...place, spot: { ...place.spot, adapter } }, events: so.events };
  };
  const changes = (before: Walk, after: Walk, adapter: "slack" | "web") =>
    typesOf(stageOf(after, adapter), { ...posted(stageOf(before, adapter)), cursor: after.events.length });

  test("is not sent again for what others have to do, where its details are drawn when they are opened", () => {
    expect(changes(answered, both, "slack")).toEqual(["skip"]);
    expect(changes(answered, noted, "slack")).toEqual(["skip"]);
    expect(changes(answered, both, "web")).toEqual(["update"]);
  });

  test("is sent again once they have answered, and once it is open; what it says of its end is true past it", () => {
    expect(changes(walk, answered, "slack")).toEqual(["update"]);
    expect(changes(both, carriedOut, "slack")).toEqual(["update"]);
    expect(changes(carriedOut, used, "slack")).toEqual(["skip"]);
    expect(changes(used, ended, "slack")).toEqual(["skip"]);
    const [first] = owed(stageOf(ended, "slack"), placeIn(stageOf(ended, "slack")));
    const card = first?.say.type === "post" ? first.say.message.card : null;
    expect(card?.blocks).toContainEqual(
      expect.objectContaining({ type: "standing", text: expect.stringContaining("Past that, too, it is open") }),
    );
    expect(JSON.stringify(card?.blocks.find(({ type }) => type === "details"))).toContain("Its end came");
  });
});

describe("notes that came close together", () => {
  const noted = (count: number, length = 10) =>
    Array.from({ length: count }).reduce<Walk>(
      (so, _, n) =>
        then(so, {
          type: "note",
          text: `${n} ${"a".repeat(length)}`,
          place: PlaceName.parse("elsewhere"),
          by: n % 2 ? stranger : sina,
          name: "Nadia",
          at: monday("10:20"),
        }),
      walk,
    );
  const said = (notes: Walk) => {
    const stage = { ...stageAt(monday("10:30")), state: open(notes), events: notes.events };
    return owed(stage, posted(stageAt(monday("10:10")))).flatMap(({ say }) => (say.type === "post" ? [say] : []));
  };

  test("are one message, each with whoever said it", () => {
    const [all, ...more] = said(noted(3));
    expect(more).toEqual([]);
    expect(all?.message.text).toBe("3 notes on HAM-1 from Sina Roth (Office chat), Nadia (Slack, not linked).");
    expect(all?.message.card?.blocks).toEqual([
      { type: "quote", text: "0 aaaaaaaaaa", by: "Sina Roth (Office chat)" },
      { type: "quote", text: "1 aaaaaaaaaa", by: "Nadia (Slack, not linked)" },
      { type: "quote", text: "2 aaaaaaaaaa", by: "Sina Roth (Office chat)" },
    ]);
    expect(all?.covers[0]?.cursor).toBe(noted(3).events.length);
  });

  test("are all said, in as few messages as a platform shows whole", () => {
    const many = said(noted(40));
    expect(many).toHaveLength(3);
    const shown = many.flatMap(({ message }) => message.card?.blocks ?? []);
    expect(shown).toHaveLength(40);
    expect(said(noted(6, 1_800))).toHaveLength(3);
  });

  test("are told up to the one that was said last, so that none is said twice or missed", () => {
    const cursors = said(noted(40)).map(({ covers }) => covers[0]?.cursor ?? 0);
    const first = walk.events.length;
    expect(cursors).toEqual([first + 15, first + 30, first + 40]);
  });
});

describe("whoever a message calls", () => {
  test.each([
    ["Nadia Novak", "Nadia Novak (Slack, not linked)"],
    ["✓ IT security approved\nNothing is left to do", "an account on Slack that is not linked"],
    ["Sina Roth", "an account on Slack that is not linked"],
  ])("is called by the name that everything else has for an account nobody knows: %j", (given, name) => {
    const question = { type: "ask", question: "why?" } as const;
    const waits = then(walk, pressing(walk, "owner", otto, monday("10:10"), question));
    const state = { ...open(waits), asked: { ...open(waits).asked, requester: stranger, requesterName: given } };
    const shown = state.places.get(PlaceName.parse("requester"));
    if (shown === undefined) throw new Error("Its requester has a place");
    const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;
    const place = placeId(request, "requester");
    const stage = { ...stageAt(monday("10:10")), place, state, shown: { ...shown, spot }, events: waits.events };
    const card = { ...spot, message: "m1" };
    const says = owed(stage, { ...placeIn(stage), cursor: walk.events.length, card });
    const called = says.flatMap(({ say }) => (say.type === "post" ? say.message.mention : []));
    expect(called.map((one) => one.account)).toEqual([stranger]);
    expect(called[0]?.name).toBe(name);
    expect(called[0]?.name).not.toMatch(/[\n✓]/u);
  });
});
