import type { Answer, Pressed } from "../adapter.ts";
import { type Action, decodeAction, type Verb } from "../card/action.ts";
import { readBoardAction } from "../card/board/boardAction.ts";
import { readDigestAction } from "../card/digest/digestAction.ts";
import { ASK_OWNER, ASK_SAFETY, OTHERWISE } from "../card/draft/otherwise.ts";
import { withoutLists } from "../card/forms/pickers.ts";
import { readHomeAction } from "../card/home/homeAction.ts";
import { readArrangement } from "../card/presence/presenceAction.ts";
import { readTogether } from "../card/together/togetherAction.ts";
import { VERBS, type WordsVerb } from "../card/verbs/verbs.ts";
import type { EpochMs } from "../clock.ts";
import { fillFrom } from "../intake/prefill.ts";
import { questionBehind, readPress } from "../intake/press.ts";
import type { Arrangement } from "../plant/arrangement/arrangement.ts";
import { readerOf } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { homeMessage } from "../request/homeSpot.ts";
import { RequestId } from "../request/ids.ts";
import { mayReadLists } from "../request/rules/mayRead.ts";
import type { Handled } from "../store/types.ts";
import { questionLabelOf } from "../understand/labels.ts";
import { metaFor } from "./acting.ts";
import { spent } from "./aside.ts";
import { askAgain } from "./askAgain.ts";
import { type Anew, hear } from "./hear.ts";
import { hearAsComment, hearFor } from "./hearFor.ts";
import { askLonger } from "./longer.ts";
import { untouchable } from "./mayTouch.ts";
import { pressPresence } from "./presence.ts";
import { changeKind } from "./quotas.ts";
import { answerFrom, NOTHING, RECORDED, type ReceiveOptions, settle, worldAround } from "./receiving.ts";
import type { LoadedRequest, Making } from "./requests.ts";
import { joinSame, knownToSend, likeSame, NOTHING_KNOWN, sameOf } from "./sameAgain.ts";
import { pressTogether } from "./together.ts";

/** A pressed button: it decides something, or opens the form that will. */
export async function press(options: ReceiveOptions, pressed: Pressed): Promise<Answer> {
  const wanted = readHomeAction(pressed.value);
  if (wanted !== null) return besideRequests(options, pressed, () => options.home.press(wanted, pressed.account));
  const rest = readDigestAction(pressed.value);
  if (rest !== null) return besideRequests(options, pressed, () => options.digest.rest(rest, pressed.account));
  const open = readBoardAction(pressed.value);
  if (open !== null) return besideRequests(options, pressed, () => options.board(open, pressed.account));
  const together = readTogether(pressed.value);
  if (together !== null) return pressTogether(options, together, pressed);
  const arranged = readArrangement(pressed.value);
  if (arranged !== null) return arrange(options, arranged, pressed);
  const action = decodeAction(pressed.value);
  if (takesUpWords(action.verb)) return TAKE_UP[action.verb](options, action, pressed);
  const before = await options.store.recall(pressed.id, { within: action.request });
  const handled = before ?? (await pressNew(options, action, pressed));
  await options.nameCard.pressed(action.request, pressed.spot, pressed.message);
  return answerFrom(handled);
}

type TakeUp = (options: ReceiveOptions, action: Action, pressed: Pressed) => Promise<Answer>;

const TAKE_UP: Readonly<Record<WordsVerb, TakeUp>> = {
  start: startOffered,
  reply: replyOffered,
  comment: replyOffered,
  longer: askLonger,
  askAgain,
  join: joinSame,
  like: likeSame,
};

function takesUpWords(verb: Verb): verb is WordsVerb {
  return verb in TAKE_UP;
}

/** What concerns no request is asked for anew, and answered once. */
async function besideRequests(
  options: ReceiveOptions,
  pressed: Pressed,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const before = await options.store.recall(pressed.id, {});
  if (before !== null) return answerFrom(before);
  await options.linking.meet(pressed);
  return settle(options, pressed.id, await answer());
}

async function arrange(options: ReceiveOptions, arrangement: Arrangement, pressed: Pressed): Promise<Answer> {
  const before = await options.store.recall(pressed.id, {});
  if (before !== null) return answerFrom(before);
  return settle(options, pressed.id, await pressPresence(options, arrangement, pressed));
}

