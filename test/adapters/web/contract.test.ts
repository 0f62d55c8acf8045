import { randomUUID } from "node:crypto";
import { readButtonData } from "../../../adapters/adaptive/button.ts";
import type { ChatMessage } from "../../../adapters/web/chat.ts";
import { Shown } from "../../../adapters/web/wire.ts";
import { AccountId, type Answer } from "../../../src/index.ts";
import { adapterContract, type Platform } from "../contract.ts";
import { pageCall } from "./browserCall.ts";
import { openPage } from "./page.ts";
import { openWebChat, type WebChat } from "./standIn.ts";

const asker = AccountId.parse("web:olga");
const owner = AccountId.parse("web:otto");
const userOf = (account: AccountId) => account.slice("web:".length);
const channel = { conversation: "line-3", thread: null };

type OpenForm = { readonly form: Extract<Shown, { type: "form" }>; readonly errors: readonly string[] };

async function openPlatform(): Promise<Platform> {
  let answers: (Answer | Error)[] = [];
  const chat = await openWebChat({ answer: () => given(answers.shift()) });
  const forms = new Map<AccountId, OpenForm>();
  let sent: object = {};
  const act = async (account: AccountId, path: string, body: object) => {
    const { status, body: answer } = await pageCall(chat, path, { id: randomUUID(), as: userOf(account), ...body });
    if (status === 200) follow(forms, account, Shown.parse(JSON.parse(answer)));
    return status === 200;
  };
  return {
    adapter: chat.adapter,
    inbound: chat.told,
    answerNext: (...next) => {
      answers = [...next];
    },
    asker,
    owner,
    shared: { adapter: "web", ...channel },
    closed: { adapter: "web", conversation: "nowhere", thread: null },
    says: async (account, text) => {
      sent = { id: randomUUID(), as: userOf(account), spot: channel, text: `@Referee ${text}` };
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
      return messages.filter(({ to }) => to === userOf(account)).map(({ text }) => text);
    },
    lastThread: async () => (await messagesOf(chat)).filter(({ thread }) => thread !== null).map(({ text }) => text),
    effects: async ({ message }) => {
      const found = (await messagesOf(chat)).find(({ id }) => id === message);
      return { notified: (found?.mention ?? []).map((user) => `web:${user}`), links: linksIn(found?.card) };
    },
    stop: chat.close,
  };
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

adapterContract("local chat", openPlatform, { find: true, remove: true });
