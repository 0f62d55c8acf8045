/** Keeps a value as the newest of a map; beyond `most` of them the oldest goes. A map's order is that of its keys' coming. */
export function keepNewest<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value, most: number): void {
  kept.delete(key); // set again at the end, so that the order is that of use
  kept.set(key, value);
  if (kept.size <= most) return;
  // Not looked for before it is needed: a map that was changed often goes through the gaps at its beginning first.
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}

/** Remembers what `make` built for an object for as long as that lives. For what never changes, so that it stays true. */
export function perObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/**
 * Remembers what a pure function made of the texts it was asked about: stored events are read with every command and every
 * card of their request, and a flood of notes has the same few texts drawn again and again. What was made is kept by its
 * text, so nothing can be mistaken for it.
 *
 * @param keep how many; those not asked for the longest are forgotten first
 */
export function readOnce<T>(read: (text: string) => T, keep: number): (text: string) => T {
  const made = madeOnce<T>(keep);
  return (text) => made(text, () => read(text));
}

/** The same where what is made needs more than one text: all that it depends on stands in its name. */
export function madeOnce<T>(keep: number): (name: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (name, make) => {
    const before = known.get(name);
    const value = before === undefined ? make() : before;
    keepNewest(known, name, value, keep);
    return value;
  };
}
