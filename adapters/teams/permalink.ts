import type { Posted } from "../../src/index.ts";
import type { Reference } from "./reference.ts";

/**
 * The address that opens a channel message in Teams; null for chats, whose ids belong to the bot and open nothing.
 * @source https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams, read 2026-11-22 in a
 *   stored copy
 */
export function permalinkOf(
  { conversation, thread, message }: Posted,
  { kind, tenant, team }: Reference,
): string | null {
  if (kind !== "channel") return null;
  const query = new URLSearchParams({
    tenantId: tenant,
    ...(team !== null && { groupId: team }),
    parentMessageId: thread ?? message,
  });
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation)}/${message}?${query}`;
}
