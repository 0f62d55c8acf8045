import { THE_SECOND_READER } from "../../src/request/actor.ts";
import type { CommandOf } from "../../src/request/commands.ts";
import type { TypeId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { drafted, then, type Walk } from "../workflow/walk.ts";
import { demo, monday, olga, openPort, typesSince } from "./scene.ts";

const at = monday("10:00");
const draft = () => drafted({ plant: demo, type: openPort, by: olga, at }, { destination: "asset:plc-12" });

const proposing = (proposed: TypeId | null, values: Record<string, string> = {}): CommandOf<"propose"> => ({
  type: "propose",
  proposed,
  values: Values.parse(values),
  reader: "qwen3:8b",
  prompt: "9f2c",
  by: THE_SECOND_READER,
  name: "Referee",
  at: monday("10:01"),
});

const valuesOf = ({ state }: Walk) => (state.status === "unstarted" ? {} : state.values);

describe("what a second reader proposes", () => {
  test("fills what is empty, and changes nothing that was read", () => {
    const filled = then(draft(), proposing(openPort.type, { destination: "asset:plc-7", why: "counters" }));
    expect(valuesOf(filled)).toMatchObject({ destination: "asset:plc-12", why: "counters" });
    expect(filled.state).toMatchObject({ status: "draft", reading: { type: openPort.type }, chosen: false });
  });

  test.each([
    { what: "what another type would ask", walk: () => then(draft(), proposing(null, { why: "counters" })) },
    { what: "what steps say", walk: () => then(draft(), proposing(openPort.type, { initiator: "source" })) },
    { what: "what cannot be", walk: () => then(draft(), proposing(openPort.type, { until: "tomorrow" })) },
  ])("takes nothing in: $what", ({ walk }) => {
    expect(typesSince(draft(), walk())).toEqual([]);
  });

  test("comes to nothing on a draft that its author touched, put away or sent, and the second time", () => {
    const who = { by: olga, at, name: "Olga" };
    const touched = then(draft(), { ...who, type: "fill", values: Values.parse({ why: "counters" }) });
    const away = then(draft(), { ...who, type: "discard" });
    const once = then(draft(), proposing(openPort.type, { why: "counters" }));
    for (const walk of [touched, away, once])
      expect(typesSince(walk, then(walk, proposing(openPort.type, { until: String(monday("18:00")) })))).toEqual([]);
  });
});
