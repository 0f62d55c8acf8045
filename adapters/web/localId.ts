import { z } from "zod";

// Server and page both use this file, so it brings nothing of the core with it.

/** The chats the page can show. To the core each is a platform of its own, an adapter of this name. */
export const ChatName = z.enum(["web", "office"]);
export type ChatName = z.infer<typeof ChatName>;

/**
 * Names an account or a channel over all chats: `web:olga`, `office:it-security`. Somebody's account also names the
 * direct message with them; a person with several accounts goes by the first.
 */
export const LocalId = z.templateLiteral([ChatName, ":", z.string().min(1).max(200)]);
export type LocalId = z.infer<typeof LocalId>;

export function localId(chat: ChatName, name: string): LocalId {
  return LocalId.parse(`${chat}:${name}`);
}

export function chatOf(id: LocalId): ChatName {
  return ChatName.parse(id.slice(0, id.indexOf(":")));
}

/** What the chat itself calls it, `olga` or `it-security`. */
export function nameIn(id: LocalId): string {
  return id.slice(id.indexOf(":") + 1);
}
