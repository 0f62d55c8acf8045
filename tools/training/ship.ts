import { LABELS } from "../../src/understand/labels.ts";
import { BIAS_COUNTS, type ModelData } from "../../src/understand/model/model.ts";
import type { Weights } from "./train.ts";

/** Weights below this share of the largest say nothing and are not shipped. */
const SILENT = 0.054;

/** The weights as the program carries them: one signed byte each, features that say little left out. */
export function shipped({ bias, features }: Weights): ModelData {
  const largest = Math.max(sizeOf(bias) / BIAS_COUNTS, ...[...features.values()].map(sizeOf));
  const scale = Number((largest / 127).toPrecision(6));
  // A quotation mark would have to be escaped in the file, and says little; the rules see it.
  const kept = [...features].filter(([name, weights]) => sizeOf(weights) >= SILENT * largest && !/["\\]/.test(name));
  const rows = [bias.map((weight) => weight / BIAS_COUNTS), ...kept.map(([, weights]) => weights)];
  const bytes = Int8Array.from(rows.flatMap((row) => row.map((weight) => Math.round(weight / scale))));
  return {
    features: kept.map(([name]) => name).join("\n"),
    weights: Buffer.from(bytes.buffer).toString("base64"),
    scale,
  };
}

function sizeOf(weights: readonly number[]): number {
  return Math.max(...weights.map(Math.abs));
}

/** The file `src/understand/model/modelData.ts`, as text. */
export function modelFile(data: ModelData): string {
  const count = data.features.split("\n").length;
  return `// Written by \`npm run train-model\` from the phrases in workflows/: ${count} features, ${LABELS.length} labels. Never edited by hand.
export const MODEL = {
  scale: ${data.scale},
  features:
    ${JSON.stringify(data.features)},
  weights:
    ${JSON.stringify(data.weights)},
};
`;
}
