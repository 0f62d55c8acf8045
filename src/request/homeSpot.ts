import { AccountId, adapterOf } from "../plant/ids.ts";
import type { Spot } from "./place.ts";

/** No platform has a conversation that begins like this. */
const TAB = "home:";

/** The tab in which a person's home is shown, as a conversation of its own: it keeps nobody's messages waiting. */
export function homeTab(account: AccountId): Spot {
  return { ...homeMessage(account), conversation: `${TAB}${userOf(account)}` };
}

/** The chat with one person, which goes by their account. */
export function homeMessage(account: AccountId): Spot {
  return { adapter: adapterOf(account), conversation: userOf(account), thread: null };
}

/** Whether a conversation is a tab made by `homeTab`. */
export function isHomeTab(conversation: string): boolean {
  return conversation.startsWith(TAB);
}

/** Whose home is shown at a spot made here. */
export function readerOfHome({ adapter, conversation }: Pick<Spot, "adapter" | "conversation">): AccountId {
  return AccountId.parse(`${adapter}:${isHomeTab(conversation) ? conversation.slice(TAB.length) : conversation}`);
}

function userOf(account: AccountId): string {
  return account.slice(account.indexOf(":") + 1);
}
