import fc from "fast-check";
import type { CommandOf } from "../../src/request/commands.ts";
import { decide } from "../../src/request/decide.ts";
import { type Draft, UNSTARTED } from "../../src/request/state.ts";
import { Values } from "../../src/workflow/value.ts";
import { then, type Walk, wokenUntil } from "../workflow/walk.ts";
import { asked, friday, lineDown, monday, oksana, olga, openPort, tuesday } from "./scene.ts";

const world = { ...asked().world, types: new Map([openPort, lineDown].map((type) => [type.type, type])) };
const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
const reading = { type: openPort.type, candidates: [], because: ["port"] };
const who = { by: olga, at: monday("10:00"), name: "Olga" };

const started = (values: Record<string, string> = { port: "502/tcp" }, more: Partial<CommandOf<"start">> = {}): Walk =>
  then(
    { world, state: UNSTARTED, events: [] },
    { ...who, type: "start", spot, text: "first", quoted: null, reading, values: Values.parse(values), ...more },
  );

const revising = (edition: number, text: string, values: Record<string, string> = {}) =>
  ({ ...who, type: "revise", text, reading, values: Values.parse(values), files: [], edition }) as const;
const revised = (walk: Walk, edition: number, text: string, values: Record<string, string> = {}) =>
  then(walk, revising(edition, text, values));
const gone = (walk: Walk, edition: number, because: "deleted" | "changed" = "deleted") =>
  then(walk, { ...who, type: "putAway", because, edition });
const filled = (walk: Walk, values: Record<string, string>) =>
  then(walk, { ...who, type: "fill", values: Values.parse(values) });

function draft({ state }: Walk): Draft {
  if (state.status !== "draft") throw new Error(`It is ${state.status}`);
  return state;
}

describe("a draft whose message is edited", () => {
  test("says what the message says now, and nothing of what it said before", () => {
    const { asked: words, values } = draft(
      revised(started({ port: "502/tcp" }), 5, "second", { destination: "asset:plc-12" }),
    );
    expect([words.text, words.edition, values]).toEqual(["second", 5, { destination: "asset:plc-12" }]);
  });

  test("keeps what its author filled in since, also where the message says otherwise", () => {
    const walk = filled(started({ port: "502/tcp" }), { why: "counters", port: "503/tcp" });
    expect(draft(revised(walk, 5, "second", { port: "504/tcp" })).values).toEqual({ why: "counters", port: "503/tcp" });
  });

  test("stays of the type its author chose", () => {
    const undecided = started({}, { reading: { type: null, candidates: [openPort.type], because: [] } });
    const chosen = then(undecided, { ...who, type: "read", reading: { ...reading, because: [] }, values: {} });
    const other = { ...revising(5, "second"), reading: { type: lineDown.type, candidates: [], because: [] } };
    expect(draft(then(chosen, other)).reading.type).toBe(openPort.type);
  });

  test("keeps what a reply said that chose its type", () => {
    const undecided = started({}, { reading: { type: null, candidates: [openPort.type], because: [] } });
    const said = { values: Values.parse({ why: "counters" }), message: "slack:said:C:2" };
    const chosen = then(undecided, { ...who, type: "read", reading, ...said });
    expect(draft(revised(chosen, 5, "second", { port: "504/tcp" })).values).toEqual({
      why: "counters",
      port: "504/tcp",
    });
  });

  test("calls for help in time once it is about a line that stands", () => {
    const other = { ...revising(5, "line 3 is down"), reading: { type: lineDown.type, candidates: [], because: [] } };
    const walk = wokenUntil(then(started(), other), monday("10:05"));
    expect(walk.events.map(({ type }) => type)).toEqual(["DraftStarted", "DraftRevised", "DraftReminded"]);
  });

  test("is not changed by somebody else's edit", () => {
    expect(decide(started().state, { ...revising(5, "second"), by: oksana }, world)).toEqual([]);
  });

  test("is changed once by an edit that comes twice", () => {
    expect(decide(revised(started(), 5, "second").state, revising(5, "second"), world)).toEqual([]);
  });

  test("is not changed any more once it was sent", () => {
    expect(decide(asked().state, revising(5, "second"), world)).toEqual([]);
  });

  test("keeps a text of any length, cut", () => {
    expect(draft(revised(started(), 5, "x".repeat(50_000))).asked.text).toHaveLength(2_000);
  });

  test("drops a value that cannot be right", () => {
    expect(draft(revised(started(), 5, "second", { port: "99999/tcp" })).values).toEqual({});
  });
});

