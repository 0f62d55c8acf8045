import { z } from "zod";
import type { Answer, Inbound, Pressed, Receive, Said, Submitted } from "../adapter.ts";
import { decodeAction, type Verb } from "../card/action.ts";
import { helpCard } from "../card/answers.ts";
import type { EpochMs } from "../clock.ts";
import { assertNever, RefereeError } from "../errors.ts";
import { asideFor, sayLeftOut, sayUnread, telltaleIn } from "../intake/aside.ts";
import { NO_BYPASS } from "../intake/danger.ts";
import { readPress } from "../intake/press.ts";
import type { DraftReading, MessageReading } from "../intake/reading.ts";
import { readReply } from "../intake/reply.ts";
import { readSubmission } from "../intake/submit.ts";
import type { Log } from "../log.ts";
import type { AccountId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import type { Spot } from "../request/place.ts";
import type { EventStore, Handled } from "../store/types.ts";
import { metaFor } from "./acting.ts";
import { tell, withAside } from "./aside.ts";
import type { Linking } from "./linking.ts";
import type { Overhear } from "./overhear.ts";
import type { Pairing } from "./pairing.ts";
import type { Plants } from "./plants.ts";
import type { Queries } from "./queries.ts";
import { type RequestPlace, requestPlaceOf } from "./requestPlace.ts";
import { type MakeCommand, type Making, type Requests, requestIdFor } from "./requests.ts";
import { messageOf } from "./speech.ts";

export type ReceiveOptions = {
  readonly store: EventStore;
  readonly requests: Requests;
  readonly plants: Plants;
  readonly queries: Queries;
  readonly linking: Linking;
  readonly pairing: Pairing;
  readonly overhear: Overhear;
  readonly understand: (text: string, plant: Plant, now: EpochMs) => MessageReading;
  readonly log: Log;
};

const NOTHING: Answer = { type: "nothing" };
const WELCOME = "You are welcome.";

/** One human action: understood, decided and recorded before it is answered. */
export function createReceive(options: ReceiveOptions): Receive {
  return async (inbound) => {
    try {
      return await receive(options, inbound);
    } catch (error) {
      if (error instanceof RefereeError && error.code === "ACTION_UNREADABLE") return tell(error.message);
      throw error;
    }
  };
}

function receive(options: ReceiveOptions, inbound: Inbound): Promise<Answer> {
  switch (inbound.type) {
    case "said":
      return inbound.via === "overheard" ? options.overhear.hear(inbound) : hear(options, inbound);
    case "pressed":
      return press(options, inbound);
    case "submitted":
      return submit(options, inbound);
    default:
      return assertNever(inbound, "inbound");
  }
}

/** A message: a reply in a request's thread, a question Referee can answer, or something new. */
async function hear(options: ReceiveOptions, said: Said): Promise<Answer> {
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
  const heard = { said, reading, world, now };
  const answer = await (about === null ? hearAnew(options, heard) : hearAbout(options, heard, about));
  return withAside(answer, asideFor(reading, world.plant));
}

type Heard = { readonly said: Said; readonly reading: MessageReading; readonly world: World; readonly now: EpochMs };

/** In a request's thread: a question addressed to Referee, else a reply. */
function hearAbout(options: ReceiveOptions, heard: Heard, about: RequestPlace): Promise<Answer> {
  const { said, reading } = heard;
  const asksReferee = said.via !== "thread" && reading.queries.length > 0;
  return asksReferee ? answerQueries(options, heard) : reply(options, heard, about);
}

async function hearAnew(options: ReceiveOptions, heard: Heard): Promise<Answer> {
  const { said, reading, world } = heard;
  if (said.via === "thread") return NOTHING; // beside a digest, addressed to nobody
  if (reading.danger === "bypass") return tell(NO_BYPASS);
  await draftAll(options, said, reading, world);
  if (reading.queries.length > 0)
    return withAside(await answerQueries(options, heard), reading.drafts.length > 0 ? sayLeftOut(reading) : null);
  // Beside the emergency number nothing else is said, least of all what Referee is good for.
  if (reading.danger === "emergency") return NOTHING;
  if (reading.drafts.length > 0) return withAside(NOTHING, sayLeftOut(reading));
  if (reading.courtesy !== null) return reading.courtesy === "thanks" ? tell(WELCOME) : NOTHING;
  return { type: "reply", message: messageOf(helpCard(world.plant)) };
}

function answerQueries({ queries }: ReceiveOptions, { said, reading, world, now }: Heard): Promise<Answer> {
  return queries.answer(reading.queries, world, metaFor(said, world, now));
}

/** Each request in the message becomes a draft of its own, seen by its author only until it is sent. */
async function draftAll(options: ReceiveOptions, said: Said, reading: MessageReading, world: World): Promise<void> {
  for (const [index, draft] of reading.drafts.entries()) {
    await options.requests.act(requestIdFor(said.id, index), `${said.id}#${index}`, world, start(said, draft, world));
  }
}

function start(said: Said, { reading, values, text }: DraftReading, world: World): MakeCommand {
  return (_, at) => ({
    type: "command",
    command: {
      ...metaFor(said, world, at),
      type: "start",
      spot: said.spot,
      text,
      quoted: said.quoted?.name ?? null,
      reading,
      values,
    },
    answer: NOTHING,
  });
}

/** A reply in a request's thread: it fills a draft, answers a question, or is a note for everybody involved. */
async function reply(options: ReceiveOptions, { said, reading, world }: Heard, about: RequestPlace): Promise<Answer> {
  const handled = await options.requests.act(about.request, said.id, world, (state, at) => {
    const meta = metaFor(said, world, at, state);
    const isOwnDraft = state.status === "draft" && state.asked.requester === meta.by;
    const answer = withAside(NOTHING, isOwnDraft ? sayUnread(reading) : null);
    const command = readReply(reading, state, about.name, meta, world);
    return command === null ? { type: "answer", answer } : { type: "command", command, answer };
  });
  return answerFrom(handled);
}

async function press(options: ReceiveOptions, pressed: Pressed): Promise<Answer> {
  const action = decodeAction(pressed.value);
  if (action.verb === "start") return startOffered(options, action.request, pressed);
  await options.linking.meet(pressed);
  const world = await worldOf(options, action.request, pressed);
  const act = SENDS.has(action.verb) ? options.requests.send : options.requests.act;
  const handled = await act(action.request, pressed.id, world, (state, at): Making => {
    const pressing = readPress(action, state, metaFor(pressed, world, at, state), world);
    if (pressing.type === "command") return { type: "command", command: pressing.command, answer: NOTHING };
    return { type: "answer", answer: { type: "form", form: pressing.form } };
  });
  return answerFrom(handled);
}

/** The presses that send a draft on its way. */
const SENDS: ReadonlySet<Verb> = new Set<Verb>(["send", "callNow"]);

/** Somebody takes up an offer: what they wrote to others is now said to Referee. */
async function startOffered(options: ReceiveOptions, request: RequestId, pressed: Pressed): Promise<Answer> {
  const accepted = await options.overhear.accept(request, pressed);
  return accepted.type === "said" ? hear(options, accepted) : accepted;
}

async function submit(options: ReceiveOptions, submitted: Submitted): Promise<Answer> {
  const action = decodeAction(submitted.value);
  await options.linking.meet(submitted);
  const world = await worldOf(options, action.request, submitted);
  const handled = await options.requests.act(action.request, submitted.id, world, (state, at): Making => {
    const submission = readSubmission(action, submitted.values, state, metaFor(submitted, world, at, state), world);
    if (submission.type === "errors")
      return { type: "answer", answer: { type: "formErrors", errors: submission.errors } };
    return { type: "command", command: submission.command, answer: NOTHING };
  });
  if (action.verb === "rule" && handled.type === "accepted")
    await rememberRuling(options, action.request, submitted.id);
  return withAside(answerFrom(handled), asideFor(telltaleIn(submitted.values), world.plant));
}

/** A ruling on an asset is remembered by the plant. Done again after a crash, it is done once: the id is the same. */
async function rememberRuling(
  { requests, plants }: ReceiveOptions,
  request: RequestId,
  commandId: string,
): Promise<void> {
  const { events, state } = await requests.load(request);
  const ruling = events.findLast((event) => event.type === "OwnerRuled");
  if (ruling?.type !== "OwnerRuled" || ruling.asset === null || state.status === "unstarted") return;
  await plants.rememberRuling(state.asked.plant, { ...ruling, asset: ruling.asset }, `${commandId}:ruling`);
}

/** A request is judged by the plant it was sent in, whoever acts; what is no request yet, by the plant of its author. */
async function worldOf(
  options: ReceiveOptions,
  request: RequestId,
  { account }: Pick<Inbound, "account">,
): Promise<World> {
  const { state } = await options.requests.load(request);
  return state.status === "unstarted" ? ownWorld(options, account, null) : options.plants.world(state.asked.plant);
}

async function ownWorld({ plants }: ReceiveOptions, account: AccountId, spot: Spot | null): Promise<World> {
  return plants.world(await plants.whose(account, spot));
}

/** What was answered first is answered again; a refusal is told to whoever pressed, and to nobody else. */
function answerFrom(handled: Handled): Answer {
  return handled.type === "refused" ? tell(handled.message) : StoredAnswer.parse(handled.answer);
}

const StoredAnswer = z.custom<Answer>(
  (value) => z.object({ type: z.enum(["nothing", "private", "form", "formErrors"]) }).safeParse(value).success,
);
