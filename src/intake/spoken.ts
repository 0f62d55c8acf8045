import { decodeAction } from "../card/action.ts";
import { button } from "../card/buttons/button.ts";
import { doable, doneBefore, type Press } from "../card/buttons/doable.ts";
import { handOf } from "../card/verbs/verbs.ts";
import type { Plant } from "../plant/plant.ts";
import { stateAs, worldIn } from "../request/asRead.ts";
import type { Meta, World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import type { PlaceName } from "../request/place.ts";
import { ruleOf } from "../request/rules/guards.ts";
import { isTheirs } from "../request/rules/mayPress.ts";
import { mayRead } from "../request/rules/mayRead.ts";
import type { Closed, Open, RequestState } from "../request/state.ts";
import type { Meaning } from "../understand/thread/meaning.ts";
import type { ThreadReading } from "../understand/thread/readThread.ts";
import type { PlainKey } from "../words/catalogue.ts";
import { LANGUAGES } from "../words/reader.ts";
import { say } from "../words/say.ts";
import type { StepId } from "../workflow/requestType.ts";
import { calledSo, isCalledSo } from "./calledSo.ts";
import { changedFacts } from "./changedFacts.ts";
import { peopleNamed, teamsNamed } from "./named.ts";
import { VERBS_OF, type VerbOf } from "./verbsOf.ts";

/** What words in a request's thread come to for whoever wrote them: buttons of theirs, or an answer from the record. */
export type Spoken =
  | { readonly type: "buttons"; readonly buttons: readonly Press[] }
  | { readonly type: "answer"; readonly about: "where" | "whyDenied" };

/** Words about a request that was sent. `place`: where they were written; null when it was anywhere else. */
export type Talk = {
  readonly request: RequestId;
  readonly text: string;
  readonly reading: ThreadReading;
  readonly place: PlaceName | null;
};

/** More than two things to do are a guess. */
const MOST_OFFERED = 3;

/**
 * The buttons that do what somebody's words say, of those that are theirs; null when the words are a comment, as everybody's
 * are who may not do it. Nothing is ever done by the words themselves.
 */
export function spokenIn(talk: Talk, state: RequestState, meta: Meta, world: World): Spoken | null {
  if (state.status !== "open" && state.status !== "closed") return null;
  const { meanings } = talk.reading;
  const buttons = buttonsFor(talk, state, meta, world);
  if (buttons.length > 0) return { type: "buttons", buttons };
  if (meanings.includes("whyDenied")) return { type: "answer", about: "whyDenied" };
  const asks = meanings.includes("whoHasIt") || meanings.includes("status");
  return asks ? { type: "answer", about: "where" } : null;
}

function buttonsFor(talk: Talk, state: Open | Closed, meta: Meta, world: World): readonly Press[] {
  const { request } = talk;
  const { plant } = world;
  const all = pressesOf(request, state, plant);
  const presses = theirs(all, state, meta, world);
  const called = isCalledSo(talk.text, world) ? asCalled(talk, presses, state, world) : [];
  if (called.length > 0) return inPlace(called, talk, state).slice(0, MOST_OFFERED);
  const found = talk.reading.meanings.flatMap((meaning) => meantBy(meaning, talk, presses, state, meta, world));
  const here = inPlace([...new Set(found)], talk, state);
  return here.length > 0 ? here.slice(0, MOST_OFFERED) : asksLonger(talk, state, meta, world);
}

function pressesOf(request: RequestId, state: Open | Closed, plant: Plant): readonly Press[] {
  return state.status === "open" ? doable(request, state, plant) : doneBefore(request, state, plant);
}

/** The buttons of theirs that the words are the name of. */
function asCalled(
  { request, text }: Talk,
  own: readonly Press[],
  state: Open | Closed,
  world: World,
): readonly Press[] {
  const each = LANGUAGES.map((language) => worldIn(world, language)).map((read) =>
    pressesOf(request, stateAs(state, read), read.plant),
  );
  return calledSo(text, own, each, world.plant.code);
}

function theirs(presses: readonly Press[], state: Open | Closed, meta: Meta, world: World): readonly Press[] {
  return presses.filter(({ value }) => {
    const action = decodeAction(value);
    return isTheirs(state, handOf(action.verb), action, meta, world);
  });
}

/** What was opened for a time ends then; whoever needs it longer, and may read it, asks anew. */
function asksLonger(
  { request, reading }: Talk,
  state: Open | Closed,
  { by }: Meta,
  { plant }: World,
): readonly Press[] {
  const { rules, grant } = state;
  if (!mayRead(state, plant, by)) return [];
  if (!reading.meanings.includes("extend") || rules.endsAt === null || grant.status === "none") return [];
  return [button(request, "longer", plant)];
}

/** The first of the ways to do it that is theirs. */
function meantBy(
  meaning: Meaning,
  talk: Talk,
  own: readonly Press[],
  state: Open | Closed,
  meta: Meta,
  world: World,
): readonly Press[] {
  for (const way of VERBS_OF[meaning]) {
    if (way.needsFacts === true && Object.keys(changedFacts(talk.text, state, meta.at, world)).length === 0) continue;
    if (way.names !== undefined && !isNamed(way.names, talk.text, world)) continue;
    const presses = own.filter(({ value }) => isMeant(way, value, talk, state));
    const { label } = way;
    if (presses.length > 0) return label === undefined ? presses : presses.map((press) => called(press, label, world));
  }
  return [];
}

function isNamed(whom: "person" | "team", text: string, { plant }: World): boolean {
  return (whom === "person" ? peopleNamed(text, plant) : teamsNamed(text, plant)).length > 0;
}

function called(press: Press, label: PlainKey, { plant }: World): Press {
  return { ...press, label: `${say(plant, label)}…` };
}

function isMeant(way: VerbOf, value: string, { reading }: Talk, state: Open | Closed): boolean {
  const { verb, step } = decodeAction(value);
  const wanted = way.verb === "approve" && reading.condition !== null ? "limits" : way.verb;
  // A yes with a condition is to one step; so is what is written where only one of them is.
  if (verb !== wanted || (verb === "both" && reading.condition !== null)) return false;
  if (way.calls === true && state.rules.call === null) return false;
  return way.kind === undefined || (step !== null && ruleOf(state, step).kind === way.kind);
}

/** Whoever holds several steps means the one in whose thread they write. */
function inPlace(presses: readonly Press[], { place }: Talk, state: Open | Closed): readonly Press[] {
  const role = place === null ? undefined : state.places.get(place)?.role;
  if (role?.type !== "step") return presses;
  const isHere = (id: StepId | null) => id === null || id === role.step;
  const here = presses.filter(({ value }) => isHere(decodeAction(value).step));
  return here.length === 0 ? presses : here;
}
