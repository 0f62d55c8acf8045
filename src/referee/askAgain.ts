import type { Answer, Pressed } from "../adapter.ts";
import type { Action } from "../card/action.ts";
import { mayAskAgain } from "../card/buttons/askAgain.ts";
import { sayWho } from "../request/actor.ts";
import { readerOf } from "../request/asRead.ts";
import type { Meta, World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import { answererName, speaksAsRequester } from "../request/rules/requester.ts";
import { told } from "../request/rules/told.ts";
import type { Closed } from "../request/state.ts";
import { say } from "../words/say.ts";
import { stepsOf } from "../workflow/requestType.ts";
import { instantOf, type Values } from "../workflow/value.ts";
import { metaFor } from "./acting.ts";
import { tell } from "./aside.ts";
import { untouchable } from "./mayTouch.ts";
import { answerFrom, NOTHING, type ReceiveOptions, worldOf } from "./receiving.ts";
import { requestIdFor } from "./requests.ts";

/** So often one request is asked for once more: whoever put a draft away may want it after all. */
const MOST_TIMES = 10;

/**
 * What ended before it was decided, or could not be carried out, becomes a draft with the same facts, without the times that have passed. However often
 * it is pressed, there is one of them as long as that is a draft or open.
 */
export async function askAgain(options: ReceiveOptions, action: Action, pressed: Pressed): Promise<Answer> {
  const { request } = action;
  const before = await options.store.recall(pressed.id, { within: request });
  if (before !== null) return answerFrom(before);
  await options.linking.meet(pressed);
  const world = await worldOf(options, request, pressed);
  const { state, now } = await options.requests.load(request);
  if (state.status !== "closed" || !mayAskAgain(state)) return NOTHING;
  const meta = metaFor(pressed, world, now, state);
  const kept = untouchable(action, state, { spot: pressed.spot, meta }, world);
  if (kept !== null) return answerFrom(await options.requests.answer(request, pressed.id, world, kept));
  const answer = speaksAsRequester(state, meta.by)
    ? await asked(options, request, state, meta, pressed, world)
    : tell(whoAsksAgain(state, world));
  return answerFrom(await options.requests.answer(request, pressed.id, world, answer));
}

function whoAsksAgain(state: Closed, world: World): string {
  const { asked, key } = state;
  const who = answererName(state, world.plant);
  if (asked.speaksFor === null) return say(readerOf(world), "alone.theyAskAgain", { who, key });
  const other = sayWho(asked.requester, asked, world.plant);
  return say(readerOf(world), "alone.standInAsksAgain", { who, other, key });
}

async function asked(
  { requests }: ReceiveOptions,
  request: RequestId,
  state: Closed,
  meta: Meta,
  pressed: Pressed,
  world: World,
): Promise<Answer> {
  for (let time = 0; time < MOST_TIMES; time++) {
    const again = requestIdFor(`${request} again`, time);
    const { state: there } = await requests.load(again);
    if (there.status === "open") return tell(say(readerOf(world), "alone.askedAgain", { key: there.key }));
    if (there.status === "closed" || (there.status === "draft" && there.discarded !== null)) continue;
    if (there.status === "unstarted") await draft(requests, again, state, meta, pressed, world);
    return tell(say(readerOf(world), "alone.draftNewTime", { key: state.key }));
  }
  return tell(say(readerOf(world), "alone.askedOften", { key: state.key }));
}

async function draft(
  requests: ReceiveOptions["requests"],
  again: RequestId,
  state: Closed,
  { by, name, via }: Meta,
  { id, spot }: Pressed,
  world: World,
): Promise<void> {
  const { type } = state.rules;
  await requests.act(again, `${id}#again`, world, (_, at) => ({
    type: "command",
    command: {
      ...{ type: "start", by, name, at, ...(via !== undefined && { via }) },
      ...{ spot: { ...spot, thread: null }, text: state.asked.text, quoted: null },
      ...{ reading: { type, candidates: [type], because: [] }, values: stillAhead(state, at) },
    },
    answer: NOTHING,
  }));
}

/** What was told, without the times that have passed. */
function stillAhead(state: Closed, at: number): Values {
  const windows = stepsOf(state.rules).flatMap(({ window }) => window ?? []);
  const times = new Set([state.rules.endsAt, ...windows.flatMap(({ from, until }) => [from, until])]);
  const isOver = (id: string, value: string) =>
    [...times].some((time) => time === id) && (instantOf(value) ?? at) <= at;
  return Object.fromEntries(Object.entries(told(state)).filter(([id, value]) => !isOver(id, value)));
}
