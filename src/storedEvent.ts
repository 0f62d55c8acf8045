import { z } from "zod";
import { RefereeError } from "./errors.ts";
import { readOnce } from "./recent.ts";
import { RELEASE } from "./release.ts";

/**
 * How one kind of event has been stored, its first version first. Each schema reads into the event of today: one of an
 * older version by an upcaster (`V1.StepOpened.transform(withPlace)`). What a release has written is never taken out.
 *
 * Keys that a schema does not know are ignored, so a newer release may add what an older one can do without, and keeps
 * the version. What an older release must not act without gets a new version: it is refused there, by name.
 */
export type Versions<E> = readonly [z.ZodType<E>, ...z.ZodType<E>[]];

/** Between the events of one aggregate and their bytes in the record. */
export type EventCodec<E> = {
  /** The kinds of events that this release knows. */
  readonly types: readonly string[];
  /** @throws RefereeError `STREAM_UNREADABLE`, with the event's name, version and the release that wrote it */
  readonly read: (bytes: string) => E;
  /** @throws RefereeError `STREAM_UNREADABLE` for an event that could not be read again: it would end its history */
  readonly write: (event: E) => string;
};

/** What every stored event has beside its own facts. Events from before releases were named have neither. */
const Envelope = z.object({
  type: z.string().min(1).max(80),
  v: z.int().positive().default(1),
  release: z.string().min(1).max(80).optional(),
});
type Envelope = z.infer<typeof Envelope>;

/** @param keep how many events are known by their bytes once they were read or written; those not asked for the longest go first */
export function eventCodec<E extends { readonly type: string }>(
  stored: ReadonlyMap<string, Versions<E>>,
  keep: number,
): EventCodec<E> {
  const read = readOnce((bytes: string): E => {
    const json = parsed(bytes);
    const envelope = Envelope.safeParse(json);
    if (!envelope.success) throw unreadable("A stored event", "it is none of Referee's events", envelope.error);
    const { type, v } = envelope.data;
    const versions = stored.get(type);
    if (versions === undefined) throw unreadable(nameOf(envelope.data), "no event of that name is known");
    const schema = versions[v - 1];
    if (schema === undefined)
      throw unreadable(nameOf(envelope.data), `only versions up to ${versions.length} are known`);
    const event = schema.safeParse(json);
    if (event.success) return event.data;
    throw unreadable(nameOf(envelope.data), whatIsWrong(event.error), event.error);
  }, keep);
  return {
    types: [...stored.keys()],
    read,
    write: (event) => {
      const bytes = JSON.stringify({ ...event, v: stored.get(event.type)?.length ?? 1, release: RELEASE });
      read(bytes);
      return bytes;
    },
  };
}

function parsed(bytes: string): unknown {
  try {
    return JSON.parse(bytes);
  } catch {
    // Without the cause: its message quotes the bytes, and so what somebody typed.
    throw unreadable("A stored event", "it is no JSON");
  }
}

function nameOf({ type, v, release }: Envelope): string {
  const writer = release === undefined ? "an early release" : `release ${release}`;
  return `The stored event ${type} (version ${v}, written by ${writer})`;
}

/** Where it is not what was expected. Never the value: it may be what somebody typed. */
function whatIsWrong({ issues }: z.ZodError): string {
  const places = issues.map(({ path }) => path.join(".") || "the whole");
  return `it does not have the form known here at ${[...new Set(places)].slice(0, 3).join(", ")}`;
}

function unreadable(what: string, why: string, cause?: unknown): RefereeError {
  const todo =
    "Start the release that wrote it, or a newer one; if that cannot read it either, restore the record: npm run audit names what is broken.";
  return new RefereeError("STREAM_UNREADABLE", `${what} cannot be read by release ${RELEASE}: ${why}. ${todo}`, {
    cause,
  });
}
