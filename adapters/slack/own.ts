import { type Card, type CardBlock, type Reserved, withoutButtons } from "../../src/index.ts";

/** What a reader presses for the card that is theirs. */
export const WHAT_CAN_I_DO = "What can I do?";

/** No button of the core's begins like this. */
const ASKS = "v1|";

/** The view somebody asks for, or null for every other button. A claim, for the core to judge. */
export function readAsking(value: string): string | null {
  return value.startsWith(ASKS) ? value.slice(ASKS.length) : null;
}

/**
 * A card as everybody in a channel reads it, since Slack draws the same for all: without what is some people's only, and with
 * one button that brings it to whoever presses, alone.
 */
export function cardForAll(card: Card, reserved: Reserved | undefined): Card {
  if (reserved === undefined || reserved.values.length === 0) return card;
  const hidden = new Set(reserved.values);
  const rest = withoutButtons(card, (value) => hidden.has(value));
  const ask: CardBlock = {
    type: "actions",
    actions: [{ type: "press", label: WHAT_CAN_I_DO, value: `${ASKS}${reserved.view}`, style: "plain" }],
    more: [],
  };
  return { ...rest, blocks: [...rest.blocks.filter(holdsSomething), ask] };
}

/** Slack refuses a row without buttons. */
function holdsSomething(block: CardBlock): boolean {
  return block.type !== "actions" || block.actions.length + block.more.length > 0;
}
