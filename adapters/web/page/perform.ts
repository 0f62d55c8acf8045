import type { Step } from "../play/play.ts";
import type { Directory } from "../wire.ts";
import { bring, type Desk } from "./desk.ts";
import { post } from "./send.ts";

/** How long, in ms, the guide waits for what it is about to use: a card may still be on its way. */
const PATIENCE_MS = 12_000;

/** What the guide may use of the page. */
export type Hands = {
  readonly directory: () => Directory;
  change(change: (desk: Desk) => Desk): void;
};

/**
 * Does one step of the play through the page itself, as a person would: it writes into the same box and presses the
 * same button.
 * @throws Error in words for the reader, when what the step needs does not appear
 */
export async function perform(step: Step, hands: Hands): Promise<void> {
  switch (step.do) {
    case "look":
      await seat(step, hands);
      return;
    case "say":
      return write(await seat(step, hands), step);
    case "press":
      return press(await seat(step, hands), step.button);
    case "fill":
      return fill(step.values, step.button);
    case "wind":
      await post("/api/wind", { by: step.by });
      return;
    case "kill":
      await post("/api/kill", {});
      return;
  }
}

/** Opens the chat a step happens in. */
async function seat(
  step: { readonly as: string; readonly in: string },
  { directory, change }: Hands,
): Promise<HTMLElement> {
  const conversation = step.in === "direct" ? step.as : step.in;
  change((desk) => bring(desk, directory(), { user: step.as, conversation }));
  const place = `[data-seat="${step.as}"] [data-conversation="${conversation}"]`;
  const found = await appears(() => document.querySelector<HTMLElement>(place), "this chat");
  found.closest("[data-seat]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return found;
}

async function write(
  place: HTMLElement,
  { text, reply }: { readonly text: string; readonly reply?: true },
): Promise<void> {
  const composer = reply === true ? await replyBox(place) : await box(place, ":scope > .composer");
  setValue(composer, text);
  await appears(() => composer.form?.querySelector<HTMLElement>("button[type=submit]:not(:disabled)") ?? null, "Send");
  composer.form?.requestSubmit();
}

async function replyBox(place: HTMLElement): Promise<HTMLTextAreaElement> {
  const thread = await appears(
    () => [...place.querySelectorAll<HTMLElement>(".threads > li")].at(-1) ?? null,
    "a message",
  );
  [...thread.querySelectorAll<HTMLElement>(".thread-tools button")]
    .find((button) => button.textContent === "Reply")
    ?.click();
  return box(thread, ".composer");
}

async function box(within: HTMLElement, selector: string): Promise<HTMLTextAreaElement> {
  return appears(() => within.querySelector<HTMLTextAreaElement>(`${selector} textarea`), "the box to write in");
}

async function press(place: HTMLElement, label: string): Promise<void> {
  const button = await appears(() => newestButton(place, label), `the button “${label}”`);
  button.scrollIntoView({ block: "center" });
  button.focus();
  button.click();
}

/** The newest button in sight whose label begins so; one behind "…" is looked for by opening that menu. */
function newestButton(place: HTMLElement, label: string): HTMLElement | null {
  const begins = (element: HTMLElement) => element.textContent?.trim().startsWith(label) === true;
  const inCards = [...place.querySelectorAll<HTMLElement>('.card[aria-busy="false"] button')].filter(begins);
  return (
    inCards.at(-1) ??
    [...document.querySelectorAll<HTMLElement>(".ac-ctrl-popup-container [role=menuitem]")].find(begins) ??
    null
  );
}

async function fill(values: Readonly<Record<string, string>>, label: string): Promise<void> {
  const form = await appears(() => document.querySelector<HTMLElement>("dialog.form[open]"), "the form");
  for (const [name, value] of Object.entries(values)) {
    const input = await appears(() => inputNamed(form, name), `the question “${name}”`);
    setValue(input, value);
  }
  const find = () =>
    [...form.querySelectorAll<HTMLElement>(".card-form button")].find((b) => b.textContent?.trim().startsWith(label)) ??
    null;
  (await appears(find, `the button “${label}”`)).click();
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** An input by the beginning of its label. */
function inputNamed(form: HTMLElement, name: string): Field | null {
  const fields = [...form.querySelectorAll<Field>(".card-form input, .card-form textarea, .card-form select")];
  return fields.find((field) => labelOf(field).startsWith(name)) ?? null;
}

function labelOf(field: Field): string {
  const ids = (field.getAttribute("aria-labelledby") ?? "").split(" ").filter((id) => id !== "");
  return ids
    .map((id) => document.getElementById(id)?.textContent ?? "")
    .join(" ")
    .trim();
}

/** Types into a field, so that whoever listens to it hears of it. A choice is made by what it says. */
function setValue(field: Field, text: string): void {
  const option =
    field instanceof HTMLSelectElement ? [...field.options].find((o) => o.text.startsWith(text)) : undefined;
  field.value = option?.value ?? text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Waits, with the drawing of the page, until something is there. */
async function appears<T>(look: () => T | null, what: string): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found !== null) return found;
    if (performance.now() > until) throw new Error(`The guide looked for ${what} and did not find it.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
