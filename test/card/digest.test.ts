import { digestCard, digestNotice, keptRestCard } from "../../src/card/digest/digest.ts";
import { readDigestAction } from "../../src/card/digest/digestAction.ts";
import { later } from "../../src/clock.ts";
import { TeamId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { RequestType } from "../../src/workflow/requestType.ts";
import {
  asked,
  askedOf,
  called,
  demo,
  friday,
  monday,
  olga,
  open,
  opened,
  otto,
  press,
  saturday,
  sina,
  tuesday,
} from "../request/scene.ts";
import { digestOf } from "../support/digestOf.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const at = tuesday("06:00");
const of = { plant: demo, teams: [] };
const thursday = later(friday("06:00"), -86_400_000);
const finish = { type: "finish", outcome: "done", evidence: "fuse changed", onSite: "", values: {} } as const;

function digest(walk: Walk): readonly string[] {
  const listed = [{ request, state: open(walk), link: null }];
  const { blocks } = digestCard(digestOf(listed, at), of, at);
  const lines = blocks.flatMap((block) =>
    block.type === "list"
      ? [block.title, ...block.items.map(({ text }) => text)]
      : block.type === "text"
        ? [block.text]
        : [],
  );
  return [digestNotice(digestOf(listed, at), of.plant), ...lines.filter((line) => !line.startsWith("Nobody on call"))];
}

describe("a digest while a line stands", () => {
  const taken = () => press(called(monday("10:00")), "repair", otto, monday("10:02"), { type: "take" });

  test("says so, though no clock runs for whoever has it", () => {
    expect(digest(taken())).toEqual([
      "1 down.",
      "Down:",
      "HAM-1 PLC-12 is down: help was called Mon 10:00, OT controls has it",
    ]);
  });

  test("says so until somebody has said that it runs", () => {
    expect(digest(press(taken(), "repair", otto, monday("10:30"), finish))).toEqual([
      "1 down.",
      "Down:",
      "HAM-1 PLC-12 is down: help was called Mon 10:00, not confirmed yet that it runs",
    ]);
  });
});

describe("a digest", () => {
  const lines = (walks: readonly Walk[], when = at) => {
    const listed = walks.map((walk, i) => ({
      request: RequestId.parse(`req_0123456789a${i}`),
      state: open(walk),
      link: null,
    }));
    return digestCard(digestOf(listed, when), of, when).blocks;
  };

  test("shows each request once, in the first section it belongs to", () => {
    const late = wokenUntil(asked(), tuesday("10:00"));
    const items = lines([late], tuesday("10:00")).flatMap((block) => (block.type === "list" ? block.items : []));
    expect(items.map(({ text }) => text)).toEqual([expect.stringContaining("HAM-1 Open port")]);
  });

  test("offers Ops the answers to what they hold", () => {
    const type = RequestType.parse({
      ...{ type: "made-up", name: "Made up", icon: "🧩", title: "Made up for {machine}", asset: "machine" },
      fields: [{ id: "machine", label: "Machine", ask: "Which?", from: "requester", kind: "asset" }],
      stages: [
        { steps: [{ id: "ops", kind: "approve", owner: "ops", does: "agree", clock: { take: "1 h", decide: "8 h" } }] },
      ],
    });
    const [block] = lines([askedOf(type)]);
    expect(block).toMatchObject({
      title: "For you to decide:",
      items: [{ text: expect.stringContaining("waits for Ops") }],
    });
    const labels = block?.type === "list" ? (block.items[0]?.actions ?? []).map(({ label }) => label) : [];
    expect(labels).toEqual(["Approve", "Approve with limits…", "Deny…"]);
  });

  test("says what ends undecided within two days", () => {
    const taken = press(asked(), "owner", otto, monday("10:05"), { type: "take" });
    const both = press(taken, "security", sina, monday("10:05"), { type: "take" });
    const [block] = lines([wokenUntil(both, thursday)], thursday);
    expect(block).toMatchObject({
      title: "Ends soon undecided:",
      items: [{ text: expect.stringContaining("ends Fri 12:00, waits for") }],
    });
  });

  test("of a quiet day on which Ops do not work is one line", () => {
    const calendar = demo.teams.get(TeamId.parse("it-network"))?.calendar;
    if (calendar === undefined) throw new Error("IT network has no office hours");
    const plant = { ...demo, ops: { ...demo.ops, calendar } };
    const confirmed = press(opened(), "works", olga, monday("11:40"), { type: "confirm", outcome: "works", note: "" });
    const listed = [{ request, state: open(confirmed), link: null }];
    const when = saturday("06:00");
    expect(digestCard(digestOf(listed, when), { plant, teams: [] }, when).blocks).toEqual([
      { type: "text", text: "Nothing waits for Ops. 1 ends this week.", tone: "plain" },
    ]);
  });

  test("shows as many decisions as one makes before the first coffee, and opens the rest with a press", () => {
    const many = Array.from({ length: 17 }, (_, i) => {
      const walk = press(asked(), "owner", otto, monday("10:05"), { type: "notMine", whose: null, reason: "not ours" });
      const state = open(walk);
      const id = RequestId.parse(`req_0123456789${String(i).padStart(2, "0")}`);
      return { request: id, state: { ...state, sentAt: later(state.sentAt, i) }, link: null };
    });
    const [block] = digestCard(digestOf(many, at), of, at).blocks;
    const items = block?.type === "list" ? block.items : [];
    expect(items).toHaveLength(6);
    const rest = items.at(-1);
    expect(rest?.text).toBe("… and 12 more");
    const [button] = rest?.actions ?? [];
    const value = button?.type === "press" ? button.value : "";
    expect(readDigestAction(value)).toEqual({
      ...{ type: "section", plant: "HAM", teams: [], section: "decide", from: 5 },
    });
  });

  test("keeps apart the button of a digest that was said, page by page", () => {
    const rest = {
      ...({ day: "2026-12-01", section: "held", left: 12, next: 10 } as const),
      listed: [{ says: "HAM-1: held", link: null, teams: [] }],
    };
    const [block] = keptRestCard(rest, of).blocks;
    const press = block?.type === "list" ? block.items.at(-1)?.actions[0] : undefined;
    expect(readDigestAction(press?.type === "press" ? press.value : "")).toEqual({
      ...{ type: "kept", plant: "HAM", teams: [], day: "2026-12-01", section: "held", from: 10 },
    });
    expect(keptRestCard({ ...rest, listed: [] }, of).blocks).toEqual([]);
  });

  test("opens the rest of what ended undecided with a press, and has every line's thread", () => {
    const ended = {
      since: monday("06:00"),
      listed: [{ says: "HAM-1: over", link: "https://chat.example/1", teams: [] }],
      ...{ left: 12, next: 6 },
    };
    const [block] = digestCard({ ...digestOf([], at), ended }, of, at).blocks;
    expect(block).toMatchObject({
      title: "Ended undecided:",
      items: [
        { text: "HAM-1: over", actions: [{ type: "link", url: "https://chat.example/1" }] },
        { text: "… and 12 more", actions: [{ type: "press", label: "Show them…" }] },
      ],
    });
    const rest = block?.type === "list" ? block.items.at(-1)?.actions[0] : undefined;
    const value = rest?.type === "press" ? rest.value : "";
    expect(readDigestAction(value)).toEqual({
      ...{ type: "ended", plant: "HAM", teams: [], since: monday("06:00"), from: 6 },
    });
  });

  test("says until when everything stands open, however long, and lets it be cut off", () => {
    const confirmed = press(opened(), "works", olga, monday("11:40"), { type: "confirm", outcome: "works", note: "" });
    const early = later(friday("12:00"), -8 * 86_400_000);
    const listed = [{ request, state: open(confirmed), link: null }];
    const titles = (when: typeof at) => digestCard(digestOf(listed, when), of, when).blocks.slice(0, 1);
    const items = [{ text: expect.stringContaining("open until Fri"), actions: [{ label: "Cut off now…" }] }];
    expect(titles(at)).toMatchObject([{ title: "Ends this week:", items }]);
    expect(titles(early)).toMatchObject([{ title: "Open longer:", items }]);
  });
});
