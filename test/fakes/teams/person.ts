import { z } from "zod";
import {
  changeActivity,
  installActivity,
  invokeActivity,
  messageActivity,
  messagePayload,
  type Scene,
  submitActivity,
  type TeamsFile,
} from "./activities.ts";
import { buttonCalled, buttonsIn, type FoundButton } from "./cards.ts";
import type { Deliver, Delivered } from "./delivery.ts";
import { type Choice, filled, inputsIn } from "./inputs.ts";
import { createRefreshing, type Refreshing } from "./refreshing.ts";
import { readAnswer, type Shown } from "./shownAnswer.ts";
import {
  conversationCalled,
  found,
  saidBy,
  type TeamsConversation,
  type TeamsMessage,
  type TeamsPerson,
  viewKey,
  type World,
} from "./world.ts";

/** A dialog (task module) as it stands open before somebody. */
export type Dialog =
  | {
      readonly type: "card";
      readonly title: string;
      readonly card: unknown;
      readonly sentBy: "task/submit" | "composeExtension/submitAction";
    }
  | { readonly type: "message"; readonly text: string };

export type PressOptions = {
  readonly client?: "new" | "old";
  /** Whose card the button is taken from: for attacks. Default: the person's own. */
  readonly seenBy?: string;
  /** The card on a client that was not told of changes since. */
  readonly still?: unknown;
};

/** One person at their Teams client. Each act resolves when the bot has answered it. */
export type FakePerson = {
  readonly account: string;
  /** What the client said to this person alone, oldest first. */
  readonly notices: readonly string[];
  dialog(): Dialog | null;
  /** Begins a thread in a channel, or writes into a chat. `<at>Referee</at>` mentions the bot. */
  says(conversation: string, text: string, files?: readonly TeamsFile[]): Promise<TeamsMessage>;
  /** Changes the words of a message; the bot's answer. */
  edits(message: TeamsMessage, text: string, files?: readonly TeamsFile[]): Promise<Delivered>;
  deletes(message: TeamsMessage): Promise<Delivered>;
  /** Takes back that they deleted it. */
  undeletes(message: TeamsMessage): Promise<Delivered>;
  /** Answers in the thread of a message. */
  replies(to: TeamsMessage, text: string, files?: readonly TeamsFile[]): Promise<TeamsMessage>;
  presses(message: TeamsMessage, button: string, options?: PressOptions): Promise<Delivered>;
  /** Fills in the form that a card became for this person, and sends it. */
  fillsIn(message: TeamsMessage, values: Readonly<Record<string, string>>): Promise<Delivered>;
  /** Types into a list of the open dialog that is searched at the bot; resolves with what it then offers. */
  searches(list: string, words: string): Promise<readonly string[]>;
  /** Fills in the open dialog and sends it. */
  submits(values: Readonly<Record<string, string>>): Promise<Delivered>;
  /** Uses "Ask Referee" on a message. */
  asksAbout(message: TeamsMessage): Promise<Delivered>;
  installs(conversation?: string): Promise<Delivered>;
  /** The card as this person sees it now. A client that failed to ask for their own one asks again. */
  view(message: TeamsMessage): unknown;
  /** A card came to stand before them, or was changed. */
  displays(message: TeamsMessage): void;
  /** Resolves when their client shows what it has been asking for by itself. */
  refreshed(): Promise<void>;
  /** What stands in the chat between this person and the bot. */
  chat(): readonly TeamsMessage[];
};

export type PersonContext = {
  readonly world: World;
  readonly serviceUrl: string;
  readonly deliver: Deliver;
  readonly happened: () => void;
};

type Submit = "task/submit" | "composeExtension/submitAction";

export function createPerson(person: TeamsPerson, context: PersonContext): FakePerson {
  return new Client(person, context);
}

class Client implements FakePerson {
  readonly account: string;
  readonly notices: string[] = [];
  readonly #person: TeamsPerson;
  readonly #context: PersonContext;
  readonly #refreshing: Refreshing;
  readonly #found = new Map<string, readonly Choice[]>();
  #dialog: Dialog | null = null;
  /** Where the dialog was opened: so it is sent off there. */
  #dialogAt: Scene | null = null;

