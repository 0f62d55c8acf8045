import type { Card } from "../../src/card/card.ts";
import { draftCard } from "../../src/card/draft/draftCard.ts";
import { draftNotice, noticeFor } from "../../src/card/pings/notice.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { type EpochMs, later, MINUTE_MS } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { stateAs, worldForActor } from "../../src/request/asRead.ts";
import type { RequestCommand } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import type { StepIn } from "../../src/request/state.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
// The walks that the tests take.
import { drafted, oneOn, type Said, sent, then, valuesFrom, type Walk, wokenUntil } from "../../test/workflow/walk.ts";

/** A card or a ping that people read. `card`: of which type and for whom, `open-port, step security`. */
export type Read = {
  readonly card: string;
  readonly state: string;
  readonly text: string;
  readonly shows: Card | null;
  /** To find the forms behind its buttons. */
  readonly walk: Walk;
};

export const REQUEST = RequestId.parse("req_0123456789ab");

/** What people write in fields and in the message that asks; what they say does not matter where they are left out. */
export type Words = { readonly said?: Said; readonly text?: string };

/** What people read of a type, from its draft to its end, and where it ends early. */
export function livesOf(
  type: RequestType,
  plant: Plant,
  by: PersonId,
  at: EpochMs,
  words: Words = {},
): readonly Read[] {
  const { said, text } = words;
  const cast = { plant, type, by, name: plant.people.get(by)?.name ?? by, at, ...(text === undefined ? {} : { text }) };
  const values = valuesFrom(type, "requester", at, said);
  const asked = sent(cast, values);
  const states: readonly State[] = [
    ...throughIt(asked, type, said),
    ["overdue", wokenUntil(asked, later(at, OVERDUE_MS))],
    ["denied", denied(asked)],
    ["withdrawn", then(asked, { ...acting(asked, by), type: "withdraw", reason: "It is not needed any more." })],
  ].flatMap(([name, walk]) => (walk === null ? [] : [[name, walk] as State]));
  return [
    ofDraft("draft, nothing filled in", drafted(cast, {}), type),
    ofDraft("draft", drafted(cast, values), type),
    ...states.flatMap(([name, walk], index) => ofState(type, name, walk, states[index - 1]?.[1].events.length ?? 0)),
  ];
}

const OVERDUE_MS = 3 * 24 * 60 * MINUTE_MS;
const MOST_STATES = 40;

type State = readonly [name: string, walk: Walk];

/** A yes at every step, and what falls due meanwhile. */
function throughIt(
  asked: Walk,
  type: RequestType,
  said: Said | undefined,
): readonly (readonly [string, Walk | null])[] {
  const states: [string, Walk][] = [];
  for (let now: Walk | null = asked; now !== null && states.length < MOST_STATES; now = oneOn(now, type, said)) {
    const step = openStep(now);
    states.push([nameOf(now, step), now]);
    const taken = step === undefined || step.ball.takenBy !== null ? null : taking(now, step);
    if (taken !== null) states.push([`${nameOf(now, step)}, taken`, taken]);
  }
  return states;
}

function nameOf({ state }: Walk, step: StepIn<"open"> | undefined): string {
  if (state.status === "closed") return state.outcome;
  return step === undefined ? "waits for its time" : `turn of ${step.id}`;
}

function openStep({ state }: Walk): StepIn<"open"> | undefined {
  return state.status === "open"
    ? [...state.steps.values()].find((step): step is StepIn<"open"> => step.status === "open")
    : undefined;
}

function taking(walk: Walk, step: StepIn<"open">): Walk | null {
  return bySome(walk, step, (who) => ({ ...who, type: "take", step: step.id, ask: step.ask }));
}

function denied(walk: Walk): Walk | null {
  const step = openStep(walk);
  const answer = { reason: "The line runs until Friday.", yesIf: "Ask again for the weekend." };
  return step === undefined
    ? null
    : bySome(walk, step, (who) => ({ ...who, ...answer, type: "deny", step: step.id, ask: step.ask }));
}

/** By the first of those who were asked that may. */
function bySome(walk: Walk, { ball }: StepIn<"open">, command: (who: Who) => RequestCommand): Walk | null {
  for (const by of ball.pings.flatMap(({ people }) => people)) {
    try {
      return then(walk, command(acting(walk, by)));
    } catch (caught) {
      if (!(caught instanceof RefusedError)) throw caught;
    }
  }
  return null;
}

type Who = ReturnType<typeof acting>;

function acting({ state, world }: Walk, by: PersonId) {
  return { by, name: world.plant.people.get(by)?.name ?? by, at: later(state.at, MINUTE_MS) };
}

function ofDraft(name: string, walk: Walk, { type }: RequestType): Read {
  const { state } = walk;
  const world = worldForActor(walk.world);
  if (state.status !== "draft") throw new Error("a draft was sent by itself");
  const card = draftCard(REQUEST, state, world);
  return { card: `${type}, draft`, state: name, text: draftNotice(state, world), shows: card, walk };
}

/**
 * Each place that is not left, and what was said beside its card since the state before.
 * @param world as it is read, where that is otherwise than it is decided in
 */
export function ofState(
  type: RequestType,
  name: string,
  walk: Walk,
  before: number,
  world = worldForActor(walk.world),
): readonly Read[] {
  const { events } = walk;
  const state = stateAs(walk.state, world);
  if (state.status !== "open" && state.status !== "closed") return [];
  return [...state.places.values()].flatMap((place): readonly Read[] => {
    if (place.left) return [];
    const about = { card: `${type.type}, ${roleOf(place)}`, state: name, walk };
    const at = { request: REQUEST, state, place, world };
    const pings = events.slice(before).flatMap((event) => pingFor(event, at) ?? []);
    return [
      { ...about, text: noticeFor(at), shows: requestCard(REQUEST, state, place, world) },
      ...pings.map(({ text, card }) => ({ ...about, card: `${about.card}, ping`, text, shows: card })),
    ];
  });
}

function roleOf({ role }: Place): string {
  return role.type === "step" ? `step ${role.step}` : role.type;
}
