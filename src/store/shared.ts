import { createHash } from "node:crypto";

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
    const gap = { name, at: Buffer.byteLength(before), rest: `${before}${bytes.slice(at + text.length)}` };
    return `${element.slice(0, HASH_CHARS)}${withGap(gap)}`;
  }
  return element;
}

/** Where a text is missing in a stored event: behind so many bytes of what is there. */
export type Gap = { readonly name: string; readonly at: number; readonly rest: string };

export function withGap({ name, at, rest }: Gap): string {
  return `&${name},${at} ${rest}`;
}

/** Null for a stored event that is whole. */
export function gapOf(element: string): Gap | null {
  const [begins = "", name = "", at = ""] = /^&([\w-]+),(\d+) /.exec(element.slice(HASH_CHARS)) ?? [];
  return begins === "" ? null : { name, at: Number(at), rest: element.slice(HASH_CHARS + begins.length) };
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
