import { type AccountId, type Message, say } from "../../src/index.ts";
import type { Views } from "../adaptive/views.ts";
import { TEAMS_LIMITS } from "./limits.ts";
import type { Reference } from "./reference.ts";
import type { Roster } from "./roster.ts";

/**
 * Who gets a card of their own. Null where everybody gets the same one, with all its buttons: in a chat with one person,
 * and where those whom the buttons are for are not there, or are more than Teams lets ask. There the buttons refuse, but
 * for those that are reserved: they are left out, and those they are for press for them if their clients cannot ask.
 */
export async function viewsOf(message: Message, to: Reference, roster: Roster): Promise<Views | null> {
  const { card, audience, reserved } = message;
  if (card === null || to.kind === "personal") return null;
  const asking = async (actors: readonly AccountId[]) => {
    const ids = await roster.idsOf(to, actors);
    return ids.length > TEAMS_LIMITS.refreshUsers ? [] : ids;
  };
  const ask = say(card.tongue ?? {}, "platform.whatCanIDo");
  if (audience !== undefined) {
    const userIds = await asking(audience.actors);
    if (userIds.length > 0) return { view: audience.view, userIds, ask };
  }
  if (reserved === undefined || reserved.values.length === 0) return null;
  return { view: reserved.view, userIds: await asking(reserved.actors), ask, hides: reserved.values };
}
