import { renderCard as renderAdaptive, renderForm as renderAdaptiveForm } from "../../adapters/adaptive/render.ts";
import { type Action, decodeAction } from "../../src/card/action.ts";
import type { Card, CardAction, CardBlock, CardPart, Form } from "../../src/card/card.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { stateAs, worldForActor } from "../../src/request/asRead.ts";
import type { Language } from "../../src/words/reader.ts";
import type { Read } from "./lives.ts";

/** A line of `npm run cards`. `text` is all there is, `beforeDetails` what stands in sight. */
export type Drawn = {
  readonly card: string;
  readonly state: string;
  readonly language: Language;
  readonly platform: "slack" | "teams";
  readonly text: string;
  readonly beforeDetails: string;
  /** Of what stands in sight, the title and the labels of its buttons among them. */
  readonly words: number;
  readonly buttons: readonly string[];
  /** As Teams draws it; null on Slack and for what is only text. */
  readonly adaptive: unknown;
};

/** What is read, on each platform, and the forms behind its buttons. */
export function drawn(read: Read): readonly Drawn[] {
  const { shows, text } = read;
  const inSight = shows === null ? [text] : [text, ...linesOf(shows, shows.blocks.filter(isInSight))];
  const folded =
    shows === null ? [] : shows.blocks.flatMap((block) => (block.type === "details" ? block.blocks.flatMap(says) : []));
  const buttons = shows === null ? [] : shows.blocks.flatMap(labelsOf);
  const { language } = read.walk.world.plant;
  const about = { card: read.card, state: read.state, language };
  const said = { text: [...inSight, ...folded].join("\n"), beforeDetails: inSight.join("\n") };
  const words = wordsIn([...inSight.slice(shows === null ? 0 : 1), ...labelsInSight(shows)].join(" "));
  const message = { ...about, ...said, words, buttons };
  return [
    { ...message, platform: "slack", adaptive: null },
    { ...message, platform: "teams", adaptive: shows === null ? null : renderAdaptive(shows, { dialogs: true }) },
    ...formsBehind(read).flatMap((form) => ofForm(read, form)),
  ];
}

const isInSight = (block: CardBlock): block is CardPart => block.type !== "details";

function linesOf({ title, key }: Card, blocks: readonly CardPart[]): readonly string[] {
  return [key === null ? title : `${title} ${key}`, ...blocks.flatMap(says)];
}

/** What a part says, line by line; buttons are told apart. */
function says(block: CardPart): readonly string[] {
  switch (block.type) {
    case "text":
    case "standing":
      return [block.text];
    case "quote":
      return [`“${block.text}” ${block.by}${block.thread === undefined ? "" : " · Thread"}`];
    case "files":
      return block.files.map(({ name }) => name);
    case "picture":
      return [block.alt];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case "steps":
      return block.steps.map(({ owner, says: what }) => `${owner}: ${what}`);
    case "list":
      return [block.title, ...block.items.map(({ text }) => text)];
    case "actions":
      return [];
  }
}

function labelsOf(block: CardBlock): readonly string[] {
  if (block.type === "details") return ["Details"];
  return actionsOf(block).map(({ label }) => label);
}

/** Those of a menu are not. */
function labelsInSight(shows: Card | null): readonly string[] {
  return (shows?.blocks ?? []).flatMap((block) => labelsOf(block.type === "actions" ? { ...block, more: [] } : block));
}

function actionsOf(block: CardBlock): readonly CardAction[] {
  if (block.type === "actions") return [...block.actions, ...block.more];
  return block.type === "list" ? block.items.flatMap(({ actions }) => actions) : [];
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

type Behind = { readonly label: string; readonly form: Form };

/** The forms behind the buttons of a card. */
export function formsBehind({ shows, walk }: Read): readonly Behind[] {
  return (shows?.blocks ?? []).flatMap(actionsOf).flatMap((press) => {
    if (press.type !== "press" || !press.label.endsWith("…")) return [];
    const form = formBehind(decodeAction(press.value), walk);
    return form === null ? [] : [{ label: press.label, form }];
  });
}

function formBehind(action: Action, walk: Read["walk"]): Form | null {
  const world = worldForActor(walk.world);
  const state = stateAs(walk.state, world);
  if (state.status === "unstarted") return null;
  const isUnread = state.status === "draft" && (action.verb !== "fill" || state.reading.type === null);
  return isUnread ? null : formOf(action, state, world, state.at);
}

function ofForm({ card, state, walk }: Read, { label, form }: Behind): readonly Drawn[] {
  const asked = form.inputs.map((input) => `${input.label}${input.required ? "" : " (optional)"}`);
  const text = [form.title, form.intro, ...asked].filter((line) => line !== "").join("\n");
  const about = {
    card: `${card}, form ${label}`,
    state,
    language: walk.world.plant.language,
    text,
    beforeDetails: text,
  } as const;
  const line = { ...about, words: wordsIn(text), buttons: [form.submit] };
  return [
    { ...line, platform: "slack", adaptive: null },
    { ...line, platform: "teams", adaptive: renderAdaptiveForm(form) },
  ];
}
