import { z } from "zod";
import type { Card, CardAction, CardBlock } from "../../src/index.ts";
import { pressButton, VERB } from "./button.ts";
import { type AdaptiveCard, adaptiveCard, type Element } from "./elements.ts";
import { ADAPTIVE_LIMITS } from "./limits.ts";
import { plain } from "./text.ts";

/** A card of which some readers see a version of their own. */
export type Views = {
  /** Comes back when somebody asks for theirs. */
  readonly view: string;
  /** Whose clients ask by themselves whenever they show the card. */
  readonly userIds: readonly string[];
  /** On the card for all, the label of the button that asks, in place of what others press; null on a reader's own card. */
  readonly ask: string | null;
};

const Data = z.looseObject({ view: z.string().min(1).max(200) });

/** The view somebody asks for, or null when it is something else that came back. A claim, for the core to judge. */
export function readViewData(data: unknown): string | null {
  const parsed = Data.safeParse(data);
  return parsed.success ? parsed.data.view : null;
}

/** What asking for a view carries: the counterpart of `readViewData`. */
export function viewData(view: string): { readonly view: string } {
  return { view };
}

/** A drawn card whose readers' clients ask for their own. An approver whose client failed to ask presses the button. */
export function withViews(body: readonly Element[], { view, userIds, ask }: Views): AdaptiveCard {
  const data = viewData(view);
  const refresh = { action: { type: "Action.Execute", verb: VERB, data }, userIds } as const;
  return { ...adaptiveCard(ask === null ? body : [...body, askRow(ask, data)]), refresh };
}

function askRow(label: string, data: ReturnType<typeof viewData>): Element {
  const looks = { title: plain(label, ADAPTIVE_LIMITS.buttonTitle), mode: "primary", style: "default" } as const;
  return { type: "ActionSet", actions: [pressButton(looks, data)], spacing: "medium" };
}

/** The card as somebody reads it who has nothing to press on it. Links stay. */
export function withoutPresses(card: Card): Card {
  return { ...card, blocks: card.blocks.map(withLinksOnly) };
}

function withLinksOnly(block: CardBlock): CardBlock {
  switch (block.type) {
    case "actions":
      return { ...block, actions: block.actions.filter(isLink), more: block.more.filter(isLink) };
    case "list":
      return { ...block, items: block.items.map((item) => ({ ...item, actions: item.actions.filter(isLink) })) };
    default:
      return block;
  }
}

function isLink({ type }: CardAction): boolean {
  return type === "link";
}