describe("a draft whose message is deleted", () => {
  test("is put away, and nothing is due any more", () => {
    const walk = gone(started(), 5);
    expect(draft(walk).discarded).toBe("deleted");
    expect(wokenUntil(walk, friday("12:00")).events).toHaveLength(2);
  });

  test("comes back with the message", () => {
    expect(draft(revised(gone(started(), 5), 6, "first", { port: "502/tcp" })).discarded).toBeNull();
  });

  test("does not come back by an edit that was older", () => {
    expect(decide(gone(started(), 5).state, revising(4, "second"), world)).toEqual([]);
  });

  test("is put away once", () => {
    const twice = { ...who, type: "putAway", because: "deleted", edition: 5 } as const;
    expect(decide(gone(started(), 5).state, twice, world)).toEqual([]);
  });

  test("is not put away by somebody else", () => {
    const foreign = { ...who, by: oksana, type: "putAway", because: "deleted", edition: 5 } as const;
    expect(decide(started().state, foreign, world)).toEqual([]);
  });

  test("stays put away when its author had put it away before", () => {
    const walk = then(started(), { ...who, type: "discard" });
    expect(decide(walk.state, revising(5, "second"), world)).toEqual([]);
    expect(decide(walk.state, { ...who, type: "putAway", because: "deleted", edition: 5 }, world)).toEqual([]);
  });

  test("stays put away when nobody sent it for a day", () => {
    const walk = wokenUntil(started(), tuesday("10:01"));
    expect(draft(walk).discarded).toBe("age");
    expect(decide(walk.state, revising(5, "second"), world)).toEqual([]);
  });

  test("refuses to be sent, and says why", () => {
    const walk = gone(started(), 5);
    expect(() => decide(walk.state, { ...who, type: "send" }, world)).toThrow("This draft was put away");
  });
});

describe("a message that was deleted before it arrived", () => {
  const away = gone({ world, state: UNSTARTED, events: [] }, 5);

  test("opens nothing when it arrives", () => {
    const start = { ...who, type: "start", spot, text: "first", quoted: null, reading, values: {} } as const;
    expect(decide(away.state, start, world)).toEqual([]);
  });

  test("opens a draft when it is brought back later", () => {
    const start = {
      ...who,
      type: "start",
      spot,
      text: "first",
      quoted: null,
      reading,
      values: {},
      edition: 6,
    } as const;
    expect(draft(then(away, start)).asked.edition).toBe(6);
  });
});

test("the newest version of a message counts, in whatever order its edits come, and however often", () => {
  const versions = [1, 2, 3, 4, 5].map((edition) => ({
    edition,
    text: edition % 2 === 0 ? "even" : `version ${edition}`,
  }));
  const deliveries = fc
    .shuffledSubarray(versions, { minLength: 1 })
    .chain((all) => fc.tuple(fc.constant(all), fc.array(fc.constantFrom(...all), { maxLength: 6 })));
  fc.assert(
    fc.property(deliveries, ([all, again]) => {
      const walk = [...all, ...again].reduce((now, { edition, text }) => revised(now, edition, text), started());
      const newest = all.reduce((one, other) => (one.edition > other.edition ? one : other));
      expect([draft(walk).asked.edition, draft(walk).asked.text]).toEqual([newest.edition, newest.text]);
    }),
    { numRuns: 200 },
  );
});
