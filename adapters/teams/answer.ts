import { type Answer, assertNever, type Card, type Form, type Inbound, say, type Tongue } from "../../src/index.ts";
import type { AdaptiveCard } from "../adaptive/elements.ts";
import { renderCard, renderForm } from "../adaptive/render.ts";
import { carriedForm } from "./carriedForm.ts";
import type { Source } from "./inbound.ts";
import type { InvokeAnswer } from "./transport/transport.ts";

export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";

/** An act and what the core answered it. `form` is the form that was sent off, when it was one. */
export type Answered = {
  readonly inbound: Inbound;
  readonly form: Form | null;
  readonly answer: Answer;
  /** The message of a card for this reader alone that a form belongs to. */
  readonly aside: string | null;
  /** Of whoever acted. */
  readonly tongue: Tongue;
};

/** How an invoke is answered, by where it came from. Null for a message, which is answered by further messages. */
export function invokeAnswer(source: Source, answered: Answered): InvokeAnswer | null {
  switch (source) {
    case "message":
      return null;
    case "execute":
      return executeAnswer(answered);
    case "dialog":
    case "dialogForm":
    case "extension":
    case "extensionForm":
      return dialogAnswer(source, answered);
    default:
      return assertNever(source, "source");
  }
}

/** In place of the card, for the person who pressed alone; everybody else sees what lanes say. */
function executeAnswer({ inbound, form, answer, aside, tongue }: Answered): InvokeAnswer {
  switch (answer.type) {
    case "nothing":
      return told(say(tongue, "platform.recorded"));
    case "private":
      return answer.card === undefined ? told(answer.text) : inPlace(renderCard(answer.card));
    case "reply":
      return told(say(tongue, "platform.answeredThere"));
    case "form":
      return inPlace(formCard(answer.form, "place", aside));
    case "formErrors":
      return form === null
        ? told(firstOf(answer.errors, tongue))
        : inPlace(formCard({ ...form, tongue }, "place", aside, { inbound, errors: answer.errors }));
    default:
      return assertNever(answer, "answer");
  }
}

function dialogAnswer(source: Source, { inbound, form, answer, aside, tongue }: Answered): InvokeAnswer {
  switch (answer.type) {
    case "nothing":
      // An empty answer closes a dialog that was sent off; one that is only now asked for must say something.
      if (source === "dialogForm" || source === "extensionForm") return { status: 200, body: {} };
      // The core finds out later whether Referee may write where it was asked.
      return message(say(tongue, source === "extension" ? "platform.recordedHere" : "platform.recorded"));
    case "private":
      return inDialog(answer.text, answer.card ?? null);
    case "reply":
      // "Ask Referee" works where Referee is not a member: then the dialog is the only place to answer in.
      if (source === "dialog" || source === "dialogForm") return message(say(tongue, "platform.answeredThere"));
      return inDialog(answer.message.text, answer.message.card);
    case "form":
      return shown(answer.form.title, formCard(answer.form, "dialog", aside));
    case "formErrors":
      return form === null
        ? message(firstOf(answer.errors, tongue))
        : shown(form.title, formCard({ ...form, tongue }, "dialog", aside, { inbound, errors: answer.errors }));
    default:
      return assertNever(answer, "answer");
  }
}

type Remarks = { readonly inbound: Inbound; readonly errors: Readonly<Record<string, string>> };

/**
 * A form to fill in: in a dialog, or where a card stood. With remarks it keeps what was written.
 * @param aside the message of a card for this reader alone that is over with the form
 */
export function formCard(form: Form, where: "dialog" | "place", aside: string | null, remarks?: Remarks): AdaptiveCard {
  const answers = remarks?.inbound.type === "submitted" ? remarks.inbound.values : undefined;
  return renderForm(form, {
    titled: where === "place",
    carry: { form: carriedForm(form), ...(aside !== null && { aside }) },
    searches: true,
    ...(remarks !== undefined && { errors: remarks.errors }),
    ...(answers !== undefined && { answers }),
  });
}

export function firstOf(errors: Readonly<Record<string, string>>, tongue: Tongue): string {
  return Object.values(errors)[0] ?? say(tongue, "platform.recorded");
}

/** A line that only whoever acted sees. */
export function told(text: string): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text } };
}

/** A card in place of the one that was acted on, for whoever acted alone. */
export function inPlace(card: AdaptiveCard): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: card } };
}

function message(text: string): InvokeAnswer {
  return { status: 200, body: { task: { type: "message", value: text } } };
}

function inDialog(text: string, card: Card | null): InvokeAnswer {
  return card === null ? message(text) : shown(card.title, renderCard(card, { titled: false, dialogs: "within" }));
}

/** The frame of a dialog says the title, so the card in it does not. */
function shown(title: string, card: AdaptiveCard): InvokeAnswer {
  const value = { title, height: "medium", width: "medium", card: { contentType: CARD_TYPE, content: card } };
  return { status: 200, body: { task: { type: "continue", value } } };
}

/** Says what stays true however often it is tried. Teams shows this text only under a status that says that all is well. */
export function refusedForGood(source: Source, text: string): InvokeAnswer {
  if (source === "message") return { status: 403, body: null };
  return source === "execute" ? told(text) : message(text);
}

/** Says in the answer to an invoke that the act was not taken; the HTTP status says so to Teams. */
export function refusedAnswer(source: Source, status: number, text: string): InvokeAnswer {
  if (source === "message") return { status, body: null };
  if (source !== "execute") return { ...message(text), status };
  const value = { code: String(status), message: text };
  return { status, body: { statusCode: status, type: "application/vnd.microsoft.error", value } };
}
