import { instant } from "../../src/clock.ts";
import type { Label } from "../../src/understand/labels.ts";
import { type Model, modelFrom } from "../../src/understand/model/model.ts";
import { NO_VOCABULARY } from "../../src/understand/text/vocabulary.ts";
import { understand } from "../../src/understand/understand.ts";
import { learn } from "../training/learn.ts";
import type { Phrase } from "../training/phrases.ts";

/** A sentence that is read otherwise once the phrases are learned. */
export type Change = {
  readonly text: string;
  readonly before: Label;
  readonly after: Label;
  /** What a person said it means, where somebody did. */
  readonly means: Label | null;
};

export type Sentence = Pick<Change, "text" | "means">;

/** The model as it is and as it would be. */
export type Lesson = { readonly before: Model; readonly after: Model };

/** Learns from scratch, twice: so that a change is due to the new phrases and to nothing else. */
export function lessonFrom(known: readonly Phrase[], added: readonly Phrase[]): Lesson {
  return { before: modelFrom(learn(known)), after: modelFrom(learn([...known, ...added])) };
}

/** Which sentences would be read otherwise, said to Referee without a plant's names. */
export function changedBy({ before, after }: Lesson, sentences: readonly Sentence[]): readonly Change[] {
  return sentences.flatMap(({ text, means }) => {
    const change = { text, means, before: readWith(before, text), after: readWith(after, text) };
    return change.before === change.after ? [] : [change];
  });
}

// A day like any other: what is read does not depend on it, only its times do.
const CONTEXT = { vocabulary: { ...NO_VOCABULARY, code: "HAM" }, now: instant("2026-11-23T13:05:00+01:00") };

export function readWith(model: Model, text: string): Label {
  return understand(text, { ...CONTEXT, model }).addressedIntent;
}
