import { z } from "zod";
import { type Card, type Tongue, withoutButtons } from "../../src/index.ts";
import { pressButton, VERB } from "./button.ts";
import { type AdaptiveCard, adaptiveCard, type Element } from "./elements.ts";
import { ADAPTIVE_LIMITS } from "./limits.ts";
import { plain } from "./text.ts";

/** A card of which some readers see a version of their own. */
export type Views = {
  /** Comes back when somebody asks for theirs. */
  readonly view: string;
  /** Whose clients ask by themselves whenever they show the card; none where everybody has to press for theirs. */
  readonly userIds: readonly string[];
  /** On the card for all, the label of the button that asks, in place of what others press; null on a reader's own card. */
  readonly ask: string | null;
  /** The values of the buttons that the card for all does not have. Default: all. */
  readonly hides?: readonly string[];
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
export function withViews(body: readonly Element[], { view, userIds, ask }: Views, tongue: Tongue = {}): AdaptiveCard {
  const data = viewData(view);
  const card = adaptiveCard(ask === null ? body : [...body, askRow(ask, data)], tongue);
  if (userIds.length === 0) return card;
  return { ...card, refresh: { action: { type: "Action.Execute", verb: VERB, data }, userIds } };
}

function askRow(label: string, data: ReturnType<typeof viewData>): Element {
  const looks = { title: plain(label, ADAPTIVE_LIMITS.buttonTitle), mode: "primary", style: "default" } as const;
  return { type: "ActionSet", actions: [pressButton(looks, data)], spacing: "medium" };
}

/** The card as everybody reads it. */
export function cardForAll(card: Card, { hides }: Views): Card {
  return withoutButtons(card, (value) => hides === undefined || hides.includes(value));
}
