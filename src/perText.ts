/**
 * Remembers what a pure function said of the texts it was asked about last. A flood of notes has the same few texts drawn
 * on every card of a request, again and again.
 *
 * @param most so many texts; the one that was asked about first goes
 */
export function perText<Value>(make: (text: string) => Value, most: number): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    known.set(text, made);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
