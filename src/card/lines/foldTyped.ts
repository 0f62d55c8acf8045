import type { CardBlock, CardPart } from "../card.ts";

// Whoever decides reads one screen, however much others typed: what is longer ends in an ellipsis there, and stands whole in the
// details.

/** Words in sight on a card that decides something, the labels of its buttons among them. */
const MOST_IN_SIGHT = 60;
/** So many words of a text are left at least: fewer would say nothing. */
const LEAST = { quote: 5, limits: 8, line: 9, title: 9 } as const;

/** What is in sight of a card, and what of it had to be shortened, whole. */
export type Folded = {
  readonly title: string;
  readonly blocks: readonly CardBlock[];
  readonly whole: readonly CardPart[];
};

type Shortened = { readonly block: CardBlock; readonly whole: readonly CardPart[] };

/**
 * The same with typed texts as short as they have to be, those first that decide least: quotes, what binds, what is asked, the title.
 * @param labels of the buttons beside it
 */
export function foldTyped(title: string, blocks: readonly CardBlock[], labels: readonly string[]): Folded {
  const buttons = wordsIn(labels.join(" "));
  let folded: Folded = { title, blocks, whole: [] };
  const over = () => countIn(folded) + buttons - MOST_IN_SIGHT;
  for (const isNext of [isQuote, isLimits, isLine]) {
    for (const [index, block] of folded.blocks.entries()) {
      if (over() <= 0 || !isNext(block)) continue;
      const { block: shorter, whole } = shortened(block, over());
      folded = { ...folded, blocks: folded.blocks.with(index, shorter), whole: [...folded.whole, ...whole] };
    }
  }
  return over() <= 0 ? folded : { ...folded, title: cutWords(title, Math.max(LEAST.title, wordsIn(title) - over())) };
}

const isQuote = ({ type }: CardBlock) => type === "quote";
const isLimits = (block: CardBlock) => block.type === "text" && block.tone === "warning";
const isLine = (block: CardBlock) => block.type === "text" && block.tone === "lead";

/** Facts stand in the details as it is; everything else goes there whole. */
function shortened(block: CardBlock, over: number): Shortened {
  if (block.type === "quote") {
    const text = cutWords(block.text, Math.max(LEAST.quote, wordsIn(block.text) - over));
    return { block: { ...block, text }, whole: text === block.text ? [] : [block] };
  }
  if (block.type !== "text") return { block, whole: [] };
  const least = block.tone === "lead" ? LEAST.line : LEAST.limits;
  const text = cutWords(block.text, Math.max(least, wordsIn(block.text) - over));
  return { block: { ...block, text }, whole: text === block.text || block.tone === "lead" ? [] : [block] };
}

function countIn({ title, blocks }: Folded): number {
  return wordsIn([title, ...blocks.flatMap(textsIn)].join(" "));
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
  return end === undefined || ends.length <= most ? text : `${text.slice(0, end).replace(/[\s·,;:.]+$/u, "")} …`;
}

const WORD = /[\p{L}\p{N}]\S*/gu;

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
