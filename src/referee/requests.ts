import { createHash } from "node:crypto";
import type { EpochMs } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import { perObject } from "../recent.ts";
import { THE_RULES } from "../request/actor.ts";
import type { RequestCommand, World } from "../request/commands.ts";
import { decide } from "../request/decide.ts";
import type { RequestEvent } from "../request/events.ts";
import { evolve } from "../request/evolve.ts";
import { RequestId, RequestKey } from "../request/ids.ts";
import { type RequestState, UNSTARTED } from "../request/state.ts";
import { readEvent, sharedIn, writeEvent } from "../request/stored/read.ts";
import type {
  Aggregate,
  Command,
  Decision,
  EventStore,
  Guard,
  Handled,
  Json,
  Position,
  Situation,
} from "../store/types.ts";
import { type Counted, countedIn } from "./counted.ts";
import { projectRequest } from "./requestProjection.ts";

/** A command made once the state and the time are known. Throws what the person is told when it cannot be. */
export type MakeCommand = (state: RequestState, at: EpochMs) => Making;

/** A command and the answer to give once it is recorded; or only an answer. */
export type Making =
  | {
      readonly type: "command";
      readonly command: RequestCommand;
      readonly answer: Json;
      /** What is answered in place of a refusal; null where it stays one. Default: it does. */
      readonly refused?: (error: RefusedError) => Json | null;
    }
  | { readonly type: "answer"; readonly answer: Json };

/** The one door to requests. */
export type Requests = {
  /** For what people do. `aside`: said before the reason when it is refused. */
  act(request: RequestId, commandId: string, world: World, make: MakeCommand, aside?: string | null): Promise<Handled>;
  /** Keeps what is answered to what somebody did; nothing else comes of it. */
  answer(request: RequestId, commandId: string, world: World, answer: Json): Promise<Handled>;
  /** As `act`, for what may send a request: it takes its turn with whatever else takes a number of the plant. */
  send(request: RequestId, commandId: string, world: World, make: MakeCommand): Promise<Handled>;
  /** For what happens by itself: nobody delivers it again later. */
  happen(request: RequestId, commandId: string, world: World, make: HappenCommand): Promise<Handled>;
  /**
   * Something it depends on changed: its people, holds and freezes are found anew, and its cards drawn again.
   * @param seen as it was loaded a moment ago
   */
  revisit(request: RequestId, commandId: string, world: World, seen: LoadedRequest): Promise<Handled>;
  /** Nothing happens; what is looked up by others is written anew. */
  listAgain(request: RequestId, world: World): Promise<Handled>;
  load(request: RequestId): Promise<LoadedRequest>;
};

/** What happens is the same whatever the state; only its time is told when it is decided. */
type HappenCommand = (at: EpochMs) => RequestCommand;

/** A request's events and the states they led to: `states[i]` is the state after `i` events. */
export type LoadedRequest = {
  readonly events: readonly RequestEvent[];
  readonly state: RequestState;
  readonly now: EpochMs;
  /** Where its history ends. */
  readonly position: Position;
};

/** @param count told what was recorded, once of each append */
export function createRequests(
  store: EventStore,
  count: (counted: readonly Counted[]) => void = () => undefined,
): Requests {
  const door = { store, count };
  return {
    act: (request, commandId, world, make, aside = null) =>
      act(door, world, { request, commandId, make, aside, lasting: true, guardNames: [] }),
    answer: (request, commandId, world, answer) => {
      const make: MakeCommand = () => ({ type: "answer", answer });
      return act(door, world, { request, commandId, make, aside: null, lasting: true, guardNames: [] });
    },
    send: (request, commandId, world, make) =>
      act(door, world, { request, commandId, make, aside: null, lasting: true, guardNames: [numberOf(world)] }),
    happen: (request, commandId, world, commandAt) => {
      const make: MakeCommand = (_, at) => ({ type: "command", command: commandAt(at), answer: null });
      return act(door, world, { request, commandId, make, aside: null, lasting: false, guardNames: [] });
    },
    revisit: (request, commandId, world, { events, state, now, position }) => {
      const make: MakeCommand = (_, at) => ({
        type: "command",
        command: { type: "revisit", by: THE_RULES, name: "Referee", at },
        answer: null,
      });
      const known = { aside: null, lasting: false, guardNames: [], redraw: true };
      const seen = { snapshot: { position, state, at: events.at(-1)?.at ?? now }, now };
      return act(door, world, { request, commandId, make, ...known, seen });
    },
    listAgain: (request, world) => {
      const make: MakeCommand = () => ({ type: "answer", answer: null });
      return act(door, world, {
        ...{ request, commandId: `list:${request}`, make, aside: null },
        lasting: false,
        guardNames: [],
      });
    },
    load: async (request) => {
      const { events, version, head, now } = await store.load(request);
      return { ...folded(events), now, position: { version, head } };
    },
  };
}

