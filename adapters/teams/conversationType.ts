import { z } from "zod";

/** `other` is a kind that Teams did not have when this was written, or a chat of people that Referee may be no part of. */
export const ConversationType = z.enum(["channel", "groupChat", "personal", "other"]);
export type ConversationType = z.infer<typeof ConversationType>;

const BY_NAME = new Map(ConversationType.options.map((type) => [type.toLowerCase(), type]));

/** The type as an activity says it, in whatever letters; undefined where it says none, which its id then tells. */
export function typeSaid(said: string): ConversationType | undefined {
  return said.trim() === "" ? undefined : (BY_NAME.get(said.toLowerCase()) ?? "other");
}

/** What the end of an id says for certain. The oldest channels and group chats end alike. */
const BY_END: Readonly<Record<string, ConversationType>> = {
  "thread.v2": "groupChat",
  "thread.tacv2": "channel",
  "thread.skype": "other",
};

/**
 * What kind of conversation an activity came from. `personal` is nothing but the chat of one person with Referee: what is
 * for them alone is said there. So it is not enough that Teams leaves the type out, as it does for a message extension in a
 * meeting's chat, nor that it calls a chat personal whose id is that of two people.
 *
 * @param said the type in the activity, where there is one
 * @param bot as the activity names Referee, `28:<app id>`
 * @source https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 *   (a meeting's chat), read 2026-11-23 in a stored copy; ids that end in `@unq.gbl.spaces` the same day, with two people
 *   from https://github.com/OfficeDev/Microsoft-Teams-Samples/issues/1470, with a person and an app from
 *   https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions
 */
export function conversationTypeOf(said: ConversationType | undefined, id: string, bot: string): ConversationType {
  if (said !== undefined && said !== "personal") return said;
  const [, end = ""] = /@([^;@]+)(?:;|$)/.exec(id) ?? [];
  if (end === "unq.gbl.spaces") return id.split(/[:_@]/).includes(bot.replace("28:", "")) ? "personal" : "other";
  return BY_END[end] ?? "personal";
}
