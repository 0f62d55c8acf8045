import type { Answer } from "../adapter.ts";
import type { TeamUsual } from "../card/draft/sayUsual.ts";
import { notRecordedCard, whereCard, whyDeniedCard } from "../card/threadCard.ts";
import { isCalledSo } from "../intake/calledSo.ts";
import { filesIn } from "../intake/filesIn.ts";
import type { OwnWish } from "../intake/ownWish.ts";
import { answersQuestion } from "../intake/reply.ts";
import { type Spoken, spokenIn, type Talk } from "../intake/spoken.ts";
import { stateAs, worldBy } from "../request/asRead.ts";
import type { Meta } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import { speaksAsRequester } from "../request/rules/requester.ts";
import type { RequestState } from "../request/state.ts";
import { COMMAND_MEMORY_MS } from "../store/commandMemory.ts";
import type { Handled } from "../store/types.ts";
import type { Meaning } from "../understand/thread/meaning.ts";
import { readThread, type ThreadReading } from "../understand/thread/readThread.ts";
import { say } from "../words/say.ts";
import { metaFor } from "./acting.ts";
import { answerHeldBack } from "./answerable.ts";
import { withAside } from "./aside.ts";
import type { About, Heard } from "./heard.ts";
import { NOTHING, type ReceiveOptions } from "./receiving.ts";
import { requestIdFor } from "./requests.ts";

type Beside = { readonly own: OwnWish; readonly isQuestion: boolean };

/**
 * Words that look like an answer to a request, or like a wish about it, are answered to whoever wrote them, alone: with the
 * buttons that do it, or from the record. Nothing is recorded, and nobody else reads it as anything. Null for everything
 * else. What was answered so once is never a comment, though the state has changed when it comes again.
 */
export async function answerTalk(
  options: ReceiveOptions,
  heard: Heard,
  about: About,
  beside: Beside = { own: "no", isQuestion: false },
): Promise<Handled | null> {
  const { said, act, world, aside } = heard;
  const reading = talkOf(heard, beside);
  const saysMore = reading.meanings.length > 0 || isCalledSo(heard.reading.text, world);
  if (!saysMore || heard.reading.danger === "emergency") return null;
  const talk: Talk = { request: about.request, text: heard.reading.text, reading, place: about.name };
  const { state, now } = await options.requests.load(about.request);
  const first = spokenBy(talk, state, metaFor(said, world, now, state), heard);
  const routed = await options.offers.route(`${act}:talk`, first === null ? null : about.request);
  if (routed === null) return null;
  const held = await answerHeldBack(options, heard);
  if (held !== null) return options.requests.answer(about.request, act, world, withAside(held, aside));
  const ref = await keepWords(options, heard);
  const usual = asksWhere(first) ? await options.usualTimes(state, world) : [];
  return options.requests.act(
    about.request,
    act,
    world,
    (current, at) => {
      const meta = metaFor(said, world, at, current);
      const spoken = spokenBy(talk, current, meta, heard);
      const answer = spoken === null ? NOTHING : answerOf(spoken, talk, current, meta, { heard, ref, usual });
      return { type: "answer", answer: withAside(answer, aside) };
    },
    aside,
  );
}

/** Keeps what somebody wrote until they press. @returns under which id */
export async function keepWords({ offers }: Pick<ReceiveOptions, "offers">, heard: Heard): Promise<RequestId> {
  const { id, account, name, spot, files, edition = 0 } = heard.said;
  const ref = requestIdFor(heard.act, 0);
  const kept = { id, account, name, spot, text: heard.reading.text, files: filesIn(files), edition };
  await offers.keep(ref, kept, COMMAND_MEMORY_MS);
  return ref;
}

/** Said to Referee, a question it answers and what may be a wish of its own are not taken for something else. */
function talkOf({ reading, world }: Heard, { own, isQuestion }: Beside): ThreadReading {
  const talk = readThread(reading.text, world.plant.code);
  const yields = (meaning: Meaning) => meaning === "ask" && (isQuestion || own === "perhaps");
  return { ...talk, meanings: talk.meanings.filter((meaning) => !yields(meaning)) };
}

function spokenBy(talk: Talk, state: RequestState, meta: Meta, { reading, world }: Heard): Spoken | null {
  // Who asked, or answers for it, and wants a guard out of the way is told so.
  const isOwn = state.status !== "unstarted" && speaksAsRequester(state, meta.by);
  if (reading.danger === "bypass" && isOwn) return null;
  if (!answersQuestion(state, talk.place, meta)) return spokenIn(talk, state, meta, world);
  // While a question waits for them, their words are the answer, unless they take everything back.
  const isTakenBack = talk.reading.meanings.includes("withdraw");
  return isTakenBack ? spokenIn(withOnly(talk, "withdraw"), state, meta, world) : null;
}

function withOnly(talk: Talk, meaning: Meaning): Talk {
  return { ...talk, reading: { ...talk.reading, meanings: [meaning] } };
}

/** Where it stands, and so how long it may take. */
function asksWhere(spoken: Spoken | null): boolean {
  return spoken?.type === "answer" && spoken.about === "where";
}

type Saying = { readonly heard: Heard; readonly ref: RequestId; readonly usual: readonly TeamUsual[] };

function answerOf(spoken: Spoken, talk: Talk, told: RequestState, meta: Meta, { heard, ref, usual }: Saying): Answer {
  const read = worldBy(heard.world, heard.said.account);
  const { plant } = read;
  if (told.status !== "open" && told.status !== "closed") return NOTHING;
  const state = stateAs(told, read);
  if (spoken.type === "answer") {
    const where = spoken.about === "where";
    const card = where ? whereCard(state, plant, meta.at, usual) : whyDeniedCard(state, plant, meta.at);
    return { type: "private", text: card.title, card };
  }
  const stays = answersQuestion(state, talk.place, meta) ? "reply" : "comment";
  const card = notRecordedCard(talk.request, state, spoken.buttons, { words: talk.text, ref }, stays, plant);
  return { type: "private", text: say(plant, "alone.notRecorded", { title: card.title }), card };
}
