import type { Plant } from "../../plant/plant.ts";
import type { SentFile } from "../../request/files.ts";
import { say } from "../../words/say.ts";
import type { CardBlock } from "../card.ts";
import { filesBeside } from "../lines/files.ts";
import { titleOf } from "../words.ts";
import { type At, type Ping, quietly } from "./ping.ts";

/** What somebody added, and how it is said which of them it was. */
export type NoteSaid = { readonly who: string; readonly text: string; readonly files: readonly SentFile[] };

/** A message holds so many notes at most, and so many characters of them: below what any platform shows whole. */
const MOST_NOTES = 15;
const MOST_CHARACTERS = 5_000;

/** How many of these notes, from the first, are said in one message. At least one. */
export function countTogether(notes: readonly NoteSaid[]): number {
  let characters = 0;
  const fit = notes.findIndex(({ text }, at) => {
    characters += text.length;
    return at > 0 && (at >= MOST_NOTES || characters > MOST_CHARACTERS);
  });
  return fit === -1 ? notes.length : fit;
}

/** Notes that came close together, as one message: each in a place of its own, with who said it. */
export function notesTogether(notes: readonly NoteSaid[], { state, world }: At): Ping {
  const writers = [...new Set(notes.map(({ who }) => who))];
  const count = String(notes.length);
  const text =
    writers.length <= MOST_NAMED
      ? say(world.plant, "pings.notesFrom", { count, key: state.key, who: writers.join(", ") })
      : say(world.plant, "pings.notes", { count, key: state.key });
  const title = titleOf(state.rules, state.values, world.plant, state.at);
  return {
    ...quietly(text),
    card: { title, key: state.key, blocks: notes.flatMap((note) => blocksOf(note, world.plant)) },
  };
}

const MOST_NAMED = 3;

function blocksOf({ who, text, files }: NoteSaid, plant: Plant): readonly CardBlock[] {
  const said = text === "" ? say(plant, "pings.sentFiles", { count: files.length }) : text;
  return [{ type: "quote", text: said, by: who }, ...filesBeside(files, plant)];
}
