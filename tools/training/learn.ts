import { featuresOf } from "../../src/understand/model/features.ts";
import type { ModelData } from "../../src/understand/model/model.ts";
import { cuesIn } from "../../src/understand/turns/cues.ts";
import { utter } from "../../src/understand/utterance/utterance.ts";
import type { Phrase } from "./phrases.ts";
import { shipped } from "./ship.ts";
import { type Example, train } from "./train.ts";

/** Plant code of the examples in the phrase files ("HAM-142"). */
const EXAMPLE_CODE = "HAM";

/** The model that a set of phrases makes. The same phrases make the same model, byte for byte. */
export function learn(phrases: readonly Phrase[]): ModelData {
  return shipped(train(phrases.map(exampleOf)));
}

function exampleOf({ label, text }: Phrase): Example {
  const utterance = utter(text, EXAMPLE_CODE);
  const features = featuresOf(utterance, cuesIn(utterance.line));
  return { label, features, weight: weightOf(utterance.words.length) };
}

/**
 * People who were given no form to fill write some fifteen words; the terse phrases, of which there are most, know less
 * of how they say it.
 */
function weightOf(words: number): number {
  return Math.min(1, Math.max(LEAST, words / USUAL_WORDS));
}
const USUAL_WORDS = 15;
const LEAST = 0.25;
