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
  return { label, features: featuresOf(utterance, cuesIn(utterance.line)) };
}
