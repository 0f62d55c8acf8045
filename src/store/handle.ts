import { setTimeout as pause } from "node:timers/promises";
import type { EpochMs } from "../clock.ts";
import { ConflictError, RefusedError } from "../errors.ts";
import { type Kept, type Remember, readRepeated, writeKept } from "./commandMemory.ts";
import type { Loaded, Loading } from "./loadScript.ts";
import type { Append, Appended, Command, Decision, Handled, Snapshot } from "./types.ts";

/** How often a command is decided again because somebody else was first. Reached only under heavy contention. */
const MAX_ATTEMPTS = 20;

/** What handling needs from the record. */
export type HandlePort = {
  readonly load: (stream: Append["stream"], loading: Loading) => Promise<Loaded>;
  readonly append: (append: Append) => Promise<Appended>;
  readonly remember: Remember;
};

/**
 * Loads, decides, appends; decides again when somebody else was first. A command that came before is not decided again,
 * whatever happened meanwhile: it gets its first answer. A refusal is an answer too.
 * @throws RefereeError `STREAM_CONFLICT` after twenty lost races
 */
export async function handle<S, E extends { readonly at: EpochMs }>(
  port: HandlePort,
  command: Command<S, E>,
): Promise<Handled> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const handled = await attemptOnce(port, attempt === 1 ? command : { ...command, seen: null });
    if (handled !== null) return handled;
    await pause(attempt < 3 ? 0 : Math.random() * 2 ** Math.min(attempt, 6));
  }
  throw new ConflictError("STREAM_CONFLICT", `Too much happens to ${command.stream} at once. Please do it again.`);
}

/** Null when somebody else was first. */
async function attemptOnce<S, E extends { readonly at: EpochMs }>(
  port: HandlePort,
  command: Command<S, E>,
): Promise<Handled | null> {
  const { guardNames = [], seen = null } = command;
  const isSeen = seen !== null && guardNames.length === 0;
  const snapshot = isSeen ? seen.snapshot : (command.snapshot ?? null);
  const loaded = isSeen ? asSeen(seen) : await loadFor(port, command, snapshot);
  if (loaded.first !== null) return readRepeated(loaded.first);
  const before = loaded.history.events.map(command.readEvent);
  const known = snapshot !== null && loaded.history.from > 0 ? snapshot : { state: command.initial, at: undefined };
  const state = before.reduce(command.evolve, known.state);
  const at = latest(loaded.history.now, before.at(-1)?.at ?? known.at);
  const decided = decideOrRefuse(command, { state, version: loaded.history.version, at, guards: loaded.guards });
  if (decided.type === "refused") return rememberRefusal(port, command, decided);
  const appended = await port.append(buildAppend(command, loaded, state, decided));
  if (appended.type === "conflict") return null;
  if (appended.type === "known") return readRepeated(appended.answer);
  return { type: "accepted", answer: decided.answer, repeated: false };
}

function loadFor<S, E extends { readonly at: EpochMs }>(
  port: HandlePort,
  { stream, commandId, guardNames = [] }: Command<S, E>,
  snapshot: Snapshot<S> | null,
): Promise<Loaded> {
  return port.load(stream, { commandId, guardNames, since: snapshot?.position ?? null });
}

/** Whether the command came before, and whether anything came since, the append finds out. */
function asSeen({ snapshot, now }: NonNullable<Command<unknown, never>["seen"]>): Loaded {
  const { position } = snapshot;
  const history = { ...position, from: position.version, events: [], now };
  return { history, guards: {}, first: null, ends: false };
}

type Refusal = Extract<Kept, { type: "refused" }>;

function decideOrRefuse<S, E extends { readonly at: EpochMs }>(
  command: Command<S, E>,
  situation: Parameters<Command<S, E>["decide"]>[0],
): ({ readonly type: "decided" } & Decision<E>) | Refusal {
  try {
    return { type: "decided", ...command.decide(situation) };
  } catch (error) {
    if (error instanceof RefusedError) return { type: "refused", code: error.code, message: error.message };
    throw error;
  }
}

async function rememberRefusal(port: HandlePort, command: Parameters<Remember>[0], refusal: Refusal): Promise<Handled> {
  const first = await port.remember(command, writeKept(refusal));
  return first === null ? { ...refusal, repeated: false } : readRepeated(first);
}

function buildAppend<S, E extends { readonly at: EpochMs }>(
  command: Command<S, E>,
  { history }: Loaded,
  state: S,
  { events, answer, guards = [] }: Decision<E>,
): Append {
  const after = events.reduce(command.evolve, state);
  const version = history.version + events.length;
  const nothing = { projection: {}, indexes: [], wakeAt: null, touches: [], revisits: [] };
  return {
    ...(version === 0 ? nothing : command.project(after, version, events, state)),
    commandId: command.commandId,
    stream: command.stream,
    expected: { version: history.version, head: history.head },
    events: events.map(command.writeEvent),
    shared: events.flatMap((event) => command.sharedIn?.(event) ?? []),
    answer: writeKept({ type: "accepted", answer }),
    lasting: command.lasting ?? false,
    guards,
  };
}

/** Redis may be restarted on a machine whose clock is behind: time in a history never runs backwards. */
function latest(now: EpochMs, last: EpochMs | undefined): EpochMs {
  return last !== undefined && last > now ? last : now;
}
