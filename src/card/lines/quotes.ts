import { cutText } from "../../plainText.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { Closed, Note, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { isQuoted } from "../../workflow/meaning.ts";
import type { CardBlock } from "../card.ts";
import { noteWriter, requesterAndTeam } from "../words.ts";
import { sayCommenter } from "./comment.ts";

export type Quote = Extract<CardBlock, { type: "quote" }>;

/** Notes shown on the card itself; all of them stand in the thread. */
const MOST_NOTES = 3;

/** What somebody types in earnest; the whole of a longer text is one tap away. */
const MOST_ASKED = 160;

export function inShort(asked: Quote): Quote {
  return { ...asked, text: cutText(asked.text, MOST_ASKED) };
}

/** Why it is wanted, in the requester's own words. */
export function askedFor(state: Open | Closed, plant: Plant): Quote {
  const { text, quoted } = state.asked;
  const why = state.rules.fields.find(isQuoted);
  const reason = why === undefined ? undefined : state.values[why.id];
  const by = requesterAndTeam(state, plant);
  return {
    type: "quote",
    text: reason ?? text,
    by: quoted === null ? by : say(plant, "request.quoting", { who: by, other: quoted }),
  };
}

/** What waits for an answer: whoever reads the card may know it. */
export function questions(state: Open | Closed, plant: Plant): readonly Quote[] {
  return [...state.steps.values()].flatMap((step) =>
    state.status === "open" && step.status === "asked"
      ? [
          {
            type: "quote",
            text: step.question.text,
            by: say(plant, "request.asks", { who: sayWho(step.question.by, state.asked, plant) }),
          } as const,
        ]
      : [],
  );
}

/** What people added on the way, the newest last. */
export function notes(state: Open | Closed, plant: Plant): readonly Quote[] {
  return state.notes
    .filter(({ text }) => text !== "")
    .slice(-MOST_NOTES)
    .map((note) => ({ type: "quote", text: sayNote(note, plant), by: noteBy(note, state, plant) }));
}

/** What was done with somebody's words, and these. */
export function sayNote({ says, text }: Note, plant: Plant): string {
  return says === undefined ? text : say(plant, `notes.${says}`, { reason: text });
}

function noteBy(note: Note, state: Open | Closed, plant: Plant): string {
  const writer = noteWriter(note, state, plant);
  const who = note.isComment ? sayCommenter(writer, note.text, plant) : writer;
  return note.question === null ? who : say(plant, "request.askedBefore", { who, question: typed(note.question) });
}
