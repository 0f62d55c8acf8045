import type { Answer } from "../adapter.ts";
import { readerOf } from "../request/asRead.ts";
import { metaFor } from "./acting.ts";
import type { Heard } from "./heard.ts";
import { draftsKind, type RefereeQuotas } from "./quotas.ts";

/**
 * Every message that is answered, and whose words may be kept behind a button, is counted as a question is. Null when it may be
 * answered; else what its author is told in place of that. What they must hear in danger is told them all the same.
 */
export function answerHeldBack(
  { quotas }: { readonly quotas: RefereeQuotas },
  { said, act, world, now }: Pick<Heard, "said" | "act" | "world" | "now">,
): Promise<Extract<Answer, { type: "private" | "nothing" }> | null> {
  const meta = metaFor(said, world, now);
  return quotas.answerHeldBack({ kind: "question", meta, plant: readerOf(world), spot: said.spot, act });
}

/**
 * As `answerHeldBack`, before somebody is asked what their words are for: never of a call for help, which is counted once it is
 * drafted.
 */
export async function askingHeldBack(
  options: { readonly quotas: RefereeQuotas },
  heard: Pick<Heard, "said" | "act" | "world" | "now" | "reading">,
): ReturnType<typeof answerHeldBack> {
  const isCall = draftsKind(heard.reading.drafts, heard.world.types) === "callDraft";
  return isCall ? null : answerHeldBack(options, heard);
}
