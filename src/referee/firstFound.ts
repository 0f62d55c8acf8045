/**
 * The first so many of what is found behind the entries of a list, in its order. As many are looked at together as are wanted
 * at most, and no more once there are enough.
 */
export async function firstFound<Entry, Found>(
  entries: readonly Entry[],
  most: number,
  find: (entry: Entry) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let from = 0; from < entries.length && found.length < most; from += most) {
    const some = await Promise.all(entries.slice(from, from + most).map(find));
    found.push(...some.flat());
  }
  return found.slice(0, most);
}
