import type { Filled, Seat } from "../play/play.ts";
import type { Texts } from "../texts.ts";
import { bring, type Desk } from "./desk.ts";
import { underWay } from "./send.ts";
import { inWords, said } from "./words.ts";
import type { World } from "./world.ts";

/** How long, in ms, the guide waits for what it is about to use: a card may still be on its way. */
const PATIENCE_MS = 15_000;
/** How long, in ms, a filled form is left to be read before it is sent. */
const READ_MS = 900;

/** How often a button is pressed whose card changes meanwhile. */
const MOST_PRESSES = 3;

/** What the guide may use of the page. */
export type Hands = {
  readonly world: () => World;
  /** The number of the last message before the moment began: what stood there then belongs to another story. */
  readonly since: number;
  readClock(): Promise<void>;
  change(change: (desk: Desk) => Desk): void;
  /** Aborted when somebody turns away from the moment: nothing more is to be touched then. */
  readonly signal: AbortSignal;
};

/** Opens the chat a step happens in. */
export async function seat(step: Seat, hands: Hands): Promise<HTMLElement> {
  const { world, change } = hands;
  change((desk) => bring(desk, world().directory, { user: step.as, conversation: step.in }));
  const place = `[data-seat="${step.as}"] [data-conversation="${step.in}"]`;
  const found = await appears(hands, () => document.querySelector<HTMLElement>(place), said("lookChat"));
  found.closest("[data-seat]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return found;
}

export async function write(place: HTMLElement, text: string, hands: Hands): Promise<void> {
  return writeIn(await box(place, ":scope > .composer", hands), text, hands);
}

/** Writes below the newest card of the moment. */
export async function reply(place: HTMLElement, text: string, hands: Hands): Promise<void> {
  const look = () => cardsSince(place, hands.since).at(-1)?.closest<HTMLElement>(".threads > li") ?? null;
  const thread = await appears(hands, look, said("lookCard"));
  thread.querySelector<HTMLElement>(".thread-tools > button")?.click();
  const composer = await box(thread, ".thread-tools", hands);
  composer.scrollIntoView({ block: "center" });
  return writeIn(composer, text, hands);
}

async function writeIn(composer: HTMLTextAreaElement, text: string, hands: Hands): Promise<void> {
  setValue(composer, text);
  const send = () => composer.form?.querySelector<HTMLElement>("button[type=submit]:not(:disabled)") ?? null;
  await appears(hands, send, said("lookSend"));
  composer.form?.requestSubmit();
}

async function box(within: HTMLElement, selector: string, hands: Hands): Promise<HTMLTextAreaElement> {
  return appears(hands, () => within.querySelector<HTMLTextAreaElement>(`${selector} textarea`), said("lookBox"));
}

export async function press(place: HTMLElement, label: Texts, hands: Hands): Promise<void> {
  const look = () => {
    const cards = cardsSince(place, hands.since);
    return newest(cards, label) ?? openMenus(cards, label);
  };
  const button = await appears(hands, look, said("lookButton", inWords(label)));
  button.scrollIntoView({ block: "center" });
  button.focus();
  button.click();
}

/** The cards of messages younger than that, newest last; those that are waiting for an answer are left alone. */
function cardsSince(place: HTMLElement, since: number): readonly HTMLElement[] {
  const messages = [...place.querySelectorAll<HTMLElement>("[data-number]")];
  const young = messages.filter((message) => Number(message.dataset.number) > since);
  return young
    .sort((a, b) => Number(a.dataset.number) - Number(b.dataset.number))
    .flatMap((message) => [...message.querySelectorAll<HTMLElement>('.card[aria-busy="false"]')]);
}

/** The newest button in sight that reads so. */
function newest(cards: readonly HTMLElement[], label: Texts): HTMLElement | null {
  const buttons = cards.flatMap((card) => [...card.querySelectorAll<HTMLElement>("button")]);
  return buttons.findLast((button) => reads(button, label)) ?? null;
}

/** Buttons behind "…" are found by opening one menu after the other, newest first, until one holds it. */
function openMenus(cards: readonly HTMLElement[], label: Texts): HTMLElement | null {
  for (const card of cards.toReversed()) {
    card.querySelector<HTMLElement>(`[aria-label="${said("moreOptions")}"][aria-expanded]`)?.click();
    const item = [...card.querySelectorAll<HTMLElement>(".menu button")].find((candidate) => reads(candidate, label));
    if (item !== undefined) return item;
    card.querySelector<HTMLElement>(".menu")?.hidePopover();
  }
  return null;
}

function reads(element: HTMLElement, label: Texts): boolean {
  return isLabel(element.textContent ?? "", label);
}

/** Whether a button says this, in whichever language its channel speaks; the dots that announce a form do not count. */
export function isLabel(text: string, label: Texts): boolean {
  return Object.values(label).includes(text.trim().replace(/…$/, ""));
}

/**
 * Presses until the form is there. A card that changed while it was pressed opens none and says so; a person would press
 * it again as it stands now.
 */
export async function pressForForm(place: HTMLElement, label: Texts, hands: Hands): Promise<void> {
  for (let again = 0; again < MOST_PRESSES; again++) {
    await press(place, label, hands);
    await answered(hands);
    // What was answered is drawn with the next picture.
    await pause(100);
    if (openForm() !== null) return;
  }
}

function openForm(): HTMLElement | null {
  return document.querySelector<HTMLElement>("dialog.form[open]");
}

/** Waits until nothing that was said or pressed is without its answer. */
export async function answered(hands: Pick<Hands, "signal">): Promise<void> {
  await appears(hands, () => (underWay.get() === 0 ? true : null), said("lookAnswer"));
}

/** Answers the open form and sends it. */
export async function fill({ answers, button: label }: Filled, hands: Hands): Promise<void> {
  const form = await appears(hands, openForm, said("lookForm"));
  for (const { to, is } of answers) {
    const answer = await appears(hands, () => answerTo(form, to, is), said("lookQuestion", inWords(to)));
    answer();
  }
  const find = () =>
    [...form.querySelectorAll<HTMLElement>(".card-form button")].find((button) => reads(button, label)) ?? null;
  const send = await appears(hands, find, said("lookButton", inWords(label)));
  await pause(READ_MS);
  hands.signal.throwIfAborted();
  send.click();
  await appears(hands, () => (form.isConnected ? null : true), said("lookFormEnd"));
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** How to answer a question, by its beginning: a box is ticked where one says so, else it is written; null when nobody asks. */
function answerTo(form: HTMLElement, question: Texts, answer: Texts): (() => void) | null {
  const questions = Object.values(question);
  const asked = [...form.querySelectorAll<Field>(".card-form [data-asked]")].filter(({ dataset }) =>
    questions.some((each) => dataset.asked?.startsWith(each)),
  );
  const box = asked.find(
    (field) => field.type === "checkbox" && Object.values(answer).some((each) => labelOf(field).endsWith(each)),
  );
  if (box instanceof HTMLInputElement) return () => box.checked || box.click();
  const line = asked.find(({ type }) => !["checkbox", "date", "search", "time"].includes(type));
  return line === undefined ? null : () => setValue(line, inWords(answer), Object.values(answer));
}

function labelOf(field: Field): string {
  return field.getAttribute("aria-label") ?? "";
}

/** Types into a field, so that whoever listens to it hears of it. A choice is made by what it says, in whichever language. */
function setValue(field: Field, text: string, choices: readonly string[] = [text]): void {
  const options = field instanceof HTMLSelectElement ? [...field.options] : [];
  const option = options.find((each) => choices.some((choice) => each.text.startsWith(choice)));
  field.value = option?.value ?? text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * Waits, with the drawing of the page, until something is there.
 * @throws Error when it does not come, or nobody looks at the moment any more
 */
export async function appears<T>({ signal }: Pick<Hands, "signal">, look: () => T | null, what: string): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    signal.throwIfAborted();
    const found = look();
    if (found !== null) return found;
    if (performance.now() > until) throw new Error(said("lookedFor", what));
    await pause(100);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
