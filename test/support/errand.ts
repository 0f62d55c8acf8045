import { z } from "zod";
import { EpochMs, later } from "../../src/clock.ts";
import { RefereeError, RefusedError } from "../../src/errors.ts";
import {
  type Aggregate,
  type Command,
  type Json,
  laneOf,
  type Projected,
  placeId,
  StreamId,
  type Touch,
} from "../../src/store/types.ts";

// The smallest thing that behaves like a request: somebody asks, owners are called in order until one says it is done.

const Event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("asked"), owners: z.array(z.string()), patienceMs: z.int(), at: EpochMs }),
  z.object({ type: z.literal("calledNext"), at: EpochMs }),
  z.object({ type: z.literal("ownerMissing"), turn: z.int(), at: EpochMs }),
  z.object({ type: z.literal("finished"), by: z.string(), at: EpochMs }),
]);
export type ErrandEvent = z.infer<typeof Event>;

export type Errand =
  | { readonly status: "none" }
  | {
      readonly status: "open" | "finished";
      readonly id: string;
      readonly owners: readonly string[];
      /** The owner whose turn it is. */
      readonly turn: number;
      /** Version at which each turn began. */
      readonly calledAt: readonly number[];
      readonly patienceMs: number;
      readonly nextAt: EpochMs | null;
      readonly version: number;
      readonly by: string | null;
    };

export function evolve(state: Errand, event: ErrandEvent): Errand {
  if (event.type === "asked") {
    const { owners, patienceMs, at } = event;
    const nextAt = owners.length > 1 ? later(at, patienceMs) : null;
    return { status: "open", id: "", owners, turn: 0, calledAt: [1], patienceMs, nextAt, version: 1, by: null };
  }
  if (state.status === "none") return state;
  const version = state.version + 1;
  if (event.type === "finished") return { ...state, status: "finished", nextAt: null, version, by: event.by };
  if (event.type === "ownerMissing" && state.turn !== event.turn) return { ...state, version };
  const turn = Math.min(state.turn + 1, state.owners.length - 1);
  const nextAt = turn + 1 < state.owners.length ? later(event.at, state.patienceMs) : null;
  return { ...state, turn, nextAt, version, calledAt: [...state.calledAt, version] };
}

/** The conversation in which every errand's asker reads; one lane for all of them. */
export const ASKERS = "ASKERS";

function touchesOf(stream: StreamId, state: Errand): readonly Touch[] {
  if (state.status === "none") return [];
  const touch = (name: string, conversation: string, thread: string | null): Touch => {
    const spot = { adapter: "web" as const, conversation, thread };
    return { place: placeId(stream, name), lane: laneOf(spot), spot, tryAgain: false };
  };
  const called = state.owners.slice(0, state.turn + 1);
  return [touch("asker", ASKERS, `T-${stream}`), ...called.map((owner, i) => touch(`owner-${i}`, owner, null))];
}

export function errandOf(stream: StreamId): Aggregate<Errand, ErrandEvent> {
  const project = (state: Errand, _version: number, events: readonly ErrandEvent[]): Projected => ({
    projection: { status: state.status, turn: state.status === "none" ? "" : String(state.turn) },
    indexes: [{ name: "open", score: state.status === "open" ? state.owners.length : null }],
    wakeAt: state.status === "open" ? state.nextAt : null,
    touches: events.length === 0 ? [] : touchesOf(stream, state),
    revisits: [],
  });
  return { initial: { status: "none" }, evolve, readEvent, writeEvent: (event) => JSON.stringify(event), project };
}

export function readEvent(bytes: string): ErrandEvent {
  const parsed = Event.safeParse(JSON.parse(bytes));
  if (!parsed.success) throw new RefereeError("STREAM_UNREADABLE", `Not an errand's event: ${bytes}`);
  return parsed.data;
}

type ErrandCommand = Command<Errand, ErrandEvent>;

export function ask(
  stream: StreamId,
  owners: readonly string[],
  options: { id?: string; patienceMs?: number } = {},
): ErrandCommand {
  const { id = `ask:${stream}`, patienceMs = 60_000 } = options;
  return {
    ...errandOf(stream),
    stream,
    commandId: id,
    decide: ({ state, at }) => {
      if (state.status !== "none") throw new RefusedError("NOT_ALLOWED", "It was asked already.");
      return { events: [{ type: "asked", owners: [...owners], patienceMs, at }], answer: "asked" };
    },
  };
}

/** Only the owner whose turn it is may finish. */
export function finish(stream: StreamId, by: string, id = `finish:${stream}:${by}`): ErrandCommand {
  return {
    ...errandOf(stream),
    stream,
    commandId: id,
    decide: ({ state, at, version }) => {
      if (state.status !== "open") throw new RefusedError("REQUEST_CLOSED", "There is nothing left to finish.");
      if (state.owners[state.turn] !== by) throw new RefusedError("NOT_YOUR_BALL", "It is not your turn.");
      return { events: [{ type: "finished", by, at }], answer: { finishedAt: version + 1 } satisfies Json };
    },
  };
}

export function lookAgain(stream: StreamId, id: string): ErrandCommand {
  return {
    ...errandOf(stream),
    stream,
    commandId: id,
    decide: ({ state, at }) => {
      const due = state.status === "open" && state.nextAt !== null && state.nextAt <= at;
      return { events: due ? [{ type: "calledNext", at }] : [], answer: null };
    },
  };
}

/** The errand's places are opened once more, where they are. */
export function openAgain(stream: StreamId, id: string): ErrandCommand {
  return {
    ...lookAgain(stream, id),
    project: (state) => ({
      ...errandOf(stream).project(state, 0, [], state),
      touches: touchesOf(stream, state).map((touch) => ({ ...touch, tryAgain: true })),
    }),
  };
}

/** The owner whose turn this is cannot be reached, so the next one is called. */
export function reportMissing(stream: StreamId, turn: number, id: string): ErrandCommand {
  return {
    ...errandOf(stream),
    stream,
    commandId: id,
    decide: ({ at }) => ({ events: [{ type: "ownerMissing", turn, at }], answer: null }),
  };
}

let made = 0;

/** A stream no other test uses. */
export function aStream(): StreamId {
  made += 1;
  const process12 = `${process.pid.toString(16)}${made.toString(16).padStart(6, "0")}`;
  return StreamId.parse(`req_${process12.padStart(12, "0").slice(-12)}`);
}
