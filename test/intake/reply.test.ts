import { sayOpenTimes } from "../../src/intake/aside.ts";
import type { MessageReading } from "../../src/intake/reading.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { readReply } from "../../src/intake/reply.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import { RequestKey } from "../../src/request/ids.ts";
import { PlaceName, REQUESTER_PLACE } from "../../src/request/place.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { courtesyIn } from "../../src/understand/text/courtesy.ts";
import { Values } from "../../src/workflow/value.ts";
import { asked, demo, monday, oksana, olga, openPort, otto, press, sina } from "../request/scene.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then, type Walk } from "../workflow/walk.ts";

const text = (words: string): MessageReading => ({
  drafts: [],
  arranged: null,
  queries: [],
  otherwise: null,
  danger: null,
  text: words,
  openTimes: [],
  opens: false,
  courtesy: courtesyIn(words),
});

function reply({ state, world }: Walk, by: PersonId, words: string, place = REQUESTER_PLACE) {
  return readReply(text(words), state, place, { by, at: monday("11:00"), name: "somebody" }, world);
}

/** Olga's draft, in which until when and what for are still missing. */
function draft(of = openPort, known: Record<string, string> = { destination: "asset:plc-12" }): Walk {
  const world = { plant: demo, types: new Map([[of.type, of]]), nextKey: RequestKey.parse("HAM-1") };
  const reading = { type: of.type, candidates: [], because: [] };
  const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
  const values = Values.parse(known);
  const start = { type: "start", spot, text: "please", quoted: null, reading, values } as const;
  return then({ world, state: UNSTARTED, events: [] }, { ...start, by: olga, at: monday("10:00"), name: "Olga" });
}

/** What such a reply says of the fields of an open port. */
const values = Values.parse({ why: "to read the counters" });

describe("a reply beside a draft", () => {
  test("gives no fact when it was a password and nothing else", () => {
    expect(reply(draft(), olga, "[removed]")).toBeNull();
  });

  test("fills what is missing: a day is until when", () => {
    expect(reply(draft(), olga, "Fri 12:00")).toMatchObject({ type: "fill", values: { until: expect.any(String) } });
  });

  test("in plain words is what it is for", () => {
    expect(reply(draft(), olga, "to read the counters")).toMatchObject({
      type: "fill",
      values: { why: "to read the counters" },
    });
  });

  test.each(["jetzt", "jetzt gleich", "now please", "ja, jetzt bitte", "ahora", "as soon as possible"])(
    "“%s” says when a machine is to be restarted",
    (words) => {
      const filled = reply(draft(typeNamed("restart"), { machine: "asset:hmi-3", symptom: "hangs" }), olga, words);
      expect(filled).toMatchObject({ type: "fill", values: { moment: "now" } });
    },
  );

  test("that gives another fact too keeps what it says of the reason", () => {
    const walk = draft();
    const read = readMessage("until friday noon to read the counters", { ...walk.world, now: monday("11:00") });
    const drafts = [{ text: read.text, reading: { type: openPort.type, candidates: [], because: [] }, values }];
    const told = { ...read, drafts };
    expect(
      readReply(told, walk.state, REQUESTER_PLACE, { by: olga, at: monday("11:00"), name: "Olga" }, walk.world),
    ).toMatchObject({
      type: "fill",
      values: { until: expect.any(String), why: "to read the counters" },
    });
  });

  test("with a port that is none is not the reason", () => {
    expect(reply(draft(), olga, "port 70000")).toBeNull();
  });

  test("with a time of two readings is not the reason, and its author reads why it is asked again", () => {
    const walk = draft();
    const read = readMessage("12/11", { ...walk.world, now: monday("11:00") });
    const meta = { by: olga, at: monday("11:00"), name: "Olga" };
    expect(readReply({ ...read, drafts: [] }, walk.state, REQUESTER_PLACE, meta, walk.world)).toBeNull();
    expect(sayOpenTimes(read)).toBe("“12/11”: which day is meant?");
  });

  test("that speaks of such a time beside the reason is still the reason", () => {
    const walk = draft();
    const words = "the auditors come next friday and want the counters";
    const read = readMessage(words, { ...walk.world, now: monday("11:00") });
    const meta = { by: olga, at: monday("11:00"), name: "Olga" };
    expect(readReply({ ...read, drafts: [] }, walk.state, REQUESTER_PLACE, meta, walk.world)).toMatchObject({
      values: { why: words },
    });
  });

  test("of somebody else is nobody's business", () => {
    expect(reply(draft(), oksana, "Fri 12:00")).toBeNull();
  });

  test.each(["thanks!", "ok", "👍"])("that only says '%s' is not what it is for", (words) => {
    expect(reply(draft(), olga, words)).toBeNull();
  });

  test("without a word means nothing", () => {
    expect(reply(draft(), olga, "  ")).toBeNull();
  });
});

describe("a reply beside a sent request", () => {
  const question = { type: "ask", question: "Which registers?" } as const;

  test("is a note, in whichever thread it stands", () => {
    expect(reply(asked(), olga, "thanks")).toMatchObject({ type: "note", text: "thanks", place: REQUESTER_PLACE });
    const security = PlaceName.parse("security");
    expect(reply(asked(), sina, "looking at it", security)).toMatchObject({ type: "note", place: security });
  });

  test("of the requester answers the one open question", () => {
    const walk = press(asked(), "owner", otto, monday("10:10"), question);
    expect(reply(walk, olga, "40001")).toMatchObject({ type: "answer", step: "owner", answer: "40001" });
  });

  test("of a colleague of the requester is a note: only whoever asked can answer", () => {
    const walk = press(asked(), "owner", otto, monday("10:10"), question);
    expect(reply(walk, oksana, "40001")).toMatchObject({ type: "note" });
  });

  test("is a note while two questions are open: nobody guesses which it answers", () => {
    const one = press(asked(), "owner", otto, monday("10:10"), question);
    const two = press(one, "security", sina, monday("10:12"), question);
    expect(reply(two, olga, "40001")).toMatchObject({ type: "note" });
  });
});
