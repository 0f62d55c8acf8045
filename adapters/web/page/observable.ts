import { useEffect, useState } from "preact/hooks";

/** A value that can be watched. */
export type Observable<T> = {
  get(): T;
  /** Sets what `change` makes of the value; the same value again tells nobody. */
  change(change: (value: T) => T): void;
  watch(watcher: (value: T) => void): () => void;
};

export function observable<T>(initial: T): Observable<T> {
  const watchers = new Set<(value: T) => void>();
  let value = initial;
  return {
    get: () => value,
    change: (change) => {
      const next = change(value);
      if (next === value) return;
      value = next;
      for (const watcher of watchers) watcher(value);
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

/** The value now, and a new drawing whenever it changes. */
export function useObservable<T>(source: Observable<T>): T {
  const [value, setValue] = useState(source.get());
  useEffect(() => {
    setValue(source.get());
    return source.watch((next) => setValue(() => next));
  }, [source]);
  return value;
}