async function pressNew(options: ReceiveOptions, action: Action, pressed: Pressed): Promise<Handled> {
  await options.linking.meet(pressed);
  // What is judged by is read once more with the decision; what goes before that, once.
  const loaded = await options.requests.load(action.request);
  const world = await worldAround(options, loaded, pressed.account);
  const meta = metaFor(pressed, world, loaded.now, loaded.state);
  const kept = untouchable(action, loaded.state, { spot: pressed.spot, meta }, world);
  if (kept !== null) return options.requests.answer(action.request, pressed.id, world, kept);
  const answer = await answerChosen(options, action, pressed, world, loaded);
  if (answer !== null) return answer;
  const words = await wordsBehind(options, action, pressed);
  const { sends } = VERBS[action.verb];
  const held = sends
    ? await callHeldBack(options, loaded, pressed, world)
    : await changingHeldBack(options, action, pressed, world, loaded.now);
  if (held !== null) return options.requests.answer(action.request, pressed.id, world, held);
  const { before, agreements } = sends ? await knownToSend(options, loaded, world) : NOTHING_KNOWN;
  const act = sends ? options.requests.send : options.requests.act;
  return act(action.request, pressed.id, world, (state, at): Making => {
    const pressing = readPress(action, state, metaFor(pressed, world, at, state), world, words);
    if (pressing.type === "command") {
      const { command } = pressing;
      const sent = command.type === "send" ? { ...command, agreements, ...sameOf(state, before, world) } : command;
      return { type: "command", command: sent, answer: RECORDED };
    }
    const filled =
      words === null || (state.status !== "open" && state.status !== "closed")
        ? pressing.form
        : fillFrom(pressing.form, action.verb, words, state, at, world);
    const form = mayReadLists(world.plant, metaFor(pressed, world, at, state).by) ? filled : withoutLists(filled);
    return { type: "answer", answer: { type: "form", form } };
  });
}

/** Null unless its author chose one of the questions as what their message was: that changes nothing of the draft. */
async function answerChosen(
  { requests, queries }: ReceiveOptions,
  action: Action,
  pressed: Pressed,
  world: World,
  { state, now }: LoadedRequest,
): Promise<Handled | null> {
  if (action.verb !== "read" || questionLabelOf(action.arg) === null) return null;
  const meta = metaFor(pressed, world, now, state);
  const query = questionBehind(action, state, meta, world);
  const { id: act, spot, account } = pressed;
  const asked = { act, spot, account, inOwnChat: spot.conversation === homeMessage(account).conversation, words: null };
  const answer = query === null ? NOTHING : await queries.answer([query], world, meta, asked);
  return requests.answer(action.request, pressed.id, world, answer);
}

/**
 * What somebody wrote before they were offered this button; null for the buttons of cards. Those that an older release made
 * have in place of their choice where the words are kept.
 */
async function wordsBehind(
  { offers }: ReceiveOptions,
  { arg, words }: Action,
  { account }: Pressed,
): Promise<string | null> {
  const ref = RequestId.safeParse(words ?? arg);
  const typed = ref.success ? await offers.read(ref.data) : null;
  return typed?.account === account ? typed.text : null;
}

/** Null unless it would change a draft, each time for ever, and whoever presses has done so too often just now. */
async function changingHeldBack(
  { quotas }: ReceiveOptions,
  { verb, arg }: Action,
  pressed: Pressed,
  world: World,
  now: EpochMs,
): Promise<Answer | null> {
  // Without a choice it opens the form for one.
  if ((verb !== "read" && verb !== "moveWindow") || arg === "") return null;
  const meta = metaFor(pressed, world, now);
  const kind = verb === "read" ? changeKind(arg, world.types) : "note";
  return quotas.answerHeldBack({ kind, meta, plant: readerOf(world), spot: pressed.spot, act: pressed.id });
}

/** Null unless it would call people, and whoever presses has called too often just now. */
async function callHeldBack(
  { quotas }: ReceiveOptions,
  { state, now }: LoadedRequest,
  pressed: Pressed,
  world: World,
): Promise<Answer | null> {
  const meta = metaFor(pressed, world, now, state);
  const type =
    state.status === "draft" && state.reading.type !== null ? world.types.get(state.reading.type) : undefined;
  if (type === undefined || type.call === null || state.status !== "draft" || state.asked.requester !== meta.by)
    return null;
  return quotas.answerHeldBack({ kind: "call", meta, plant: readerOf(world), spot: pressed.spot, act: pressed.id });
}

/**
 * Somebody takes up an offer: what they wrote to others is now said to Referee. That is one act however often it is
 * pressed, and another one than having written it.
 */
async function startOffered(options: ReceiveOptions, { request, arg }: Action, pressed: Pressed): Promise<Answer> {
  const before = await options.store.recall(pressed.id, {});
  if (before !== null) return answerFrom(before);
  const accepted = await options.overhear.accept(request, pressed);
  const answer =
    accepted.type === "said"
      ? spent(await hear(options, accepted, { act: `${accepted.id}:offer`, isNew: true, anew: ANEW.get(arg) ?? null }))
      : accepted;
  return settle(options, pressed.id, answer);
}

const ANEW: ReadonlyMap<string, Anew> = new Map([
  [OTHERWISE, "otherwise"],
  [ASK_OWNER, "toOwner"],
  [ASK_SAFETY, "toSafety"],
]);

/** Somebody says that what they wrote is the answer a request waits for: one act, too, however often it is pressed. */
async function replyOffered(
  options: ReceiveOptions,
  { verb, request, arg }: Action,
  pressed: Pressed,
): Promise<Answer> {
  const before = await options.store.recall(pressed.id, { within: request });
  if (before !== null) return answerFrom(before);
  await options.linking.meet(pressed);
  const anew = RequestId.safeParse(arg);
  const accepted = anew.success ? await options.overhear.accept(anew.data, pressed) : NOTHING;
  const hearIt = verb === "reply" ? hearFor : hearAsComment;
  const answer = accepted.type === "said" ? spent(await hearIt(options, accepted, request)) : accepted;
  return settle(options, pressed.id, answer);
}
