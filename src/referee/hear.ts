import type { Answer, Said } from "../adapter.ts";
import { helpCard } from "../card/answers.ts";
import type { EpochMs } from "../clock.ts";
import { asideFor, sayLeftOut, sayOpenTimes } from "../intake/aside.ts";
import { NO_BYPASS } from "../intake/danger.ts";
import { filesIn } from "../intake/filesIn.ts";
import type { DraftReading, MessageReading } from "../intake/reading.ts";
import { readReply } from "../intake/reply.ts";
import { sayWordsToo, withFiles } from "../intake/withFiles.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import { keepKnown } from "../request/rules/draft.ts";
import type { RequestState } from "../request/state.ts";
import type { Handled } from "../store/types.ts";
import type { Values } from "../workflow/value.ts";
import { metaFor } from "./acting.ts";
import { tell, withAside } from "./aside.ts";
import { carryOut } from "./draftPlan.ts";
import type { AnsweredOnce } from "./pairing.ts";
import { answerFrom, NOTHING, ownWorld, type ReceiveOptions, settle, worldOf } from "./receiving.ts";
import { type RequestPlace, requestPlaceOf } from "./requestPlace.ts";
import { requestIdFor } from "./requests.ts";
import { messageOf } from "./speech.ts";
import { typedNext, waitingIn } from "./typedNext.ts";

/** A reply was recorded: its writer sees a sign of it, where the platform has one. */
const RECORDED: Answer = { type: "nothing", taken: true };

const WELCOME = "You are welcome.";

/**
 * A message: a reply in a request's thread, a question Referee can answer, or something new. Whether it came before is
 * asked first: the thread it stands in may since have become that of the draft it made.
 */
export async function hear(options: ReceiveOptions, said: Said, telling: Telling = {}): Promise<Answer> {
  const { act = said.id, secret = null } = telling;
  const before = await options.store.recall(act, { begun: requestIdFor(said.id, 0) });
  if (before !== null) return finish(options, said, act, before);
  const outcome =
    said.via === "overheard" ? await options.overhear.hear(said, secret) : await hearNew(options, said, telling);
  if (outcome.type === "once") return settle(options, act, outcome.answer, outcome.again);
  return "repeated" in outcome ? finish(options, said, act, outcome) : settle(options, act, outcome);
}

/** How a message came to be heard. */
export type Telling = {
  /** Names what is answered: the message by default, or somebody's press that says it to Referee. */
  readonly act?: string;
  /** Its author says that it is for nothing that waits in that conversation. */
  readonly isNew?: boolean;
  /** Whose password or token stood in it. */
  readonly secret?: Whose | null;
};

/** What was recorded; or an answer that is not yet, perhaps one that must be kept nowhere. */
type Outcome = Handled | Answer | AnsweredOnce;

async function hearNew(options: ReceiveOptions, said: Said, telling: Telling): Promise<Outcome> {
  const { act = said.id, isNew = false, secret = null } = telling;
  const place = await options.store.placeOfThread(said.spot, said.isReply);
  if (said.via === "thread" && place === null) return NOTHING;
  await options.linking.meet(said);
  const aboutLinks = await options.pairing.hear(said);
  if (aboutLinks !== null) return aboutLinks;
  const about = place === null ? null : requestPlaceOf(place);
  const [world, now] = await Promise.all([
    about === null ? ownWorld(options, said.account, said.spot) : worldOf(options, about.request, said),
    options.store.plantNow(),
  ]);
  const reading = options.understand(said.text, world.plant, now);
  const heard: Heard = { said, act, reading, world, now, aside: asideFor(reading, secret, world.plant) };
  return about === null ? hearUnthreaded(options, heard, isNew) : hearAbout(options, heard, about);
}

/** What somebody wrote, once they have said for which request it is: for that one, once, and for nothing new any more. */
export async function hearFor(options: ReceiveOptions, said: Said, request: RequestId): Promise<Answer> {
  const act = `${said.id}:reply`;
  const anew = requestIdFor(said.id, 0);
  const before = await options.store.recall(act, { begun: anew, within: request });
  if (before !== null) return before.type === "refused" ? answerFrom(before) : tell(TAKEN);
  const [world, now] = await Promise.all([worldOf(options, request, said), options.store.plantNow()]);
  const reading = options.understand(said.text, world.plant, now);
  const heard: Heard = { said, act, reading, world, now, aside: asideFor(reading, null, world.plant) };
  const waiting = await waitingIn(options, request, heard);
  if (waiting === null) return tell("Nothing waits for it any more.");
  const handled = await reply(options, heard, waiting.about);
  if (handled.type === "accepted") await options.offers.forget(anew);
  return answerFrom(handled);
}