/** A history of which nothing is new comes as the same list (`lately.ts`), and a press has it read some six times. */
const folded = perObject((stored: readonly string[]) => {
  const events = stored.map(readEvent);
  return { events, state: events.reduce<RequestState>(evolve, UNSTARTED) };
});

/** The id of the request that a platform's event starts: the same event sent again starts the same request. */
export function requestIdFor(eventId: string, index: number): RequestId {
  const digest = createHash("sha256").update(`${eventId}#${index}`).digest("hex");
  return RequestId.parse(`req_${digest.slice(0, 12)}`);
}

type Door = {
  readonly store: EventStore;
  readonly count: (counted: readonly Counted[]) => void;
};

type Act = {
  readonly request: RequestId;
  readonly commandId: string;
  readonly make: MakeCommand;
  readonly aside: string | null;
  readonly lasting: boolean;
  readonly guardNames: readonly string[];
  /** Whether its cards may look different though nothing happened to it. Default: false. */
  readonly redraw?: boolean;
  readonly seen?: NonNullable<Command<RequestState, RequestEvent>["seen"]>;
};

async function act(
  { store, count }: Door,
  world: World,
  { request, make, aside, redraw = false, ...known }: Act,
): Promise<Handled> {
  // Decided again after a lost race: only the last of it was recorded.
  let counted: readonly Counted[] = [];
  const aggregate = aggregateOf(request, world, redraw);
  const handled = await store.handle<RequestState, RequestEvent>({
    ...aggregate,
    ...known,
    stream: request,
    decide: (situation) => {
      counted = [];
      return refusing(aside, world, () => decideOn(situation, world, make, known.guardNames));
    },
    project: (state, version, events, before) => {
      counted = countedIn(before, state, events);
      return aggregate.project(state, version, events, before);
    },
  });
  if (handled.type === "accepted" && !handled.repeated && counted.length > 0) count(counted);
  return handled;
}

function decideOn(
  situation: Situation<RequestState>,
  world: World,
  make: MakeCommand,
  guardNames: readonly string[],
): Decision<RequestEvent> {
  const made = make(situation.state, situation.at);
  if (made.type === "answer") return { events: [], answer: made.answer };
  try {
    return decided(situation, world, made, guardNames);
  } catch (error) {
    const answer = error instanceof RefusedError ? (made.refused?.(error) ?? null) : null;
    if (answer === null) throw error;
    return { events: [], answer };
  }
}

function decided(
  { state, guards }: Situation<RequestState>,
  world: World,
  { command, answer }: Extract<Making, { type: "command" }>,
  guardNames: readonly string[],
): Decision<RequestEvent> {
  const number = Number(guards[numberOf(world)] ?? "") || 0;
  const nextKey = RequestKey.parse(`${world.plant.code}-${number + 1}`);
  const events = decide(state, command, { ...world, nextKey });
  if (!numbered(events)) return { events, answer };
  // Without having read the last number nobody may give the next: it would be HAM-1 again.
  if (guardNames.length === 0) throw new Error(`${command.type} sends a request, so it has to go through send`);
  return { events, answer, guards: [take(numberOf(world), number)] };
}

/** A refusal is kept as it is told: in the words of whoever acted, and with what is said beside it. */
function refusing<T>(aside: string | null, { reader, plant }: World, decision: () => T): T {
  try {
    return decision();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const said = error.saidTo(reader ?? plant);
    throw new RefusedError(error.code, aside === null ? said : `${aside} ${said}`, { cause: error });
  }
}

/** The guard that holds the last number given in a plant. */
export const NUMBER_GUARD = "number-";
const numberOf = ({ plant }: World) => `${NUMBER_GUARD}${plant.code}`;

const numbered = (events: readonly RequestEvent[]) => events.some(({ type }) => type === "RequestSent");

/** The number is taken in the same step as the event that carries it: no gap, no number twice. */
function take(name: string, number: number): Guard {
  return { name, expected: number === 0 ? "" : String(number), next: String(number + 1) };
}

function aggregateOf(request: RequestId, world: World, redraw: boolean): Aggregate<RequestState, RequestEvent> {
  return {
    initial: UNSTARTED,
    evolve,
    readEvent,
    writeEvent,
    sharedIn,
    project: (state, _version, events, before) => projectRequest(request, { before, state, events }, world, redraw),
  };
}
