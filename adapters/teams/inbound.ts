import { z } from "zod";
import {
  AccountId,
  type Deleted,
  type Edited,
  type Form,
  type Inbound,
  instant,
  type Look,
  type Overhears,
  type Said,
  type Search,
  type Spot,
} from "../../src/index.ts";
import { readButtonData } from "../adaptive/buttonData.ts";
import { readAnswers, readDataset } from "../adaptive/form.ts";
import { readViewData } from "../adaptive/views.ts";
import {
  type Activity,
  DialogValue,
  ExecuteValue,
  ExtensionValue,
  joinConversation,
  SearchValue,
  splitConversation,
  tenantOf,
} from "./activity.ts";
import { attachedText } from "./attachedText.ts";
import { CarriedForm } from "./carriedForm.ts";
import { filesAskedAbout, filesOf } from "./files.ts";
import { htmlText, mentionsReferee, typedText } from "./text.ts";

/** Where a human act came from, which decides how it can be answered. */
export type Source = "message" | "execute" | "dialog" | "dialogForm" | "extension" | "extensionForm";

/** What an activity means to Referee. */
export type Meaning =
  | {
      readonly type: "act";
      readonly inbound: Inbound;
      readonly source: Source;
      readonly form: Form | null;
      /** The message of a card for this reader alone that was pressed, or whose form was sent off; null for others. */
      readonly aside: string | null;
    }
  /** Somebody asks for their own card, or their client does so by itself. */
  | { readonly type: "look"; readonly look: Look; readonly source: "message" | "execute" }
  /** Somebody searches a list of a form. */
  | { readonly type: "search"; readonly search: Search }
  /** The app was added to a conversation. */
  | { readonly type: "installed" }
  /** Something changed in a conversation Referee is in: nothing to do but to know how it is reached. */
  | { readonly type: "noticed" }
  /** Somebody acted, and Teams does not say who. */
  | { readonly type: "anonymous"; readonly source: Source }
  /** Nothing for Referee: unaddressed talk, its own messages, reactions. */
  | { readonly type: "ignored" }
  /** An invoke that is not Referee's. */
  | { readonly type: "unknownInvoke" };

/** @param overhears in which channels what is addressed to nobody means something, too */
export function meaningOf(activity: Activity, overhears: Overhears): Meaning {
  if (isBot(activity)) return { type: "ignored" };
  switch (activity.type) {
    case "installationUpdate":
      return installed(activity);
    case "conversationUpdate":
      return { type: "noticed" };
    case "message":
      return isPress(activity)
        ? (looks(activity, "message", activity.value) ?? pressed(activity, "message", activity.value))
        : said(activity, overhears);
    case "messageUpdate":
      return edited(activity, overhears);
    case "messageDelete":
      return deleted(activity, overhears);
    case "invoke":
      return invoked(activity);
    default:
      return { type: "ignored" };
  }
}

function isBot({ from, recipient }: Activity): boolean {
  return from.role === "bot" || from.id.startsWith("28:") || from.id === recipient.id;
}

/** A newer version of the app comes as `add-upgrade`: nobody need be greeted for that. */
function installed({ action }: Activity): Meaning {
  if (action === "add") return { type: "installed" };
  return { type: action === "add-upgrade" ? "noticed" : "ignored" };
}

/** An Action.Submit comes as a message that has a value, and nothing typed. */
function isPress({ text = "", value = null }: Activity): boolean {
  return text === "" && value !== null;
}

function invoked(activity: Activity): Meaning {
  switch (activity.name) {
    case "adaptiveCard/action":
      return executed(activity);
    case "task/fetch":
      return dialog(activity, "dialog");
    case "task/submit":
      return dialog(activity, "dialogForm");
    case "composeExtension/submitAction":
      return dialog(activity, "extensionForm");
    case "composeExtension/fetchTask":
      return asked(activity);
    case "application/search":
      return searched(activity);
    default:
      return { type: "unknownInvoke" };
  }
}

function executed(activity: Activity): Meaning {
  const value = ExecuteValue.safeParse(activity.value);
  if (!value.success) return { type: "unknownInvoke" };
  const { action, trigger } = value.data;
  return looks(activity, "execute", action.data, trigger === "automatic") ?? pressed(activity, "execute", action.data);
}

/** Null for anything but asking for one's own card. */
function looks(activity: Activity, source: "message" | "execute", data: unknown, automatic = false): Meaning | null {
  const view = readViewData(data);
  if (view === null) return null;
  const who = whoActed(activity);
  if (who === null) return { type: "anonymous", source };
  const press = automatic ? null : actId(activity);
  return { type: "look", look: { view, account: who.account, press, ...standsOn(activity) }, source };
}

