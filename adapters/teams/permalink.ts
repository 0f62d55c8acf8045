import type { Posted } from "../../src/index.ts";
import type { Reference } from "./reference.ts";

/** A message of a channel, and what its address needs besides. */
export type InChannel = {
  readonly channel: string;
  readonly thread: string;
  readonly message: string;
  readonly tenant: string;
  readonly team: string | null;
};

/** The address that opens a channel message in Teams; null for chats, whose ids belong to the bot and open nothing. */
export function permalinkOf(
  { conversation, thread, message }: Posted,
  { kind, tenant, team }: Reference,
): string | null {
  if (kind !== "channel") return null;
  return messageLink({ channel: conversation, thread: thread ?? message, message, tenant, team });
}

/**
 * @source https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams, read 2026-11-22 in a
 *   stored copy
 */
export function messageLink({ channel, thread, message, tenant, team }: InChannel): string {
  const query = new URLSearchParams({
    tenantId: tenant,
    ...(team !== null && { groupId: team }),
    parentMessageId: thread,
  });
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${encodeURIComponent(message)}?${query}`;
}

/** Whether an address that came from a client is one of a message in Teams. */
export function isMessageLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname, username, password } = new URL(address);
  return (
    origin === "https://teams.microsoft.com" && pathname.startsWith("/l/message/") && `${username}${password}` === ""
  );
}
