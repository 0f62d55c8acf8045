import { RefereeError } from "../errors.ts";
import { keepNewest } from "../recent.ts";
import type { Acceptances } from "./acceptance.ts";
import { type Anchor, readAnchor, writeAnchor } from "./anchor.ts";
import type { StreamId } from "./types.ts";

/** Histories whose length this process remembers; enough for the open requests of many plants. */
const REMEMBERED_STREAMS = 10_000;
const WRITE_EVERY_MS = 5_000;
/** Of those the newest are written down, to say what is missing: more than change in the hours between two backups of a plant. */
const ANCHORED_STREAMS = 500;

/** The record is older than it was: how many appends it has, how many were seen, and which histories with how many events. */
export type Held = { readonly counter: number; readonly seen: number; readonly streams: Anchor["streams"] };

/**
 * Notices that Redis now holds less than was seen: a restored backup, a failover to a replica that lagged, a list cut
 * at its end. The chain of hashes cannot show that, since a chain cut at its end is still a valid chain.
 */
export type RollbackWatch = {
  /** The highest counter seen; ask before the command whose answer is then given to `sawCounter`. */
  counterSeen(): number;
  /** `seenBefore`: answers of two connections may cross, so only what was seen before asking may be held against them. */
  sawCounter(counter: number, seenBefore: number): void;
  versionSeen(stream: StreamId): number;
  sawVersion(stream: StreamId, version: number): void;
  /** It ends by itself: nothing that was seen of it is missed. */
  forget(stream: StreamId): void;
  report(error: RefereeError): void;
  /** What was reported so far, each finding once, for whoever asks whether Referee may be relied on. */
  findings(): readonly string[];
  /** Compares with what the last process of this machine had seen. */
  start(): Promise<void>;
  /** Set from the start on while the record is older than that, and no administrator has accepted it. */
  held(): Held | null;
  /** Looks whether it was accepted by now. @returns whether it may be worked on */
  again(): Promise<boolean>;
  /** Writes the anchor for the next process. */
  stop(): Promise<void>;
};

export type RollbackOptions = {
  /** A small file outside Redis that survives this process; null keeps nothing. */
  readonly anchorFile: string | null;
  /** The installation's counter now. */
  readonly readCounter: () => Promise<number>;
  /** How often it was accepted as it is. Default: never. */
  readonly readAcceptances?: () => Promise<Acceptances>;
  /** Told when the record is set back while this process works on it. Default: it is only reported. */
  readonly onSetBack?: () => void;
  /** Told once for each finding, with what to do. */
  readonly onRollback: (error: RefereeError) => void;
};

export function createRollbackWatch(options: RollbackOptions): RollbackWatch {
  const { anchorFile, readCounter, onRollback, onSetBack, readAcceptances = neverAccepted } = options;
  const versions = new Map<StreamId, number>();
  let highest = 0;
  let written = 0;
  let accepted = 0;
  let held: Held | null = null;
  let timer: NodeJS.Timeout | undefined;
  const found = new Map<string, string>();
  const report = once(found, onRollback);
  const write = async () => {
    // What was seen of an older record stays known until somebody accepts it.
    if (anchorFile === null || held !== null || highest <= written) return;
    written = highest;
    await writeAnchor(anchorFile, { counter: highest, accepted, streams: [...versions].slice(-ANCHORED_STREAMS) });
  };
  const sawCounter = (counter: number, seenBefore: number) => {
    if (counter < seenBefore) {
      report(fewerAppends(counter, seenBefore, anchorFile));
      onSetBack?.();
    }
    highest = Math.max(highest, counter);
  };
  /** Whether what is there now may be worked on, though more was seen. */
  const isAccepted = ({ count, newest }: Acceptances, seen: number) => count > accepted && (newest?.seen ?? 0) >= seen;
  const goOn = (counter: number, count: number) => {
    [held, accepted, highest, written] = [null, count, counter, -1];
    versions.clear();
    found.clear();
  };
  return {
    counterSeen: () => highest,
    sawCounter,
    versionSeen: (stream) => versions.get(stream) ?? 0,
    sawVersion: (stream, version) => rememberVersion(versions, stream, version),
    forget: (stream) => void versions.delete(stream),
    report,
    findings: () => [...found.values()],
    held: () => held,
    start: async () => {
      const anchor = (anchorFile === null ? null : await readAnchor(anchorFile)) ?? { ...NOTHING_SEEN };
      [written, accepted] = [anchor.counter, anchor.accepted];
      highest = Math.max(highest, anchor.counter);
      const acceptances = await readAcceptances();
      const counter = await readCounter();
      if (counter >= anchor.counter) accepted = acceptances.count;
      else if (isAccepted(acceptances, anchor.counter)) goOn(counter, acceptances.count);
      else {
        held = { counter, seen: anchor.counter, streams: anchor.streams };
        report(fewerAppends(counter, anchor.counter, anchorFile));
      }
      sawCounter(counter, 0);
      timer = setInterval(() => write().catch(onWriteFailed), WRITE_EVERY_MS);
      timer.unref();
    },
    again: async () => {
      if (held === null) return true;
      const acceptances = await readAcceptances();
      if (!isAccepted(acceptances, held.seen)) return false;
      goOn(await readCounter(), acceptances.count);
      return true;
    },
    stop: async () => {
      clearInterval(timer);
      await write();
    },
  };

  function onWriteFailed(cause: unknown) {
    report(new RefereeError("CONFIG_INVALID", `Cannot write ${anchorFile}. Check the disk and its rights.`, { cause }));
  }
}

const NOTHING_SEEN: Anchor = { counter: 0, accepted: 0, streams: [] };
const neverAccepted = async (): Promise<Acceptances> => ({ count: 0, newest: null });

function fewerAppends(counter: number, seen: number, anchorFile: string | null): RefereeError {
  const undo = anchorFile === null ? "" : ` If Redis was emptied on purpose, delete ${anchorFile}.`;
  return new RefereeError(
    "CHAIN_BROKEN",
    `Redis holds ${counter} appends, but ${seen} were seen before: recent decisions may be missing. ` +
      `Restore a newer backup, or say with \`npm run accept-record\` that work goes on with this one.${undo}`,
  );
}

function rememberVersion(versions: Map<StreamId, number>, stream: StreamId, version: number): void {
  keepNewest(versions, stream, Math.max(version, versions.get(stream) ?? 0), REMEMBERED_STREAMS);
}

/**
 * Each finding is said once, whatever counts stand in it: a watch that shouts for every command is switched off. Two
 * requests from which something is missing are two findings.
 */
function once(found: Map<string, string>, tell: (error: RefereeError) => void): (error: RefereeError) => void {
  return (error) => {
    const finding = `${error.code} ${error.message.replace(/\b\d+\b/g, "#")}`;
    if (found.has(finding)) return;
    found.set(finding, error.message);
    tell(error);
  };
}
