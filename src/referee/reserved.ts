import type { Reserved } from "../adapter.ts";
import { type Action, decodeAction } from "../card/action.ts";
import { withoutButtons } from "../card/buttons/withoutButtons.ts";
import type { Card } from "../card/card.ts";
import { handOf } from "../card/verbs/verbs.ts";
import { AccountId } from "../plant/ids.ts";
import type { Hand } from "../request/rules/mayPress.ts";
import { isDirect } from "../request/rules/places.ts";
import { isFor } from "./acting.ts";
import { accountsIn, pressesOn, type Scene } from "./audience.ts";

/**
 * What only Ops, or whoever gave an answer, can do on a card, and the accounts of those who may. Unlike the rest it is shown to nobody else, not even
 * while a line stands: to whoever may not press them, such buttons only say no. Null where there is none, and in a direct
 * message, whose reader has what is theirs.
 */
export function reservedOn(card: Card, view: string, scene: Scene): Reserved | null {
  if (isDirect(scene.world.plant, scene.shown.spot)) return null;
  const presses = reservedPresses(card);
  if (presses.length === 0) return null;
  const actors = accountsIn(scene).filter((account) => presses.some(({ action }) => isOf(account, action, scene)));
  return { view, actors: actors.toSorted(), values: presses.map(({ value }) => value) };
}

/** A card as the reader of a direct message gets it: without what only Ops can do, unless they may. */
export function forReader(card: Card, scene: Scene): Card {
  const { plant } = scene.world;
  const { adapter, conversation } = scene.shown.spot;
  const reader = AccountId.safeParse(`${adapter}:${conversation}`);
  if (!reader.success || !isDirect(plant, scene.shown.spot)) return card;
  const presses = reservedPresses(card).filter(({ action }) => !isOf(reader.data, action, scene));
  const hidden = new Set(presses.map(({ value }) => value));
  return hidden.size === 0 ? card : withoutButtons(card, (value) => hidden.has(value));
}

type ReservedPress = { readonly value: string; readonly action: Action };

/** What only few of those who read a card may press, and everybody else would be refused. */
const RESERVED: ReadonlySet<Hand> = new Set<Hand>([
  "bothHolder",
  "ops",
  "opsForOthers",
  "opsAfter",
  "decider",
  "riskOwner",
]);

export function reservedPresses(card: Card): readonly ReservedPress[] {
  return pressesOn(card)
    .map(({ value }) => ({ value, action: decodeAction(value) }))
    .filter(({ action }) => RESERVED.has(handOf(action.verb)));
}

function isOf(account: AccountId, action: Action, { state, world, now }: Scene): boolean {
  return isFor(account, action, state, world, now);
}
