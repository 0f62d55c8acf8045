import { LABELS, type Label } from "../../src/understand/labels.ts";
import { strengthOf } from "../../src/understand/model/strength.ts";
import { minimise } from "./minimise.ts";

/** One sentence as the model sees it, what it means, and how much it counts beside others. */
export type Example = { readonly label: Label; readonly features: readonly string[]; readonly weight: number };

/** Weights by feature, one for each label in the order of `LABELS`; `bias` likewise. */
export type Weights = { readonly bias: readonly number[]; readonly features: ReadonlyMap<string, readonly number[]> };

export type TrainingOptions = {
  /** Steps downhill. */
  readonly rounds: number;
  /** Pull towards zero; more means calmer weights. */
  readonly decay: number;
  /** How much weaker the pull is on a feature that few examples have: 0 not at all. */
  readonly rarity: number;
  /** Features seen in fewer examples are left out. */
  readonly seenAtLeast: number;
  /** The same for two neighbouring words ("b:"), of which there are most and which say least. */
  readonly pairsSeenAtLeast: number;
  /** How much one example of `none` counts beside one of a type. */
  readonly noneWeight: number;
};

export const TRAINING: TrainingOptions = {
  rounds: 25,
  decay: 1e-6,
  rarity: 1.25,
  seenAtLeast: 2,
  pairsSeenAtLeast: 3,
  noneWeight: 1.4,
};

/** Multinomial logistic regression. The same examples give the same weights, bit for bit. */
export function train(examples: readonly Example[], options: TrainingOptions = TRAINING): Weights {
  const known = knownOf(examples, options);
  const width = LABELS.length;
  const rows = examples.map((example) => rowOf(example, known, options.noneWeight));
  const point = minimise(lossOf(rows, width, options.decay), (known.size + 1) * width, options.rounds);
  const slice = (index: number, boost: number) =>
    [...point.slice(index * width, (index + 1) * width)].map((each) => each * boost);
  return {
    bias: slice(0, BIAS),
    features: new Map([...known].map(([name, { column, boost }]) => [name, slice(column, boost)])),
  };
}

/** The bias is one of a hundred columns of a row, and moves as slowly as they do. */
const BIAS = 0.1;

/** Where a feature stands, and by how much its rarity makes it easier to learn from. */
type Known = { readonly column: number; readonly boost: number };

function knownOf(
  examples: readonly Example[],
  { seenAtLeast, pairsSeenAtLeast, rarity }: TrainingOptions,
): ReadonlyMap<string, Known> {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const kept = [...seen].filter(([name, count]) => count >= (name.startsWith("b:") ? pairsSeenAtLeast : seenAtLeast));
  return new Map(
    kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, count], index) => [
        name,
        { column: index + 1, boost: (Math.log(examples.length / count) / 5) ** rarity },
      ]),
  );
}

type Row = {
  readonly label: number;
  readonly columns: Int32Array;
  /** What each column adds to a score for each unit of its weight. */
  readonly values: Float64Array;
  readonly weight: number;
};

function rowOf({ label, features, weight }: Example, known: ReadonlyMap<string, Known>, noneWeight: number): Row {
  const found = features.flatMap((name) => {
    const feature = known.get(name);
    return feature === undefined ? [] : [{ ...feature, strength: strengthOf(name) }];
  });
  const energy = found.reduce((sum, { strength }) => sum + strength * strength, 0);
  const scale = 1 / Math.sqrt(Math.max(1, energy));
  return {
    label: LABELS.indexOf(label),
    columns: Int32Array.from([0, ...found.map(({ column }) => column)]),
    values: Float64Array.from([BIAS * scale, ...found.map(({ strength, boost }) => strength * boost * scale)]),
    weight: weight * (label === "none" ? noneWeight : 1),
  };
}

/** How unlikely the weights make what the examples mean, with the pull towards zero; and its slope. */
function lossOf(rows: readonly Row[], width: number, decay: number) {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const chances = new Float64Array(width);
  return (point: Float64Array, slope: Float64Array): number => {
    let loss = 0;
    for (let index = width; index < point.length; index += 1) {
      const weight = point[index] ?? 0;
      loss += (decay * weight * weight) / 2;
      slope[index] = decay * weight;
    }
    for (const row of rows) loss += (addRow(row, point, slope, chances, total) * row.weight) / total;
    return loss;
  };
}

function addRow(row: Row, point: Float64Array, slope: Float64Array, chances: Float64Array, total: number): number {
  chances.fill(0);
  eachWeight(row, chances.length, (at, label, value) => {
    chances[label] = (chances[label] ?? 0) + value * (point[at] ?? 0);
  });
  softmax(chances);
  const likely = chances[row.label] ?? 0;
  chances[row.label] = likely - 1;
  eachWeight(row, chances.length, (at, label, value) => {
    slope[at] = (slope[at] ?? 0) + ((value * row.weight) / total) * (chances[label] ?? 0);
  });
  return -Math.log(likely + 1e-12);
}

/** Visits the weights that a row touches: where each stands, of which label it is, and how much it counts. */
function eachWeight(
  { columns, values }: Row,
  width: number,
  visit: (at: number, label: number, value: number) => void,
): void {
  for (let at = 0; at < columns.length; at += 1) {
    const [from, value] = [(columns[at] ?? 0) * width, values[at] ?? 0];
    for (let label = 0; label < width; label += 1) visit(from + label, label, value);
  }
}

/** Scores become chances, in place. */
function softmax(scores: Float64Array): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] ?? 0) - top);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}
