import type { SentActivity } from "./display.ts";
import type { TeamsConversation } from "./world.ts";

// What Teams does with activities that are well-formed and yet not what a bot meant.

/**
 * A text that mentions somebody and a card in one activity: Teams makes two messages of it and answers 202, without an id.
 * Of a change it refuses to make two.
 * @source "you do not receive the message ID", https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages;
 *   techcommunity.microsoft.com 3640146 and github.com/microsoft/botframework-sdk 6366: all read 2026-11-29 in stored
 *   copies, and seen in Agents Playground 0.2.28 on 2026-11-29
 */
export function isSplit({ text = "", entities, attachments }: SentActivity): boolean {
  return text !== "" && attachments.length > 0 && entities.some(({ type }) => type === "mention");
}

/**
 * Why an activity is answered 400 BadArgument; null when it is not.
 * @source Agents Playground 0.2.28, seen 2026-11-29
 */
export function refusedFields({ conversation }: SentActivity): string | null {
  return conversation?.conversationType === "" ? "Unknown conversation type: ''" : null;
}

/**
 * Where an id with `;messageid=` names nothing and is answered 404 ConversationNotFound: in chats of one, of a group and of
 * a meeting.
 * @source Agents Playground 0.2.28, seen 2026-11-29; threads are channels' alone in
 *   https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations, read
 *   2026-11-29 in a stored copy
 */
export function hasNoThreads({ kind }: TeamsConversation): boolean {
  return kind !== "channel";
}
