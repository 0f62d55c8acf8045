import type { Button, Overflow } from "@slack/web-api";
import { type CardAction, decodeAction, RefereeError } from "../../src/index.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { readUnfolding } from "./own.ts";
import { cut } from "./text.ts";

/** The action id of a button that only opens an address. Slack reports its press too; there is nothing to decide. */
export const LINK_ID = "referee.link";

/** The action id of the menu behind "⋯". What was chosen stands in the option's value. */
export const MORE_ID = "referee.more";

/** The action id of the button that opens what is folded away, and what marks the view that shows it. */
export const DETAILS_ID = "referee.details";

export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** One button. Its action id tells the verb, so that other programs can find it: `referee.approve`. */
export function button(action: CardAction, spoken: string | null = null): Button {
  const text = { type: "plain_text" as const, text: cut(action.label, SLACK_LIMITS.buttonText), emoji: false };
  const heard = spoken === null ? {} : { accessibility_label: cut(spoken, SLACK_LIMITS.accessibilityLabel) };
  if (action.type === "link") {
    return { type: "button", action_id: LINK_ID, text, url: action.url, ...heard };
  }
  const plain = { type: "button" as const, action_id: idOf(action.value), text, value: action.value, ...heard };
  return action.style === "plain" ? plain : { ...plain, style: action.style };
}

/**
 * What is asked for less often: menus of up to five, and plain buttons for what a menu cannot hold (a value longer than
 * an option may carry, a link, or one left over).
 */
export function more(actions: readonly CardAction[]): readonly (Button | Overflow)[] {
  const short = actions.filter(fitsMenu);
  const rest = actions.filter((action) => !fitsMenu(action));
  const menus = chunks(short, SLACK_LIMITS.overflowOptions);
  const alone = menus.at(-1)?.length === 1 ? (menus.pop() ?? []) : [];
  return [...[...alone, ...rest].map((action) => button(action)), ...menus.map(overflow)];
}

type Press = Extract<CardAction, { type: "press" }>;

function fitsMenu(action: CardAction): action is Press {
  return action.type === "press" && action.value.length <= SLACK_LIMITS.optionValue;
}

function overflow(actions: readonly Press[]): Overflow {
  return {
    type: "overflow",
    action_id: MORE_ID,
    options: actions.map(({ label, value }) => ({
      text: { type: "plain_text", text: cut(label, SLACK_LIMITS.optionText), emoji: false },
      value,
    })),
  };
}

function idOf(value: string): string {
  if (readUnfolding(value) !== null) return DETAILS_ID;
  try {
    return `referee.${decodeAction(value).verb}`;
  } catch (caught) {
    // A value of somebody else's making is still a button; it only has no name of its own.
    if (caught instanceof RefereeError) return "referee.press";
    throw caught;
  }
}

/** The list in pieces of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let from = 0; from < list.length; from += size) pieces.push(list.slice(from, from + size));
  return pieces;
}
