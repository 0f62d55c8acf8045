/**
 * Reads stored events once: they are read with every command and every card of their request, and never change. What
 * was read is kept by its bytes, so nothing can be mistaken for it.
 *
 * @param keep how many; those not asked for the longest are forgotten first
 */
export function readOnce<T>(read: (bytes: string) => T, keep: number): (bytes: string) => T {
  const known = new Map<string, T>();
  return (bytes) => {
    const before = known.get(bytes);
    const event = before ?? read(bytes);
    if (before !== undefined) known.delete(bytes); // set again at the end: the map's order is the order of use
    known.set(bytes, event);
    if (known.size > keep) forgetOldest(known);
    return event;
  };
}

function forgetOldest(known: Map<string, unknown>): void {
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
}
