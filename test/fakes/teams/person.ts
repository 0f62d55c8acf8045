import { z } from "zod";
import {
  installActivity,
  invokeActivity,
  messageActivity,
  messagePayload,
  type Scene,
  submitActivity,
} from "./activities.ts";
import { buttonCalled, buttonsIn, type FoundButton, filled } from "./cards.ts";
import type { Deliver, Delivered } from "./delivery.ts";
import {
  conversationCalled,
  found,
  type TeamsConversation,
  type TeamsMessage,
  type TeamsPerson,
  viewKey,
  type World,
} from "./world.ts";

const WENT_WRONG = "Something went wrong. Please try again.";

/** A dialog (task module) as it stands open before somebody. */
export type Dialog =
  | { readonly type: "card"; readonly card: unknown; readonly sentBy: "task/submit" | "composeExtension/submitAction" }
  | { readonly type: "message"; readonly text: string };

export type PressOptions = { readonly client?: "new" | "old" };

/** One person at their Teams client. Each act resolves when the bot has answered it. */
export type FakePerson = {
  readonly account: string;
  /** What the client said to this person alone, oldest first. */
  readonly notices: readonly string[];
  dialog(): Dialog | null;
  /** Begins a thread in a channel, or writes into a chat. `<at>Referee</at>` mentions the bot. */
  says(conversation: string, text: string): Promise<TeamsMessage>;
  /** Answers in the thread of a message. */
  replies(to: TeamsMessage, text: string): Promise<TeamsMessage>;
  presses(message: TeamsMessage, button: string, options?: PressOptions): Promise<Delivered>;
  /** Fills in the form that a card became for this person, and sends it. */
  fillsIn(message: TeamsMessage, values: Readonly<Record<string, string>>): Promise<Delivered>;
  /** Fills in the open dialog and sends it. */
  submits(values: Readonly<Record<string, string>>): Promise<Delivered>;
  /** Uses "Ask Referee" on a message. */
  asksAbout(message: TeamsMessage): Promise<Delivered>;
  installs(conversation?: string): Promise<Delivered>;
  /** The card as this person sees it now. */
  view(message: TeamsMessage): unknown;
  /** What stands in the chat between this person and the bot. */
  chat(): readonly TeamsMessage[];
};

export type PersonContext = {
  readonly world: World;
  readonly serviceUrl: string;
  readonly deliver: Deliver;
  readonly happened: () => void;
};

