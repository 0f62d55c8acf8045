import { type Saying, saying } from "../../words/say.ts";
import { LAST_PORT } from "../../workflow/values/port.ts";
import type { PortEntry } from "./portEntries.ts";
import { protocolsOf } from "./ports.ts";

/**
 * "44,818" and "44 818" may be one number, written as people write thousands, or two ports: what to ask, or null. Two
 * ports that are both in use, such as "80,443", are two.
 */
export function splitNumber(folded: string, entries: readonly PortEntry[]): Saying | null {
  for (const [at, first] of entries.entries()) {
    const second = entries[at + 1];
    if (second === undefined || !/^[, ']$/.test(folded.slice(first.end, second.start))) continue;
    const [head, tail] = [folded.slice(first.start, first.end), folded.slice(second.start, second.end)];
    if (!/^[1-9]\d?$/.test(head) || !/^\d{3}$/.test(tail)) continue;
    const isInUse = [head, tail].every((port) => protocolsOf(Number(port)).length > 0);
    if (!isInUse && Number(head + tail) <= LAST_PORT)
      return saying("values.isIt", { one: `${head}${tail}`, first: head, second: `${Number(tail)}` });
  }
  return null;
}
