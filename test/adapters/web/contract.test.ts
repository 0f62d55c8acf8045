import { randomUUID } from "node:crypto";
import { readButtonData } from "../../../adapters/adaptive/buttonData.ts";
import type { ChatMessage } from "../../../adapters/web/entry.ts";
import { type ChatName, LocalId, localId, nameIn } from "../../../adapters/web/localId.ts";
import { Shown } from "../../../adapters/web/wire.ts";
import { AccountId, type Answer, type Plant } from "../../../src/index.ts";
import { adapterContract, type Platform } from "../contract.ts";
import { pageCall } from "./browserCall.ts";
import { openPage } from "./page.ts";
import { openWebChat, plantInBothChats, testPlant, type WebChat } from "./standIn.ts";

type OpenForm = { readonly form: Extract<Shown, { type: "form" }>; readonly errors: readonly string[] };

/** One chat of the page. People go by their first account on the page, and by that of the chat before Referee. */
async function openPlatform(name: ChatName, plant: Plant): Promise<Platform> {
  let answers: (Answer | Error)[] = [];
  const chat = await openWebChat({ answer: () => given(answers.shift()), plants: () => [plant] });
  const person = (account: AccountId) => personOf(plant, account);
  const channel = { conversation: localId(name, "line-3"), thread: null };
  const forms = new Map<AccountId, OpenForm>();
  let sent: object = {};
  const act = async (account: AccountId, path: string, body: object) => {
    const { status, body: answer } = await pageCall(chat, path, { id: randomUUID(), as: person(account), ...body });
    if (status === 200) follow(forms, account, Shown.parse(JSON.parse(answer)));
    return status === 200;
  };
  return {
    adapter: chat.chat(name),
    inbound: chat.told,
    answerNext: (...next) => {
      answers = [...next];
    },
    asker: AccountId.parse(`${name}:olga`),
    owner: AccountId.parse(`${name}:otto`),
    shared: { adapter: name, conversation: "line-3", thread: null },
    closed: { adapter: name, conversation: "nowhere", thread: null },
    says: async (account, text) => {
      sent = { id: randomUUID(), as: person(account), spot: channel, text: `@Referee ${text}` };
      await pageCall(chat, "/api/say", sent);
    },
    repeats: async () => void (await pageCall(chat, "/api/say", sent)),
    presses: async (account, { message }, label) => {
      const card = (await messagesOf(chat)).find(({ id }) => id === message)?.card;
      const value = buttonsIn(card).find((button) => button.label === label)?.value;
      return act(account, "/api/press", { message, value });
    },
    form: async (account) => {
      const open = forms.get(account);
      return open === undefined ? null : { title: open.form.title, errors: open.errors };
    },
    fills: async (account, values) => {
      const open = forms.get(account);
      if (open === undefined) throw new Error("There is no form to fill in.");
      await act(account, "/api/submit", { spot: open.form.spot, value: open.form.value, values });
    },
    sees: async ({ message }) => {
      const found = (await messagesOf(chat)).find(({ id }) => id === message);
      if (found === undefined) return null;
      return { text: textsIn(found.card).join("\n"), buttons: buttonsIn(found.card).map(({ label }) => label) };
    },
    whispers: async (account) => {
      const messages = await messagesOf(chat);
      return messages.filter(({ to }) => to === person(account)).map(({ text }) => text);
    },
    lastThread: async () => (await messagesOf(chat)).filter(({ thread }) => thread !== null).map(({ text }) => text),
    effects: async ({ message }) => {
      const found = (await messagesOf(chat)).find(({ id }) => id === message);
      return {
        notified: (found?.mention ?? []).map((user) => localId(name, nameIn(user))),
        links: linksIn(found?.card),
      };
    },
    stop: chat.close,
  };
}

/** A person as the page calls them. */
function personOf(plant: Plant, account: AccountId): LocalId {
  const known = [...plant.people.values()].find(({ accounts }) => accounts.includes(account));
  return LocalId.parse(known?.accounts[0] ?? account);
}

function given(answer: Answer | Error | undefined): Answer {
  if (answer instanceof Error) throw answer;
  return answer ?? { type: "nothing" };
}

/** What is in front of a person after an act of theirs. */
function follow(forms: Map<AccountId, OpenForm>, account: AccountId, shown: Shown): void {
  const before = forms.get(account);
  forms.delete(account);
  if (shown.type === "form") forms.set(account, { form: shown, errors: [] });
  if (shown.type === "formErrors" && before !== undefined)
    forms.set(account, { form: before.form, errors: Object.values(shown.errors) });
}

/** The chat as a page that is opened now shows it. */
async function messagesOf(chat: WebChat): Promise<readonly ChatMessage[]> {
  const page = await openPage(chat);
  await page.until(() => page.names().includes("reset"));
  const messages = page.messages();
  await page.close();
  return messages;
}

type Button = { readonly label: string; readonly value: string };

/** The buttons of a card, found in its JSON without knowing its layout; a fallback says the same as its button. */
function buttonsIn(part: unknown): readonly Button[] {
  if (typeof part !== "object" || part === null) return [];
  const value = "data" in part ? readButtonData(part.data)?.value : undefined;
  if (value !== undefined && "title" in part) return [{ label: String(part.title), value }];
  return Object.values(part).flatMap(buttonsIn);
}

function textsIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "text" in part && typeof part.text === "string" ? [part.text] : [];
  return [...own, ...Object.values(part).flatMap(textsIn)];
}

/** Addresses a reader could be led to. A TextBlock would read its text as Markdown, so each of its texts counts as one. */
function linksIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "url" in part ? [String(part.url)] : [];
  const markdown = "type" in part && part.type === "TextBlock" && "text" in part ? [String(part.text)] : [];
  return [...own, ...markdown, ...Object.values(part).flatMap(linksIn)];
}

const abilities = { find: true, remove: true };
adapterContract("the local chat", () => openPlatform("web", testPlant()), abilities);
adapterContract("the second of two local chats", () => openPlatform("office", plantInBothChats()), abilities);
