import type { App, ViewSubmitAction } from "@slack/bolt";
import type { z } from "zod";
import type {
  Answer,
  Find,
  Given,
  Log,
  Look,
  OpenHome,
  Overhears,
  Pressed,
  Receive,
  Show,
  Shown,
} from "../../src/index.ts";
import { type Acknowledgement, type AnswerTools, giveAnswer, openDetails } from "./answers.ts";
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
import { readAsking, readUnfolding } from "./own.ts";
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
import { mentionedIn } from "./text.ts";
import { externalAmong, type Workspace } from "./workspace.ts";
import type { Workspaces } from "./workspaces.ts";

export type ListenTools = {
  readonly receive: Receive;
  readonly find: Find;
  readonly workspaces: Workspaces;
  readonly openHome: OpenHome;
  readonly show: Show;
  readonly overhears: Overhears;
  readonly log: Log;
  readonly given: Given;
  readonly behind: (work: Work) => void;
};

/** Whoever acts, and as many as somebody means to name; further ones keep the label that Slack gives them, or their id. */
const MOST_LOOKED_UP = 21;

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
  app.event("message", async ({ event, body, context: { retryNum } }) => {
    const isChange = event.subtype === "message_changed" || event.subtype === "message_deleted";
    if (isChange) await take(CHANGE, { payload: event, body, retry: retryNum });
    else await take(MESSAGE, { payload: event, body, retry: retryNum });
  });
  app.event("app_mention", async ({ event, body, context: { retryNum } }) => {
    await take(MESSAGE, { payload: event, body, retry: retryNum });
  });
  app.event("app_home_opened", async ({ event, body }) => openHomeOf(event, body, tools));
  app.command(ANYTHING, async ({ command, body, ack }) => {
    const acknowledgement = await take(COMMAND, { payload: command, body });
    await ack(acknowledgement !== undefined && "response_type" in acknowledgement ? acknowledgement : undefined);
  });
  app.shortcut(ANYTHING, async ({ body, ack }) => {
    await take(SHORTCUT, { payload: body, body });
    await ack();
  });
  app.action(ANYTHING, async ({ body, ack }) => {
    if (!(await showAsked(body, tools))) await take(PRESS, { payload: body, body });
    await ack();
  });
  app.options(ANYTHING, async ({ body, ack }) => {
    await ack({ options: await optionsFor(body, tools) });
  });
  app.view<ViewSubmitAction>({ callback_id: ANYTHING, type: "view_submission" }, async ({ body, ack }) => {
    const acknowledgement = await take(FORM, { payload: body, body });
    await ack(acknowledgement !== undefined && "response_action" in acknowledgement ? acknowledgement : undefined);
  });
}

/**
 * False unless somebody asks for their own card, or for what is folded away on one: that decides nothing, and whoever asks again
 * sees the present again.
 */
async function showAsked(body: unknown, { show, ...tools }: ListenTools): Promise<boolean> {
  const parsed = BlockActions.safeParse(body);
  const here = parsed.success ? await listeningIn(body, tools) : null;
  const heard = parsed.success && here !== null ? hearPress(parsed.data, here.listener) : null;
  const asked = heard?.inbound.type === "pressed" ? lookIn(heard.inbound) : null;
  if (here === null || heard === null || asked === null) return false;
  const { behind, given, log } = tools;
  const answering = { behind, given, log, api: here.workspace.api, self: () => here.listener.self };
  const shown = await show(asked);
  const card = asked.unfolds !== undefined && shown.type === "card" ? shown.message.card : null;
  if (card === null) await giveOnce(heard, asAnswer(shown), false, answering);
  else if (await given.begin(heard.inbound.id, false)) {
    await openDetails(heard, card, answering);
    await given.end(heard.inbound.id);
  }
  return true;
}

/** What a press asks to see; null for every other button. */
function lookIn({ account, id, value, spot }: Pressed): Look | null {
  const [view, details] = [readAsking(value), readUnfolding(value)];
  if (details !== null) return { view: details, account, press: id, unfolds: spot };
  return view === null ? null : { view, account, press: id };
}

function asAnswer(shown: Shown): Answer {
  if (shown.type === "nothing") return { type: "private", text: shown.text };
  const { text, card, folded } = shown.message;
  return { type: "private", text, ...(card && { card }), ...(folded !== undefined && { folded }) };
}

/** The tab with messages needs nothing. A home that cannot be opened now is opened when Slack tells of it again. */
async function openHomeOf(event: unknown, body: unknown, { openHome, ...tools }: ListenTools): Promise<void> {
  const parsed = AppHomeOpened.safeParse(event);
  if (!parsed.success) return tools.log.warn("Slack tells of a tab that Referee cannot read", { error: parsed.error });
  const here = parsed.data.tab === "home" ? await listeningIn(body, tools) : null;
  if (here !== null) await openHome(here.listener.spelling.account(parsed.data.user, null));
}

/** None when nothing can be said now: the line beside the list takes every name. */
async function optionsFor(body: unknown, { find, log, workspaces }: ListenTools) {
  const parsed = BlockSuggestion.safeParse(body);
  const workspace = await workspaces.of(body);
  if (!parsed.success || workspace === null) return [];
  try {
    const search = hearSearch(parsed.data, await workspaces.spelling(workspace, body));
    if (search === null) return [];
    return usable(await find(search)).slice(0, SLACK_LIMITS.selectOptions);
  } catch (error) {
    log.warn("a list could not be searched", { error });
    return [];
  }
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();
const NOBODY: ReadonlySet<string> = new Set();

/** `body`: all that was delivered, of which an event's payload is a part. */
type Arrived = { readonly payload: unknown; readonly body: unknown; readonly retry?: number | undefined };

type Here = { readonly workspace: Workspace; readonly listener: Listener };

/** Who listens where this was delivered, knowing no names yet; null when Referee was taken away there meanwhile. */
async function listeningIn(
  body: unknown,
  { workspaces, overhears }: Pick<ListenTools, "workspaces" | "overhears">,
): Promise<Here | null> {
  const workspace = await workspaces.of(body);
  if (workspace === null) return null;
  const spelling = await workspaces.spelling(workspace, body);
  const self = workspace.identity().user_id;
  return { workspace, listener: { self, names: NO_NAMES, external: NOBODY, overhears, spelling } };
}

type Take = <T>(ear: Ear<T>, arrived: Arrived) => Promise<Acknowledgement>;

function createTaker({ receive, workspaces, overhears, log, ...tools }: ListenTools): Take {
  return async (ear, { payload, body, retry = 0 }) => {
    const parsed = ear.schema.safeParse(payload);
    if (!parsed.success) {
      log.warn("Slack sent something Referee cannot read", {
        problems: parsed.error.issues.map(({ path }) => path.join(".")),
      });
      return undefined;
    }
    const here = await listeningIn(body, { workspaces, overhears });
    if (here === null) return undefined;
    const { workspace, listener } = here;
    const { api, people } = workspace;
    // Most talk in a channel is not for Referee: nobody is looked up for it.
    if (ear.hear(parsed.data, listener) === null) return undefined;
    const users = [...new Set(ear.people(parsed.data))].slice(0, MOST_LOOKED_UP);
    const names = await people.names(users);
    const heard = ear.hear(parsed.data, { ...listener, names, external: await externalAmong(workspace, users) });
    if (heard === null) return undefined;
    const profile = await people.profile(heard.origin.user);
    const answer = await receive(heard.inbound, profile?.locale ?? null);
    return giveOnce(heard, answer, retry > 0, { ...tools, api, log, self: () => listener.self });
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
