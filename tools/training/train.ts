import { LABELS, type Label } from "../../src/understand/labels.ts";
import { strengthOf } from "../../src/understand/model/strength.ts";

/** One sentence as the model sees it, and what it means. */
export type Example = { readonly label: Label; readonly features: readonly string[] };

/** Weights by feature, one for each label in the order of `LABELS`; `bias` likewise. */
export type Weights = { readonly bias: readonly number[]; readonly features: ReadonlyMap<string, readonly number[]> };

export type TrainingOptions = {
  /** Rounds over all examples. */
  readonly rounds: number;
  /** Pull towards zero; more means calmer weights. */
  readonly decay: number;
  /** Features seen in fewer examples are left out. */
  readonly seenAtLeast: number;
  /** The same for two neighbouring words ("b:"), of which there are most and which say least. */
  readonly pairsSeenAtLeast: number;
  /** How much one example of `none` counts beside one of a type. */
  readonly noneWeight: number;
};

export const TRAINING: TrainingOptions = {
  rounds: 12,
  decay: 1e-3,
  seenAtLeast: 2,
  pairsSeenAtLeast: 3,
  noneWeight: 1.4,
};

/** Multinomial logistic regression by AdaGrad. The same examples give the same weights, bit for bit. */
export function train(examples: readonly Example[], options: TrainingOptions = TRAINING): Weights {
  const names = namesOf(examples, options);
  const width = LABELS.length;
  const weights = new Float64Array((names.size + 1) * width);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const rows = examples.map(({ label, features }) => rowOf(label, features, names, options.noneWeight));
  const random = generator(20_261_122);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const row of shuffled(rows, random)) learn(row, weights, squares, width, options.decay);
  }
  const slice = (index: number) => [...weights.slice(index * width, (index + 1) * width)];
  return { bias: slice(0), features: new Map([...names].map(([name, index]) => [name, slice(index)])) };
}

type Row = {
  readonly label: number;
  readonly columns: readonly number[];
  /** How much each column counts, in their order. */
  readonly strengths: readonly number[];
  readonly scale: number;
  readonly weight: number;
};

function namesOf(
  examples: readonly Example[],
  { seenAtLeast, pairsSeenAtLeast }: TrainingOptions,
): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const kept = [...seen]
    .filter(([name, count]) => count >= (name.startsWith("b:") ? pairsSeenAtLeast : seenAtLeast))
    .map(([name]) => name);
  return new Map(kept.sort().map((name, index) => [name, index + 1]));
}

function rowOf(label: Label, features: readonly string[], names: ReadonlyMap<string, number>, noneWeight: number): Row {
  const known = features.filter((name) => names.has(name));
  const columns = known.flatMap((name) => names.get(name) ?? []);
  const strengths = known.map(strengthOf);
  const energy = strengths.reduce((sum, strength) => sum + strength * strength, 0);
  return {
    label: LABELS.indexOf(label),
    columns: [0, ...columns],
    strengths: [1, ...strengths],
    scale: 1 / Math.sqrt(Math.max(1, energy)),
    weight: label === "none" ? noneWeight : 1,
  };
}

function learn(row: Row, weights: Float64Array, squares: Float64Array, width: number, decay: number): void {
  const chances = softmax(scoresOf(row, weights, width));
  const rate = 0.5;
  for (let label = 0; label < width; label += 1) {
    const error = ((chances[label] ?? 0) - (label === row.label ? 1 : 0)) * row.scale * row.weight;
    for (const [index, column] of row.columns.entries()) {
      const at = column * width + label;
      const gradient = error * (row.strengths[index] ?? 1) + decay * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + gradient * gradient;
      weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(squares[at] ?? 1);
    }
  }
}

function scoresOf(row: Row, weights: Float64Array, width: number): number[] {
  const scores = new Array<number>(width).fill(0);
  for (const [index, column] of row.columns.entries()) {
    const scaled = row.scale * (row.strengths[index] ?? 1);
    for (let label = 0; label < width; label += 1) {
      scores[label] = (scores[label] ?? 0) + (weights[column * width + label] ?? 0) * scaled;
    }
  }
  return scores;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
