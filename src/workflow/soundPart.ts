import { z } from "zod";
import type { Path } from "../plant/file/yamlFile.ts";
import { RequestType } from "./requestType.ts";

/**
 * The file with a harmless stand-in wherever something has a mistake of its own, so that the rest can still be checked
 * and every finding keeps its place. Null when too little of the file is left.
 */
export function soundPartOf(value: unknown, error: z.ZodError): RequestType | null {
  const parsed = RequestType.safeParse(error.issues.reduce(mend, value));
  return parsed.success ? parsed.data : null;
}

type StandIn = (entry: unknown, at: number) => unknown;

/** What a faulty entry of a list is taken for: sound, unremarkable, and by its own name where it has one. */
const ENTRIES: ReadonlyMap<PropertyKey | undefined, StandIn> = new Map<PropertyKey | undefined, StandIn>([
  [
    "fields",
    (entry, at) => ({ id: nameOf(entry, `unnamed${at}`), label: "?", ask: "?", from: "requester", kind: "text" }),
  ],
  [
    "steps",
    (entry, at) => ({
      id: nameOf(entry, `unnamed-${at}`),
      kind: "do",
      owner: "ops",
      does: "?",
      clock: { take: "1 h" },
    }),
  ],
  ["consider", () => ({ text: "?" })],
  ["limits", (_, at) => ({ id: `unnamed-${at}`, label: "?" })],
]);

/** The same for what a file cannot be without. */
const KEYS: ReadonlyMap<PropertyKey | undefined, string> = new Map<PropertyKey | undefined, string>([
  ["type", "unnamed"],
  ["name", "?"],
  ["icon", "?"],
  ["title", "?"],
]);

const Named = z.looseObject({ id: z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/) });

function nameOf(entry: unknown, otherwise: string): string {
  const named = Named.safeParse(entry);
  return named.success ? named.data.id : otherwise;
}

function mend(value: unknown, issue: z.core.$ZodIssue): unknown {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.reduce((part, key) => changedAt(part, [...issue.path, key], () => undefined), value);
  }
  const { path } = issue;
  const list = path.findLastIndex((key, at) => ENTRIES.has(key) && typeof path[at + 1] === "number");
  const standIn = ENTRIES.get(path[list]);
  const index = path[list + 1];
  if (standIn !== undefined && typeof index === "number")
    return changedAt(value, path.slice(0, list + 2), (entry) => standIn(entry, index));
  return changedAt(value, path, () => (path.length === 1 ? KEYS.get(path[0]) : undefined));
}

/** The value with what stands at the path changed; removed when the change leaves nothing. */
function changedAt(value: unknown, [key, ...rest]: Path, change: (inner: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((each, at) => (at === key ? changedAt(each, rest, change) : each));
  if (!isBlock(value)) return value;
  const { [key]: inner, ...others } = value;
  const changed = changedAt(inner, rest, change);
  return changed === undefined ? others : { ...others, [key]: changed };
}

function isBlock(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}
