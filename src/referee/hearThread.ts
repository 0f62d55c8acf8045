import type { Answer } from "../adapter.ts";
import { draftWhenCard } from "../card/draft/draftCard.ts";
import { tookCard } from "../card/draft/typedCards.ts";
import { whichCard } from "../card/draft/whichCard.ts";
import { takenCard } from "../card/threadCard.ts";
import { sayLeftOut, sayOpenTimes } from "../intake/aside.ts";
import { filesIn } from "../intake/filesIn.ts";
import { isOwnWish, type OwnWish } from "../intake/ownWish.ts";
import type { MessageReading } from "../intake/reading.ts";
import { readReply } from "../intake/reply.ts";
import { sayWordsToo, withFiles } from "../intake/withFiles.ts";
import { readerOf, worldBy, worldForActor } from "../request/asRead.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import { HEARS_THREADS } from "../request/place.ts";
import type { RequestState } from "../request/state.ts";
import type { Handled } from "../store/types.ts";
import { readThread } from "../understand/thread/readThread.ts";
import { say } from "../words/say.ts";
import { metaFor } from "./acting.ts";
import { askingHeldBack } from "./answerable.ts";
import { answerQueries } from "./answerQueries.ts";
import { answerTalk, keepWords } from "./answerTalk.ts";
import { tell, withAside } from "./aside.ts";
import { type About, type Heard, isAddressed } from "./heard.ts";
import { keyedTalk } from "./keyedTalk.ts";
import { NOTHING, type ReceiveOptions } from "./receiving.ts";
import type { RequestPlace } from "./requestPlace.ts";

/**
 * In a request's thread: what answers it or is a wish about it, a question for Referee, a wish of its own ("own"), else a
 * reply. Said to Referee, nothing stays without an answer.
 */
export async function hearThread(
  options: ReceiveOptions,
  heard: Heard,
  about: RequestPlace,
): Promise<Handled | Answer | "own"> {
  const { said, reading, world } = heard;
  const { state } = await options.requests.load(about.request);
  const meta = metaFor(said, world, heard.now, state);
  const own = isAddressed(said) ? isOwnWish(reading, state, meta.by, world.types) : "no";
  const isQuestion = isAddressed(said) && reading.queries.length > 0;
  const talk = own === "yes" ? null : await talkIn(options, heard, about, { own, isQuestion });
  if (talk !== null) return talk;
  if (isQuestion) return withAside(await answerQueries(options, heard), heard.aside);
  if (own === "yes") return "own";
  const when = await draftWhen(options, heard, state, meta);
  if (when !== null) return withAside(when, heard.aside);
  if (own === "perhaps" && state.status === "draft") return askWhich(options, heard, about, state);
  return reply(options, heard, about, { own });
}

/** "How long will this take?" below one's own draft is a question, and none of its facts; null for everything else. */
async function draftWhen(
  options: ReceiveOptions,
  { reading, world, said }: Heard,
  state: RequestState,
  { by }: Meta,
): Promise<Answer | null> {
  if (state.status !== "draft" || state.discarded !== null || state.asked.requester !== by) return null;
  const { meanings } = readThread(reading.text, world.plant.code);
  const read = worldBy(world, said.account);
  const type = state.reading.type === null ? undefined : read.types.get(state.reading.type);
  if (type === undefined || meanings.length !== 1 || meanings[0] !== "status") return null;
  const usual = await options.usualTimes(state, world);
  const card = draftWhenCard(state, type, { ...read, usual, agreements: [] });
  return { type: "private", text: card.title, card };
}

/** Words about this request, or about the one whose key they name. */
async function talkIn(
  options: ReceiveOptions,
  heard: Heard,
  about: RequestPlace,
  beside: { readonly own: OwnWish; readonly isQuestion: boolean },
): Promise<Handled | Answer | null> {
  const keyed = await keyedTalk(options, heard, about.request);
  return keyed ?? answerTalk(options, heard, about, beside);
}

async function askWhich(
  options: ReceiveOptions,
  heard: Heard,
  { request }: RequestPlace,
  state: Extract<RequestState, { status: "draft" }>,
): Promise<Answer> {
  const held = await askingHeldBack(options, heard);
  if (held !== null) return withAside(held, heard.aside);
  const ref = await keepWords(options, heard);
  const card = whichCard(request, state, ref, readerOf(heard.world));
  return withAside({ type: "private", text: card.title, card }, heard.aside);
}

