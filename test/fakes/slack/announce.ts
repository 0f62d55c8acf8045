import type { Delivery, Outcome } from "./delivery.ts";
import type { Bot } from "./method.ts";
import { changeEvent, eventCallback, messageEvent } from "./payloads.ts";
import type { Channel, StoredMessage, Workspace } from "./workspace.ts";

export type Subscription = "message" | "app_mention";
export type Change = "message_changed" | "message_deleted";

export type Announcer = {
  /** Tells the app what was said or changed in a conversation it is in, its own words included. */
  announce(message: StoredMessage): Promise<void>;
  /** Tells it that a message was edited or deleted, and what it was before. */
  announceChange(message: StoredMessage, change: Change, before: StoredMessage): Promise<void>;
  /** Sends one event as it is. */
  send(event: Readonly<Record<string, unknown>>): Promise<Outcome>;
};

/** Slack's Events API: a message that names the app arrives once for each of its subscriptions. */
export function createAnnouncer(
  workspace: Workspace,
  delivery: Delivery,
  bot: Bot,
  subscriptions: readonly Subscription[],
): Announcer {
  async function send(event: Readonly<Record<string, unknown>>): Promise<Outcome> {
    const outcome = await delivery.event(eventCallback(bot, workspace.id("Ev"), event, Number(workspace.stamp())));
    workspace.changed();
    return outcome;
  }

  function namesApp({ text, botId }: StoredMessage, kind: string): boolean {
    return botId === null && kind !== "im" && text.includes(`<@${bot.userId}>`);
  }

  function heardIn({ channel: id, ephemeralTo }: StoredMessage): Channel | null {
    const channel = workspace.channels.get(id);
    return channel?.members.has(bot.userId) === true && ephemeralTo === null ? channel : null;
  }

  /** Of somebody of another company, and in Grid, the workspace they are at home in. */
  function authorOf({ user, botId }: StoredMessage): Readonly<Record<string, unknown>> {
    const team = botId === null ? workspace.users.get(user)?.team : bot.teamId;
    return { team, ...(team === bot.teamId ? {} : { user_team: team, source_team: team }) };
  }

  return {
    send,
    async announce(message) {
      const channel = heardIn(message);
      if (channel === null) return;
      const types = subscriptions.filter((type) => type === "message" || namesApp(message, channel.kind));
      await Promise.all(types.map((type) => send({ ...messageEvent(type, message, channel), ...authorOf(message) })));
    },
    async announceChange(message, change, before) {
      const channel = heardIn(message);
      if (channel === null) return;
      const hasReplies = workspace.messages.some(({ threadTs, deleted }) => threadTs === message.ts && !deleted);
      await send(changeEvent(change, message, channel, { before, at: workspace.stamp(), hasReplies }));
    },
  };
}
