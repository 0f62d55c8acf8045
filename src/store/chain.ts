import { createHash } from "node:crypto";
import type { ChainReport, Position, StreamId } from "./types.ts";

const HASH_CHARS = 64;

/** Events as they are stored: `<hash> <bytes>`, each hash over the one before it and the bytes. The first follows the stream id. */
export function seal(
  head: string,
  events: readonly string[],
): { readonly elements: readonly string[]; readonly head: string } {
  const elements: string[] = [];
  let last = head;
  for (const bytes of events) {
    last = link(last, bytes);
    elements.push(`${last} ${bytes}`);
  }
  return { elements, head: last };
}

/** The bytes of a stored event. */
export function bytesOf(element: string): string {
  return element.slice(HASH_CHARS + 1);
}

/** Where a stored history ends. */
export function positionOf(stream: StreamId, elements: readonly string[]): Position {
  return { version: elements.length, head: elements.at(-1)?.slice(0, HASH_CHARS) ?? stream };
}

/** Computes every hash again. A chain cut at its end is still intact: that is what the installation's counter is for. */
export function verifyElements(stream: string, elements: readonly string[]): ChainReport {
  let head = stream;
  for (const [index, element] of elements.entries()) {
    head = link(head, bytesOf(element));
    if (element !== `${head} ${bytesOf(element)}`) return { type: "broken", brokenAt: index + 1 };
  }
  return { type: "intact", version: elements.length, head };
}

/** The hash of an event that follows one with the hash `previous`; the first follows the stream id. */
export function link(previous: string, bytes: string): string {
  return createHash("sha256").update(previous).update(bytes).digest("hex");
}
