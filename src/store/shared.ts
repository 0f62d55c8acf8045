import { createHash } from "node:crypto";
import { z } from "zod";
import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";

// What the events of many histories have in common word for word, as the rules that a request was sent with, is kept once. Of such an
// event `<hash>&<name of the text>,<where> <bytes without it>` is stored in place of `<hash> <bytes>`. The hash is that of the whole
// bytes, and whoever reads gets them whole: nothing but what Redis holds is different.

const HASH_CHARS = 64;
/** 132 bits of its hash. */
const NAME_CHARS = 22;

/** A text that is kept once, and its name. */
export type Shared = { readonly name: string; readonly text: string };

export function sharedText(text: string): Shared {
  return { name: createHash("sha256").update(text).digest("base64url").slice(0, NAME_CHARS), text };
}

/** A stored event without the first of these texts that is in it; as it is when none is. */
export function withoutShared(element: string, texts: readonly Shared[]): string {
  const bytes = element.slice(HASH_CHARS + 1);
  for (const { name, text } of texts) {
    const at = bytes.indexOf(text);
    if (at < 0) continue;
    const before = bytes.slice(0, at);
    // Redis counts bytes.
    return `${element.slice(0, HASH_CHARS)}&${name},${Buffer.byteLength(before)} ${before}${bytes.slice(at + text.length)}`;
  }
  return element;
}

/** Lua: a stored event as it was written. Where its text is gone it has a gap, which the chain shows. */
export const WHOLE = `
local texts = {}
local function whole(element)
  if string.sub(element, ${HASH_CHARS + 1}, ${HASH_CHARS + 1}) ~= '&' then return element end
  local name, at, from = string.match(element, '^([%w_-]+),(%d+) ()', ${HASH_CHARS + 2})
  if not name then return element end
  texts[name] = texts[name] or redis.call('GET', P .. 'shared:' .. name) or ''
  local cut = from + tonumber(at)
  return string.sub(element, 1, ${HASH_CHARS}) .. ' ' .. string.sub(element, from, cut - 1) .. texts[name] .. string.sub(element, cut)
end
local function wholeEach(elements)
  for i, element in ipairs(elements) do elements[i] = whole(element) end
  return elements
end
`;

/** `shares` is 1 where texts are kept once: a release that does not know of it would read gaps. */
const shares = defineScript(`
if ARGV[1] == '1' then redis.call('SET', P .. 'shares', '1')
elseif redis.call('EXISTS', P .. 'counter') == 0 then redis.call('SET', P .. 'shares', '1', 'NX') end
return redis.call('GET', P .. 'shares') or '0'`);

/** Whether this record keeps texts once: one that began so, or of which an administrator wants it. For good. */
export async function keepsOnce(redis: RedisClient, prefix: string, isWanted: boolean): Promise<boolean> {
  return z.string().parse(await onRedis(() => shares(redis, prefix, [isWanted ? 1 : 0]))) === "1";
}

const wholeHistory = defineScript(`${WHOLE}
return wholeEach(redis.call('LRANGE', P .. 's:' .. ARGV[1], 0, -1))`);

/** Every event of a history, with its hash. */
export async function readWhole(redis: RedisClient, prefix: string, stream: string): Promise<readonly string[]> {
  return z.array(z.string()).parse(await onRedis(() => wholeHistory(redis, prefix, [stream])));
}
