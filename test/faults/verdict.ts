import type { Redis } from "ioredis";
import { z } from "zod";
import { type EventStore, placeId, type StreamId } from "../../src/store/types.ts";
import { readStanding } from "../../src/work/standing.ts";
import type { Chat } from "../support/chat.ts";

export type Evidence = {
  readonly redis: Redis;
  readonly prefix: string;
  readonly store: EventStore;
  readonly chat: Chat;
  /** In the order in which they were asked. */
  readonly streams: readonly StreamId[];
  readonly owners: readonly string[];
};

/** What every story must have come to, whatever broke on the way. Empty when it did. */
export async function findProblems(evidence: Evidence): Promise<readonly string[]> {
  const histories = await Promise.all(evidence.streams.map((stream) => historyProblems(evidence, stream)));
  return [
    ...histories.flat(),
    ...pingProblems(evidence),
    ...(await orderProblems(evidence)),
    ...cardProblems(evidence),
    ...(await recordProblems(evidence)),
    ...(await leftovers(evidence)),
  ];
}

async function historyProblems({ store }: Evidence, stream: StreamId): Promise<readonly string[]> {
  const { events } = await store.load(stream);
  const types = events.map((bytes) => JSON.parse(bytes).type).join(" ");
  const report = await store.verifyChain(stream);
  return [
    ...(types === "asked calledNext finished" ? [] : [`history: ${types || "LOST"}`]),
    ...(report.type === "intact" ? [] : [`chain broken at ${report.brokenAt}`]),
  ];
}

function pingProblems({ chat, streams, owners }: Evidence): readonly string[] {
  return owners.flatMap((owner, turn) => {
    const pings = chat.messages.filter(({ conversation }) => conversation === owner);
    const effects = streams.map((stream) => `ping:${placeId(stream, `owner-${turn}`)}`);
    const heard = pings.filter(({ removed }) => !removed).map(({ effect }) => effect);
    const missing = effects.filter((effect) => !heard.includes(effect)).length;
    return [
      ...(missing > 0 ? [`LOST ${missing} ping`] : []),
      ...(heard.length > effects.length ? ["DUP ping"] : []),
      ...(pings.length > heard.length ? ["one ping taken back"] : []),
    ];
  });
}

/** Wakes due at once are handled side by side; what lies further apart than this must be heard in order. */
const SIDE_BY_SIDE_MS = 100;

/** Owners hear of errands in the order in which their turns began. */
async function orderProblems({ store, chat, streams, owners }: Evidence): Promise<readonly string[]> {
  const begun = new Map<string, number>();
  for (const stream of streams) {
    const { events } = await store.load(stream);
    for (const [turn, bytes] of events.entries()) {
      begun.set(`ping:${placeId(stream, `owner-${turn}`)}`, z.object({ at: z.int() }).parse(JSON.parse(bytes)).at);
    }
  }
  return owners.flatMap((owner) => {
    const heard = chat.messages.filter(({ conversation, removed }) => conversation === owner && !removed);
    const times = heard.map(({ effect }) => begun.get(effect) ?? 0);
    const inOrder = times.every((at, n) => at > (times[n - 1] ?? 0) - SIDE_BY_SIDE_MS);
    return inOrder ? [] : ["order"];
  });
}

function cardProblems({ chat, streams }: Evidence): readonly string[] {
  return streams.flatMap((stream) => {
    const cards = chat.messages.filter(({ thread, removed }) => thread === `T-${stream}` && !removed);
    const texts = cards.map(({ text }) => text).join(" / ");
    const taken = chat.messages.some(({ thread, removed }) => thread === `T-${stream}` && removed);
    return [
      ...(texts === `${stream}: finished v3` ? [] : [`card shows: ${texts || "nothing"}`]),
      ...(taken ? ["one card taken back"] : []),
    ];
  });
}

const Delivery = z.object({ effect: z.string().nullable() });

async function recordProblems({ redis, prefix, streams, owners }: Evidence): Promise<readonly string[]> {
  const log = await redis.xrange(`${prefix}deliveries`, "-", "+");
  const said = log.map(([, fields]) => Delivery.parse(JSON.parse(fields?.at(-1) ?? "{}")).effect);
  return streams.flatMap((stream) =>
    owners.flatMap((_, turn) => {
      const times = said.filter((effect) => effect === `ping:${placeId(stream, `owner-${turn}`)}`).length;
      return times === 1 ? [] : [`recorded ${times} times`];
    }),
  );
}

async function leftovers({ redis, prefix }: Evidence): Promise<readonly string[]> {
  const { open } = await readStanding(redis, prefix);
  const wakes = await redis.zcard(`${prefix}wakes`);
  return [...(open === 0 ? [] : [`${open} left over`]), ...(wakes === 0 ? [] : [`${wakes} wakes left`])];
}
