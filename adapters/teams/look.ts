import { RefereeError, type Show, type Shown, say, type Tongues } from "../../src/index.ts";
import { renderCard } from "../adaptive/render.ts";
import type { Activity } from "./activity.ts";
import { inPlace, refusedAnswer, told } from "./answer.ts";
import { mentioningCard } from "./cardMention.ts";
import { referenceIn } from "./conversations.ts";
import { actId, type Meaning } from "./inbound.ts";
import { outgoing } from "./outgoing.ts";
import { type Mouth, plainly, sayOnce, tellAside } from "./say.ts";
import { tongueOf } from "./tongue.ts";
import type { InvokeAnswer } from "./transport/transport.ts";

/** What showing somebody their own card needs. */
export type Display = Mouth & { readonly show: Show; readonly tongues: Tongues };

type Looking = Extract<Meaning, { readonly type: "look" }>;

/**
 * Somebody asks for their own card: their client by itself, or they pressed the button on the card for all. Nothing is
 * decided by it. When it fails the card for all stays, with its button.
 */
export async function look(activity: Activity, asked: Looking, display: Display): Promise<InvokeAnswer | null> {
  const shown = await showTo(activity, asked, display);
  if (asked.source === "message") return answerAside(activity, shown, display);
  if (typeof shown === "number")
    return refusedAnswer(asked.source, shown, say(tongueOf(activity, display.tongues), "platform.notShown"));
  // A client that asked by itself would show the text to somebody who did nothing.
  if (shown.type === "nothing")
    return told(asked.look.press === null ? say(tongueOf(activity, display.tongues), "platform.upToDate") : shown.text);
  // Nobody but them sees this one, so nobody but they need ask for it again.
  const views = { view: asked.look.view, userIds: [activity.from.id], ask: null };
  const { card, text, mention } = shown.message;
  if (card === null) return told(text);
  const mentioned = await display.conversations.mentions(referenceIn(activity, display.homeTenant), mention);
  return inPlace(mentioningCard(renderCard(card, { dialogs: true, views }), mentioned, text));
}

/** What there is to see, or the HTTP status that says that it could not be read. */
async function showTo(
  activity: Activity,
  { look }: Looking,
  { show, conversations, log }: Display,
): Promise<Shown | 500 | 503> {
  try {
    // Whoever presses may have to be looked up first, where they are; a client that asks by itself changes nothing.
    if (look.press !== null) await conversations.remember(activity);
    return await show(look);
  } catch (error) {
    const isAway = error instanceof RefereeError && error.code === "STORE_AWAY";
    log[isAway ? "warn" : "error"]("not shown", { ...look, error });
    return isAway ? 503 : 500;
  }
}

/** An older client cannot change a card for one reader: theirs comes into their chat with Referee. */
async function answerAside(activity: Activity, shown: Shown | number, display: Display): Promise<InvokeAnswer | null> {
  if (typeof shown === "number") {
    await tellAside(activity, plainly(say(tongueOf(activity, display.tongues), "platform.notShown")), display);
    return { status: shown, body: null };
  }
  const view = shown.type === "card" ? outgoing(shown.message, []) : plainly(shown.text);
  await sayOnce(actId(activity), display, () => tellAside(activity, view, display));
  return null;
}
