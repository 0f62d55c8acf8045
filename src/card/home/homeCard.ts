import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import type { Card, CardBlock, Form, ListItem } from "../card.ts";
import { andMore } from "../lines/showThem.ts";
import { onCard } from "../words.ts";
import { encodeHomeAction, type HomeSection } from "./homeAction.ts";

/** Some entries of a section, and how many come after them. `next`: where to go on reading. */
export type Entries = { readonly items: readonly ListItem[]; readonly left: number; readonly next: number };

/** What a person's home shows; `granted` null for whoever has no line and no machine. */
export type HomeContents = {
  /** False for an account the plant does not know: it has what it asked for, and nobody else's. */
  readonly isKnown: boolean;
  readonly waiting: Entries;
  readonly mine: Entries;
  readonly granted: Entries | null;
  /** Whether `granted` is all that is open in the plant. */
  readonly seesAll: boolean;
};

/** A person's home, and the same without the time it was drawn at: if that is all that differs, nothing does. */
export function homeCard(
  contents: HomeContents,
  plant: Plant,
  at: EpochMs,
): { readonly card: Card; readonly lasting: Card } {
  const { isKnown, waiting, mine, granted, seesAll } = contents;
  const blocks: readonly CardBlock[] = [
    ...(isKnown || waiting.items.length > 0 ? section("waiting", waiting, plant) : []),
    ...section("mine", mine, plant),
    ...(granted === null ? [] : section(seesAll ? "grantedAll" : "granted", granted, plant)),
    ...(isKnown ? [] : [{ type: "text", text: say(plant, "home.stranger"), tone: "plain" } as const]),
    {
      type: "actions",
      actions: [
        {
          ...{ type: "press", label: say(plant, "home.ask") },
          ...{ value: encodeHomeAction({ type: "ask" }), style: "primary" },
        },
      ],
      more: [],
    },
  ];
  const lasting: Card = { title: say(plant, "home.title"), key: null, blocks };
  const asOf: CardBlock = {
    type: "text",
    text: say(plant, "home.asOf", { when: onCard(at, at, plant) }),
    tone: "muted",
  };
  return { lasting, card: { ...lasting, blocks: [...blocks, asOf] } };
}

/** One section by itself: the inbox, or the rest of a section that the home could not hold. */
export function sectionCard(name: HomeSection, entries: Entries, plant: Plant): Card {
  return entries.items.length === 0
    ? { title: say(plant, `home.${name}None`), key: null, blocks: [] }
    : {
        ...{ title: say(plant, `home.${name}`), key: null },
        blocks: [listOf(name, entries, say(plant, "home.oneByOne"), plant)],
      };
}

/** A section as it is called to its reader. */
type Shown = HomeSection | "grantedAll";

function section(name: Shown, entries: Entries, plant: Plant): readonly CardBlock[] {
  if (entries.items.length === 0) return [{ type: "text", text: say(plant, `home.${name}None`), tone: "plain" }];
  const title = say(plant, "digest.section", { title: say(plant, `home.${name}`) });
  return [listOf(name, entries, title, plant)];
}

function listOf(name: Shown, { items, left, next }: Entries, title: string, plant: Plant): CardBlock {
  const value = encodeHomeAction({ type: "rest", section: name === "grantedAll" ? "granted" : name, from: next });
  return { type: "list", title, items: [...items, ...andMore(left, value, plant)] };
}

/** The last words of a home that stands further up in a chat. */
export function oldHome(reader: Reader): Card {
  return { title: say(reader, "home.old"), key: null, blocks: [] };
}

/** The name of the only question of `askForm`. */
export const ASKED = "asked";

/** Asks in one's own words, as one would in a message. */
export function askForm(reader: Reader): Form {
  return {
    title: say(reader, "home.askTitle"),
    submit: say(reader, "home.askTitle"),
    intro: say(reader, "home.askIntro"),
    value: encodeHomeAction({ type: "ask" }),
    inputs: [
      {
        id: ASKED,
        label: say(reader, "home.askLabel"),
        hint: say(reader, "home.askHint"),
        required: true,
        initial: "",
        kind: { type: "text", maxLength: 3_000 },
      },
    ],
  };
}