function dialog(activity: Activity, source: Source): Meaning {
  const value = DialogValue.safeParse(activity.value);
  return value.success ? pressed(activity, source, value.data.data) : { type: "unknownInvoke" };
}

function searched(activity: Activity): Meaning {
  const value = SearchValue.safeParse(activity.value);
  const list = value.success ? readDataset(value.data.dataset) : null;
  const who = whoActed(activity);
  if (!value.success || list === null || who === null) return { type: "unknownInvoke" };
  return { type: "search", search: { account: who.account, ...list, words: value.data.queryText ?? "" } };
}

/** A pressed button, or a form sent off when the button carries the form it belongs to. */
function pressed(activity: Activity, source: Source, data: unknown): Meaning {
  const button = readButtonData(data);
  if (button === null) return source === "message" ? { type: "ignored" } : { type: "unknownInvoke" };
  const who = whoActed(activity);
  if (who === null) return { type: "anonymous", source };
  const form = CarriedForm.safeParse(button.rest.form);
  const common = { id: actId(activity), ...who, value: button.value };
  if (!form.success) {
    return {
      type: "act",
      source,
      form: null,
      inbound: { type: "pressed", ...common, spot: spotOf(activity, who.account), ...standsOn(activity) },
      aside: asideIn(activity, button.rest),
    };
  }
  const values = readAnswers(button.rest);
  const inbound = { type: "submitted", ...common, values } as const;
  return { type: "act", source, form: form.data, inbound, aside: asideIn(activity, button.rest) };
}

/** In somebody's own chat only: what a client claims elsewhere would change what others read. */
function asideIn({ conversation, replyToId }: Activity, data: Readonly<Record<string, unknown>>): string | null {
  const aside = Aside.safeParse(data.aside);
  if (!aside.success || conversation.conversationType !== "personal") return null;
  return aside.data === true ? (replyToId ?? null) : aside.data;
}

/** On the buttons of a card for one reader: that it is one; in a form that one of them opened: which message it is. */
const Aside = z.union([z.literal(true), z.string().min(1).max(200)]);

/** The message whose card was pressed or shown. */
function standsOn({ replyToId }: Activity): { readonly message?: string } {
  return replyToId === undefined ? {} : { message: replyToId };
}

function said(activity: Activity, overhears: Overhears): Meaning {
  const via = addressedVia(activity) ?? overheardVia(activity, overhears);
  if (via === null) return { type: "ignored" };
  const who = whoActed(activity);
  // Whoever did not speak to Referee gets no answer from it, least of all in a thread that is none of its own.
  if (who === null) return isAddressed(via) ? { type: "anonymous", source: "message" } : { type: "ignored" };
  const text = typedText(activity);
  const inbound: Said = {
    type: "said",
    id: actId(activity),
    ...who,
    text,
    spot: spotOf(activity, who.account),
    isReply: isReply(activity),
    via,
    quoted: null,
    files: filesOf(activity),
  };
  return { type: "act", source: "message", form: null, inbound, aside: null };
}

/** Its author changed a message, or brought back one they had deleted. */
function edited(activity: Activity, overhears: Overhears): Meaning {
  const common = changeIn(activity, overhears, ["editMessage", "undeleteMessage"]);
  if (common === null) return { type: "ignored" };
  const inbound: Edited = {
    ...common,
    type: "edited",
    id: `${common.about}@${common.edition}`,
    text: typedText(activity),
    files: filesOf(activity),
  };
  return { type: "act", source: "message", form: null, inbound, aside: null };
}

function deleted(activity: Activity, overhears: Overhears): Meaning {
  const common = changeIn(activity, overhears, ["softDeleteMessage"]);
  if (common === null) return { type: "ignored" };
  const inbound: Deleted = { ...common, type: "deleted", id: `${common.about}@${common.edition}:deleted` };
  return { type: "act", source: "message", form: null, inbound, aside: null };
}

/**
 * Null for a change of another kind, of somebody whom Teams does not name, and of a time that it does not tell: then
 * nobody could say which of two changes is the later one.
 * @source `teamsActivityHandler.js` of the npm package botbuilder 4.23.3 (the kinds) and the Bot Framework's
 *   https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md#message-update-activity
 *   (`id` and `conversation` are the message's, which comes whole), read 2026-11-29
 */