/** `isMeant`: its author has said that it is for this request. */
type Replying = { readonly own?: OwnWish; readonly isMeant?: boolean };

/** A reply in a request's thread: it fills a draft, answers a question, or is a comment for everybody involved. */
export async function reply(
  options: ReceiveOptions,
  heard: Heard,
  about: About,
  { own = "no", isMeant = false }: Replying = {},
): Promise<Handled> {
  const { said, act, reading, world, aside } = heard;
  const asked = {
    kind: "note",
    meta: metaFor(said, world, heard.now),
    plant: readerOf(world),
    spot: said.spot,
    act,
  } as const;
  const held = await options.quotas.answerHeldBack(asked);
  if (held !== null) return options.requests.answer(about.request, act, world, withAside(held, aside));
  const ref = own === "perhaps" ? await keepWords(options, heard) : null;
  return options.requests.act(
    about.request,
    act,
    world,
    (state, at) => {
      const meta = metaFor(said, world, at, state);
      const sent = { text: reading.text, message: said.id, files: filesIn(said.files) };
      const command = withFiles(
        readReply(reading, state, about.name, meta, world, isMeant),
        sent,
        state,
        about.name,
        meta,
      );
      const taken = takenBelow(heard, about, state, command) ?? takenFrom(heard, state, command, ref);
      const answer = withAside(withAside(taken, leftOutOf(reading, state, command, meta, world)), aside);
      if (command === null) return { type: "answer", answer };
      return {
        type: "command",
        command,
        answer: withAside(answer, sayWordsToo(command, state, meta, readerOf(world))),
      };
    },
    aside,
  );
}

/**
 * That something typed below everything was taken. Where there are threads, what took it may stand far above: then a draft
 * can be sent from here.
 */
function takenBelow(
  { said, world }: Heard,
  { request }: About,
  state: RequestState,
  command: RequestCommand | null,
): Answer | null {
  const { threads, next } = world.hearing?.(said.spot) ?? HEARS_THREADS;
  if (!next || !threads || said.isReply) return null;
  if (command?.type === "answer") return { type: "nothing", taken: "words" };
  if (command?.type !== "fill" || state.status !== "draft") return null;
  const card = tookCard(request, state, { ...state.values, ...command.values }, worldForActor(world));
  return { type: "private", text: card.title, card };
}

/** That a reply was taken: at the message where the platform can, and of a comment in words to whoever named Referee. */
function takenFrom(
  { said, reading, world }: Heard,
  state: RequestState,
  command: RequestCommand | null,
  ref: Awaited<ReturnType<typeof keepWords>> | null,
): Answer {
  const isSent = state.status === "open" || state.status === "closed";
  if (command?.type === "note" && isSent) {
    if (!isAddressed(said)) return { type: "nothing", taken: "words" };
    const card = takenCard(state, ref, readerOf(world));
    return {
      type: "private",
      text: say(readerOf(world), "thread.added", { key: state.key }),
      ...(ref !== null && { card }),
    };
  }
  if (command?.type === "answer" && isSent && !isAddressed(said)) return { type: "nothing", taken: "words" };
  const isUnused = command === null && reading.courtesy === null && isAddressed(said);
  return isUnused && !isSent && said.text.trim() !== "" ? tell(say(readerOf(world), "thread.noPlace")) : NOTHING;
}

/** What a reply to somebody's own draft says beyond what the draft takes of it. */
function leftOutOf(
  { text, courtesy, openTimes }: MessageReading,
  state: RequestState,
  command: RequestCommand | null,
  { by, at }: Meta,
  { plant, types }: World,
): string | null {
  if (state.status !== "draft" || state.discarded || state.asked.requester !== by || courtesy !== null) return null;
  const reading = command?.type === "read" ? command.reading : state.reading;
  const type = reading.type === null ? undefined : types.get(reading.type);
  const values = command !== null && "values" in command ? { ...state.values, ...command.values } : state.values;
  const leftOut = type === undefined ? null : sayLeftOut({ text, type, values, given: [], at }, plant);
  const lines = [leftOut, sayOpenTimes({ openTimes })].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join(" ");
}
