import type { App, ViewSubmitAction } from "@slack/bolt";
import type { z } from "zod";
import {
  AccountId,
  type Answer,
  type Find,
  type Given,
  type Log,
  type OpenHome,
  type Overhears,
  type Receive,
  type Show,
} from "../../src/index.ts";
import { type Acknowledgement, type AnswerTools, giveAnswer } from "./answers.ts";
import type { Identity, SlackApi } from "./api.ts";
import type { Work } from "./background.ts";
import { hearChange } from "./changed.ts";
import {
  type Heard,
  hearCommand,
  hearForm,
  hearMessage,
  hearPress,
  hearSearch,
  hearShortcut,
  type Listener,
} from "./hear.ts";
import { usable } from "./inputs.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { readAsking } from "./own.ts";
import {
  AppHomeOpened,
  BlockActions,
  BlockSuggestion,
  MessageChange,
  MessageEvent,
  MessageShortcut,
  SlashCommand,
  ViewSubmission,
} from "./payloads.ts";
import type { People } from "./people.ts";
import { mentionedIn } from "./text.ts";

export type ListenTools = {
  readonly api: SlackApi;
  readonly people: People;
  readonly receive: Receive;
  readonly find: Find;
  readonly openHome: OpenHome;
  readonly show: Show;
  readonly identity: () => Identity;
  readonly overhears: Overhears;
  readonly log: Log;
  readonly given: Given;
  readonly behind: (work: Work) => void;
};

const ANYTHING = /[\s\S]*/;

/** Everything Slack can tell Referee: a schema, whose names are needed to read it, and how it becomes an inbound. */
type Ear<T> = {
  readonly schema: z.ZodType<T>;
  readonly people: (payload: T) => readonly string[];
  readonly hear: (payload: T, listener: Listener) => Heard | null;
};

const MESSAGE: Ear<MessageEvent> = {
  schema: MessageEvent,
  people: ({ user, text }) => [...(user === undefined ? [] : [user]), ...mentionedIn(text)],
  hear: hearMessage,
};
const CHANGE: Ear<MessageChange> = {
  schema: MessageChange,
  people: (change) => {
    const now = change.subtype === "message_changed" ? change.message : change.previous_message;
    const author = change.previous_message?.user ?? now?.user;
    return [...(author === undefined ? [] : [author]), ...mentionedIn(now?.text ?? "")];
  },
  hear: hearChange,
};
const COMMAND: Ear<SlashCommand> = { schema: SlashCommand, people: ({ user_id }) => [user_id], hear: hearCommand };
const SHORTCUT: Ear<MessageShortcut> = {
  schema: MessageShortcut,
  people: ({ user, message }) => [
    user.id,
    ...(message.user === undefined ? [] : [message.user]),
    ...mentionedIn(message.text),
  ],
  hear: hearShortcut,
};
const PRESS: Ear<BlockActions> = { schema: BlockActions, people: ({ user }) => [user.id], hear: hearPress };
const FORM: Ear<ViewSubmission> = { schema: ViewSubmission, people: ({ user }) => [user.id], hear: hearForm };

/**
 * Registers what Referee listens to. A listener returns only after `receive` has recorded what was said, and only then
 * acknowledges; what nobody listens to is acknowledged too, since old cards outlive a deploy.
 */
export function listen(app: App, tools: ListenTools): void {
  const take = createTaker(tools);
  app.event("message", async ({ event, context: { retryNum } }) => {
    if (event.subtype === "message_changed" || event.subtype === "message_deleted") await take(CHANGE, event, retryNum);
    else await take(MESSAGE, event, retryNum);
  });
  app.event("app_mention", async ({ event, context }) => void (await take(MESSAGE, event, context.retryNum)));
  app.event("app_home_opened", async ({ event }) => openHomeOf(event, tools));
  app.command(ANYTHING, async ({ command, ack }) => {
    const acknowledgement = await take(COMMAND, command);
    await ack(acknowledgement !== undefined && "response_type" in acknowledgement ? acknowledgement : undefined);
  });
  app.shortcut(ANYTHING, async ({ body, ack }) => {
    await take(SHORTCUT, body);
    await ack();
  });
  app.action(ANYTHING, async ({ body, ack }) => {
    if (!(await showOwn(body, tools))) await take(PRESS, body);
    await ack();
  });
  app.options(ANYTHING, async ({ body, ack }) => {
    await ack({ options: await optionsFor(body, tools) });
  });
  app.view<ViewSubmitAction>({ callback_id: ANYTHING, type: "view_submission" }, async ({ body, ack }) => {
    const acknowledgement = await take(FORM, body);
    await ack(acknowledgement !== undefined && "response_action" in acknowledgement ? acknowledgement : undefined);
  });
}

