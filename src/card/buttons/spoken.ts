import { cutText } from "../../plainText.ts";
import type { CardAction, CardBlock } from "../card.ts";

/** A line begins with the key of its request, where it is about one: that tells it from every other. */
const KEY = /^[A-Z]{2,5}-\d+\b/;
/** Of any other line so many characters are enough to know it by. */
const MOST_OF_LINE = 40;

/** The labels that stand on a card several times: heard without what they stand beside, none of them says which is meant. */
export function repeatedLabels(blocks: readonly CardBlock[]): ReadonlySet<string> {
  const labels = blocks.flatMap(actionsIn).map(({ label }) => label);
  return new Set(labels.filter((label, index) => labels.indexOf(label) !== index));
}

function actionsIn(block: CardBlock): readonly CardAction[] {
  if (block.type === "details") return block.blocks.flatMap(actionsIn);
  if (block.type === "list") return block.items.flatMap(({ actions }) => actions);
  return block.type === "actions" ? [...block.actions, ...block.more] : [];
}

/**
 * What a button is called for whoever hears it: what is written on it first, then what it stands beside.
 * @returns null where nothing else on the card reads the same
 */
export function spokenLabel({ label }: CardAction, line: string, repeated: ReadonlySet<string>): string | null {
  if (!repeated.has(label)) return null;
  return `${label}: ${KEY.exec(line)?.[0] ?? cutText(line, MOST_OF_LINE)}`;
}
