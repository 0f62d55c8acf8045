import { EpochMs } from "../../src/clock.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { servedBy } from "../../src/plant/who/served.ts";
import type { EventOf } from "../../src/request/events.ts";
import { RequestId } from "../../src/request/ids.ts";
import { streamsOf } from "../../tools/record.ts";
import { personOn } from "../adapters/web/page.ts";
import { openWebChat, type WebChat } from "../adapters/web/standIn.ts";
import type { Beside } from "../support/world.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, type Story, useStory } from "./useStory.ts";

/** As people type: hurried, with typos, in three languages; one of them asks two things. */
const TEXTS = [
  { text: "can we open port 502 from the historian to PLC-12 until friday noon?", types: ["open-port"] },
  { text: "pls opne prot 502 to plc12 til friday 12:00", types: ["open-port"] },
  { text: "502 & 44818 for PLC-12 plz", types: ["open-port"] },
  { text: "bitte port 502 vom historian auf plc-12 bis freitag 12 uhr freischalten", types: ["open-port"] },
  { text: "puedes abrir el puerto 502 hacia plc-12 hasta el viernes por favor", types: ["open-port"] },
  { text: "kann bitte jemand den mes client neu starten? hängt schon wieder", types: ["restart"] },
  { text: "502 and 44818 for line 7, and who owns the historian?", types: ["open-port"] },
  { text: "open 502 to PLC-12 and please restart the MES client", types: ["open-port", "restart"] },
] as const;

const slack = useStory();

type Drafted = Pick<EventOf<"DraftStarted">, "plant" | "text" | "reading" | "values">;

/** What Referee made of everything that was asked so far, in no order that matters. */
async function drafts({ world }: Story): Promise<readonly Drafted[]> {
  const { worker: redis, prefix } = world.record;
  const found: Drafted[] = [];
  for await (const stream of streamsOf({ redis, prefix })) {
    const request = RequestId.safeParse(stream);
    if (!request.success) continue;
    const [first] = (await world.referee.requests.load(request.data)).events;
    if (first?.type !== "DraftStarted") continue;
    const { plant, text, reading, values } = first;
    found.push({ plant, text, reading, values });
  }
  return found.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const twice = (each: readonly Drafted[]) => each.flatMap((draft) => [draft, draft]);
const typesOf = (each: readonly Drafted[]) => each.map(({ reading }) => reading.type).toSorted();

describe("the same text on Slack and in the local chat", () => {
  const local: { chat: WebChat | null } = { chat: null };
  const story = useStory({ beside: (plants) => localChat(plants, local) });

  test.each(TEXTS)("leads to the same drafts: $text", async ({ text, types }) => {
    await story.asks("oksana", text);
    const onSlack = await drafts(story);
    expect(typesOf(onSlack)).toEqual(types);
    if (local.chat === null) throw new Error("The local chat is not open");
    await personOn(local.chat, "web:oksana").says("web:line-3", `@Referee ${text}`);
    await story.world.settled();
    expect(await drafts(story)).toEqual(twice(onSlack));
  });
});

test("a wish and a question in one message get a draft and an answer, both in the thread", async () => {
  const asked = await slack.asks("oksana", "can you open 502 to PLC-12, and who owns the historian?");
  expect(slack.card(LINE_3, "I read this as “Open a port”").thread).toBe(asked.ts);
  expect(slack.card(LINE_3, "Who owns Historian").thread).toBe(asked.ts);
});

test("a question beside a wish to which there is no answer is told to its asker alone", async () => {
  const asked = await slack.asks("oksana", "502 and 44818 for line 7, and who owns the gateway?");
  expect(slack.card(LINE_3, "I read this as “Open a port”").thread).toBe(asked.ts);
  expect(await slack.told("oksana", "The plant file does not name the owner")).not.toBe("");
});

describe("the same text on Slack and on Teams", () => {
  const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "deniz", "nils", "vera"] });

  test.each(TEXTS)("leads to the same drafts: $text", async ({ text }) => {
    await story.asks("oksana", text);
    const onSlack = await drafts(story);
    await story.teams.asks("sina", text, "it-security");
    await story.world.settled();
    expect(await drafts(story)).toEqual(twice(onSlack));
  });
});

/** The local chat beside Slack, on the same record. */
async function localChat(plants: readonly Plant[], local: { chat: WebChat | null }): Promise<Beside> {
  const at = EpochMs.parse(0);
  const demo = {
    now: async () => ({ plantTime: at, offsetMs: 0 }),
    wind: async () => null,
    windToNext: async () => null,
  };
  const chat = await openWebChat({ plants: () => plants.map((plant) => servedBy(plant, ["web"])), demo, isLate: true });
  local.chat = chat;
  return { adapter: chat.adapter, connect: async () => undefined, stop: () => chat.close() };
}