/** False unless somebody asks for their own card: that decides nothing, and whoever asks again sees the present again. */
async function showOwn(body: unknown, { show, identity, overhears, log, ...tools }: ListenTools): Promise<boolean> {
  const parsed = BlockActions.safeParse(body);
  const heard = parsed.success
    ? hearPress(parsed.data, { self: identity().user_id, names: NO_NAMES, overhears })
    : null;
  const view = heard?.inbound.type === "pressed" ? readAsking(heard.inbound.value) : null;
  if (heard === null || view === null) return false;
  const { account, id } = heard.inbound;
  const shown = await show({ view, account, press: id });
  const answer: Answer =
    shown.type === "nothing"
      ? { type: "private", text: shown.text }
      : { type: "private", text: shown.message.text, ...(shown.message.card && { card: shown.message.card }) };
  await giveOnce(heard, answer, false, { ...tools, log, self: () => identity().user_id });
  return true;
}

/** The tab with messages needs nothing. A home that cannot be opened now is opened when Slack tells of it again. */
async function openHomeOf(event: unknown, { openHome, log }: ListenTools): Promise<void> {
  const parsed = AppHomeOpened.safeParse(event);
  if (!parsed.success) return log.warn("Slack tells of a tab that Referee cannot read", { error: parsed.error });
  if (parsed.data.tab === "home") await openHome(AccountId.parse(`slack:${parsed.data.user}`));
}

/** None when nothing can be said now: the line beside the list takes every name. */
async function optionsFor(body: unknown, { find, log }: ListenTools) {
  const parsed = BlockSuggestion.safeParse(body);
  const search = parsed.success ? hearSearch(parsed.data) : null;
  if (search === null) return [];
  try {
    return usable(await find(search)).slice(0, SLACK_LIMITS.selectOptions);
  } catch (error) {
    log.warn("a list could not be searched", { error });
    return [];
  }
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

type Take = <T>(ear: Ear<T>, payload: unknown, retry?: number) => Promise<Acknowledgement>;

function createTaker({ people, receive, identity, overhears, log, ...tools }: ListenTools): Take {
  return async (ear, payload, retry = 0) => {
    const parsed = ear.schema.safeParse(payload);
    if (!parsed.success) {
      log.warn("Slack sent something Referee cannot read", {
        problems: parsed.error.issues.map(({ path }) => path.join(".")),
      });
      return undefined;
    }
    const listener = { self: identity().user_id, names: NO_NAMES, overhears };
    // Most talk in a channel is not for Referee: nobody is looked up for it.
    if (ear.hear(parsed.data, listener) === null) return undefined;
    const heard = ear.hear(parsed.data, { ...listener, names: await people.names(ear.people(parsed.data)) });
    if (heard === null) return undefined;
    const answer = await receive(heard.inbound);
    return giveOnce(heard, answer, retry > 0, { ...tools, log, self: () => listener.self });
  };
}

/** What is said or opened beside the acknowledgement happens once for an act, however often Slack delivers it. */
async function giveOnce(
  heard: Heard,
  answer: Answer,
  repeated: boolean,
  { given, ...tools }: AnswerTools & { readonly given: Given },
): Promise<Acknowledgement> {
  const { id } = heard.inbound;
  if (answer.type === "form" && heard.origin.answer === "message") {
    if (!(await given.begin(id, repeated))) return undefined;
    await giveAnswer(heard, answer, repeated, tools);
    await given.end(id);
    return undefined;
  }
  const behind: AnswerTools["behind"] = (work) =>
    tools.behind(async (again) => {
      if (!again && !(await given.begin(id, repeated))) return;
      await work(again);
      await given.end(id);
    });
  return giveAnswer(heard, answer, repeated, { ...tools, behind });
}
