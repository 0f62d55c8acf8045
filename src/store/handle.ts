import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { EpochMs } from "../clock.ts";
import { ConflictError, RefusedError } from "../errors.ts";
import type { Loaded } from "./loadScript.ts";
import type { Append, Appended, Command, Decision, Handled } from "./types.ts";

/** How often a command is decided again because somebody else was first. Reached only under heavy contention. */
const MAX_ATTEMPTS = 20;

const Remembered = z.discriminatedUnion("type", [
  z.object({ type: z.literal("accepted"), answer: z.json() }),
  z.object({ type: z.literal("refused"), code: z.string(), message: z.string() }),
]);
type Remembered = z.infer<typeof Remembered>;

/** What handling needs from the record. */
export type HandlePort = {
  readonly load: (stream: Append["stream"], guardNames: readonly string[]) => Promise<Loaded>;
  readonly append: (append: Append) => Promise<Appended>;
  /** Remembers an answer that changes nothing; gives the first one back if the command id already has one. */
  readonly remember: (commandId: string, answer: string) => Promise<string | null>;
};

/**
 * Loads, decides, appends; decides again when somebody else was first. A refusal is an answer too: it is remembered
 * under the command id, so that a repeat hears the same, whatever happened meanwhile.
 * @throws RefereeError `STREAM_CONFLICT` after twenty lost races
 */
export async function handle<S, E extends { readonly at: EpochMs }>(
  port: HandlePort,
  command: Command<S, E>,
): Promise<Handled> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const handled = await attemptOnce(port, command);
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
  const loaded = await port.load(command.stream, command.guardNames ?? []);
  const before = loaded.history.events.map(command.readEvent);
  const state = before.reduce(command.evolve, command.initial);
  const at = latest(loaded.history.now, before.at(-1)?.at);
  const decided = decideOrRefuse(command, { state, version: loaded.history.version, at, guards: loaded.guards });
  if (decided.type === "refused") return rememberRefusal(port, command.commandId, decided);
  const appended = await port.append(buildAppend(command, loaded, state, decided));
  if (appended.type === "conflict") return null;
  if (appended.type === "known") return { ...readRemembered(appended.answer), repeated: true };
  return { type: "accepted", answer: decided.answer, repeated: false };
}

type Refusal = Extract<Remembered, { type: "refused" }>;

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

async function rememberRefusal(port: HandlePort, commandId: string, refusal: Refusal): Promise<Handled> {
  const first = await port.remember(commandId, JSON.stringify(refusal));
  return first === null ? { ...refusal, repeated: false } : { ...readRemembered(first), repeated: true };
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
    ...(version === 0 ? nothing : command.project(after, version, events)),
    commandId: command.commandId,
    stream: command.stream,
    expected: { version: history.version, head: history.head },
    events: events.map(command.writeEvent),
    answer: JSON.stringify({ type: "accepted", answer } satisfies { type: "accepted"; answer: Decision<E>["answer"] }),
    guards,
  };
}

function readRemembered(answer: string): Remembered {
  return Remembered.parse(JSON.parse(answer));
}

/** Redis may be restarted on a machine whose clock is behind: time in a history never runs backwards. */
function latest(now: EpochMs, last: EpochMs | undefined): EpochMs {
  return last !== undefined && last > now ? last : now;
}
