import type { Correction } from "./corrections.ts";
import type { Change } from "./review.ts";

/** One correction of the list, in a few lines. */
export function sayCorrection({ plant, at, text, read, candidates, chose, edits }: Correction, number: number): string {
  const first = `${String(number).padStart(3)}  ${plant}  ${new Date(at).toISOString().slice(0, 10)}  “${text}”`;
  const was = read ?? `one of ${candidates.join(", ") || "nothing known"}`;
  const type = chose === null ? `read as ${was}, rightly` : `read as ${was}; the person chose ${chose}`;
  const facts = edits.map(
    ({ field, read: from, chose: to }) => `${field}: read ${sayValue(from)}, now ${sayValue(to)}`,
  );
  return [first, ...[type, ...facts].map((line) => `     ${line}`)].join("\n");
}

/** Instants are kept as milliseconds, which nobody reads. */
function sayValue(value: string): string {
  return /^\d{12,14}$/.test(value) ? `${new Date(Number(value)).toISOString().slice(0, 16)}Z` : value;
}

/** What would be read otherwise, sentence by sentence, the doubtful ones marked. */
export function sayChanges(changes: readonly Change[], of: string): string {
  const lines = changes.map(({ text, before, after, means }) => {
    const verdict = means === null ? "" : after === means ? "  better" : before === means ? "  WORSE" : "  still wrong";
    return `     “${text}”: ${before} → ${after}${verdict}`;
  });
  const count = changes.length === 0 ? "none reads differently" : `${changes.length} read differently`;
  return [`Of ${of}, ${count}${lines.length === 0 ? "." : ":"}`, ...lines].join("\n");
}
