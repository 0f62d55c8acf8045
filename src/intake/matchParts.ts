import { kept } from "../request/rules/guards.ts";
import type { TypeId } from "../workflow/requestType.ts";
import type { DraftReading } from "./reading.ts";

/** A request that a message became: what it was read as, and the words that said so. */
export type Earlier = { readonly type: TypeId | null; readonly text: string };

/** For each request of a message the part of its new version that is about the same, or null; and the parts that are new. */
export type Matched = { readonly matched: readonly (DraftReading | null)[]; readonly added: readonly DraftReading[] };

type IsSame = (earlier: Earlier, part: DraftReading) => boolean;

/**
 * Which part of a changed message is about which request it became before: first those in the same words, then those of the
 * same type, then whatever is left in order. Matched once more after half of it was recorded, it comes out the same.
 */
export function matchParts(earlier: readonly Earlier[], parts: readonly DraftReading[]): Matched {
  const found = new Map<number, DraftReading>();
  const left = new Set(parts);
  for (const isSame of [SAME_WORDS, SAME_TYPE, ANY]) take(earlier, found, left, isSame);
  return { matched: earlier.map((_, index) => found.get(index) ?? null), added: [...left] };
}

function take(
  earlier: readonly Earlier[],
  found: Map<number, DraftReading>,
  left: Set<DraftReading>,
  isSame: IsSame,
): void {
  for (const [index, each] of earlier.entries()) {
    const part = found.has(index) ? undefined : [...left].find((one) => isSame(each, one));
    if (part === undefined) continue;
    found.set(index, part);
    left.delete(part);
  }
}

const SAME_WORDS: IsSame = (earlier, { text }) => earlier.text === kept(text);
const SAME_TYPE: IsSame = ({ type }, { reading }) => type !== null && type === reading.type;
const ANY: IsSame = () => true;
