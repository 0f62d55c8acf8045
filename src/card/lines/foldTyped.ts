import type { CardBlock, CardPart } from "../card.ts";

// Whoever decides reads one screen, however much others typed: what is said of the wish in somebody's own words ends in an ellipsis
// there, and stands whole in the details. What is decided, what binds and until when are never cut: nobody decides on half a limit.

/** Words in sight on a card that decides something, the labels of its buttons among them. */
const MOST_IN_SIGHT = 60;
/** So many words of a quote are left at least: fewer would say nothing. */
const LEAST_OF_A_QUOTE = 8;

/** What is in sight of a card, and what of it had to be shortened, whole. */
export type Folded = {
  readonly blocks: readonly CardBlock[];
  readonly whole: readonly CardPart[];
};

/**
 * The same with what somebody typed as short as it has to be.
 * @param labels of the buttons beside it
 */
export function foldTyped(title: string, blocks: readonly CardBlock[], labels: readonly string[]): Folded {
  const others = wordsIn([title, ...labels].join(" "));
  let folded: Folded = { blocks, whole: [] };
  for (const [index, block] of blocks.entries()) {
    const over = others + wordsIn(folded.blocks.flatMap(textsIn).join(" ")) - MOST_IN_SIGHT;
    if (over <= 0 || block.type !== "quote") continue;
    const text = cutWords(block.text, Math.max(LEAST_OF_A_QUOTE, wordsIn(block.text) - over));
    if (text === block.text) continue;
    folded = { blocks: folded.blocks.with(index, { ...block, text }), whole: [...folded.whole, block] };
  }
  return folded;
}

function textsIn(block: CardBlock): readonly string[] {
  switch (block.type) {
    case "quote":
      return [block.text, block.by];
    case "text":
    case "standing":
      return [block.text];
    case "facts":
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case "steps":
      return block.steps.flatMap(({ owner, says }) => [owner, says]);
    case "files":
      return block.files.map(({ name }) => name);
    default:
      return [];
  }
}

function cutWords(text: string, most: number): string {
  const ends = [...text.matchAll(WORD)].map(({ index, 0: word }) => index + word.length);
  const end = ends[most - 1];
  return end === undefined || ends.length <= most ? text : `${text.slice(0, end).replace(/[\s·,;:.]{1,9}$/u, "")} …`;
}

const WORD = /[\p{L}\p{N}]\S*/gu;

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
