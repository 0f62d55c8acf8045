import type { World } from "../../request/commands.ts";
import { HEARS_THREADS, type Hearing, type Spot } from "../../request/place.ts";
import { say } from "../../words/say.ts";

/** What to do to answer in words at a spot: true of the place it is said in. */
export function sayAnswerHere({ hearing, plant }: World, spot: Spot): string {
  return say(plant, `here.${wayOf(hearing?.(spot) ?? HEARS_THREADS)}`);
}

type Way = "inThread" | "inThreadByName" | "next" | "nextByName";

function wayOf({ threads, mention, next }: Hearing): Way {
  if (threads && !next) return mention ? "inThreadByName" : "inThread";
  return mention ? "nextByName" : "next";
}
