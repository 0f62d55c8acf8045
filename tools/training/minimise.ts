/** A smooth function: writes its slope at `point` into `slope` and returns its value. */
export type Slope = (point: Float64Array, slope: Float64Array) => number;

/** Pairs of steps and how the slope changed over them that are remembered. */
const REMEMBERED = 6;
/** A step must gain this share of what the slope promises. */
const SUFFICIENT = 1e-4;
const SHORTEST_STEP = 1e-10;
/** Where the slope, squared, is no more than this, it is the bottom. */
const LEVEL = 1e-20;

type Pair = { readonly step: Float64Array; readonly change: Float64Array; readonly curve: number };

/**
 * Where a convex function is least, after at most `rounds` steps from zero: L-BFGS with steps that are halved until they
 * gain. The same function gives the same point, bit for bit.
 *
 * @source Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 7.4 and 3.1
 */
export function minimise(slopeOf: Slope, size: number, rounds: number): Float64Array {
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = slopeOf(point, slope);
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds && dot(slope, slope) > LEVEL; round += 1) {
    const direction = directionFrom(slope, pairs);
    const promise = dot(slope, direction);
    let [next, nextSlope, nextValue] = [point, slope, value];
    let length = pairs.length === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    for (; length > SHORTEST_STEP; length /= 2) {
      next = point.map((at, index) => at + length * (direction[index] ?? 0));
      nextSlope = new Float64Array(size);
      nextValue = slopeOf(next, nextSlope);
      if (nextValue <= value + SUFFICIENT * length * promise) break;
    }
    if (length <= SHORTEST_STEP) break;
    remember(pairs, minus(next, point), minus(nextSlope, slope));
    [point, slope, value] = [next, nextSlope, nextValue];
  }
  return point;
}

function remember(pairs: Pair[], step: Float64Array, change: Float64Array): void {
  const curve = dot(step, change);
  if (curve <= 0) return;
  pairs.push({ step, change, curve });
  if (pairs.length > REMEMBERED) pairs.shift();
}

/** Downhill, with what is known of how the slope bends. */
function directionFrom(slope: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = slope.map((each) => -each);
  const shares = pairs.toReversed().map((pair) => {
    const share = dot(pair.step, direction) / pair.curve;
    add(direction, pair.change, -share);
    return { pair, share };
  });
  const newest = pairs.at(-1);
  if (newest !== undefined) scale(direction, newest.curve / dot(newest.change, newest.change));
  for (const { pair, share } of shares.toReversed())
    add(direction, pair.step, share - dot(pair.change, direction) / pair.curve);
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((each, index) => each - (b[index] ?? 0));
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let index = 0; index < to.length; index += 1) to[index] = (to[index] ?? 0) + times * (what[index] ?? 0);
}

function scale(what: Float64Array, times: number): void {
  for (let index = 0; index < what.length; index += 1) what[index] = (what[index] ?? 0) * times;
}
