import {
  type Answer,
  assertNever,
  DeliveryError,
  type Form,
  type Given,
  type Inbound,
  type Log,
  type Message,
  say,
  type Tongue,
} from "../../src/index.ts";
import { renderCard } from "../adaptive/render.ts";
import { type Activity, splitConversation } from "./activity.ts";
import { firstOf, formCard } from "./answer.ts";
import { type Conversations, referenceIn } from "./conversations.ts";
import { personOf, type Source } from "./inbound.ts";
import { outgoing, outgoingCard } from "./outgoing.ts";
import type { OutgoingActivity, Transport } from "./transport/transport.ts";

/** What saying something besides the HTTP answer needs. */
export type Mouth = {
  readonly transport: Transport;
  readonly conversations: Conversations;
  readonly homeTenant: string;
  readonly given: Given;
  readonly log: Log;
};

/** An act that was recorded, and what the core answered. */
export type Done = {
  readonly inbound: Inbound;
  readonly source: Source;
  readonly form: Form | null;
  readonly answer: Answer;
  readonly aside: string | null;
  /** Of whoever acted. */
  readonly tongue: Tongue;
};

/** Says what does not fit into the HTTP answer. The act is recorded: a failure here is logged and takes nothing back. */
export async function sayAfterwards(done: Done, mouth: Mouth): Promise<void> {
  const message = repliedWith(done);
  const aside = done.source === "message" ? asideOf(done) : null;
  const over = overWith(done);
  if (message === null && aside === null && over === null) return;
  try {
    await sayOnce(done.inbound.id, mouth, async () => {
      if (over !== null) await takeAway(done, over, mouth);
      if (message !== null) await reply(done, message, mouth);
      if (aside !== null) await sayAside(done, aside, mouth);
    });
  } catch (error) {
    mouth.log.warn("recorded, but the answer was not delivered", { account: done.inbound.account, error });
  }
}

/** What stands in place of a card for this reader alone that has done its part; null while it has not. */
function overWith({ answer, aside, tongue }: Done): string | null {
  if (aside === null || !("spent" in answer) || answer.spent === undefined) return null;
  if (answer.type === "private") return answer.text;
  return say(tongue, answer.type === "reply" ? "platform.answeredThere" : "platform.recorded");
}

/** Its buttons mean nothing any more. Where it cannot be changed, they are refused politely. */
async function takeAway({ aside, inbound }: Done, text: string, { conversations, transport, log }: Mouth) {
  if (aside === null) return;
  try {
    const person = personOf(inbound.account);
    await conversations.speakIn(person, (to) => transport.update(to, null, aside, plainly(text)));
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    log.debug("a card for one reader was not taken away", { account: inbound.account, error });
  }
}

/** Says it once for an act, however often Teams delivers that. */
export async function sayOnce(act: string, { given }: Pick<Mouth, "given">, say: () => Promise<void>): Promise<void> {
  // Teams does not say that it sends something again.
  if (!(await given.begin(act, false))) return;
  await say();
  await given.end(act);
}

/** "Ask Referee" is answered in its dialog: Referee may be no member there. */
function repliedWith({ answer, inbound, source }: Done): Message | null {
  if (answer.type !== "reply" || inbound.type === "submitted") return null;
  return source === "extension" || source === "extensionForm" ? null : answer.message;
}

/** In the thread where it was asked. */
async function reply({ inbound }: Done, message: Message, { conversations, transport }: Mouth): Promise<void> {
  if (inbound.type === "submitted") return;
  const { conversation, thread } = inbound.spot;
  await conversations.speakIn(conversation, async (to) => {
    const mentions = await conversations.mentions(to, message.mention);
    await transport.post(to, thread, outgoing(message, mentions));
  });
}

/** A message has no answer that only its author sees: what is for them alone goes into their chat with Referee. */
async function sayAside(done: Done, aside: OutgoingActivity, { conversations, transport }: Mouth): Promise<void> {
  await conversations.speakIn(personOf(done.inbound.account), (to) => transport.post(to, null, aside));
}

function asideOf({ inbound, form, answer, aside, tongue }: Done): OutgoingActivity | null {
  switch (answer.type) {
    case "nothing":
    case "reply":
      return null;
    case "private":
      if (answer.card === undefined) return plainly(answer.text);
      return outgoingCard(renderCard(answer.card, { dialogs: true, carry: { aside: true } }), answer.text);
    case "form":
      return outgoingCard(formCard(answer.form, "place", aside), answer.form.title);
    case "formErrors":
      if (form === null) return plainly(firstOf(answer.errors, tongue));
      return outgoingCard(
        formCard({ ...form, tongue }, "place", aside, { inbound, errors: answer.errors }),
        form.title,
      );
    default:
      return assertNever(answer, "answer");
  }
}

/**
 * Tells whoever acted something about it: where they wrote, or in their chat when they pressed something. Asks no store,
 * for it may be the store that is away.
 */
export async function tell(activity: Activity, source: Source, text: string, mouth: Mouth): Promise<void> {
  if (source !== "message") return tellAside(activity, plainly(text), mouth);
  const here = referenceIn(activity, mouth.homeTenant);
  await orLog(activity, mouth, () => mouth.transport.post(here, threadOf(activity), plainly(text)));
}

/** Says something in the chat between Referee and whoever acted. */
export async function tellAside(activity: Activity, what: OutgoingActivity, mouth: Mouth): Promise<void> {
  const person = activity.from.aadObjectId;
  if (person === undefined) return;
  const here = referenceIn(activity, mouth.homeTenant);
  await orLog(activity, mouth, async () => {
    const chat = await mouth.transport.openChat(here, person);
    await mouth.transport.post({ ...here, conversation: chat, kind: "personal" }, null, what);
  });
}

async function orLog(activity: Activity, { log }: Mouth, say: () => Promise<unknown>): Promise<void> {
  try {
    await say();
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    log.warn("could not tell the person", { conversation: activity.conversation.id, error });
  }
}

function threadOf({ id, type, conversation }: Activity): string | null {
  if (conversation.conversationType !== "channel") return null;
  return splitConversation(conversation.id).thread ?? (type === "message" ? id : null);
}

/** A line without a card. */
export function plainly(text: string): OutgoingActivity {
  return outgoing({ text, card: null, mention: [] }, []);
}
