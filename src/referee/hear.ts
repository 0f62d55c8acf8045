import type { Answer, Said } from "../adapter.ts";
import { helpCard } from "../card/answers.ts";
import { asideFor } from "../intake/aside.ts";
import type { DraftReading, MessageReading } from "../intake/reading.ts";
import { type ReadContext, toOwner, toSafety } from "../intake/readMessage.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import type { Plant } from "../plant/plant.ts";
import { readerOf } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { keepKnown } from "../request/rules/draft.ts";
import type { Handled } from "../store/types.ts";
import { say } from "../words/say.ts";
import type { Values } from "../workflow/value.ts";
import { metaFor } from "./acting.ts";
import { answerHeldBack } from "./answerable.ts";
import { answerBypass } from "./answerBypass.ts";
import { answerQueries } from "./answerQueries.ts";
import { alone, tell, withAside } from "./aside.ts";
import { carryOut } from "./draftPlan.ts";
import { type Heard, isAddressed, isOwnChat } from "./heard.ts";
import { hearThread, reply } from "./hearThread.ts";
import { keyedTalk } from "./keyedTalk.ts";
import { nearTalk } from "./nearTalk.ts";
import type { AnsweredOnce } from "./pairing.ts";
import { hearPresence } from "./presence.ts";
import { draftsKind } from "./quotas.ts";
import { answerFrom, NOTHING, ownWorld, type ReceiveOptions, settle, worldOf } from "./receiving.ts";
import { requestPlaceOf } from "./requestPlace.ts";
import { requestIdFor } from "./requests.ts";
import { messageOf } from "./speech.ts";
import { typedNext, waitsBelow } from "./typedNext.ts";
import { withWayOn } from "./wayOn.ts";

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
  /** Its author says that it asks for something else than what was answered, or shall be asked of an owner. */
  readonly anew?: Anew | null;
  /** Whose password or token stood in it. */
  readonly secret?: Whose | null;
};

/** As what else the same words shall be read. */
export type Anew = "otherwise" | "toOwner" | "toSafety";

/** What was recorded; or an answer that is not yet, perhaps one that must be kept nowhere. */
type Outcome = Handled | Answer | AnsweredOnce;

async function hearNew(options: ReceiveOptions, said: Said, telling: Telling): Promise<Outcome> {
  const { act = said.id, isNew = false, secret = null } = telling;
  const place = await options.store.placeOfThread(said.spot, said.isReply);
  if (said.via === "thread" && place === null) return NOTHING;
  await options.linking.meet(said);
  const aboutLinks = await options.pairing.hear(said);
  if (aboutLinks !== null) return aboutLinks;
  const atHome = await options.home.hear(said);
  if (atHome !== null) return atHome;
  const about = place === null ? null : requestPlaceOf(place);
  const [world, now] = await Promise.all([
    about === null ? ownWorld(options, said.account, said.spot) : worldOf(options, about.request, said),
    options.store.plantNow(),
  ]);
  const read = options.understand(said.text, world.plant, now);
  const reading = readAnew(read, telling.anew ?? null, { ...world, now });
  const heard: Heard = {
    said,
    act,
    reading,
    world,
    now,
    aside: asideFor(reading, secret, readerOf(world)),
  };
  if (about === null) return hearUnthreaded(options, heard, isNew);
  const isArranged = reading.arranged !== null && isAddressed(said);
  const inThread = isNew || isArranged ? "own" : await hearThread(options, heard, about);
  return inThread === "own" ? hearAnew(options, heard, { beside: true }) : inThread;
}

/** In no request's thread: where there are no threads it may be for a request all the same. */
async function hearUnthreaded(options: ReceiveOptions, heard: Heard, isNew: boolean): Promise<Handled | Answer> {
  const isArranged = heard.reading.arranged !== null && isAddressed(heard.said);
  return (isNew || isArranged ? null : await hearBelow(options, heard)) ?? hearAnew(options, heard);
}

/** For what is named in it, waits for it or is shown above it. */
async function hearBelow(options: ReceiveOptions, heard: Heard): Promise<Handled | Answer | null> {
  const talk = await keyedTalk(options, heard);
  if (talk !== null) return talk;
  const next = await typedNext(options, heard);
  if (next !== null)
    return next.type === "ask" ? withAside(next.answer, heard.aside) : reply(options, heard, next.about);
  const near = await nearTalk(options, heard);
  if (near !== null) return near;
  const waits = await waitsBelow(options, heard);
  if (waits === null) return null;
  const held = await answerHeldBack(options, heard);
  return withAside(held ?? (await withWayOn(options, heard, waits, "verbs.isARequest")), heard.aside);
}

