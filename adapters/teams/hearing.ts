import type { Hearing, Spot } from "../../src/index.ts";
import { isPerson, kindOf } from "./ways.ts";

/**
 * What of the words typed at a spot Teams hands over. Chats have no threads; everywhere but in the chat of one person with
 * Referee it has to be mentioned, unless the app may read the team's channels.
 * @param readsThreads whether it may: `ChannelMessage.Read.Group`
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-for-bots-and-agents,
 *   read 2026-11-29 in a stored copy
 */
export function hearingAt({ conversation }: Spot, readsThreads: boolean): Hearing {
  if (isPerson(conversation)) return { threads: false, mention: false, next: true };
  return kindOf(conversation) === "channel"
    ? { threads: true, mention: !readsThreads, next: false }
    : { threads: false, mention: true, next: true };
}
