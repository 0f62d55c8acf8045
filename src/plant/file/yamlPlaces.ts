import { type Document, isMap, isScalar, isSeq, type Pair, visit, type YAMLMap } from "yaml";

type Path = readonly PropertyKey[];

/** Where everything in a document stands. */
export type Places = {
  /** Where a path begins: the value itself if it is a word or a number, else its key, else what is around it. */
  readonly offsetOf: (path: Path, atKey: boolean) => number;
  /** Keys that stand in a block which has them already. */
  readonly repeatedKeys: readonly { readonly key: string; readonly offset: number }[];
};

/** Looks keys up in an index of every block: a plant may have thousands of teams, and a warning about each. */
export function placesIn(document: Document.Parsed): Places {
  const { pairs, repeatedKeys } = indexed(document);
  const pairAt = (parent: unknown, key: PropertyKey | undefined) =>
    isMap(parent) ? pairs.get(parent)?.get(String(key)) : undefined;
  const valueIn = (parent: unknown, key: PropertyKey): unknown =>
    isSeq(parent) ? parent.items[Number(key)] : pairAt(parent, key)?.value;
  const nodeAt = (path: Path) => path.reduce<unknown>(valueIn, document.contents);
  const startOf = (path: Path, asKey: boolean) => {
    const node = nodeAt(path);
    if (isScalar(node) && !asKey) return offsetOf(node);
    return offsetOf(pairAt(nodeAt(path.slice(0, -1)), path.at(-1))?.key) ?? offsetOf(node);
  };
  return {
    repeatedKeys,
    offsetOf: (path, atKey) => {
      for (let length = path.length; length > 0; length--) {
        const offset = startOf(path.slice(0, length), atKey || length < path.length);
        if (offset !== null) return offset;
      }
      return offsetOf(document.contents) ?? 0;
    },
  };
}

type Index = WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;

function indexed(document: Document.Parsed): Pick<Places, "repeatedKeys"> & { readonly pairs: Index } {
  const pairs: Index = new WeakMap();
  const repeatedKeys: { key: string; offset: number }[] = [];
  visit(document, {
    Map: (_, map) => {
      const keyed = map.items.flatMap((pair) => (isScalar(pair.key) ? [{ key: String(pair.key.value), pair }] : []));
      const index = new Map<string, Pair>();
      for (const { key, pair } of keyed) {
        if (index.has(key)) repeatedKeys.push({ key, offset: offsetOf(pair.key) ?? 0 });
        else index.set(key, pair);
      }
      pairs.set(map, index);
    },
  });
  return { pairs, repeatedKeys };
}

function offsetOf(node: unknown): number | null {
  return isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? null) : null;
}
