import { type EpochMs, HOUR_MS, later, latest } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import type { Actor } from "../../src/request/actor.ts";
import type { RequestCommand, World } from "../../src/request/commands.ts";
import { decide } from "../../src/request/decide.ts";
import type { RequestEvent } from "../../src/request/events.ts";
import { evolve } from "../../src/request/evolve.ts";
import { RequestKey } from "../../src/request/ids.ts";
import type { Spot } from "../../src/request/place.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { type Open, type RequestState, type StepIn, type StepState, UNSTARTED } from "../../src/request/state.ts";
import { readEvent, writeEvent } from "../../src/request/stored/read.ts";
import { type Field, fieldsFrom, type RequestType, type Step, stepsOf } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";

/** A request and everything that happened to it so far. */
export type Walk = { readonly world: World; readonly state: RequestState; readonly events: readonly RequestEvent[] };

type Cast = {
  readonly plant: Plant;
  readonly type: RequestType;
  readonly by: Actor;
  /** What their platform calls them. */
  readonly name?: string;
  readonly at: EpochMs;
  /** Where it is asked: in the channel of line 3 unless said otherwise. */
  readonly spot?: Spot;
  /** What they write. */
  readonly text?: string;
};

/** What somebody says in a field of a type; undefined for what stands in for it, null for nothing at all. */
export type Said = (type: RequestType, field: Field, at: EpochMs) => string | null | undefined;

const anything: Said = () => undefined;

const LINE_3 = { adapter: "web", conversation: "line-3", thread: "1" } as const;

/** A request of this type, sent by somebody. */
export function sent(cast: Cast, values: Readonly<Record<string, string>>): Walk {
  const { by, at, name = "somebody" } = cast;
  return then(drafted(cast, values), { by, at, name, type: "send" });
}

/** A draft of this type, as somebody wrote it. */
export function drafted(
  { plant, type, by, name = "somebody", at, spot = LINE_3, text = "please" }: Cast,
  values: Readonly<Record<string, string>>,
): Walk {
  const world = { plant, types: new Map([[type.type, type]]), nextKey: RequestKey.parse(`${plant.code}-1`) };
  const who = { by, at, name };
  const reading = { type: type.type, candidates: [], because: [] };
  const start = {
    ...who,
    type: "start",
    spot,
    text,
    quoted: null,
    reading,
    values: Values.parse(values),
  } as const;
  return then({ world, state: UNSTARTED, events: [] }, start);
}

/** The walk after one more command. */
export function then({ world, state, events }: Walk, command: RequestCommand): Walk {
  // As the record does: an event that could not be read again would end its request.
  const more = decide(state, command, world).map((event) => readEvent(writeEvent(event)));
  return { world, state: more.reduce(evolve, state), events: [...events, ...more] };
}

/**
 * The walk after the clock reached an instant: Referee wakes and looks at the request. What fell due while nothing was
 * open, as after a no that is taken back, is looked at once it is: time goes back in no record.
 */
export function wokenAt(walk: Walk, at: EpochMs): Walk {
  const now = latest([at, ...walk.events.slice(-1).map((last) => last.at)]) ?? at;
  return then(walk, { type: "wake", by: "referee:clock", at: now, name: "Referee" });
}

/** More often than any request falls due while a test looks on. */
const MOST_LOOKS = 20_000;

/** The walk until an instant, that one not included: Referee looks whenever something falls due. */
export function wokenUntil(walk: Walk, end: EpochMs): Walk {
  let now = walk;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const wake = nextWake(now.state, now.world.plant);
    if (wake === null || wake >= end) return now;
    now = wokenAt(now, wake);
  }
  throw new Error(
    `Referee has looked ${MOST_LOOKS} times and still finds something due before ${new Date(end).toISOString()}`,
  );
}

/** A value for every field that one supplier is asked for; instants follow each other by an hour from `at` on. */
export function valuesFrom(
  type: RequestType,
  from: Parameters<typeof fieldsFrom>[1],
  at: EpochMs,
  said: Said = anything,
): Values {
  const values = fieldsFrom(type, from).map((field, i): readonly [string, string | null] => {
    const own = said(type, field, at);
    return [field.id, own === undefined ? valueFor(field, later(at, (i + 1) * HOUR_MS)) : own];
  });
  return Values.parse(Object.fromEntries(values.filter(([, value]) => value !== null)));
}

function valueFor({ kind, options }: Field, at: EpochMs): string {
  switch (kind) {
    case "asset":
    case "place":
      return "asset:plc-12";
    case "endpoint":
      return "asset:historian";
    case "port":
      return "502/tcp";
    case "instant":
      return String(at);
    case "choice":
      return options[0]?.value ?? "";
    case "text":
      return "a few words";
  }
}

/**
 * Presses yes wherever somebody can, and waits where nobody can, until the request is closed or nothing moves.
 * @param upTo a step that is left unanswered: the walk ends when its turn has come
 */
export function pressedThrough(walk: Walk, type: RequestType, upTo?: string): Walk {
  let now = walk;
  for (let round = 0; round < 60 && now.state.status === "open"; round++) {
    if (firstOpen(now.state)?.id === upTo && upTo !== undefined) return now;
    const next = oneOn(now, type);
    if (next === null) return now;
    now = next;
  }
  return now;
}

/** One step on: a yes where somebody can give it, else to the next instant at which something falls due; null at the end. */
export function oneOn(walk: Walk, type: RequestType, said: Said = anything): Walk | null {
  if (walk.state.status !== "open") return null;
  const pressed = pressOnce(walk, walk.state, type, said);
  const wakeAt = nextWake(walk.state, walk.world.plant);
  return pressed ?? (wakeAt === null ? null : wokenAt(walk, wakeAt));
}

function pressOnce(walk: Walk, state: Open, type: RequestType, said: Said): Walk | null {
  const step = firstOpen(state);
  const rule = stepsOf(state.rules).find(({ id }) => id === step?.id);
  return step === undefined || rule === undefined ? null : pressYes(walk, step, rule, type, said);
}

export function firstOpen({ steps }: Open): StepIn<"open"> | undefined {
  return [...steps.values()].find((step): step is StepIn<"open"> => step.status === "open");
}

/** By the first of those who were pinged, then of everybody, who may. */
function pressYes(walk: Walk, step: StepIn<"open">, rule: Step, type: RequestType, said: Said): Walk | null {
  const people = [...step.ball.pings.flatMap((ping) => ping.people), ...walk.world.plant.people.keys()];
  for (const by of people) {
    try {
      return then(walk, yes(walk.state, step, rule, type, by, said));
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code === "FIELD_MISSING") throw error;
    }
  }
  return null;
}

export function yes(
  { at }: RequestState,
  { id, ask }: StepState,
  rule: Step,
  type: RequestType,
  by: PersonId,
  said: Said = anything,
): RequestCommand {
  const about = { step: id, ask, by, at, name: "somebody" };
  const values = valuesFrom(type, id, at, said);
  switch (rule.kind) {
    case "approve":
      return { ...about, type: "approve", limits: [], values };
    case "do":
    case "review":
      return { ...about, type: "finish", outcome: "done", evidence: "seen", onSite: "Ole", values };
    case "confirm":
      return { ...about, type: "confirm", outcome: "works", note: "" };
  }
}