  constructor(person: TeamsPerson, context: PersonContext) {
    this.account = `teams:${person.aad}`;
    this.#person = person;
    this.#context = context;
    this.#refreshing = createRefreshing({
      person,
      world: context.world,
      ask: async (message, action) => {
        const value = { action: { title: "", ...action }, trigger: "automatic" };
        const done = await context.deliver(
          invokeActivity(this.#sceneOf(message), "adaptiveCard/action", value, message),
        );
        context.happened();
        return done;
      },
    });
  }

  dialog(): Dialog | null {
    return this.#dialog;
  }

  view(message: TeamsMessage): unknown {
    const { world } = this.#context;
    const own = world.ownViews.get(viewKey(message.id, this.#person));
    if (own !== undefined) return own;
    const standing = found(
      world.messages.find((one) => one.id === message.id),
      "message",
    );
    this.displays(standing);
    return standing.card;
  }

  displays(message: TeamsMessage): void {
    this.#refreshing.displays(message);
  }

  refreshed(): Promise<void> {
    return this.#refreshing.settled();
  }

  chat(): readonly TeamsMessage[] {
    return this.#context.world.messages.filter((one) => one.conversation === this.#ownChat() && !one.deleted);
  }

  says(conversation: string, text: string, files: readonly TeamsFile[] = []): Promise<TeamsMessage> {
    return this.#write(conversationCalled(this.#context.world, conversation), null, text, files);
  }

  replies({ conversation, thread, id }: TeamsMessage, text: string, files: readonly TeamsFile[] = []) {
    return this.#write(conversation, conversation.kind === "channel" ? (thread ?? id) : null, text, files);
  }

  edits(message: TeamsMessage, text: string, files: readonly TeamsFile[] = []): Promise<Delivered> {
    return this.#change(message, "editMessage", { text, edits: message.edits + 1 }, files);
  }

  deletes(message: TeamsMessage): Promise<Delivered> {
    return this.#change(message, "softDeleteMessage", { deleted: true });
  }

  undeletes(message: TeamsMessage): Promise<Delivered> {
    return this.#change(message, "undeleteMessage", { deleted: false });
  }

  async presses(
    message: TeamsMessage,
    title: string,
    { client = "new", seenBy, still }: PressOptions = {},
  ): Promise<Delivered> {
    if (still !== undefined) return this.#press(message, buttonCalled(still, title, client), {});
    // What is in sight is pressed at once; for anything else people wait until their client shows it.
    if (!buttonsIn(this.view(message)).some((button) => button.title === title)) await this.refreshed();
    const card =
      seenBy === undefined ? this.view(message) : this.#context.world.ownViews.get(`${message.id}/${seenBy}`);
    return this.#press(message, buttonCalled(card, title, client), {});
  }

  async fillsIn(message: TeamsMessage, values: Readonly<Record<string, string>>): Promise<Delivered> {
    const card = this.view(message);
    const button = found(buttonsIn(card)[0], "button of a form");
    if (button.type === "Action.Execute") throw new Error(FAILS_ON_PHONES);
    return this.#press(message, button, filled(card, values));
  }

  async searches(list: string, words: string): Promise<readonly string[]> {
    const card = this.#dialog?.type === "card" ? this.#dialog.card : null;
    const input = found(
      inputsIn(card).find(({ id, label }) => id === list || label === list),
      `list "${list}"`,
    );
    const dataset = found(input.dataset ?? undefined, "list that is searched at the bot");
    const value = { kind: "search", queryText: words, queryOptions: { skip: 0, top: MOST_FOUND }, dataset };
    const at = found(this.#dialogAt ?? undefined, "place of a dialog");
    const done = await this.#context.deliver(invokeActivity(at, "application/search", value));
    const { results } = SearchResponse.parse(done.body).value;
    this.#found.set(input.id, results);
    return results.map(({ title }) => title);
  }

  async submits(values: Readonly<Record<string, string>>): Promise<Delivered> {
    if (this.#dialog?.type !== "card") throw new Error(`${this.#person.name} has no form open.`);
    const { card, sentBy } = this.#dialog;
    const data = { ...found(buttonsIn(card)[0], "button of a form").data, ...filled(card, values, this.#found) };
    const at = found(this.#dialogAt ?? undefined, "place of a dialog");
    return this.#invoke(at, { name: sentBy, value: { ...EXTENSION, data } }, null, sentBy);
  }

  async asksAbout(message: TeamsMessage): Promise<Delivered> {
    const value = { ...EXTENSION, messagePayload: messagePayload(message) };
    const asking = { name: "composeExtension/fetchTask", value };
    return this.#invoke(this.#sceneOf(message), asking, null, "composeExtension/submitAction");
  }

  installs(name = this.#person.handle): Promise<Delivered> {
    const conversation = conversationCalled(this.#context.world, name);
    this.#context.world.installed.add(conversation.id);
    return this.#context.deliver(installActivity(this.#scene(conversation, null)));
  }

  #ownChat(): TeamsConversation {
    return conversationCalled(this.#context.world, this.#person.handle);
  }

  #scene(conversation: TeamsConversation, thread: string | null): Scene {
    const { world, serviceUrl } = this.#context;
    return { world, serviceUrl, person: this.#person, conversation, thread };
  }

  #sceneOf({ conversation, thread, id }: TeamsMessage): Scene {
    return this.#scene(conversation, thread ?? id);
  }

  /** Teams tells of it where it told of the message. */
  async #change(
    { id }: TeamsMessage,
    kind: Parameters<typeof changeActivity>[1],
    changes: Partial<Pick<TeamsMessage, "text" | "edits" | "deleted">>,
    files: readonly TeamsFile[] = [],
  ): Promise<Delivered> {
    const { world, happened, deliver } = this.#context;
    const index = world.messages.findIndex((one) => one.id === id);
    const changed = { ...found(world.messages[index], "message"), ...changes };
    if (changed.from?.handle !== this.#person.handle) throw new Error(`${this.#person.name} did not write this.`);
    world.messages[index] = changed;
    happened();
    return deliver(changeActivity(this.#sceneOf(changed), kind, id, changed.text, files));
  }

  async #write(
    conversation: TeamsConversation,
    thread: string | null,
    text: string,
    files: readonly TeamsFile[],
  ): Promise<TeamsMessage> {
    const { world, happened, deliver } = this.#context;
    const id = world.nextMessageId();
    const message = saidBy(this.#person, conversation, { id, thread, text });
    world.messages.push(message);
    happened();
    // A bot hears nothing where it is no member.
    if (!world.installed.has(conversation.id)) return message;
    await deliver(messageActivity(this.#scene(conversation, thread ?? id), id, text, files));
    return message;
  }

  async #press(message: TeamsMessage, { type, verb, data }: FoundButton, inputs: object): Promise<Delivered> {
    const at = this.#sceneOf(message);
    const value = { ...data, ...inputs };
    if (type === "Action.Execute") {
      const pressed = { action: { type, title: "", verb, data: value }, trigger: "manual" };
      return this.#invoke(at, { name: "adaptiveCard/action", value: pressed }, message, "task/submit");
    }
    if (isTaskFetch(data))
      return this.#invoke(at, { name: "task/fetch", value: { data: value } }, message, "task/submit");
    return this.#context.deliver(submitActivity(at, message, value));
  }

  async #invoke(
    at: Scene,
    { name, value }: { readonly name: string; readonly value: unknown },
    card: TeamsMessage | null,
    submit: Submit,
  ): Promise<Delivered> {
    const done = await this.#context.deliver(invokeActivity(at, name, value, card ?? undefined));
    const shown = readAnswer(done);
    if (shown.type === "dialog") this.#dialogAt = at;
    this.#show(shown, card, submit);
    this.#context.happened();
    return done;
  }

  #show(shown: Shown, message: TeamsMessage | null, sentBy: Submit): void {
    if (shown.type === "card" && message !== null) {
      this.#context.world.ownViews.set(viewKey(message.id, this.#person), shown.card);
    }
    if (shown.type === "notice" || shown.type === "failed") this.notices.push(shown.text);
    if (shown.type === "closed") this.#dialog = null;
    if (shown.type === "dialog") {
      const { card, text } = shown;
      this.#dialog = card === undefined ? { type: "message", text } : { type: "card", title: text, card, sentBy };
    }
  }
}

/**
 * Everybody at a plant is on a phone.
 * @source github.com/microsoft/AdaptiveCards issue 9315 and github.com/MicrosoftDocs/msteams-docs issue 13924, read 2026-11-29
 *   in stored copies
 */
const FAILS_ON_PHONES = "An Action.Execute with inputs fails in Teams on iOS and Android.";

/**
 * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search, read 2026-11-29
 *   in a stored copy: what a bot answers, and that no more than 15 are shown
 */
const MOST_FOUND = 15;
const SearchResponse = z.object({
  type: z.literal("application/vnd.microsoft.search.searchResponse"),
  value: z.strictObject({
    results: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).max(MOST_FOUND),
  }),
});

const EXTENSION = { commandId: "askReferee", commandContext: "message" } as const;

function isTaskFetch(data: Readonly<Record<string, unknown>>): boolean {
  return z.looseObject({ msteams: z.looseObject({ type: z.literal("task/fetch") }) }).safeParse(data).success;
}
