import type { Answer } from "../adapter.ts";
import type { Action } from "../card/action.ts";
import { notLinkedCard } from "../card/answers.ts";
import { handOf } from "../card/verbs/verbs.ts";
import { readerOf } from "../request/asRead.ts";
import type { Meta, World } from "../request/commands.ts";
import { isSameConversation, type Spot } from "../request/place.ts";
import { isTheirs } from "../request/rules/mayPress.ts";
import { keptFrom, mayKnow } from "../request/rules/mayRead.ts";
import type { RequestState } from "../request/state.ts";

/** Who presses or sends off, where the platform says so, and how they are known in the request. */
type Touching = { readonly spot: Spot | null; readonly meta: Meta };

/**
 * What a button or form of a request answers to whoever may not know of it, whatever their client made of its value: also a
 * refusal says who has it, and what became of it. Null for everybody who may, or sees its card in that conversation. Drafts
 * are their author's, and ask so themselves; a note is asked for by its own rule.
 */
export function untouchable(
  action: Action,
  state: RequestState,
  { spot, meta }: Touching,
  world: World,
): Answer | null {
  if (state.status !== "open" && state.status !== "closed") return null;
  const hand = handOf(action.verb);
  if (mayKnow(state, world.plant, meta.by) || isTheirs(state, hand, action, meta, world)) return null;
  if (spot !== null && [...state.places.values()].some((place) => isSameConversation(place.spot, spot))) return null;
  if (spot === null && hand === "anybody") return null;
  const card = notLinkedCard(readerOf(world), keptFrom(world.plant, meta.by) ?? "stranger");
  return { type: "private", text: card.title, card };
}
