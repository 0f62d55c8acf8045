/**
 * How much each kind of feature counts beside a word. One rare word is seen as itself, in two pairs of neighbours, in two
 * of kinds, and in each of its parts: at full strength it would vote seven times.
 */
const STRENGTHS: Readonly<Record<string, number>> = { b: 0.5, k: 0.5, g: 0.7, v: 0.7, q: 0.5 };

/** The strength of a feature by its name; "w:open" has 1, "b:please_open" half of that. */
export function strengthOf(feature: string): number {
  return STRENGTHS[feature.charAt(0)] ?? 1;
}