export function createPerson(person: TeamsPerson, { world, serviceUrl, deliver, happened }: PersonContext): FakePerson {
  const notices: string[] = [];
  let dialog: Dialog | null = null;
  const scene = (conversation: TeamsConversation, thread: string | null): Scene => ({
    world,
    serviceUrl,
    person,
    conversation,
    thread,
  });
  const sceneOf = (message: TeamsMessage) => scene(message.conversation, message.thread ?? message.id);
  const view = (message: TeamsMessage) =>
    world.ownViews.get(viewKey(message.id, person)) ?? current(world, message).card;

  const write = async (conversation: TeamsConversation, thread: string | null, text: string) => {
    const id = world.nextMessageId();
    const message = said(person, conversation, { id, thread, text });
    world.messages.push(message);
    happened();
    await deliver(messageActivity(scene(conversation, thread ?? id), id, text));
    return message;
  };

  const see = (
    done: Delivered,
    message: TeamsMessage | null,
    submit: "task/submit" | "composeExtension/submitAction",
  ) => {
    const shown = readAnswer(done);
    if (shown.type === "card" && message !== null) world.ownViews.set(viewKey(message.id, person), shown.card);
    if (shown.type === "notice") notices.push(shown.text);
    if (shown.type === "dialog")
      dialog =
        shown.card === undefined
          ? { type: "message", text: shown.text }
          : { type: "card", card: shown.card, sentBy: submit };
    if (shown.type === "closed") dialog = null;
    happened();
    return done;
  };

  const press = async (message: TeamsMessage, { type, verb, data }: FoundButton, inputs: object = {}) => {
    const value = { ...data, ...inputs };
    const at = sceneOf(message);
    if (type === "Action.Execute") {
      const action = { type, title: "", verb, data: value };
      return see(
        await deliver(invokeActivity(at, "adaptiveCard/action", { action, trigger: "manual" }, message)),
        message,
        "task/submit",
      );
    }
    if (isTaskFetch(data))
      return see(await deliver(invokeActivity(at, "task/fetch", { data: value }, message)), message, "task/submit");
    return deliver(submitActivity(at, message, value));
  };

  return {
    account: `teams:${person.aad}`,
    notices,
    dialog: () => dialog,
    view,
    says: (name, text) => write(conversationCalled(world, name), null, text),
    replies: (to, text) =>
      write(to.conversation, to.conversation.kind === "channel" ? (to.thread ?? to.id) : null, text),
    presses: async (message, title, { client = "new" } = {}) =>
      press(message, buttonCalled(view(message), title, client)),
    fillsIn: async (message, values) => {
      const card = view(message);
      return press(message, found(buttonsIn(card)[0], "button of a form"), filled(card, values));
    },
    submits: async (values) => {
      if (dialog?.type !== "card") throw new Error(`${person.name} has no form open.`);
      const { card, sentBy } = dialog;
      const data = { ...found(buttonsIn(card)[0], "button of a form").data, ...filled(card, values) };
      const at = scene(conversationCalled(world, person.handle), null);
      return see(
        await deliver(invokeActivity(at, sentBy, { data, commandId: "askReferee", commandContext: "message" })),
        null,
        sentBy,
      );
    },
    asksAbout: async (message) => {
      const author = message.from ?? person;
      const value = {
        commandId: "askReferee",
        commandContext: "message",
        messagePayload: messagePayload(message, author),
      };
      return see(
        await deliver(invokeActivity(sceneOf(message), "composeExtension/fetchTask", value)),
        null,
        "composeExtension/submitAction",
      );
    },
    installs: (name = person.handle) => {
      const conversation = conversationCalled(world, name);
      world.installed.add(conversation.id);
      return deliver(installActivity(scene(conversation, null)));
    },
    chat: () => world.messages.filter((one) => one.conversation.name === person.handle && !one.deleted),
  };
}

function said(
  person: TeamsPerson,
  conversation: TeamsConversation,
  what: { id: string; thread: string | null; text: string },
): TeamsMessage {
  return {
    ...what,
    conversation,
    from: person,
    textFormat: "plain",
    summary: "",
    card: null,
    notified: [],
    links: [],
    edits: 0,
    deleted: false,
  };
}

function current(world: World, message: TeamsMessage): TeamsMessage {
  return found(
    world.messages.find((one) => one.id === message.id),
    "message",
  );
}

function isTaskFetch(data: Readonly<Record<string, unknown>>): boolean {
  return z.looseObject({ msteams: z.looseObject({ type: z.literal("task/fetch") }) }).safeParse(data).success;
}

type Shown =
  | { readonly type: "notice"; readonly text: string }
  | { readonly type: "card"; readonly card: unknown }
  | { readonly type: "dialog"; readonly text: string; readonly card?: unknown }
  | { readonly type: "closed" };

const CardAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });
const ErrorValue = z.object({ code: z.string(), message: z.string() });
const TaskAnswer = z.object({
  task: z.discriminatedUnion("type", [
    z.object({ type: z.literal("message"), value: z.string() }),
    z.object({
      type: z.literal("continue"),
      value: z.object({ title: z.string(), card: z.object({ contentType: z.string(), content: z.unknown() }) }),
    }),
  ]),
});

/** What the client makes of the answer to an invoke. */
function readAnswer({ status, body }: Delivered): Shown {
  if (status !== 200) return { type: "notice", text: WENT_WRONG };
  const task = TaskAnswer.safeParse(body);
  if (task.success) {
    const { type, value } = task.data.task;
    return type === "message"
      ? { type: "dialog", text: value }
      : { type: "dialog", text: value.title, card: value.card.content };
  }
  const card = CardAnswer.safeParse(body);
  if (!card.success) return { type: "closed" };
  if (card.data.type === "application/vnd.microsoft.card.adaptive") return { type: "card", card: card.data.value };
  const error = ErrorValue.safeParse(card.data.value);
  return { type: "notice", text: error.success ? error.data.message : z.string().parse(card.data.value) };
}
