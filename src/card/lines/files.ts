import type { Plant } from "../../plant/plant.ts";
import type { SentFile } from "../../request/files.ts";
import type { Closed, Open } from "../../request/state.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import type { CardFile, CardPart } from "../card.ts";
import { noteWriter } from "../words.ts";

/** As many as a card can name and still be read; the newest of them. */
const MOST_SHOWN = 10;

/** Files by name; nothing where there are none. */
function filesBlock(files: readonly CardFile[], reader: Reader): readonly CardPart[] {
  if (files.length === 0) return [];
  const left = files.length - MOST_SHOWN;
  return [
    { type: "files", files: files.slice(-MOST_SHOWN) },
    ...(left > 0
      ? [{ type: "text", text: say(reader, "request.moreFiles", { count: String(left) }), tone: "muted" } as const]
      : []),
  ];
}

/** What came with the words of whoever asked, or with a note: the card says beside it who sent it. */
export function filesBeside(files: readonly SentFile[], reader: Reader): readonly CardPart[] {
  return filesBlock(
    files.map((file) => ({ ...file, by: null })),
    reader,
  );
}

/** What was sent on the way, by whom; the notes it came with may no longer stand on the card. */
export function filesOfNotes(state: Open | Closed, plant: Plant): readonly CardPart[] {
  return filesBlock(
    state.notes.flatMap((note) => note.files.map((file) => ({ ...file, by: noteWriter(note, state, plant) }))),
    plant,
  );
}
