import { LABELS, type Label } from "../labels.ts";
import { MODEL } from "./modelData.ts";
import { strengthOf } from "./strength.ts";

/** How likely each label is, in the order of `LABELS`; together 1. */
export type Chances = ReadonlyMap<Label, number>;

/** What speaks for a label: a feature and its weight. */
export type Evidence = { readonly feature: string; readonly weight: number };

/** The bias is larger than any weight of a feature, and would take from all of them what a byte can tell apart. */
export const BIAS_COUNTS = 4;

/** The model as shipped: names of features joined by line ends, their weights as base64 of one signed byte per label. */
export type ModelData = { readonly features: string; readonly weights: string; readonly scale: number };

/** A model ready to be asked. */
export type Model = {
  readonly index: ReadonlyMap<string, number>;
  readonly weights: Int8Array;
  readonly scale: number;
};

let kept: Model | undefined;

/** The chances of each label, given the features of a message. */
export function chancesOf(features: readonly string[], model: Model = shippedModel()): Chances {
  const rows = features.flatMap((feature) => {
    const row = model.index.get(feature);
    return row === undefined ? [] : [{ row, strength: strengthOf(feature) }];
  });
  const scores = scoresOf(model, rows);
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return new Map(LABELS.map((label, at) => [label, (powers[at] ?? 0) / sum]));
}

/** The features that speak most for a label and against the others, strongest first. */
export function evidenceFor(
  label: Label,
  features: readonly string[],
  model: Model = shippedModel(),
): readonly Evidence[] {
  const column = LABELS.indexOf(label);
  return features
    .flatMap((feature) => {
      const row = model.index.get(feature);
      return row === undefined ? [] : [{ feature, weight: strengthOf(feature) * weightAt(model, row, column) }];
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1));
}

/** A feature the model knows, and how much it counts. */
type Row = { readonly row: number; readonly strength: number };

/** For each label. One pass over the rows: a message has a hundred of them. */
function scoresOf(model: Model, rows: readonly Row[]): readonly number[] {
  const sums = LABELS.map((_, label) => BIAS_COUNTS * weightAt(model, 0, label));
  let energy = 0;
  for (const { row, strength } of rows) {
    energy += strength * strength;
    for (let label = 0; label < sums.length; label += 1)
      sums[label] = (sums[label] ?? 0) + strength * weightAt(model, row, label);
  }
  const scale = 1 / Math.sqrt(Math.max(1, energy));
  return sums.map((sum) => sum * scale);
}

function weightAt(model: Model, row: number, label: number): number {
  return (model.weights[row * LABELS.length + label] ?? 0) * model.scale;
}

// Decoded on first use: ten thousand names take a few milliseconds, which nobody should pay on import.
function shippedModel(): Model {
  kept ??= modelFrom(MODEL);
  return kept;
}

export function modelFrom({ features, weights, scale }: ModelData): Model {
  const bytes = Uint8Array.from(atob(weights), (char) => char.charCodeAt(0));
  return {
    index: new Map(features.split("\n").map((name, at) => [name, at + 1])), // row 0 is the bias
    weights: new Int8Array(bytes.buffer),
    scale,
  };
}
