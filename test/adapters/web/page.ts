import { randomUUID } from "node:crypto";
import { Chat } from "../../../adapters/web/chat.ts";
import type { ChatMessage } from "../../../adapters/web/entry.ts";
import type { LocalId } from "../../../adapters/web/localId.ts";
import { Live, Shown } from "../../../adapters/web/wire.ts";
import { type Answered, cookieOf, pageCall } from "./browserCall.ts";
import type { WebChat } from "./standIn.ts";

/** What a person does on the page, over HTTP. */
export function personOn(chat: WebChat, as: LocalId) {
  const act = async (path: string, body: object): Promise<Shown> => {
    const answered = await pageCall(chat, path, { id: randomUUID(), as, ...body });
    if (answered.status !== 200) throw new Error(`${path} was answered ${answered.status}: ${answered.body}`);
    return Shown.parse(JSON.parse(answered.body));
  };
  return {
    says: (conversation: LocalId, text: string, thread: string | null = null) =>
      act("/api/say", { spot: { conversation, thread }, text }),
    asksAbout: (message: ChatMessage) => act("/api/point", { message: message.id }),
    presses: (message: ChatMessage, value: string) => act("/api/press", { message: message.id, value }),
    sends: (form: Extract<Shown, { type: "form" }>, values: Readonly<Record<string, string>>) =>
      act("/api/submit", { spot: form.spot, value: form.value, values, on: form.on }),
    /** Sends exactly this, to see how it is answered. */
    tries: (path: string, body: object): Promise<Answered> => pageCall(chat, path, { as, ...body }),
  };
}

/** An open page: follows the live line and folds what it brings, as the browser does. */
export async function openPage(chat: WebChat, after = 0) {
  const stop = new AbortController();
  const headers = { cookie: await cookieOf(chat) };
  const response = await fetch(`${chat.origin}/api/live?after=${after}`, { headers, signal: stop.signal });
  const state = { chat: new Chat(), names: [] as string[], last: after };
  const watchers = new Set<() => void>();
  const reading = read(response, stop.signal, (name, id, body) => {
    state.names.push(name);
    if (id !== null) state.last = id;
    if (name === "reset") state.chat = chatOf(body);
    if (name === "entry") state.chat.apply(Live.entry.parse(body));
    for (const watcher of watchers) watcher();
  });
  return {
    messages: () => state.chat.messages(),
    names: () => state.names,
    last: () => state.last,
    /** Resolves when the page shows it; woken by what arrives, never by waiting. */
    until: (shows: (messages: readonly ChatMessage[]) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!shows(state.chat.messages())) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    close: async () => {
      stop.abort();
      await reading;
    },
  };
}

function chatOf(body: unknown): Chat {
  const { messages, count } = Live.reset.parse(body);
  return Chat.of(messages, count);
}

type Take = (name: string, id: number | null, body: unknown) => void;

async function read(response: Response, stop: AbortSignal, take: Take): Promise<void> {
  if (response.body === null) return;
  let text = "";
  try {
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) readEvent(event, take);
    }
  } catch (error) {
    // The test itself closed the page.
    if (!stop.aborted) throw error;
  }
}

function readEvent(event: string, take: Take): void {
  const fields = new Map(event.split("\n").map((line) => [line.split(": ", 1)[0], line.slice(line.indexOf(": ") + 2)]));
  const [name, data, id] = [fields.get("event"), fields.get("data"), fields.get("id")];
  if (name !== undefined && data !== undefined) take(name, id === undefined ? null : Number(id), JSON.parse(data));
}