/** Does what is left to do of a message, and gives its answer. */
async function finish(options: ReceiveOptions, said: Said, act: string, handled: Handled): Promise<Answer> {
  if (handled.type !== "planned") return answerFrom(handled);
  const { answer, drafts } = await carryOut(options, said, handled.plan);
  for (const index of drafts.keys()) options.readLater(requestIdFor(said.id, index));
  return settle(options, act, answer);
}

/** What else the same words could ask for, to choose from; or a draft to the owner of what they are about. */
function readAnew(read: MessageReading, anew: Anew | null, context: ReadContext): MessageReading {
  if (anew === null) return read;
  const draft = draftAnew(read, anew, context);
  // Who asks for Safety has been told that the guard stays, and no longer asks for anything else.
  const danger = anew === "toSafety" ? null : read.danger;
  return { ...read, danger, queries: [], drafts: draft === null ? [] : [draft] };
}

function draftAnew({ otherwise, text }: MessageReading, anew: Anew, context: ReadContext): DraftReading | null {
  switch (anew) {
    case "otherwise":
      return otherwise;
    case "toOwner":
      return toOwner(text, context);
    case "toSafety":
      return toSafety(text, context);
  }
}

type Where = {
  /** In the thread of another request: then what is asked for stands in that conversation, and not in its thread. */
  readonly beside: boolean;
};

async function hearAnew(
  options: ReceiveOptions,
  heard: Heard,
  { beside }: Where = { beside: false },
): Promise<Handled | Answer> {
  const { said, act, reading, world, now, aside } = heard;
  if (said.via === "thread") return withAside(NOTHING, aside); // beside a digest, addressed to nobody
  const answer = withAside(await answerAnew(options, heard), aside);
  if (reading.danger === "bypass" || reading.drafts.length === 0) return answer;
  const meta = metaFor(said, world, now);
  const { by, name } = meta;
  const asked = {
    kind: draftsKind(reading.drafts, world.types),
    meta,
    plant: readerOf(world),
    spot: said.spot,
    act,
    count: reading.drafts.length,
  } as const;
  const held = await options.quotas.answerHeldBack(asked);
  if (held !== null) return withAside(held, aside);
  const drafts = reading.drafts.map((draft) => ({ ...draft, values: knownIn(draft, world) }));
  const plan = { plant: world.plant.code, by, name, drafts };
  if (!beside) return options.store.plan(act, { ...plan, answer });
  const spot = { ...said.spot, thread: null };
  return options.store.plan(act, {
    ...plan,
    answer: withAside(answer, say(readerOf(world), "alone.standsBeside")),
    spot,
  });
}

function knownIn({ reading, values }: DraftReading, { plant, types }: World): Values {
  return keepKnown(values, reading.type === null ? undefined : types.get(reading.type), plant);
}

async function answerAnew(options: ReceiveOptions, heard: Heard): Promise<Answer> {
  const { reading, world } = heard;
  const plant = readerOf(world);
  if (reading.danger === "bypass") return answerBypass(options, heard, plant);
  if (reading.arranged === null && reading.queries.length > 0) return answerQueries(options, heard);
  // Beside the emergency number nothing else is said, least of all what Referee is good for.
  if (reading.arranged === null && (reading.danger === "emergency" || reading.drafts.length > 0)) return NOTHING;
  // What gets no answer is no question.
  if (reading.arranged === null && reading.courtesy !== null && reading.courtesy !== "thanks") return NOTHING;
  return (await answerHeldBack(options, heard)) ?? (await answerTo(options, heard, plant));
}

/** What arranges who is there, or asks for nothing. */
async function answerTo(options: ReceiveOptions, heard: Heard, plant: Plant): Promise<Answer> {
  const { reading } = heard;
  if (reading.arranged !== null) return hearPresence(options, heard, reading.arranged);
  if (reading.courtesy === "thanks") return tell(say(plant, "answers.welcome"));
  const help: Answer = { type: "reply", message: messageOf(helpCard(plant, isOnlyFile(heard.said))) };
  return withWayOn(options, heard, alone(help, isOwnChat(heard.said)), "verbs.isARequest");
}

/** A picture or file and not a word. */
function isOnlyFile({ text, files }: Said): boolean {
  return text.trim() === "" && files.length > 0;
}
