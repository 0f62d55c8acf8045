import { z } from "zod";
import type { Answer, EpochMs, Inbound, Message, Overhears, Receive } from "../../src/index.ts";
import { AccountId, assertNever } from "../../src/index.ts";
import { readAnswers } from "../adaptive/form.ts";
import { renderCard, renderForm } from "../adaptive/render.ts";
import type { ChatMessage } from "./chat.ts";
import { REFEREE, type Wrote } from "./entry.ts";
import { HttpProblem } from "./http.ts";
import type { Room } from "./room.ts";
import type { Directory, Point, Press, Say, Shown, Submit } from "./wire.ts";

/** What acting in the chat needs: the log, who there is, plant time, and the one who takes human actions. */
export type Stage = {
  readonly room: Room;
  readonly directory: () => Directory;
  readonly now: () => Promise<EpochMs>;
  readonly overhears: Overhears;
  readonly receive: Receive;
};

type Place = { readonly conversation: string; readonly thread: string | null };

const Json = z.json();
const MENTION = /@referee\b[,:]?\s*/gi;

/** A person writes a message. It stands in the chat first; then Referee hears it, when it was meant for Referee. */
export async function say(stage: Stage, { id, as, spot, text }: Say): Promise<Shown> {
  requireAccess(stage, as, spot);
  const at = await stage.now();
  await stage.room.record((chat) => {
    if (chat.writtenFrom(id) !== null) return null;
    return { ...blank(`m${chat.count + 1}`, at, spot), author: as, text, source: id };
  });
  const message = stage.room.chat.writtenFrom(id);
  return message === null ? { type: "nothing" } : hear(stage, message);
}

/** Tells Referee of a message that stands in the chat, unless it was told before or was not meant for it. */
export async function hear(stage: Stage, message: ChatMessage): Promise<Shown> {
  const via = addressed(stage, message);
  if (via === null || stage.room.chat.isHeard(message.id)) return { type: "nothing" };
  const spot = rootOf(message);
  const text = message.text.replace(MENTION, "").trim();
  const said = { id: `web:${message.id}`, text, isReply: message.thread !== null, via, quoted: null };
  const shown = await tell(stage, { type: "said", ...actor(stage, message.author), ...said, spot: onWeb(spot) }, spot);
  const at = await stage.now();
  await stage.room.record((chat) => (chat.isHeard(message.id) ? null : { type: "Heard", id: message.id, at }));
  return shown;
}

/** A person asks Referee about somebody's message, with the button beside it. */
export async function point(stage: Stage, { id, as, message }: Point): Promise<Shown> {
  const target = requireMessage(stage, message);
  requireAccess(stage, as, target);
  const spot = rootOf(target);
  const quoted = { account: accountOf(target.author), name: nameOf(stage, target.author) };
  const said = { id: `web:${id}`, text: target.text, via: "shortcut", quoted, isReply: false } as const;
  return tell(stage, { type: "said", ...actor(stage, as), ...said, spot: onWeb(spot) }, spot);
}

/** A person presses a button. What it means is Referee's to judge. */
export async function press(stage: Stage, { id, as, message, value }: Press): Promise<Shown> {
  const target = requireMessage(stage, message);
  requireAccess(stage, as, target);
  const spot = rootOf(target);
  return tell(stage, { type: "pressed", id: `web:${id}`, ...actor(stage, as), value, spot: onWeb(spot) }, spot);
}

/** A person sends a form off. */
export async function submit(stage: Stage, { id, as, spot, value, values }: Submit): Promise<Shown> {
  requireAccess(stage, as, spot);
  return tell(
    stage,
    { type: "submitted", id: `web:${id}`, ...actor(stage, as), value, values: readAnswers(values) },
    spot,
  );
}

/** A message of Referee's as an entry of the chat. */
export function spoken(message: Message, effect: string, place: Place, at: EpochMs): (id: string) => Wrote {
  return (id) => ({ ...blank(id, at, place), ...shownAs(message), effect });
}

