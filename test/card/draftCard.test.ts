import { draftCard } from "../../src/card/draft/draftCard.ts";
import { RequestId, RequestKey } from "../../src/request/ids.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { Values } from "../../src/workflow/value.ts";
import { local } from "../plant/cast.ts";
import { demo, monday, olga, openPort } from "../request/scene.ts";
import { drafted, then, valuesFrom } from "../workflow/walk.ts";

/** What the card of a draft asks for, when the message read so. */
function asks(text: string): readonly string[] {
  const world = { plant: demo, types: new Map([[openPort.type, openPort]]), nextKey: RequestKey.parse("HAM-1") };
  const reading = { type: openPort.type, candidates: [], because: [] };
  const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
  const values = Values.parse({ destination: "asset:plc-12", port: "502/any", why: "for the audit" });
  const start = { type: "start", spot, text, quoted: null, reading, values, by: olga, at: monday("10:00") } as const;
  const { state } = then({ world, state: UNSTARTED, events: [] }, { ...start, name: "Olga" });
  if (state.status !== "draft") throw new Error("a message becomes a draft");
  const { blocks } = draftCard(RequestId.parse("req_0123456789ab"), state, world);
  return blocks.flatMap((block) => (block.type === "list" ? block.items.map((item) => item.text) : []));
}

test("the card of a draft whose end comes before a freeze is over has the next time as a button", () => {
  const world = { plant: demo, types: new Map([[openPort.type, openPort]]), nextKey: RequestKey.parse("HAM-1") };
  const at = local("2026-12-15T09:00");
  const until = String(local("2026-12-18T12:00"));
  const cast = { plant: demo, type: openPort, by: olga, at, name: "Olga" };
  const known = { destination: "asset:plc-12", port: "502/tcp", why: "for the audit" };
  const { state } = drafted(cast, { ...valuesFrom(openPort, "requester", at), ...known, until });
  if (state.status !== "draft") throw new Error("a message becomes a draft");
  const { blocks } = draftCard(RequestId.parse("req_0123456789ab"), state, world);
  const buttons = blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
  const free = String(local("2026-12-19T22:10"));
  expect(buttons).toContainEqual(
    expect.objectContaining({ label: "Set Sat 22:10 to Wed 01:10", value: expect.stringContaining(`|${free}`) }),
  );
});

describe("the card of a draft asks until when", () => {
  test("and says why, where the day that was said may be one of two", () => {
    expect(asks("502 to PLC-12 until 12/11 for the audit")).toContain(
      "Until when is it needed? (“until 12/11”: which day is meant?)",
    );
  });

  test("without more, where nothing was said", () => {
    expect(asks("502 to PLC-12 for the audit")).toContain("Until when is it needed?");
  });
});
