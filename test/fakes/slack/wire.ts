import type { StoredMessage, User } from "./workspace.ts";

/** A message as Slack sends it. */
export function wire(message: StoredMessage, withMetadata: boolean): Readonly<Record<string, unknown>> {
  const { tombstone, files, editedTs } = message;
  if (tombstone) return { ...TOMBSTONE, ts: message.ts, thread_ts: message.ts };
  return {
    type: "message",
    user: message.user,
    text: message.text,
    ts: message.ts,
    ...(files.length === 0 ? {} : { subtype: "file_share", files, upload: false }),
    ...(editedTs === null ? {} : { edited: { user: message.user, ts: editedTs } }),
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.botId === null ? {} : { bot_id: message.botId }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(withMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  };
}

/** As sent to others: https://github.com/hackclub/toriel/pull/238, read 2026-11-29 in a stored copy. */
const TOMBSTONE = {
  type: "message",
  subtype: "tombstone",
  text: "This message was deleted.",
  user: "USLACKBOT",
  hidden: true,
  is_locked: false,
  subscribed: false,
} as const;

/**
 * A person as Slack describes them; the address only to apps with the scope for it. Somebody of an organisation is a member of
 * one workspace or more of it.
 * @source `enterprise_user.teams`: https://docs.rs/slack-morphism/2.31.0/slack_morphism/struct.SlackEnterpriseUser.html,
 *   read 2026-11-30 in a stored copy
 */
export function wireUser(
  { id, name, email, confirmed, team, organisation, memberOf, guest, isBot, disabled }: User,
  withEmail: boolean,
) {
  return {
    id,
    team_id: team,
    ...(organisation === null
      ? {}
      : { enterprise_user: { id, enterprise_id: organisation, teams: [...new Set([team, ...memberOf])] } }),
    name: name.toLowerCase(),
    deleted: disabled,
    is_bot: isBot,
    // Slack tells no rank of a closed account: from memory.
    ...(disabled ? {} : { is_restricted: guest !== null, is_ultra_restricted: guest === "oneChannel" }),
    is_email_confirmed: confirmed,
    profile: { display_name: name, real_name: name, ...(withEmail ? { email } : {}) },
  };
}
