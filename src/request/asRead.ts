import type { AccountId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { readAt, readBy, readIn } from "../plant/who/language.ts";
import type { Language } from "../words/reader.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import { limitFor, rulesFor, typeFor } from "../workflow/texts.ts";
import type { World } from "./commands.ts";
import type { RequestId } from "./ids.ts";
import type { Spot } from "./place.ts";
import { factsOf, noteAs, stepAs } from "./retold.ts";
import type { Closed, Open, RequestState } from "./state.ts";

/** A world to draw from, in the language of those who read at a spot. Rules decide by the world as it is. */
export function worldAt(world: World, spot: Pick<Spot, "adapter" | "conversation">): World {
  return as(world, readAt(world.plant, spot));
}

/** The same for somebody who is answered alone. */
export function worldBy(world: World, account: AccountId): World {
  return as(world, readBy(world.plant, account));
}

/** The same for readers of a language. */
export function worldIn(world: World, language: Language): World {
  return as(world, readIn(world.plant, language));
}

/** The plant as whoever acts reads it. */
export function readerOf({ reader, plant }: World): Plant {
  return reader ?? plant;
}

/** The same for whoever acts. */
export function worldForActor(world: World): World {
  return as(world, readerOf(world));
}

function as(world: World, plant: Plant): World {
  return { ...world, plant, types: typesFor(world.types, plant) };
}

const typesRead = new WeakMap<World["types"], Map<Plant["language"], ReadonlyMap<TypeId, RequestType>>>();

function typesFor(types: World["types"], plant: Plant): World["types"] {
  const known = typesRead.get(types) ?? new Map<Plant["language"], ReadonlyMap<TypeId, RequestType>>();
  const before = known.get(plant.language);
  if (before !== undefined) return before;
  const made = new Map([...types].map(([id, type]) => [id, typeFor(type, plant)] as const));
  typesRead.set(types, known.set(plant.language, made));
  return made;
}

/**
 * A request to draw, with its rules and what Referee said itself in the words of those who read it.
 * @param world as they read it
 */
export function stateAs<State extends RequestState>(state: State, world: World): State {
  return isSent(state) ? sentAs(state, world) : state;
}

function isSent<State extends RequestState>(state: State): state is State & (Open | Closed) {
  return state.status === "open" || state.status === "closed";
}

function sentAs<State extends Open | Closed>(state: State, { plant, types }: World): State {
  const type = types.get(state.rules.type);
  const rules = rulesFor(state.rules, type, plant);
  const reader = { plant, facts: factsOf(rules, plant) };
  return {
    ...state,
    rules,
    limits: state.limits.map((limit) => ({ ...limit, text: limitFor(limit.text, state.rules, rules) })),
    steps: new Map([...state.steps].map(([id, step]) => [id, stepAs(step, reader)] as const)),
    notes: state.notes.map((note) => noteAs(note, reader)),
  };
}

type Loads = (request: RequestId) => Promise<{ readonly state: RequestState }>;

/** A door to requests through which they come as somebody reads them. */
export function loadingAs<L extends { readonly load: Loads }>(requests: L, world: World): L {
  const load = async (request: RequestId) => {
    const loaded = await requests.load(request);
    return { ...loaded, state: stateAs(loaded.state, world) };
  };
  return { ...requests, load };
}
