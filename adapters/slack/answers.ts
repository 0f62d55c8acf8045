import type { KnownBlock, ModalView } from "@slack/web-api";
import {
  type Answer,
  assertNever,
  type Card,
  DeliveryError,
  type Form,
  type Log,
  type Message,
  type Spot,
  say,
} from "../../src/index.ts";
import { readAddress } from "./address.ts";
import type { SlackApi } from "./api.ts";
import type { Work } from "./background.ts";
import { renderForm } from "./form.ts";
import { type Heard, type Origin, spotOf } from "./hear.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { renderDetails, renderMessage } from "./render.ts";
import { cut } from "./text.ts";

/** What the acknowledgement of a command or a form carries; undefined says only "recorded". */
export type Acknowledgement =
  | { readonly response_type: "ephemeral" | "in_channel"; readonly text: string; readonly blocks: KnownBlock[] }
  | { readonly response_action: "update"; readonly view: ModalView }
  | { readonly response_action: "errors"; readonly errors: Record<string, string> }
  | undefined;

export type AnswerTools = {
  readonly api: SlackApi;
  readonly log: Log;
  /** Who Referee is, to find its own words again. */
  readonly self: () => string;
  /** Runs what Slack need not wait for; `stop` waits for it. */
  readonly behind: (work: Work) => void;
};

/**
 * Gives a person their answer. What was decided is recorded by now: whatever fails here is logged, and told to the
 * person where that is possible, but never makes Slack send the same thing again.
 * @param repeated the event came before, so the answer may have been given already
 */
export async function giveAnswer(
  { inbound, origin }: Heard,
  answer: Answer,
  repeated: boolean,
  tools: AnswerTools,
): Promise<Acknowledgement> {
  switch (answer.type) {
    case "nothing":
      if (answer.taken === "words") acknowledge(origin, tools);
      if (answer.spent) tools.behind(() => takeAway(origin, tools));
      return undefined;
    case "private":
      return sayPrivately(
        origin,
        { text: answer.text, card: answer.card ?? null, mention: [], ...(answer.folded && { folded: answer.folded }) },
        after(answer, origin, tools),
      );
    case "reply": {
      const said = after(answer, origin, tools);
      return reply(origin, replySpot(inbound, origin), answer.message, `answer:${inbound.id}`, repeated, said);
    }
    case "form":
      return openForm(origin, answer.form, tools);
    case "formErrors":
      return showErrors(origin, answer.errors, tools);
    default:
      return assertNever(answer, "answer");
  }
}

/** The same tools, which take away what was pressed before they say anything behind the acknowledgement. */
function after({ spent }: { readonly spent?: true }, origin: Origin, tools: AnswerTools): AnswerTools {
  if (spent === undefined || origin.aside === null) return tools;
  const behind: AnswerTools["behind"] = (work) =>
    tools.behind(async (again) => {
      if (!again) await takeAway(origin, tools);
      await work(again);
    });
  return { ...tools, behind };
}

/** A card that only its reader was shown and that has done its part. It would be gone when they look again anyway. */
async function takeAway({ aside }: Origin, { api, log }: AnswerTools): Promise<void> {
  if (aside === null) return;
  await api.takeAway(aside).catch((error: unknown) => log.debug("a card for one reader was not taken away", { error }));
}

/** Not a tick: that would look like a decision. */
const RECEIPT = "memo";

/** A sign on what somebody wrote that it was taken. An app without the scope for it does without. */
function acknowledge({ channel, message }: Origin, { api, log, behind }: AnswerTools): void {
  if (channel === null || message === null) return;
  behind(async () => {
    await api.react(channel, message, RECEIPT).catch((error: unknown) => log.debug("no receipt was given", { error }));
  });
}

function plainly(text: string): Message {
  return { text, card: null, mention: [] };
}

