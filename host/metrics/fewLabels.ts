/** More values of one label than plants, types or teams there are in any plant worth the name. */
const MOST = 200;

/** Keeps a label to a bounded number of values, whatever comes: those that come later are all `other`. */
export function fewLabels(most = MOST): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most) return "other";
    known.add(value);
    return value;
  };
}
