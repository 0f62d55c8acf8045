import { questionBehind } from "../../src/intake/press.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { RequestId, RequestKey } from "../../src/request/ids.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { demo, monday, olga, openPort, otto } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { then } from "../workflow/walk.ts";

const types = new Map(activeTypes.map((type) => [type.type, type]));
const world = { plant: demo, types, nextKey: RequestKey.parse("HAM-1") };
const at = monday("10:00");
const request = RequestId.parse("req_000000000000");
const SAID = "something with PLC-12 and the new scanner";

function undecided() {
  const reading = { type: null, candidates: [openPort.type], because: [] };
  const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
  const start = { type: "start", by: olga, at, name: "Olga", spot, text: SAID, quoted: null, reading } as const;
  return then({ world, state: UNSTARTED, events: [] }, { ...start, values: {} }).state;
}

const pressing = (arg: string) => ({ verb: "read" as const, request, step: null, ask: 0, arg });

test("a message that nobody can be sure of is a draft whose readings may be questions", () => {
  const [draft] = readMessage(SAID, { plant: demo, types, now: at }).drafts;
  expect(draft?.reading.type).toBeNull();
  expect(draft?.reading.candidates).toHaveLength(4);
});

describe("a question that its author chooses", () => {
  test("is asked about the machines their message names", () => {
    const query = questionBehind(pressing("who-owns"), undecided(), { by: olga, at, name: "Olga" }, world);
    expect(query).toMatchObject({ type: "whoOwns", assets: ["plc-12"] });
  });

  test("is no question where a type was chosen", () => {
    expect(questionBehind(pressing("restart"), undecided(), { by: olga, at, name: "Olga" }, world)).toBeNull();
  });

  test("is refused to anybody else", () => {
    expect(() => questionBehind(pressing("status"), undecided(), { by: otto, at, name: "Otto" }, world)).toThrow();
  });
});
