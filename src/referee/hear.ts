import type { Answer, Said } from "../adapter.ts";
import { helpCard } from "../card/answers.ts";
import type { EpochMs } from "../clock.ts";
import { asideFor, sayLeftOut } from "../intake/aside.ts";
import { NO_BYPASS } from "../intake/danger.ts";
import type { DraftReading, MessageReading } from "../intake/reading.ts";
import { readReply } from "../intake/reply.ts";
import type { World } from "../request/commands.ts";
import { metaFor } from "./acting.ts";
import { tell, withAside } from "./aside.ts";
import { answerFrom, NOTHING, ownWorld, type ReceiveOptions, worldOf } from "./receiving.ts";
import { type RequestPlace, requestPlaceOf } from "./requestPlace.ts";
import { type MakeCommand, requestIdFor } from "./requests.ts";
import { messageOf } from "./speech.ts";

const WELCOME = "You are welcome.";

/** A message: a reply in a request's thread, a question Referee can answer, or something new. */
export async function hear(options: ReceiveOptions, said: Said): Promise<Answer> {
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
    const answer = withAside(NOTHING, isOwnDraft ? sayLeftOut(reading) : null);
    const command = readReply(reading, state, about.name, meta, world);
    return command === null ? { type: "answer", answer } : { type: "command", command, answer };
  });
  return answerFrom(handled);
}
