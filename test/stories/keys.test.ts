import { DAY_MS } from "../../src/clock.ts";
import { serverOf } from "../../src/redis/client.ts";
import { OWNER_FACTS, portAsked } from "./openPort.ts";
import { LINE_3, NETWORK, OT, tuesday, useStory } from "./useStory.ts";

/** How a key that Referee writes comes to its end, or why it stays. */
type Life = { readonly key: RegExp; readonly ends: "by itself" } | { readonly key: RegExp; readonly stays: string };

/** Every family of keys; the names stand in src/store/script.ts. A new one needs its line here. */
const FAMILIES: readonly Life[] = [
  { key: /^[spk]:/, stays: "what was sent is the record; a draft that was put away ends by itself" },
  { key: /^pl:/, stays: "where a request is shown, as long as the request is there" },
  { key: /^shared:/, stays: "one for each version of a request type: the rules of what was sent with it" },
  { key: /^e:/, ends: "by itself" },
  { key: /^w:board-/, stays: "one a plant: its board follows what is open for good" },
  { key: /^c:/, ends: "by itself" },
  { key: /^(?:(?:said|given|told|beside|offer|link|link-tries|q|b|w|m):|ready$)/, ends: "by itself" },
  { key: /^routed:/, stays: "a message that comes again, however late, is for the request it was for" },
  { key: /^i:/, stays: "indexes and lists of the record; who leaves one is taken out of it" },
  { key: /^(guards|counter|leases|clock|shares)$/, stays: "one each: the numbers of the installation" },
  { key: /^(wakes|lanes|revisits|packs)(:|$)/, stays: "one each: what is due; whatever was done is taken out" },
  { key: /^(archived|archives|archives:(id|last))$/, stays: "what lies in which archive, and how far that counts" },
  { key: /^archiving$/, ends: "by itself" },
  { key: /^packed$/, stays: "one: when something last happened to what is over" },
  { key: /^[ld]:/, stays: "one a conversation, while it owes something" },
  {
    key: /^(accepted|restoring)$/,
    stays: "what administrators said of older records; a restore that was not finished",
  },
  { key: /^platforms$/, stays: "one: when something was last said on each platform" },
  { key: /^threads$/, stays: "one: which thread is whose; 60 bytes for each thread that Referee was in" },
  { key: /^homes$/, stays: "one: a number for each account that opened its home" },
  { key: /^deliveries$/, stays: "one, cut at 100,000 entries" },
  { key: /^bull:/, stays: "BullMQ's own; finished jobs leave at once" },
];

/** What Redis answers of a key without an end; one that has just ended is answered with another number. */
const STAYS = -1;

const story = useStory();

const keys = async () => {
  const { record } = story.world;
  const found: { readonly key: string; readonly leftMs: number }[] = [];
  const server = await serverOf(record.worker, record.prefix);
  for await (const some of server.scanStream({ match: `${record.prefix}*`, count: 1_000 }))
    for (const key of some)
      found.push({ key: String(key).slice(record.prefix.length), leftMs: await record.worker.pttl(key) });
  return found;
};

describe("what Referee keeps", () => {
  test("belongs to a family of which is known how it ends, or why it stays", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.asks("stranger", "what is open?");
    await story.asks("stranger", "link");
    await story.world.as("olga").opensHome();
    await story.world.settled();
    for (const { key, leftMs } of await keys()) {
      const family = FAMILIES.find((each) => each.key.test(key));
      expect({ key, isKnown: family !== undefined }).toEqual({ key, isKnown: true });
      if (family !== undefined && "ends" in family)
        expect({ key, ends: leftMs !== STAYS }).toEqual({ key, ends: true });
    }
    expect(story.said(NETWORK)).toEqual([]);
  });

  test("of drafts that nobody sent ends a month after they were put away, with all that points to them", async () => {
    await portAsked(story);
    const before = new Set((await keys()).map(({ key }) => key));
    await story.asks("stranger", "can we open port 4711 to PLC-12 until friday noon?");
    await story.until(tuesday("10:00"));
    expect(story.said(LINE_3).at(-1)).toContain("Put away. Nothing was sent to anyone.");
    const [draft = ""] = (await keys()).flatMap(({ key }) =>
      key.startsWith("s:req_") && !before.has(key) ? [key.slice(2)] : [],
    );
    const left = (await keys()).filter(({ key }) => key.includes(draft) && !key.startsWith("said:"));
    expect(left.map(({ key }) => key.split(":")[0]).sort()).toEqual(["e", "k", "p", "pl", "s"]);
    expect(left.every(({ leftMs }) => leftMs > 29 * DAY_MS && leftMs <= 90 * DAY_MS)).toBe(true);
    const { record } = story.world;
    for (const { key } of (await keys()).filter((each) => each.key.startsWith("i:")))
      expect(await record.worker.zscore(`${record.prefix}${key}`, draft)).toBeNull();
  });
});
