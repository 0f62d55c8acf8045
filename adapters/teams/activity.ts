import { z } from "zod";
import { Attachment } from "./attachedText.ts";
import { conversationTypeOf, typeSaid } from "./conversationType.ts";
import { type Reference, ServiceUrl } from "./reference.ts";

/** Teams leaves out what it has nothing to say about, or sends null. */
function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const Account = z.object({
  id: z.string().min(1),
  name: maybe(z.string()).transform((name = "") => name),
  /**
   * The Entra account; nothing else says who somebody is. Teams leaves it out for some senders, who are told so: whatever
   * is no GUID counts as left out.
   */
  aadObjectId: z.guid().optional().catch(undefined),
  role: maybe(z.string()),
});

const Sent = z.object({
  type: z.string().min(1),
  /** In which language whoever acts has Teams. */
  locale: z.string().max(35).nullish().catch(null),
  id: z.string().min(1).max(300),
  channelId: z.string(),
  serviceUrl: ServiceUrl,
  timestamp: maybe(z.iso.datetime({ offset: true })),
  from: Account,
  recipient: z.object({ id: z.string().min(1) }),
  conversation: z.object({
    id: z.string().min(1).max(500),
    conversationType: maybe(z.string().transform(typeSaid)),
    tenantId: maybe(z.string()),
  }),
  channelData: z
    .object({
      tenant: maybe(z.object({ id: z.string() })),
      eventType: maybe(z.string()).catch(undefined),
      team: maybe(z.object({ aadGroupId: maybe(z.string()) })),
    })
    .optional()
    .catch(undefined),
  text: maybe(z.string().max(100_000)),
  entities: maybe(z.array(z.unknown())),
  attachments: maybe(z.array(z.unknown())).catch(undefined),
  replyToId: z.string().min(1).max(300).optional().catch(undefined),
  name: maybe(z.string()),
  action: maybe(z.string()),
  value: z.unknown().optional(),
});

/** What Teams sends, as far as Referee reads it. Unknown parts are dropped. */
export const Activity = Sent.transform(({ conversation, ...sent }) => {
  const { conversationType: said, id } = conversation;
  return {
    ...sent,
    conversation: { ...conversation, conversationType: conversationTypeOf(said, id, sent.recipient.id) },
  };
});
export type Activity = z.infer<typeof Activity>;

/** An entity that names somebody in the text, with the very words that do. */
export const MentionEntity = z.object({
  type: z.literal("mention"),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/** The value of an Action.Execute: somebody pressed it, or their client asks by itself whenever it shows the card. */
export const ExecuteValue = z.object({
  action: z.object({ data: z.unknown() }),
  trigger: z.enum(["manual", "automatic"]).catch("manual"),
});

/** The value of a dialog: what its button, or the button that opened it, carried. */
export const DialogValue = z.object({ data: z.unknown() });

/** The value of `application/search`: what somebody has typed so far into a list that is searched here. */
export const SearchValue = z.object({ queryText: maybe(z.string().max(1_000)), dataset: z.string() });

/** A person who wrote a message. What connectors, webhooks and bots write has an `application` in the place of `user`. */
const Author = z.object({ id: z.string().regex(/^\S{1,200}$/), displayName: z.string().trim().min(1) });

/** The value of "Ask Referee", with the message it was used on. */
export const ExtensionValue = z.object({
  commandId: z.string(),
  messagePayload: z
    .object({
      id: z.string().optional(),
      replyToId: z.string().nullish(),
      /** Opens the message in Teams. */
      linkToMessage: z.string().nullish().catch(null),
      from: z.object({ user: Author }).optional().catch(undefined),
      body: z.object({ content: z.string().max(200_000).nullish() }),
      // Each may be read for its words, and for what it is called.
      attachments: z.array(z.looseObject(Attachment.shape)).nullish().catch(null),
    })
    .optional(),
});

/** `19:…;messageid=ROOT` taken apart: Teams writes the thread into the id of the conversation. */
export function splitConversation(id: string): { readonly conversation: string; readonly thread: string | null } {
  const at = id.indexOf(";messageid=");
  if (at < 0) return { conversation: id, thread: null };
  return { conversation: id.slice(0, at), thread: id.slice(at + ";messageid=".length) };
}

/**
 * The counterpart: where to send so that it stands in the thread. Chats have none: an id with a suffix is no conversation's.
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
 *   (threads), read 2026-11-29 in a stored copy; 404 for a chat from Agents Playground 0.2.28, seen 2026-11-29
 */
export function joinConversation(
  { conversation, kind }: Pick<Reference, "conversation" | "kind">,
  thread: string | null,
): string {
  return thread === null || kind !== "channel" ? conversation : `${conversation};messageid=${thread}`;
}

/** The tenant an activity says it comes from; null when it says none, or two. */
export function tenantOf({ conversation, channelData }: Activity): string | null {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}
