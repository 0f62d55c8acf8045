import { z } from "zod";
import type { Answer, EpochMs, Inbound, Message } from "../../src/index.ts";
import { assertNever, redactSecrets } from "../../src/index.ts";
import { readAnswers } from "../adaptive/form.ts";
import { renderCard, renderForm } from "../adaptive/render.ts";
import { type ChatMessage, REFEREE, type Wrote } from "./entry.ts";
import { HttpProblem } from "./http.ts";
import { chatOf, LocalId } from "./localId.ts";
import { REFUSED } from "./refusedWords.ts";
import { actorIn, type Place, personOf, requireAccess, type Stage, spotOf } from "./stage.ts";
import { type Directory, isDirect, type Point, type Press, type Say, type Shown, type Submit } from "./wire.ts";

const Json = z.json();
const MENTION = /@referee\b[,:]?\s*/gi;

/**
 * A person writes a message. It stands in the chat first, without passwords, for the chat keeps what it shows; then Referee
 * hears it as it was typed, when it was meant for Referee, and so can tell its author.
 */
export async function say(stage: Stage, { id, as, spot, text }: Say): Promise<Shown> {
  requireAccess(stage, as, spot);
  const at = await stage.now();
  await stage.room.record((chat) => {
    if (chat.writtenFrom(id) !== null) return null;
    return { ...blank(`m${chat.count + 1}`, at, spot), author: as, text: redactSecrets(text).text, source: id };
  });
  const message = stage.room.chat.writtenFrom(id);
  return message === null ? { type: "nothing" } : hear(stage, message, text);
}

/**
 * Tells Referee of a message that stands in the chat, unless it was told before or was not meant for it.
 * @param typed the text as it was typed, where that is still known
 */
export async function hear(stage: Stage, message: ChatMessage, typed = message.text): Promise<Shown> {
  const via = addressed(stage, message);
  if (via === null || message.author === REFEREE || stage.room.chat.isHeard(message.id)) return { type: "nothing" };
  const at = rootOf(message);
  const said = { type: "said", text: typed.replace(MENTION, "").trim(), via, quoted: null, files: [] } as const;
  const isReply = message.thread !== null;
  const shown = await tell(stage, { id: message.id, as: message.author, at }, { ...said, spot: spotOf(at), isReply });
  const heard = { type: "Heard", id: message.id, at: await stage.now() } as const;
  await stage.room.record((chat) => (chat.isHeard(message.id) ? null : heard));
  return shown;
}

/** A person asks Referee about somebody's message, with the button beside it. */
export async function point(stage: Stage, { id, as, message }: Point): Promise<Shown> {
  const target = requireMessage(stage, message);
  requireAccess(stage, as, target);
  const at = rootOf(target);
  const quoted = actorIn(stage, chatOf(at.conversation), target.author);
  const said = { type: "said", text: target.text, via: "shortcut", quoted, isReply: false, files: [] } as const;
  return tell(stage, { id, as, at }, { ...said, spot: spotOf(at) });
}

/** A person presses a button. What it means is Referee's to judge. */
export async function press(stage: Stage, { id, as, message, value }: Press): Promise<Shown> {
  const target = requireMessage(stage, message);
  requireAccess(stage, as, target);
  const at = rootOf(target);
  return tell(stage, { id, as, at, on: message }, { type: "pressed", value, spot: spotOf(at) });
}

/** A person sends a form off. */
export async function submit(stage: Stage, { id, as, spot, value, values, on }: Submit): Promise<Shown> {
  requireAccess(stage, as, spot);
  return tell(stage, { id, as, at: spot, on }, { type: "submitted", value, values: readAnswers(values) });
}

/** What a message of Referee's is before it stands in the log: with its effect, where and when. */
export type Spoken = {
  readonly message: Message;
  readonly effect: string;
  readonly place: Place;
  readonly at: EpochMs;
};

/** A message of Referee's as an entry of the log. */
export function spoken(directory: Directory, { message, effect, place, at }: Spoken): (id: string) => Wrote {
  return (id) => ({ ...blank(id, at, place), ...shownAs(directory, message), effect });
}

