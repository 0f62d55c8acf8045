import { randomUUID } from "node:crypto";
import { BOT, type TeamsConversation, type TeamsMessage, type TeamsPerson, type World } from "./world.ts";

/** Where and by whom something is done. `thread` is the message that began the thread, in a channel. */
export type Scene = {
  readonly world: World;
  readonly serviceUrl: string;
  readonly person: TeamsPerson;
  readonly conversation: TeamsConversation;
  readonly thread: string | null;
};

/** What Teams calls them in an activity. */
const TYPES = {
  channel: "channel",
  groupChat: "groupChat",
  meeting: "groupChat",
  between: "personal",
  personal: "personal",
} as const satisfies Record<TeamsConversation["kind"], string>;

/** What every activity from Teams carries. */
export function envelope({ world, serviceUrl, person, conversation, thread }: Scene) {
  const suffix = conversation.kind === "channel" && thread !== null ? `;messageid=${thread}` : "";
  const channel =
    conversation.kind === "channel" ? { team: { id: "19:team@thread.tacv2" }, channel: { id: conversation.id } } : {};
  return {
    channelId: "msteams",
    ...(world.locales.has(person.handle) && { locale: world.locales.get(person.handle) }),
    serviceUrl,
    timestamp: new Date(world.clock.now()).toISOString(),
    from: { id: person.id, name: person.name, aadObjectId: person.aad },
    recipient: BOT,
    conversation: {
      id: `${conversation.id}${suffix}`,
      conversationType: TYPES[conversation.kind],
      isGroup: TYPES[conversation.kind] !== "personal",
      tenantId: world.tenant,
    },
    channelData: { tenant: { id: world.tenants.get(person.handle) ?? world.tenant }, ...channel },
  };
}

/** A picture or file on a message. */
export type TeamsFile =
  | { readonly type: "file"; readonly name: string; readonly url: string }
  | { readonly type: "picture" };

/** A message somebody wrote; `<at>Referee</at>` in it becomes a mention, as the client makes it. */
export function messageActivity(scene: Scene, id: string, text: string, files: readonly TeamsFile[] = []) {
  const mention = `<at>${BOT.name}</at>`;
  const mentions = text.includes(mention) ? [{ type: "mention", text: mention, mentioned: BOT }] : [];
  return {
    ...envelope(scene),
    type: "message",
    id,
    text: escaped(text),
    textFormat: "plain",
    ...attached(scene, text, files),
    entities: [...mentions, { type: "clientInfo", locale: "en-GB", platform: "Android" }],
  };
}

/**
 * In the chat with one person a file comes with its name and where it stands, a picture with an address that wants the
 * bot's token; elsewhere only the HTML, which comes with every message, marks that something hangs on it.
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4, read 2026-11-29 in a stored copy;
 *   the marks as seen in messages of others
 */
function attached({ conversation, serviceUrl }: Scene, text: string, files: readonly TeamsFile[]) {
  if (files.length === 0) return {};
  const marks = files.map(({ type }) =>
    type === "file"
      ? `<attachment id="${randomUUID()}"></attachment>`
      : `<img itemtype="http://schema.skype.com/AMSImage">`,
  );
  const html = { contentType: "text/html", content: `<div>${text}${marks.join("")}</div>` };
  if (conversation.kind !== "personal") return { attachments: [html] };
  const named = files.map((file) =>
    file.type === "file"
      ? {
          contentType: "application/vnd.microsoft.teams.file.download.info",
          contentUrl: file.url,
          name: file.name,
          content: { downloadUrl: `${file.url}?tempauth=whoever-has-it`, uniqueId: randomUUID(), fileType: "txt" },
        }
      : { contentType: "image/*", contentUrl: `${serviceUrl}v3/attachments/0-weu/views/original` },
  );
  return { attachments: [...named, html] };
}

type ChangeKind = "editMessage" | "undeleteMessage" | "softDeleteMessage";

/**
 * A message that was edited, deleted or brought back: id and conversation are the message's, and what was changed comes
 * whole; a deletion tells no text.
 * @source botbuilder 4.23.3, `teamsActivityHandler.js`; the Bot Framework's activity schema, "Message update activity",
 *   read 2026-11-29
 */
export function changeActivity(
  scene: Scene,
  kind: ChangeKind,
  id: string,
  text: string,
  files: readonly TeamsFile[] = [],
) {
  const { channelData, ...message } = envelope(scene);
  // Later than whatever was written or changed before.
  const timestamp = new Date(Number(scene.world.nextMessageId())).toISOString();
  const changed = { ...message, id, timestamp, channelData: { ...channelData, eventType: kind } };
  if (kind === "softDeleteMessage") return { ...changed, type: "messageDelete" };
  const { text: said, textFormat, entities, ...rest } = messageActivity(scene, id, text, files);
  const attachments = "attachments" in rest ? { attachments: rest.attachments } : {};
  return { ...changed, type: "messageUpdate", text: said, textFormat, entities, ...attachments };
}

// What somebody types arrives with its special characters escaped; only the tags of real mentions stay.
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, "<at>$1</at>");
}

/** A press of an Action.Submit: a message without text. */
export function submitActivity(scene: Scene, card: TeamsMessage, value: unknown) {
  return { ...envelope(scene), type: "message", id: `f:${randomUUID()}`, replyToId: card.id, value };
}

export function invokeActivity(scene: Scene, name: string, value: unknown, replyTo?: TeamsMessage) {
  const reply = replyTo === undefined ? {} : { replyToId: replyTo.id };
  const asked = name.startsWith("composeExtension/") && scene.conversation.kind === "meeting" ? inMeeting(scene) : {};
  return { ...envelope(scene), type: "invoke", id: `f:${randomUUID()}`, name, value, ...reply, ...asked };
}

/**
 * Of a meeting's chat a message extension is not told what kind of conversation it is.
 * @source https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module,
 *   read 2026-11-23 in a stored copy
 */
function inMeeting({ world, conversation: { id, name } }: Scene) {
  return {
    conversation: { tenantId: world.tenant, id, name },
    channelData: { tenant: { id: world.tenant }, source: { name: "compose" }, meeting: { id: name } },
  };
}

/** The app was added to a conversation. */
export function installActivity(scene: Scene) {
  return { ...envelope(scene), type: "installationUpdate", id: `f:${randomUUID()}`, action: "add" };
}

/**
 * What a message extension gets of the message it is used on. One that no person wrote has an application in their place.
 * @source the page above for a person's; an application's from the examples of a chatMessage in Microsoft Graph's pages,
 *   read 2026-11-23 in stored copies
 */
export function messagePayload(message: TeamsMessage) {
  return {
    id: message.id,
    replyToId: message.thread,
    createdDateTime: new Date(Number(message.id)).toISOString(),
    from: { device: null, conversation: null, ...author(message.from) },
    body: {
      contentType: "html",
      content: `<div>${message.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</div>`,
    },
  };
}

function author(person: TeamsPerson | null) {
  if (person === null) {
    const application = { id: BOT.id, displayName: BOT.name, applicationIdentityType: "bot" };
    return { user: null, application };
  }
  return { user: { id: person.aad, displayName: person.name, userIdentityType: "aadUser" }, application: null };
}
