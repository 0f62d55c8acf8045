import { z } from "zod";
import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";

/** Something a directory told of, as it is kept. `terms`: what it is found by beside its name, for good. */
export type Document = {
  readonly id: string;
  readonly text: string;
  /** Unique among those of its kind; null where it has none, and for what was deleted. */
  readonly name: string | null;
  readonly terms: readonly string[];
  /** Whether it is one of those that are listed. */
  readonly listed: boolean;
};
export type DocumentKind = "users" | "groups";

/** What became of saving: `changed`, somebody else did meanwhile; `taken`, another has the name. */
export type Saved = "saved" | "changed" | "taken" | "full";

/** What a directory told by SCIM, people and groups, as it told it. May throw RefereeError `STORE_AWAY`. */
export type DirectoryStore = {
  /** @param before the text it was read as, and the name it had; null for a new one */
  save(kind: DocumentKind, document: Document, before: Pick<Document, "text" | "name"> | null): Promise<Saved>;
  read(kind: DocumentKind, id: string): Promise<string | null>;
  byName(kind: DocumentKind, name: string): Promise<string | null>;
  byTerms(kind: DocumentKind, terms: readonly string[]): Promise<readonly string[]>;
  /** @param from counted from 0 */
  list(
    kind: DocumentKind,
    from: number,
    count: number,
  ): Promise<{ readonly total: number; readonly texts: readonly string[] }>;
  /** What was deleted among them. */
  all(kind: DocumentKind): Promise<readonly string[]>;
  /** How often anything was saved. */
  changes(): Promise<number>;
};

/** More people and groups than any plant's company has. */
const MOST_DOCUMENTS = 200_000;

const saveScript = defineScript(`
local kind, id, before, after = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local was, name, listed = ARGV[5], ARGV[6], ARGV[7]
local docs, names, order = P .. 'x:' .. kind, P .. 'x:' .. kind .. ':names', P .. 'x:' .. kind .. ':order'
if (redis.call('HGET', docs, id) or '') ~= before then return 'changed' end
if before == '' and redis.call('HLEN', docs) >= ${MOST_DOCUMENTS} then return 'full' end
if name ~= '' and (redis.call('HGET', names, name) or id) ~= id then return 'taken' end
if was ~= '' and was ~= name then redis.call('HDEL', names, was) end
if name ~= '' then redis.call('HSET', names, name, id) end
redis.call('HSET', docs, id, after)
local n = redis.call('INCR', P .. 'x:changes')
if listed == '1' then redis.call('ZADD', order, 'NX', n, id) else redis.call('ZREM', order, id) end
for i = 8, #ARGV do redis.call('SADD', P .. 'x:' .. kind .. ':of:' .. ARGV[i], id) end
return 'saved'`);

const Reply = z.enum(["saved", "changed", "taken", "full"]);

export function createDirectoryStore(redis: RedisClient, prefix: string): DirectoryStore {
  const docs = (kind: DocumentKind) => `${prefix}x:${kind}`;
  const textsOf = async (kind: DocumentKind, ids: readonly string[]): Promise<readonly string[]> => {
    if (ids.length === 0) return [];
    const texts = await onRedis(() => redis.hmget(docs(kind), ...ids));
    return texts.flatMap((text) => text ?? []);
  };
  return {
    save: async (kind, { id, text, name, terms, listed }, before) => {
      const args = [kind, id, before?.text ?? "", text, before?.name ?? "", name ?? "", listed ? "1" : "0", ...terms];
      return Reply.parse(await onRedis(() => saveScript(redis, prefix, args)));
    },
    read: (kind, id) => onRedis(() => redis.hget(docs(kind), id)),
    byName: async (kind, name) => {
      const id = await onRedis(() => redis.hget(`${docs(kind)}:names`, name));
      return id === null ? null : await onRedis(() => redis.hget(docs(kind), id));
    },
    byTerms: async (kind, terms) => {
      if (terms.length === 0) return [];
      const [first = "", ...rest] = terms.map((term) => `${docs(kind)}:of:${term}`);
      return textsOf(kind, await onRedis(() => redis.sunion(first, ...rest)));
    },
    list: async (kind, from, count) => {
      const order = `${docs(kind)}:order`;
      const total = await onRedis(() => redis.zcard(order));
      const ids = count === 0 ? [] : await onRedis(() => redis.zrange(order, String(from), String(from + count - 1)));
      return { total, texts: await textsOf(kind, ids) };
    },
    all: (kind) => onRedis(() => redis.hvals(docs(kind))),
    changes: async () => Number((await onRedis(() => redis.get(`${prefix}x:changes`))) ?? 0),
  };
}
