import { type AdaptiveCard, type CardElement, ChoiceSetInput, type Input, RichTextBlock } from "adaptivecards";
import { said } from "./words.ts";

/** A list of so many is taken in at a glance; a longer one is searched. */
const AT_A_GLANCE = 8;

/**
 * Finishes what is picked in a drawn card. The library shows all boxes of a list below each other, in a list of one choice
 * the value of what is chosen in place of its name, and the labels of parts as if each were a question.
 */
export function finishPickers(card: AdaptiveCard): void {
  const inputs = card.getAllInputs();
  for (const input of inputs) {
    if (input instanceof ChoiceSetInput) finishList(input);
    if (isPart(input, inputs)) quieten(input);
    const asked = questionOf(input, inputs, card);
    for (const control of input.renderedElement?.querySelectorAll<HTMLElement>("input, textarea, select") ?? [])
      control.dataset.asked = asked;
  }
}

/** What is asked, also of a part that is labelled "Day": by whoever answers a form by its questions. */
function questionOf(input: Input, inputs: readonly Input[], card: AdaptiveCard): string {
  const [id = ""] = (input.id ?? "").split(".");
  const list = inputs.find((other) => other.id === `${id}.chosen`);
  if (list !== undefined) return list.label ?? "";
  const day = inputs.find((other) => other.id === `${id}.date`);
  if (day === undefined) return input.label ?? "";
  const items = Array.from({ length: card.getItemCount() }, (_, at) => card.getItemAt(at));
  const row = items.findIndex((item) => isWithin(day, item));
  const heading = items[row - 1];
  const asked = heading instanceof RichTextBlock ? (heading.asString() ?? "") : "";
  items[row]?.renderedElement?.setAttribute("role", "group");
  items[row]?.renderedElement?.setAttribute("aria-label", asked);
  return asked;
}

function isWithin(input: Input, item: CardElement): boolean {
  return item.renderedElement?.contains(input.renderedElement ?? null) === true;
}

/** A day, a time, or the line beside something to pick. */
function isPart({ id = "" }: Input, inputs: readonly Input[]): boolean {
  return /\.(date|time)$/.test(id) || inputs.some((other) => other.id?.startsWith(`${id}.`));
}

function quieten({ renderedElement }: Input): void {
  const words = renderedElement?.querySelectorAll<HTMLElement>(".ac-richTextBlock span") ?? [];
  for (const word of words) {
    word.style.fontWeight = "400";
    word.style.fontSize = "13px";
  }
}

function finishList(input: ChoiceSetInput): void {
  const line = input.renderedElement?.querySelector<HTMLInputElement>("input[list]");
  if (line) finishLine(line, input);
  const boxes = input.renderedElement?.querySelector<HTMLElement>(".ac-choiceSetInput-multiSelect");
  if (!boxes) return;
  boxes.setAttribute("role", "group");
  boxes.setAttribute("aria-label", input.label ?? "");
  if (input.choices.length > AT_A_GLANCE) addSearch(boxes, input.label ?? "");
}

/** The library gives the label to what is around the line, and takes an `aria-label` away once something is typed. */
function finishLine(line: HTMLInputElement, { choices, defaultValue }: ChoiceSetInput): void {
  const chosen = choices.find(({ value }) => value === defaultValue)?.title;
  if (chosen !== undefined) line.value = chosen;
  const label = line.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
  if (label) line.setAttribute("aria-labelledby", label);
}

/** What is ticked stands first and stays in sight, whatever is searched. */
function addSearch(boxes: HTMLElement, label: string): void {
  const rows = [...boxes.children].filter((row) => row instanceof HTMLElement);
  boxes.prepend(...rows.filter(isTicked));
  const search = document.createElement("input");
  search.type = "search";
  search.className = "ac-input";
  search.placeholder = said("search");
  search.setAttribute("aria-label", said("searchIn", label));
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = (row.textContent ?? "").toLowerCase();
      const isShown = isTicked(row) || words.every((word) => text.includes(word));
      row.style.display = isShown ? "flex" : "none";
    }
  });
  const list = document.createElement("div");
  list.className = "searched";
  boxes.replaceWith(list);
  list.append(search, boxes);
}

function isTicked(row: Element): boolean {
  return row.querySelector("input:checked") !== null;
}