function sayPrivately(origin: Origin, message: Message, tools: AnswerTools): Acknowledgement {
  if (origin.answer === "command") return { response_type: "ephemeral", ...renderMessage(message) };
  tools.behind(() => whisper(origin, message, tools));
  return undefined;
}

/** Only this person sees it: in the conversation where they are, else in a direct message. */
async function whisper({ channel, thread, user }: Origin, message: Message, { api }: AnswerTools): Promise<void> {
  const directly = () => api.post(spotOf(user, null), message, "whisper");
  if (channel === null) return void (await directly());
  await orElse(() => api.whisper(channel, thread, user, message), directly);
}

/** Says it there; where Referee may not speak, it is said the other way. */
async function orElse(there: () => Promise<unknown>, otherwise: () => Promise<unknown>): Promise<void> {
  try {
    await there();
  } catch (caught) {
    if (!(caught instanceof DeliveryError) || caught.failure.type !== "unreachable") throw caught;
    await otherwise();
  }
}

/** In Slack's own ids: what is answered is answered in the workspace where it was said. */
function replySpot(inbound: Heard["inbound"], { channel, thread, user }: Origin): Spot {
  if (inbound.type !== "submitted") return { ...inbound.spot, conversation: readAddress(inbound.spot.conversation).id };
  return { adapter: "slack", conversation: channel ?? user, thread };
}

/** In the conversation where it was asked, else in a direct message: a shortcut works where Referee is no member, too. */
function reply(
  origin: Origin,
  spot: Spot,
  message: Message,
  effect: string,
  repeated: boolean,
  { api, self, behind }: AnswerTools,
): Acknowledgement {
  // In the acknowledgement a command is answered even where Referee is not a member.
  if (origin.answer === "command") return { response_type: "in_channel", ...renderMessage(message) };
  behind(async (again) => {
    const sayAt = async (at: Spot): Promise<void> => {
      if ((repeated || again) && (await api.find(at, effect, self())) !== null) return;
      await api.post(at, message, effect);
    };
    await orElse(
      () => sayAt(spot),
      () => sayAt(spotOf(origin.user, null)),
    );
  });
  return undefined;
}

async function openForm(origin: Origin, form: Form, tools: AnswerTools): Promise<Acknowledgement> {
  const view = renderForm(form, origin);
  if (origin.answer === "form") return { response_action: "update", view };
  if (origin.trigger === null)
    return sayPrivately(origin, plainly(say(form.tongue ?? {}, "platform.noFormHere")), tools);
  try {
    await tools.api.openView(origin.trigger, view);
    return undefined;
  } catch (error) {
    tools.log.warn("a form could not be opened", { error });
    return sayPrivately(origin, plainly(say(form.tongue ?? {}, "platform.formFailed")), tools);
  }
}

/** What is folded away on a card, in a window of its own for whoever pressed. */
export async function openDetails({ origin }: Heard, card: Card, tools: AnswerTools): Promise<void> {
  if (origin.trigger === null) return;
  try {
    await tools.api.openView(origin.trigger, renderDetails(card));
  } catch (error) {
    tools.log.warn("details could not be opened", { error });
    sayPrivately(origin, plainly(say(card.tongue ?? {}, "platform.detailsFailed")), tools);
  }
}

/** Slack shows an error only beside an input it knows: one about something else stands beside the first. */
function showErrors(origin: Origin, errors: Readonly<Record<string, string>>, tools: AnswerTools): Acknowledgement {
  const first = origin.inputs[0];
  if (origin.answer !== "form" || first === undefined) {
    return sayPrivately(origin, plainly(Object.values(errors).join("\n")), tools);
  }
  const shown: Record<string, string> = {};
  for (const [input, text] of Object.entries(errors)) {
    const beside = origin.inputs.includes(input) ? input : first;
    shown[beside] = cut(shown[beside] === undefined ? text : `${shown[beside]} ${text}`, SLACK_LIMITS.inputHint);
  }
  return { response_action: "errors", errors: shown };
}
