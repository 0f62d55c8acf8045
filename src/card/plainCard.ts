import { assertNever } from "../errors.ts";
import { oneLine, unquoted } from "../plainText.ts";
import type { Card, CardAction, CardBlock, CardPart, Form, ListItem } from "./card.ts";

/**
 * The door to a card: every text on it as one line with nothing unseen in it and none of the marks that Referee draws, so
 * that what somebody typed never begins a line of its own, whichever field or note it came by. Adapters draw the lines.
 */
export function plainCard(card: Card): Card {
  return { ...card, title: oneLine(card.title), blocks: card.blocks.map(plainBlock) };
}

function plainBlock(block: CardBlock): CardBlock {
  return block.type === "details" ? { ...block, blocks: block.blocks.map(plainPart) } : plainPart(block);
}

function plainPart(block: CardPart): CardPart {
  switch (block.type) {
    case "text":
    case "standing":
      return { ...block, text: oneLine(block.text) };
    case "quote":
      return { ...block, text: unquoted(block.text), by: oneLine(block.by) };
    case "files":
      return {
        ...block,
        files: block.files.map((file) => ({
          ...file,
          name: oneLine(file.name),
          by: file.by === null ? null : oneLine(file.by),
        })),
      };
    case "picture":
      return { ...block, name: oneLine(block.name), alt: oneLine(block.alt) };
    case "facts":
      return {
        ...block,
        facts: block.facts.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
      };
    case "steps":
      return {
        ...block,
        steps: block.steps.map((step) => ({ ...step, owner: oneLine(step.owner), says: oneLine(step.says) })),
      };
    case "list":
      return { ...block, title: oneLine(block.title), items: block.items.map(plainItem) };
    case "actions":
      return { ...block, actions: block.actions.map(plainAction), more: block.more.map(plainAction) };
    default:
      return assertNever(block, "card block");
  }
}

function plainItem({ text, actions }: ListItem): ListItem {
  return { text: oneLine(text), actions: actions.map(plainAction) };
}

/** What a button carries comes back as it was. */
function plainAction(action: CardAction): CardAction {
  return { ...action, label: oneLine(action.label) };
}

/** What stands in an input already stays as it was typed: it comes back, and must be the same then. */
export function plainForm(form: Form): Form {
  return { ...form, title: oneLine(form.title), intro: oneLine(form.intro) };
}
