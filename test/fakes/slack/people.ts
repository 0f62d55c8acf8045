import type { Change } from "./announce.ts";
import type { Block } from "./blocks.ts";
import { type Delivery, isSuccess, type Outcome } from "./delivery.ts";
import { afterSubmit, fillIn, type ShownForm, showForm, topView } from "./forms.ts";
import type { Bot } from "./method.ts";
import {
  appHomeOpened,
  blockActions,
  blockSuggestion,
  type Deed,
  homeActions,
  messageShortcut,
  slashCommand,
  viewActions,
  viewSubmission,
} from "./payloads.ts";
import { questionsOf } from "./questions.ts";
import { found } from "./searching.ts";
import { type Shown, show } from "./show.ts";
import { buttonsOf, readMessage, type ShownButton } from "./shown.ts";
import type { Triggers } from "./triggers.ts";
import { homeOf, stackOf } from "./viewMethods.ts";
import type { Channel, SlackFile, StoredMessage, User, Workspace } from "./workspace.ts";

/** A person at their client: what they can do, and what they can see. */
export type Person = {
  /** Writes in a channel, or to somebody directly. `<@U…>` and `<#C…>` are mentions they picked; all else is typed. */
  says(
    to: string,
    text: string,
    where?: { readonly thread?: string; readonly files?: readonly SlackFile[] },
  ): Promise<Shown>;
  /** Changes the words of their own message, and its files where they are given. */
  edits(message: Pick<Shown, "channel" | "ts">, text: string, files?: readonly SlackFile[]): Promise<void>;
  /** Deletes their own message; one with replies leaves a tombstone. */
  deletes(message: Pick<Shown, "channel" | "ts">): Promise<void>;
  /** Presses what is labelled so (or has that action id) on the newest state of the message. */
  presses(message: Pick<Shown, "channel" | "ts">, label: string, still?: Pick<Shown, "buttons">): Promise<Outcome>;
  /** Types into a list of the open form that is searched at the app; resolves with what it then offers. */
  searches(list: string, words: string): Promise<readonly string[]>;
  /** Sends off the open form: texts, and what is picked (several, one a line), by label or id. */
  fills(values: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Closes the open form without sending it. */
  closes(): void;
  /** `"/referee open port 502"`. */
  runs(command: string, channel: string): Promise<Outcome>;
  /** A message shortcut. */
  uses(callbackId: string, message: Pick<Shown, "channel" | "ts">): Promise<Outcome>;
  /** Opens the app at its Home tab. */
  opensHome(): Promise<Outcome>;
  /** What the Home tab shows them; null while the app has shown nothing there. */
  home(): ShownHome | null;
  /** Presses what is labelled so in the Home tab, below the entry that shows `on`. */
  pressesAtHome(label: string, on?: string): Promise<Outcome>;
  sees(channel: string): readonly Shown[];
  ephemerals(channel?: string): readonly Shown[];
  /** The form in front of them, or null. */
  form(): ShownForm | null;
  /** The warnings Slack showed because the app did not answer. */
  readonly troubles: readonly string[];
};

/** A Home tab as its person sees it. */
export type ShownHome = {
  readonly text: string;
  readonly buttons: readonly ShownButton[];
  readonly blocks: readonly Block[];
};

export type PeopleOptions = {
  readonly workspace: Workspace;
  readonly delivery: Delivery;
  readonly triggers: Triggers;
  readonly bot: Bot;
  readonly responseUrl: (user: string, channel: string, on: string | null) => string;
  /** Delivers what was said to the app, as Slack's subscriptions have it; resolves when it was answered. */
  readonly announce: (message: StoredMessage) => Promise<void>;
  readonly announceChange: (message: StoredMessage, change: Change, before: StoredMessage) => Promise<void>;
  /** Delivers another event. */
  readonly send: (event: Readonly<Record<string, unknown>>) => Promise<Outcome>;
};

export function createPerson(
  user: User,
  { workspace, delivery, triggers, bot, responseUrl, announce, announceChange, send }: PeopleOptions,
): Person {
  const troubles: string[] = [];

  function deed(channelId: string, on: string | null = null): Deed {
    const channel = memberOf(workspace, conversation(channelId), user);
    return { bot, user, channel, trigger: triggers.issue(user.id), responseUrl: responseUrl(user.id, channel.id, on) };
  }

  /** What is done in a form is done nowhere in particular. */
  const aside = () =>
    deed([...workspace.channels.values()].find(({ members }) => members.has(user.id))?.id ?? bot.userId);

  const conversation = (to: string) => (workspace.users.has(to) ? workspace.direct(user.id, to).id : to);

  async function act(kind: "interactive" | "slash_commands", payload: unknown): Promise<Outcome> {
    const outcome = await delivery.interaction(kind, payload);
    if (!isSuccess(outcome)) troubles.push(`the app answered ${outcome.status}`);
    return outcome;
  }

  return {
    troubles,
    async says(to, text, { thread, files = [] } = {}) {
      const channel = memberOf(workspace, conversation(to), user);
      const message = workspace.say({
        channel: channel.id,
        user: user.id,
        text: asSent(text),
        threadTs: thread ?? null,
        files,
      });
      await announce(message);
      return show(message);
    },
    async edits({ channel, ts }, text, files) {
      const message = own(workspace, user, channel, ts);
      const before = { ...message };
      message.text = asSent(text);
      if (files !== undefined) message.files = files;
      // Slack writes it to the second.
      message.editedTs = `${workspace.stamp().split(".")[0]}.000000`;
      message.version += 1;
      await announceChange(message, "message_changed", before);
    },
    async deletes({ channel, ts }) {
      const message = own(workspace, user, channel, ts);
      const before = { ...message };
      const hasReplies = workspace.messages.some(({ threadTs, deleted }) => threadTs === ts && !deleted);
      message.text = "This message was deleted.";
      if (hasReplies) message.tombstone = true;
      else message.deleted = true;
      await announceChange(message, hasReplies ? "message_changed" : "message_deleted", before);
    },
    async presses({ channel, ts }, label, still) {
      const message = visible(workspace, user, channel, ts);
      const shown = still?.buttons ?? buttonsOf(message.blocks);
      const button = shown.find((each) => each.label === label || each.actionId === label);
      if (button === undefined) throw new Error(`${user.name} sees no button "${label}" on:\n${describe(message)}`);
      return act("interactive", blockActions(deed(channel, ts), message, button));
    },
    async searches(list, words) {
      const opened = topView(workspace, user);
      const question = questionsOf(opened.view).find(({ action, labels }) => action === list || labels.includes(list));
      if (question === undefined) throw new Error(`${user.name} sees no list "${list}".`);
      const outcome = await act("interactive", blockSuggestion(aside(), opened, question, words));
      const options = found(question.element, words, outcome.body);
      opened.found.set(question.action, options);
      return options.map(({ text }) => text.text);
    },
    async fills(values) {
      const opened = topView(workspace, user);
      const { state, touched } = fillIn(opened, values, user);
      for (const question of touched) await act("interactive", viewActions(aside(), opened, question));
      const outcome = await act("interactive", viewSubmission(aside(), opened, state));
      if (isSuccess(outcome)) afterSubmit(workspace, opened, outcome.body);
      return outcome;
    },
    closes() {
      stackOf(workspace, user.id).pop();
    },
    async runs(line, channel) {
      const [command = "", ...words] = line.split(" ");
      const outcome = await act("slash_commands", slashCommand(deed(channel), command, words.join(" ")));
      sayAcknowledgement(workspace, outcome.body, conversation(channel), user.id, bot);
      return outcome;
    },
    uses: (callbackId, { channel, ts }) =>
      act("interactive", messageShortcut(deed(channel), callbackId, visible(workspace, user, channel, ts))),
    async opensHome() {
      const channel = workspace.direct(user.id, bot.userId);
      return send(appHomeOpened({ user, channel }, homeOf(workspace, user.id), workspace.stamp()));
    },
    home() {
      const home = homeOf(workspace, user.id);
      if (home === undefined) return null;
      const { blocks } = home.view;
      return { text: readMessage("", blocks).shown, buttons: buttonsOf(blocks), blocks };
    },
    async pressesAtHome(label, on = "") {
      const home = homeOf(workspace, user.id);
      const button = home === undefined ? undefined : buttonBelow(home.view.blocks, label, on);
      if (home === undefined || button === undefined)
        throw new Error(`${user.name} sees no button "${label}" below "${on}" at home:\n${this.home()?.text}`);
      return act("interactive", homeActions(aside(), home, button));
    },
    sees: (channel) => seenBy(workspace, user, conversation(channel)).map(show),
    ephemerals: (channel) =>
      workspace.messages
        .filter(
          (each) =>
            each.ephemeralTo === user.id &&
            !each.deleted &&
            (channel === undefined || each.channel === conversation(channel)),
        )
        .map(show),
    form() {
      const opened = stackOf(workspace, user.id).at(-1);
      return opened === undefined ? null : showForm(opened);
    },
  };
}

/** The first with this label from the block on that shows a text. */
function buttonBelow(blocks: readonly Block[], label: string, on: string) {
  const from = blocks.findIndex((_, at) => readMessage("", blocks.slice(at, at + 1)).shown.includes(on));
  return from < 0 ? undefined : buttonsOf(blocks.slice(from)).find((each) => each.label === label);
}

/** What a person types is escaped; what they pick from Slack's list stands in angle brackets. */
function asSent(text: string): string {
  return text
    .split(/(<@[UW][A-Z0-9]+>|<#C[A-Z0-9]+(?:\|[^<>]*)?>)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    )
    .join("")
    .replace(/\bhttps?:\/\/[^\s<>]+/g, (address) => `<${address}>`);
}

function memberOf(workspace: Workspace, id: string, user: User): Channel {
  const channel = workspace.channels.get(id);
  if (channel?.members.has(user.id) !== true)
    throw new Error(`${user.name} is not in ${id}: add them with addChannel, or join.`);
  return channel;
}

function seenBy(workspace: Workspace, user: User, channel: string): readonly StoredMessage[] {
  if (workspace.channels.get(channel)?.members.has(user.id) !== true) return [];
  return workspace.messages.filter(
    (each) => each.channel === channel && !each.deleted && (each.ephemeralTo === null || each.ephemeralTo === user.id),
  );
}

function visible(workspace: Workspace, user: User, channel: string, ts: string): StoredMessage {
  const seen = seenBy(workspace, user, channel);
  const message = seen.find((each) => each.ts === ts);
  if (message === undefined)
    throw new Error(`${user.name} does not see ${ts} in ${channel}, but:\n${seen.map(describe).join("\n")}`);
  return message;
}

function own(workspace: Workspace, user: User, channel: string, ts: string): StoredMessage {
  const message = visible(workspace, user, channel, ts);
  if (message.user !== user.id || message.tombstone) throw new Error(`${user.name} cannot change what is not theirs.`);
  return message;
}

function describe(message: StoredMessage): string {
  const { text, buttons } = show(message);
  return `  ${text.replaceAll("\n", "\n  ")}\n  [${buttons.map(({ label }) => label).join("] [")}]`;
}

function sayAcknowledgement(workspace: Workspace, body: unknown, channel: string, user: string, bot: Bot): void {
  const answer = typeof body === "string" ? { text: body } : Object(body);
  const blocks: readonly Block[] = Array.isArray(answer.blocks) ? answer.blocks : [];
  if (blocks.length === 0 && typeof answer.text !== "string") return;
  const ephemeralTo = answer.response_type === "in_channel" ? null : user;
  workspace.say({ channel, user: bot.userId, botId: bot.botId, text: String(answer.text ?? ""), blocks, ephemeralTo });
}
