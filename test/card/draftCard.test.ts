import { draftCard } from "../../src/card/draft/draftCard.ts";
import { HOUR_MS, MINUTE_MS } from "../../src/clock.ts";
import { TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
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

describe("the card of a complete draft says what is usual", () => {
  const usual = {
    team: TeamId.parse("ot-controls"),
    count: 30,
    halfMs: 16 * MINUTE_MS,
    nineMs: 2.6 * HOUR_MS,
    from: local("2026-10-12T09:00"),
    to: local("2026-11-20T15:00"),
  };

  function says(language: Plant["language"], some: Partial<typeof usual> = {}): readonly string[] {
    const plant = { ...demo, language };
    const world = { plant, types: new Map([[openPort.type, openPort]]), nextKey: RequestKey.parse("HAM-1") };
    const cast = { plant, type: openPort, by: olga, at: monday("10:00"), name: "Olga" };
    const { state } = drafted(cast, valuesFrom(openPort, "requester", monday("10:00")));
    if (state.status !== "draft") throw new Error("a message becomes a draft");
    const all = [{ ...usual, ...some }];
    const { blocks } = draftCard(RequestId.parse("req_0123456789ab"), state, world, undefined, {
      before: [],
      usual: all,
      agreements: [],
    });
    return blocks.flatMap((block) => (block.type === "text" && block.tone === "muted" ? [block.text] : []));
  }

  test.each([
    [
      "en",
      "OT controls answered half of the last 30 like this within 20 min, nine of ten within 3 h of its working time (Mon 12 Oct to Fri 20 Nov).",
    ],
    [
      "de",
      "OT controls: von den letzten 30 solchen Anfragen die Hälfte in 20 min beantwortet, neun von zehn in 3 h Arbeitszeit (Mo 12. Okt. bis Fr 20. Nov.).",
    ],
    [
      "es",
      "OT controls respondió la mitad de las últimas 30 como esta en 20 min, nueve de cada diez en 3 h de su horario laboral (lun 12 oct a vie 20 nov).",
    ],
  ] as const)("in %s, rounded up, with the days it is about", (language, text) => {
    expect(says(language)).toContain(text);
  });

  test("once where half of them took as long as nine of ten, on one day", () => {
    const one = { halfMs: 0, nineMs: 4 * MINUTE_MS, from: usual.to };
    expect(says("en", one)).toContain(
      "OT controls answered nine of ten of the last 30 like this within 5 min of its working time (Fri 20 Nov).",
    );
  });

  test("with the year, where it was another one", () => {
    expect(says("en", { from: local("2025-10-13T09:00") })[0]).toContain("(Mon 13 Oct 2025 to Fri 20 Nov)");
  });
});
