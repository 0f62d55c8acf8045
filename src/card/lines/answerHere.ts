import type { World } from "../../request/commands.ts";
import { HEARS_THREADS, type Hearing, type Spot } from "../../request/place.ts";

/** What to do to answer in words at a spot: true of the place it is said in. */
export function sayAnswerHere({ hearing }: World, spot: Spot): string {
  return WORDS[wayOf(hearing?.(spot) ?? HEARS_THREADS)];
}

type Way = "inThread" | "inThreadByName" | "next" | "nextByName";

function wayOf({ threads, mention, next }: Hearing): Way {
  if (threads && !next) return mention ? "inThreadByName" : "inThread";
  return mention ? "nextByName" : "next";
}

const WORDS = {
  inThread: "answer here in the thread",
  inThreadByName: "answer here in the thread and mention me",
  next: "write it here",
  nextByName: "write it here and mention me",
} as const satisfies Record<Way, string>;
