import type { Card, CardAction, CardBlock } from "../card.ts";

/** The card without those of its buttons that are hidden, by their value. Links stay. */
export function withoutButtons(card: Card, isHidden: (value: string) => boolean): Card {
  const stays = (action: CardAction) => action.type === "link" || !isHidden(action.value);
  return { ...card, blocks: card.blocks.map((block) => withActions(block, (actions) => actions.filter(stays))) };
}

type Change = (actions: readonly CardAction[]) => readonly CardAction[];

function withActions(block: CardBlock, change: Change): CardBlock {
  switch (block.type) {
    case "actions":
      return { ...block, actions: change(block.actions), more: change(block.more) };
    case "list":
      return { ...block, items: block.items.map((item) => ({ ...item, actions: change(item.actions) })) };
    default:
      return block;
  }
}
