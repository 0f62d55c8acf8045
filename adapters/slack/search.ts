import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { EffectId } from "../../src/index.ts";

/** Marks a message of Referee's with the utterance it stands for. Readable by other apps: holds nothing else. */
export const EFFECT_EVENT = "referee_effect";

const Page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        user: z.string().optional(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.object({ effect: z.string().optional() }) })
          .optional()
          // Another app's metadata may look like anything; then it is not ours.
          .catch(undefined),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
type Page = z.infer<typeof Page>;

/** How far back a conversation is searched: an utterance is looked for right after a crash. */
const PAGES = 5;
const PAGE_SIZE = 200;

export type Haystack = { readonly channel: string; readonly thread: string | null };

/** The ts of the message that says this utterance, if `self` said it: anybody may write the same metadata. */
export async function findUtterance(
  client: WebClient,
  at: Haystack,
  effect: EffectId,
  self: string,
): Promise<string | null> {
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const page = await read(client, at, cursor);
    const found = page.messages.find((message) => message.user === self && effectOf(message) === effect);
    if (found !== undefined) return found.ts;
    cursor = page.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return null;
  }
  return null;
}

function effectOf({ metadata }: Page["messages"][number]): string | undefined {
  return metadata?.event_type === EFFECT_EVENT ? metadata.event_payload.effect : undefined;
}

async function read(client: WebClient, { channel, thread }: Haystack, cursor: string | undefined): Promise<Page> {
  const from = cursor === undefined ? {} : { cursor };
  const asked = { channel, limit: PAGE_SIZE, include_all_metadata: true, ...from };
  const answer =
    thread === null
      ? await client.conversations.history(asked)
      : await client.conversations.replies({ ...asked, ts: thread });
  return Page.parse(answer);
}