function changeIn(activity: Activity, overhears: Overhears, kinds: readonly string[]) {
  const { timestamp, channelData } = activity;
  const who = whoActed(activity);
  if (who === null || timestamp === undefined || !kinds.includes(channelData?.eventType ?? "")) return null;
  return {
    about: messageId(activity),
    edition: instant(timestamp) * 1_000,
    ...who,
    spot: spotOf(activity, who.account),
    isReply: isReply(activity),
    via: addressedVia(activity) ?? overheardVia(activity, overhears),
  };
}

/** What `actId` was when the message came: it began a thread, where the change names none. */
function messageId(activity: Activity): string {
  const { id, conversation } = activity;
  const { thread } = splitConversation(conversation.id);
  if (conversation.conversationType !== "channel" || thread !== null) return actId(activity);
  return actId({
    ...activity,
    conversation: { ...conversation, id: joinConversation({ kind: "channel", conversation: conversation.id }, id) },
  });
}

function isAddressed(via: Said["via"]): boolean {
  return via === "direct" || via === "mention";
}

type Via = Exclude<Said["via"], "command" | "shortcut">;

/** Null for talk that is not addressed to Referee and does not stand in a thread: it never opens anything. */
function addressedVia(activity: Activity): Via | null {
  const { conversationType } = activity.conversation;
  if (conversationType === "personal") return "direct";
  // Teams hands over what is addressed to Referee and no more; only a channel's team can let it read everything.
  if (conversationType === "other" || mentionsReferee(activity)) return "mention";
  return isReply(activity) ? "thread" : null;
}

/** Chats have no threads. */
function isReply({ id, conversation }: Activity): boolean {
  const { thread } = splitConversation(conversation.id);
  return conversation.conversationType === "channel" && thread !== null && thread !== id;
}

/** Teams hands these over only to an app that the team lets read its channels. */
function overheardVia(activity: Activity, overhears: Overhears): Via | null {
  const { id, conversationType } = activity.conversation;
  return conversationType === "channel" && overhears(splitConversation(id).conversation) ? "overheard" : null;
}

/** "Ask Referee" on a message: the text is that message. */
function asked(activity: Activity): Meaning {
  const value = ExtensionValue.safeParse(activity.value);
  if (!value.success || value.data.messagePayload === undefined) return { type: "unknownInvoke" };
  const who = whoActed(activity);
  if (who === null) return { type: "anonymous", source: "extension" };
  const { id, replyToId, from, body, attachments, linkToMessage } = value.data.messagePayload;
  const spot = spotOf(activity, who.account);
  const root = replyToId ?? id ?? spot.thread;
  const inbound: Said = {
    type: "said",
    id: actId(activity),
    ...who,
    text: [htmlText(body.content ?? ""), attachedText(attachments ?? [])].filter((part) => part !== "").join("\n"),
    spot: activity.conversation.conversationType === "channel" ? { ...spot, thread: root } : spot,
    isReply: false,
    via: "shortcut",
    quoted: from === undefined ? null : { account: accountOf(from.user.id), name: from.user.displayName },
    files: filesAskedAbout(attachments ?? [], body.content ?? "", linkToMessage ?? ""),
  };
  return { type: "act", source: "extension", form: null, inbound, aside: null };
}

type Who = { readonly account: AccountId; readonly name: string };

/** The person behind an activity: their Entra account and nothing else. */
export function whoActed({ from }: Pick<Activity, "from">): Who | null {
  if (from.aadObjectId === undefined) return null;
  return { account: accountOf(from.aadObjectId), name: from.name };
}

function accountOf(person: string): AccountId {
  return AccountId.parse(`teams:${person.toLowerCase()}`);
}

/** Names the act for ever. Ids of messages are unique in their conversation only. */
export function actId(activity: Activity): string {
  return ["teams", tenantOf(activity), activity.conversation.id, activity.id].join("/");
}

/** Kinds of activities whose id is that of a message. */
const IS_MESSAGE: ReadonlySet<string> = new Set(["message", "messageUpdate", "messageDelete"]);

/** A chat with one person goes by their account, so that what they write and what they are sent share a lane. */
export function spotOf(activity: Activity, account: AccountId): Spot {
  const { id, conversationType } = activity.conversation;
  const { conversation, thread } = splitConversation(id);
  switch (conversationType) {
    case "personal":
      return { adapter: "teams", conversation: personOf(account), thread: null };
    case "groupChat":
    case "other":
      return { adapter: "teams", conversation, thread: null };
    case "channel":
      return { adapter: "teams", conversation, thread: thread ?? (IS_MESSAGE.has(activity.type) ? activity.id : null) };
    default:
      return z.never().parse(conversationType);
  }
}

/** The Entra id in an account, `teams:<id>`. */
export function personOf(account: AccountId): string {
  return account.slice("teams:".length);
}
