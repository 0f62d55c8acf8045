import { type Card, type CardAction, type CardBlock, type Reserved, say, withoutButtons } from "../../src/index.ts";

/** No button of the core's begins like these. */
const ASKS = "v1|";
const UNFOLDS = "d1|";

/** The view somebody asks for, or null for every other button. A claim, for the core to judge. */
export function readAsking(value: string): string | null {
  return value.startsWith(ASKS) ? value.slice(ASKS.length) : null;
}

/** Whose details somebody wants, or null for every other button. A claim, for the core to judge. */
export function readUnfolding(value: string): string | null {
  return value.startsWith(UNFOLDS) ? value.slice(UNFOLDS.length) : null;
}

/** A card without its details, and with a button that opens them, since Slack unfolds nothing in a message. */
export function folded(card: Card, view: string): Card {
  const label = card.blocks.flatMap((block) => (block.type === "details" ? [block.label] : []))[0];
  if (label === undefined) return card;
  const details: CardAction = { type: "press", label, value: `${UNFOLDS}${view}`, style: "plain" };
  const inSight = card.blocks.filter(({ type }) => type !== "details");
  const row = inSight.findLastIndex(({ type }) => type === "actions");
  const blocks = inSight.map(
    (block, index): CardBlock =>
      index === row && block.type === "actions" ? { ...block, actions: [...block.actions, details] } : block,
  );
  return { ...card, blocks: row < 0 ? [...blocks, { type: "actions", actions: [details], more: [] }] : blocks };
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
    actions: [
      {
        type: "press",
        label: say(card.tongue ?? {}, "platform.whatCanIDo"),
        value: `${ASKS}${reserved.view}`,
        style: "plain",
      },
    ],
    more: [],
  };
  return { ...rest, blocks: [...rest.blocks.filter(holdsSomething), ask] };
}

/** Slack refuses a row without buttons. */
function holdsSomething(block: CardBlock): boolean {
  return block.type !== "actions" || block.actions.length + block.more.length > 0;
}