/** What a message looks like: the fields of an entry that an edit replaces. */
export function shownAs({ text, card, mention }: Message): Pick<Wrote, "text" | "card" | "mention"> {
  return { text, card: card === null ? null : asJson(renderCard(card)), mention: mention.map(userOf) };
}

/** The user id of an account of this adapter. */
export function userOf(account: AccountId): string {
  return account.slice("web:".length);
}

async function tell(stage: Stage, inbound: Inbound, spot: Place): Promise<Shown> {
  const answer = await stage.receive(inbound);
  return show(stage, { answer, inbound, spot });
}

async function show(
  stage: Stage,
  { answer, inbound, spot }: { answer: Answer; inbound: Inbound; spot: Place },
): Promise<Shown> {
  switch (answer.type) {
    case "nothing":
      return { type: "nothing" };
    case "private": {
      const only = { text: answer.text, card: answer.card ?? null, mention: [] };
      await sayBack(stage, { message: only, inbound, spot, to: userOf(inbound.account) });
      return { type: "nothing" };
    }
    case "reply":
      await sayBack(stage, { message: answer.message, inbound, spot, to: null });
      return { type: "nothing" };
    case "form": {
      const { form } = answer;
      return { type: "form", title: form.title, value: form.value, card: asJson(renderForm(form)), spot };
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
  back: { readonly message: Message; readonly inbound: Inbound; readonly spot: Place; readonly to: string | null },
): Promise<void> {
  const at = await stage.now();
  const effect = `answer:${back.inbound.id}`;
  await stage.room.record((chat) => {
    if (chat.saidAs(effect) !== null) return null;
    return { ...spoken(back.message, effect, back.spot, at)(`m${chat.count + 1}`), to: back.to };
  });
}

function addressed(stage: Stage, message: ChatMessage): "mention" | "direct" | "thread" | "overheard" | null {
  if (stage.directory().people.some((person) => person.id === message.conversation)) return "direct";
  if (message.text.search(MENTION) >= 0) return "mention";
  if (message.thread !== null) return "thread";
  return stage.overhears(message.conversation) ? "overheard" : null;
}

/** The thread a message belongs to, or the one it would begin. */
function rootOf({ id, conversation, thread }: Pick<ChatMessage, "id" | "conversation" | "thread">): Place {
  return { conversation, thread: thread ?? id };
}

function onWeb(spot: Place) {
  return { adapter: "web", ...spot } as const;
}

function actor(stage: Stage, user: string): { readonly account: AccountId; readonly name: string } {
  return { account: accountOf(user), name: nameOf(stage, user) };
}

function accountOf(user: string): AccountId {
  return AccountId.parse(`web:${user}`);
}

function nameOf(stage: Stage, user: string): string {
  if (user === REFEREE) return "Referee";
  return stage.directory().people.find((person) => person.id === user)?.name ?? user;
}

function requireMessage(stage: Stage, id: string): ChatMessage {
  const message = stage.room.chat.message(id);
  if (message === null) throw new HttpProblem({ status: 404, why: "This message is no longer there." });
  return message;
}

/** Anybody may speak in a channel, as in an open workspace; a direct message is between two. */
function requireAccess(stage: Stage, as: string, { conversation, thread }: Place): void {
  const { people, channels } = stage.directory();
  if (!people.some((person) => person.id === as))
    throw new HttpProblem({ status: 403, why: "Nobody here has this name." });
  const isOpen = channels.some((channel) => channel.id === conversation) || conversation === as;
  const root = thread === null ? null : stage.room.chat.message(thread);
  const isThread = thread === null || root?.conversation === conversation;
  if (!isOpen || !isThread)
    throw new HttpProblem({ status: 403, why: "There is no such conversation for this person." });
}

function blank(id: string, at: EpochMs, { conversation, thread }: Place): Wrote {
  const nothing = { mention: [], card: null, effect: null, to: null, source: null };
  return { type: "Wrote", id, at, conversation, thread, author: REFEREE, text: "", ...nothing };
}

/** What the page will get: the card as JSON and nothing else. */
function asJson(card: object): z.infer<typeof Json> {
  return Json.parse(JSON.parse(JSON.stringify(card)));
}
