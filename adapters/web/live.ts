import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import type { Language } from "../../src/index.ts";
import { askedLanguage } from "./askedLanguage.ts";
import type { Entry } from "./entry.ts";
import { addressOf } from "./http.ts";
import type { Room } from "./room.ts";
import { shownFirst } from "./shownFirst.ts";
import type { Live } from "./wire.ts";

type LiveName = keyof typeof Live;
type LiveBody<Name extends LiveName> = z.input<(typeof Live)[Name]>;

/** How long a silent connection may be, in ms, before a line without meaning shows that it still stands. */
const HEARTBEAT_MS = 15_000;
/** How soon the browser comes back after the connection broke, in ms. */
const RETRY_MS = 1_000;

/** The open pages: what happens is sent to each of them as it happens. */
export type LivePages = {
  /** Keeps the answer open, and sends what the page has missed since the entry it saw last. */
  open(request: IncomingMessage, response: ServerResponse): void;
  send<Name extends LiveName>(name: Name, body: LiveBody<Name>): void;
  /** The same in each page's language, as a finished event. */
  sendEach(make: (language: Language) => string): void;
  close(): void;
};

/** @param greet what a page is told first, as finished events */
export function createLivePages(room: Room, greet: (language: Language) => readonly string[]): LivePages {
  const pages = new Map<ServerResponse, { readonly timer: NodeJS.Timeout; readonly language: Language }>();
  const end = (page: ServerResponse) => {
    clearInterval(pages.get(page)?.timer);
    pages.delete(page);
  };
  room.subscribe((number, entry) => {
    for (const page of pages.keys()) page.write(entryEvent(number, entry));
  });
  return {
    open(request, response) {
      const language = askedLanguage(request);
      response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8", Connection: "keep-alive" });
      response.write(`retry: ${RETRY_MS}\n\n${greet(language).join("")}${missed(room, lastSeen(request))}`);
      const timer = setInterval(() => response.write(":\n\n"), HEARTBEAT_MS).unref();
      pages.set(response, { timer, language });
      response.on("close", () => end(response));
    },
    send(name, body) {
      for (const page of pages.keys()) page.write(liveEvent(name, body));
    },
    sendEach(make) {
      for (const [page, { language }] of pages) page.write(make(language));
    },
    close() {
      for (const page of [...pages.keys()]) {
        end(page);
        page.end();
      }
    },
  };
}

/** One server-sent event. JSON has no line breaks, so one `data:` line holds it. */
export function liveEvent<Name extends LiveName>(name: Name, body: LiveBody<Name>): string {
  return `event: ${name}\ndata: ${JSON.stringify(body)}\n\n`;
}

function entryEvent(number: number, entry: Entry): string {
  return `id: ${number}\n${liveEvent("entry", entry)}`;
}

/** The number of the entry the page saw last: the browser says it, or the page when it opened the connection anew. */
function lastSeen(request: IncomingMessage): number {
  const asked = addressOf(request).searchParams.get("after");
  const said = Number(request.headers["last-event-id"] ?? asked ?? 0);
  return Number.isSafeInteger(said) && said > 0 ? said : 0;
}

function missed(room: Room, after: number): string {
  const entries = after === 0 ? null : room.since(after);
  if (entries !== null) return entries.map(([number, entry]) => entryEvent(number, entry)).join("");
  const shown = shownFirst(room.chat);
  return `id: ${shown.count}\n${liveEvent("reset", shown)}`;
}