/** What a message looks like: the fields of an entry that an edit replaces. */
export function shownAs(
  directory: Directory,
  { text, card, mention }: Message,
): Pick<Wrote, "text" | "card" | "mention"> {
  const called = mention.map(({ account }) => personOf(directory, LocalId.parse(account)));
  return { text, card: card === null ? null : asJson(renderCard(card)), mention: called };
}

/** Who did something, where, and the id of the deed: the same when it is sent again. */
type Deed = {
  readonly id: string;
  readonly as: LocalId;
  readonly at: Place;
  /** The message that was pressed, or that opened the form. */
  readonly on?: string | null;
};

type Told<T> = T extends Inbound ? Omit<T, "id" | "account" | "name"> : never;

async function tell(stage: Stage, deed: Deed, told: Told<Inbound>): Promise<Shown> {
  const chat = chatOf(deed.at.conversation);
  const inbound = { ...told, ...actorIn(stage, chat, deed.as), id: `${chat}:${deed.id}` };
  const answer = await stage.receive(chat, inbound, stage.language);
  if ("spent" in answer) await takeAway(stage, deed);
  return show(stage, answer, deed, inbound.id);
}

/** A card for its reader alone that has done its part: its buttons mean nothing any more. */
async function takeAway(stage: Stage, { as, on = null }: Deed): Promise<void> {
  const at = await stage.now();
  await stage.room.record((chat) => {
    const isTheirs = on !== null && chat.message(on)?.to === as;
    return isTheirs ? { type: "Removed", id: on, at } : null;
  });
}

async function show(stage: Stage, answer: Answer, { as, at: spot, on = null }: Deed, id: string): Promise<Shown> {
  switch (answer.type) {
    case "nothing":
      return { type: "nothing" };
    case "private": {
      const only = { text: answer.text, card: answer.card ?? null, mention: [] };
      await sayBack(stage, { message: only, id, spot, to: as });
      return { type: "nothing" };
    }
    case "reply":
      await sayBack(stage, { message: answer.message, id, spot, to: null });
      return { type: "nothing" };
    case "form": {
      const { form } = answer;
      return { type: "form", title: form.title, value: form.value, card: asJson(renderForm(form)), spot, on };
    }
    case "formErrors":
      return { type: "formErrors", errors: { ...answer.errors } };
    default:
      return assertNever(answer, "answer");
  }
}

/** An act sent again gets its answer again, but it is said once: the effect is the act's. */
async function sayBack(
  stage: Stage,
  back: { readonly message: Message; readonly id: string; readonly spot: Place; readonly to: LocalId | null },
): Promise<void> {
  const at = await stage.now();
  const effect = `answer:${back.id}`;
  await stage.room.record((chat) => {
    if (chat.saidAs(effect) !== null) return null;
    const { message, spot: place, to } = back;
    return { ...spoken(stage.directory(), { message, effect, place, at })(`m${chat.count + 1}`), to };
  });
}

function addressed(stage: Stage, message: ChatMessage): "mention" | "direct" | "thread" | "overheard" | null {
  if (isDirect(stage.directory(), message.conversation)) return "direct";
  if (message.text.search(MENTION) >= 0) return "mention";
  if (message.thread !== null) return "thread";
  return stage.overhears(message.conversation) ? "overheard" : null;
}

/** The thread a message belongs to, or the one it would begin. */
function rootOf({ id, conversation, thread }: Pick<ChatMessage, "id" | "conversation" | "thread">): Place {
  return { conversation, thread: thread ?? id };
}

function requireMessage(stage: Stage, id: string): ChatMessage {
  const message = stage.room.chat.message(id);
  if (message === null) throw new HttpProblem({ status: 404, why: REFUSED.messageGone });
  return message;
}

function blank(id: string, at: EpochMs, { conversation, thread }: Place): Wrote {
  const nothing = { mention: [], card: null, effect: null, to: null, source: null };
  return { type: "Wrote", id, at, conversation, thread, author: REFEREE, text: "", ...nothing };
}

/** What the page will get: the card as JSON and nothing else. */
function asJson(card: object): z.infer<typeof Json> {
  return Json.parse(JSON.parse(JSON.stringify(card)));
}
