import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Card, CardBlock, Form, ListItem } from "../card.ts";
import { onCard } from "../words.ts";
import { encodeHomeAction, type HomeSection } from "./homeAction.ts";

/** Some entries of a section, and how many come after them. `next`: where to go on reading. */
export type Entries = { readonly items: readonly ListItem[]; readonly left: number; readonly next: number };

/** What a person's home shows; `granted` null for whoever has no line. */
export type HomeContents = {
  /** False for an account the plant does not know: it has what it asked for, and nobody else's. */
  readonly isKnown: boolean;
  readonly waiting: Entries;
  readonly mine: Entries;
  readonly granted: Entries | null;
};

type Wording = { readonly title: string; readonly none: string };

const WORDING: Readonly<Record<HomeSection, Wording>> = {
  waiting: { title: "Waiting for you, most urgent first:", none: "Nothing waits for you." },
  mine: { title: "What you asked for, newest first:", none: "You have asked for nothing these days." },
  granted: { title: "Open on your lines, the first to end first:", none: "Nothing is open on your lines." },
};

/** A person's home, and the same without the time it was drawn at: if that is all that differs, nothing does. */
export function homeCard(
  contents: HomeContents,
  plant: Plant,
  at: EpochMs,
): { readonly card: Card; readonly lasting: Card } {
  const { isKnown, waiting, mine, granted } = contents;
  const blocks: readonly CardBlock[] = [
    ...(isKnown || waiting.items.length > 0 ? section("waiting", waiting) : []),
    ...section("mine", mine),
    ...(granted === null ? [] : section("granted", granted)),
    ...(isKnown ? [] : [{ type: "text", text: STRANGER, tone: "plain" } as const]),
    {
      type: "actions",
      actions: [{ type: "press", label: "Ask…", value: encodeHomeAction({ type: "ask" }), style: "primary" }],
      more: [],
    },
  ];
  const lasting: Card = { title: "Your home", key: null, blocks };
  const asOf: CardBlock = { type: "text", text: `As of ${onCard(at, at, plant)}.`, tone: "muted" };
  return { lasting, card: { ...lasting, blocks: [...blocks, asOf] } };
}

const STRANGER =
  "The plant does not know this account, so other people's requests are not shown. If you are one of its people, write “link” to me.";

/** One section by itself: the inbox, or the rest of a section that the home could not hold. */
export function sectionCard(name: HomeSection, entries: Entries): Card {
  const { title, none } = WORDING[name];
  return entries.items.length === 0
    ? { title: none, key: null, blocks: [] }
    : { title: title.replace(/:$/, ""), key: null, blocks: [listOf(name, entries, "One by one:")] };
}

function section(name: HomeSection, entries: Entries): readonly CardBlock[] {
  const { title, none } = WORDING[name];
  return entries.items.length === 0 ? [{ type: "text", text: none, tone: "plain" }] : [listOf(name, entries, title)];
}

function listOf(name: HomeSection, { items, left, next }: Entries, title: string): CardBlock {
  const value = encodeHomeAction({ type: "rest", section: name, from: next });
  const rest: readonly ListItem[] =
    left === 0
      ? []
      : [{ text: `and ${left} more`, actions: [{ type: "press", label: "Show them…", value, style: "plain" }] }];
  return { type: "list", title, items: [...items, ...rest] };
}

/** The last words of a home that stands further up in a chat. */
export const OLD_HOME: Card = {
  title: "Your home stands further down now",
  key: null,
  blocks: [],
};

/** The name of the only question of `askForm`. */
export const ASKED = "asked";

/** Asks in one's own words, as one would in a message. */
export const ASK_FORM: Form = {
  title: "Ask",
  submit: "Ask",
  intro: "One sentence is enough. Nothing is sent to anybody before you have seen the draft.",
  value: encodeHomeAction({ type: "ask" }),
  inputs: [
    {
      id: ASKED,
      label: "What do you need?",
      hint: "For example: can we open port 502 to PLC-12 until Friday noon?",
      required: true,
      initial: "",
      kind: { type: "text", maxLength: 3_000 },
    },
  ],
};