const TAKEN = "You have said already what this message is for.";

/** In no request's thread: where there are no threads it may be for a request all the same. */
async function hearUnthreaded(options: ReceiveOptions, heard: Heard, isNew: boolean): Promise<Handled | Answer> {
  const next = isNew ? null : await typedNext(options, heard);
  if (next === null) return hearAnew(options, heard);
  return next.type === "ask" ? withAside(next.answer, heard.aside) : reply(options, heard, next.about);
}

/** Does what is left to do of a message, and gives its answer. */
async function finish(options: ReceiveOptions, said: Said, act: string, handled: Handled): Promise<Answer> {
  if (handled.type !== "planned") return answerFrom(handled);
  const { answer } = await carryOut(options, said, handled.plan);
  return settle(options, act, answer);
}

type Heard = {
  readonly said: Said;
  readonly act: string;
  readonly reading: MessageReading;
  readonly world: World;
  readonly now: EpochMs;
  /** What its author must hear, whatever becomes of it. */
  readonly aside: string | null;
};

/** In a request's thread: a question addressed to Referee, else a reply. */
async function hearAbout(options: ReceiveOptions, heard: Heard, about: RequestPlace): Promise<Handled | Answer> {
  const { said, reading, aside } = heard;
  const asksReferee = said.via !== "thread" && reading.queries.length > 0;
  return asksReferee ? withAside(await answerQueries(options, heard), aside) : reply(options, heard, about);
}

async function hearAnew(options: ReceiveOptions, heard: Heard): Promise<Handled | Answer> {
  const { said, act, reading, world, now, aside } = heard;
  if (said.via === "thread") return withAside(NOTHING, aside); // beside a digest, addressed to nobody
  const answer = withAside(await answerAnew(options, heard), aside);
  if (reading.danger === "bypass" || reading.drafts.length === 0) return answer;
  const { by, name } = metaFor(said, world, now);
  const drafts = reading.drafts.map((draft) => ({ ...draft, values: knownIn(draft, world) }));
  return options.store.plan(act, { plant: world.plant.code, by, name, drafts, answer });
}

function knownIn({ reading, values }: DraftReading, { plant, types }: World): Values {
  return keepKnown(values, reading.type === null ? undefined : types.get(reading.type), plant);
}

async function answerAnew(options: ReceiveOptions, heard: Heard): Promise<Answer> {
  const { reading, world } = heard;
  if (reading.danger === "bypass") return tell(NO_BYPASS);
  if (reading.queries.length > 0) return answerQueries(options, heard);
  // Beside the emergency number nothing else is said, least of all what Referee is good for.
  if (reading.danger === "emergency") return NOTHING;
  if (reading.drafts.length > 0) return NOTHING;
  if (reading.courtesy !== null) return reading.courtesy === "thanks" ? tell(WELCOME) : NOTHING;
  return alone(heard.said, { type: "reply", message: messageOf(helpCard(world.plant, isOnlyFile(heard.said))) });
}

/** A picture or file and not a word. */
function isOnlyFile({ text, files }: Said): boolean {
  return text.trim() === "" && files.length > 0;
}

/** Who owns a machine, and what happened to it, helps whoever reads the thread; a list of what waits is its reader's. */
async function answerQueries({ queries }: ReceiveOptions, { said, reading, world, now }: Heard): Promise<Answer> {
  const answer = await queries.answer(reading.queries, world, metaFor(said, world, now));
  return reading.queries.every(({ type }) => type === "waiting") ? alone(said, answer) : answer;
}

/** For its reader alone. In a chat with Referee they are alone, and what is said there stays. */
function alone({ via }: Said, answer: Answer): Answer {
  if (answer.type !== "reply" || via === "direct") return answer;
  const { text, card } = answer.message;
  return { ...tell(text), ...(card !== null && { card }) };
}

/** A reply in a request's thread: it fills a draft, answers a question, or is a note for everybody involved. */
function reply(options: ReceiveOptions, heard: Heard, about: RequestPlace): Promise<Handled> {
  const { said, act, reading, world, aside } = heard;
  return options.requests.act(
    about.request,
    act,
    world,
    (state, at) => {
      const meta = metaFor(said, world, at, state);
      const sent = { text: reading.text, message: said.id, files: filesIn(said.files) };
      const command = withFiles(readReply(reading, state, about.name, meta, world), sent, state, about.name, meta);
      const taken = command === null ? NOTHING : RECORDED;
      const answer = withAside(withAside(taken, leftOutOf(reading, state, command, meta, world)), aside);
      if (command === null) return { type: "answer", answer };
      return { type: "command", command, answer: withAside(answer, sayWordsToo(command, state, meta)) };
    },
    aside,
  );
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
