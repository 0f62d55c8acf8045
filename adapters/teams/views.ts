import type { Message } from "../../src/index.ts";
import type { Views } from "../adaptive/views.ts";
import { TEAMS_LIMITS } from "./limits.ts";
import type { Reference } from "./reference.ts";
import type { Roster } from "./roster.ts";
import { WORDS } from "./words.ts";

/**
 * Who gets a card of their own. Null where everybody gets the same one, with all its buttons: in a chat with one person,
 * and where those whom the buttons are for are not there, or are more than Teams lets ask. There the buttons refuse.
 */
export async function viewsOf({ card, audience }: Message, to: Reference, roster: Roster): Promise<Views | null> {
  if (card === null || audience === undefined || to.kind === "personal") return null;
  const userIds = await roster.idsOf(to, audience.actors);
  if (userIds.length === 0 || userIds.length > TEAMS_LIMITS.refreshUsers) return null;
  return { view: audience.view, userIds, ask: WORDS.ask };
}
