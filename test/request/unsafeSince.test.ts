import { forOps } from "../../src/card/buttons/opsButtons.ts";
import { SECTIONS } from "../../src/card/digest/digestSections.ts";
import { stepLines } from "../../src/card/lines/stepLines.ts";
import { notesPing, pingFor } from "../../src/card/pings/pings.ts";
import type { EpochMs } from "../../src/clock.ts";
import { type AccountId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { RequestId } from "../../src/request/ids.ts";
import { RequestType } from "../../src/workflow/requestType.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent, then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  approve,
  approved,
  askedLast,
  askedOf,
  demo,
  finish,
  friday,
  ivan,
  last,
  monday,
  nils,
  olga,
  open,
  opened,
  openPort,
  otto,
  paula,
  press,
  pressing,
  refusal,
  revisited,
  sabine,
  sina,
  since,
  stepOf,
  typesSince,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const WHY = "PLC-12 protects people, and Safety was not asked";

/** The plant file is put in force in which PLC-12 is, or is no more, marked as protecting people. */
function marked(walk: Walk, at = monday("11:20"), safety: "sis" | null = "sis"): Walk {
  const assets = [...demo.assets].map(([id, asset]) => [id, id === "plc-12" ? { ...asset, safety } : asset] as const);
  const plant: Plant = { ...demo, assets: new Map(assets) };
  return revisited(walk, plant, at);
}

/** Whom the note calls in each place, also where another one comes with it. */
function calledBy(walk: Walk): Readonly<Record<string, readonly AccountId[]>> {
  const note = last(walk, "NoteAdded");
  const places = [...open(walk).places.values()].filter(({ left }) => !left);
  return Object.fromEntries(
    places.map((place) => {
      const at = { request, state: open(walk), place, world: walk.world };
      const mention = pingFor(note, at)?.mention ?? [];
      expect(notesPing([note, { ...note, told: undefined, text: "one more" }], at).ping.mention).toEqual(mention);
      return [place.name, mention];
    }),
  );
}

describe("what was approved before its machine was marked as protecting people", () => {
  test("is put before Ops when nobody has begun it, with why", () => {
    const walk = marked(approved());
    expect(stepOf(walk, "network")).toMatchObject({ status: "disputed", reason: WHY });
    const [line] = stepLines(open(walk), walk.world, ({ id }) => id === "network");
    expect(line?.says).toBe(`decides what becomes of it, since Mon 11:20 (${WHY})`);
    expect(marked(walk, monday("11:30")).events).toHaveLength(walk.events.length);
  });

  test("stands among what Ops must decide, and is theirs to close, not to give to somebody", () => {
    const walk = marked(approved());
    const told = SECTIONS.decide.line(request, open(walk), walk.world.plant, monday("12:00"));
    expect(told).toMatchObject({ text: WHY, actions: [{ label: "Close with a reason…" }] });
    const { actions, more } = forOps(request, open(walk), walk.world.plant);
    expect([...actions, ...more].filter((button) => "value" in button && button.value.includes("|rule|"))).toEqual([]);
    const team = { type: "rule", team: "it-servers", reason: "theirs" } as never;
    expect(refusal(walk, pressing(walk, "network", paula, monday("11:30"), team)).code).toBe("NOT_ALLOWED");
  });

  test("goes on once the mark is taken back", () => {
    const walk = marked(marked(approved()), monday("11:40"), null);
    expect(stepOf(walk, "network").status).toBe("open");
  });

  test("is not taken in the moment before it goes to Ops", () => {
    const { world } = marked(approved());
    const walk = { ...approved(), world };
    expect(refusal(walk, pressing(walk, "network", nils, monday("11:20"), { type: "take" })).code).toBe("NOT_ALLOWED");
    expect(refusal(walk, pressing(walk, "network", nils, monday("11:20"), finish)).code).toBe("NOT_ALLOWED");
  });

  test("is put back by whoever has begun, who reads of it with Ops, once", () => {
    const taken = press(approved(), "network", nils, monday("11:10"), { type: "take" });
    const walk = marked(taken);
    expect(typesSince(taken, walk)).toEqual(["PlaceOpened", "NoteAdded"]);
    expect(since(taken, walk).at(-1)).toMatchObject({ text: expect.stringContaining(WHY) });
    expect(calledBy(walk)).toEqual({
      requester: [],
      owner: [],
      security: [],
      network: ["office:nils"],
      ops: ["web:paula"],
    });
    expect(marked(walk, monday("11:25")).events).toHaveLength(walk.events.length);
    expect(refusal(walk, pressing(walk, "network", nils, monday("11:30"), finish)).message).toContain("Put it back");
    const back = press(walk, "network", nils, monday("11:30"), { ...finish, outcome: "rolledBack" });
    expect(back.state).toMatchObject({ status: "closed", outcome: "failed" });
  });

  test("is told at once to Safety, Ops, whoever may cut it off and whoever closes it, once, while it is open", () => {
    const walk = marked(opened(), monday("12:00"));
    expect(typesSince(opened(), walk)).toEqual(["PlaceOpened", "PlaceOpened", "NoteAdded"]);
    expect(since(opened(), walk).at(-1)).toMatchObject({ text: expect.stringContaining(WHY) });
    expect(calledBy(walk)).toEqual({
      requester: ["web:olga"],
      owner: ["web:otto"],
      security: ["office:sina"],
      network: ["office:nils"],
      ops: ["web:paula"],
      "safety-told": ["web:sabine"],
    });
    expect(marked(walk, monday("12:10")).events).toHaveLength(walk.events.length);
  });

  test("has Cut off now below it for those who may, Safety among them, and not for others", () => {
    const walk = marked(opened(), monday("12:00"));
    const cards = [...open(walk).places.values()].map((place) => {
      const at = { request, state: open(walk), place, world: walk.world };
      const blocks = pingFor(last(walk, "NoteAdded"), at)?.card?.blocks ?? [];
      const actions = blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
      return [place.name, actions.map(({ label }) => label)];
    });
    const cut = ["Cut off now…"];
    const all = { requester: cut, owner: cut, security: cut, network: [], ops: cut, "safety-told": cut };
    expect(Object.fromEntries(cards)).toEqual(all);
    const now = {
      type: "cutOff",
      reason: "it protects people",
      by: sabine,
      name: "Sabine",
      at: monday("12:05"),
    } as const;
    expect(then(walk, now).state).toMatchObject({ grant: { status: "ended", now: true } });
    const before = opened();
    expect(refusal(before, now).code).toBe("NOT_ALLOWED");
    const ivans = { ...now, by: ivan, name: "Ivan" };
    expect(refusal(before, ivans).message).toBe(
      "The owner of the machine, the shift lead, security and Ops can cut this off.",
    );
    expect(refusal(walk, ivans).message).toBe(
      "The owner of the machine, the shift lead, security, Safety and Ops can cut this off.",
    );
  });

  test("is closed again at its end all the same", () => {
    const ended = wokenUntil(marked(opened(), monday("12:00")), friday("12:01"));
    const closed = press(ended, "close", askedLast(ended, "close")[0], friday("12:10"), finish);
    expect(closed.state).toMatchObject({ status: "closed", outcome: "closedAgain" });
  });

  test("is not opened in an emergency either", () => {
    const asked = askedOf(typeNamed("break-glass"), { machine: "asset:plc-12", until: String(monday("13:00")) });
    const agreed = press(asked, "operations", paula, monday("10:02"), { type: "approve", limits: [], values: {} });
    expect(stepOf(marked(agreed, monday("10:03")), "open").status).toBe("disputed");
  });

  describe("by a step of Safety's without a veto, from before one was needed", () => {
    const ehs = { id: "ehs", kind: "approve", owner: "safety", does: "agrees", clock: { take: "1 h" } };
    const stages = openPort.stages.map((stage, i) => (i > 0 ? stage : { ...stage, steps: [...stage.steps, ehs] }));
    const type = RequestType.parse({ ...openPort, stages });
    const facts = { destination: "asset:plc-12", until: String(friday("12:00")), why: "counters", port: "502/tcp" };
    const first = () => sent({ plant: demo, type, by: olga, at: monday("10:00") }, facts);
    const others = (walk: Walk, at: EpochMs) => approve(approve(walk, "owner", otto, at), "security", sina, at);
    const yes = { type: "approve", limits: [], values: {} } as const;

    test("goes on: they were asked, and said yes", () => {
      const agreed = press(others(first(), monday("10:30")), "ehs", sabine, monday("11:00"), yes);
      const taken = press(marked(agreed), "network", nils, monday("11:30"), { type: "take" });
      expect(press(taken, "network", nils, monday("11:40"), finish).state).toMatchObject({
        grant: { status: "running" },
      });
    });

    test("is theirs to say yes to while they are asked, and all others'", () => {
      const agreed = press(
        others(marked(first(), monday("10:10")), monday("10:30")),
        "ehs",
        sabine,
        monday("11:00"),
        yes,
      );
      expect(stepOf(agreed, "network").status).toBe("open");
    });

    test("is not begun where another team answered it in their place", () => {
      const disputed = press(others(first(), monday("10:30")), "ehs", sabine, monday("10:40"), {
        ...{ type: "notMine", whose: null, reason: "" },
      });
      const ruled = press(disputed, "ehs", paula, monday("10:50"), {
        ...{ type: "rule", team: TeamId.parse("ot-scada"), reason: "theirs" },
      });
      const agreed = press(ruled, "ehs", askedLast(ruled, "ehs")[0], monday("11:00"), yes);
      expect(stepOf(agreed, "network").status).toBe("open");
      expect(stepOf(marked(agreed), "network")).toMatchObject({ status: "disputed", reason: WHY });
    });
  });

  test("goes on where nothing is changed by it, or a line stands", () => {
    const called = askedOf(typeNamed("line-down"), { place: "asset:plc-12" });
    expect(stepOf(marked(called, monday("10:01")), "repair").status).toBe("open");
  });
});
