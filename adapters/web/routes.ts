import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language, Log } from "../../src/index.ts";
import { DeliveryError, RefereeError } from "../../src/index.ts";
import { point, press, say, submit } from "./acts.ts";
import { askedLanguage } from "./askedLanguage.ts";
import { type PageFiles, sendFile } from "./files.ts";
import type { Guard } from "./guard.ts";
import { addressOf, HttpProblem, readJson, refuse, sendJson } from "./http.ts";
import type { LivePages } from "./live.ts";
import { LocalId } from "./localId.ts";
import type { Demo, Inspect } from "./options.ts";
import { REFUSED } from "./refusedWords.ts";
import { shownBefore, threadOf } from "./shownFirst.ts";
import type { Stage } from "./stage.ts";
import type { Texts } from "./texts.ts";
import { type Page, Point, Press, Say, Submit, Wind } from "./wire.ts";

type Parts = {
  readonly stage: Stage;
  readonly pages: LivePages;
  readonly guard: Guard;
  readonly files: PageFiles;
  readonly demo: Demo;
  readonly inspect: Inspect;
  /** Told in which language a page reads what is said from now on. */
  readonly reads: (language: Language) => Promise<void>;
  readonly log: Log;
  /** Whether the chat's log has been read and somebody takes what is said. */
  readonly isOpen: () => boolean;
};

/** Answers one call; what it resolves with is sent as JSON, unless it has answered by itself. */
type Route = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/** What the page can ask of the server. */
export type Routes = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Resolves when every call in flight has been answered. */
  settled(): Promise<void>;
};

export function createRoutes(parts: Parts): Routes {
  const inFlight = new Set<Promise<void>>();
  const routes = routesOf(parts);
  return {
    handle(request, response) {
      const refusal = parts.guard.check(request, response);
      if (refusal !== null) return refuse(response, refusal);
      const { pathname } = addressOf(request);
      const file = parts.files.get(pathname);
      if (file !== undefined && request.method !== "POST") return sendFile(response, file);
      const route = routes.get(`${request.method} ${pathname}`);
      if (route === undefined) return refuse(response, { status: 404, why: REFUSED.nothingHere });
      // A page that waits for Referee comes at the first moment: what is not read yet must not look as if it were gone.
      if (!parts.isOpen()) return refuse(response, { status: 503, why: REFUSED.starting });
      const call = answer(parts.log, route, { request, response });
      inFlight.add(call);
      void call.finally(() => inFlight.delete(call));
    },
    settled: async () => {
      await Promise.all(inFlight);
    },
  };
}

function routesOf(parts: Parts): ReadonlyMap<string, Route> {
  const { stage, pages, demo, inspect } = parts;
  const from = (request: IncomingMessage): Stage => ({ ...stage, language: askedLanguage(request) });
  return new Map<string, Route>([
    ["POST /api/say", async (request) => say(from(request), await readJson(request, Say))],
    ["POST /api/point", async (request) => point(from(request), await readJson(request, Point))],
    ["POST /api/press", async (request) => press(from(request), await readJson(request, Press))],
    ["POST /api/submit", async (request) => submit(from(request), await readJson(request, Submit))],
    ["GET /api/live", async (request, response) => openPage(parts, request, response)],
    ["GET /api/earlier", async (request) => earlier(stage, request)],
    ["GET /api/thread", async (request) => threadOf(stage.room.chat, asked(request, "message"))],
    ["GET /api/clock", () => demo.now()],
    ["GET /api/requests", () => inspect.requests()],
    ["GET /api/events", (request) => inspect.events(asked(request, "stream"))],
    ["POST /api/wind", async (request) => wind({ demo, pages }, await readJson(request, Wind))],
    ["POST /api/kill", async (_request, response) => kill(demo, response)],
  ]);
}

async function answer(
  log: Log,
  route: Route,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  try {
    const body = await route(request, response);
    if (!response.headersSent) sendJson(response, 200, body ?? { type: "nothing" });
  } catch (error) {
    refuse(response, problemOf(log, error));
  }
}

/** What the page is told. Whatever is not the caller's doing may be tried again, and is logged. */
function problemOf(log: Log, error: unknown): { readonly status: number; readonly why: Texts } {
  if (error instanceof HttpProblem) return { status: error.status, why: error.why };
  if (error instanceof DeliveryError || (error instanceof RefereeError && error.code === "STORE_AWAY")) {
    return { status: 503, why: REFUSED.notRecorded };
  }
  log.error("the local chat could not answer", { error });
  return { status: 500, why: REFUSED.failed };
}

/** Before the page is shown anything, what is said from now on is said in its language. */
async function openPage({ pages, reads }: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await reads(askedLanguage(request));
  pages.open(request, response);
}

async function wind({ demo, pages }: Pick<Parts, "demo" | "pages">, { by }: Wind): Promise<unknown> {
  await (by === "next" ? demo.windToNext() : demo.wind(by));
  const clock = await demo.now();
  pages.send("clock", clock);
  return clock;
}

/** Answers first, since nobody answers afterwards. */
async function kill({ kill: end }: Demo, response: ServerResponse): Promise<void> {
  if (end === undefined) throw new HttpProblem({ status: 403, why: REFUSED.nobodyRestarts });
  response.on("finish", end);
  sendJson(response, 200, { type: "nothing" });
}

/** What began in a conversation before an entry the page has. */
function earlier({ room }: Stage, request: IncomingMessage): Page {
  const conversation = LocalId.safeParse(asked(request, "conversation"));
  const before = Number(asked(request, "before"));
  if (!conversation.success || !Number.isSafeInteger(before)) {
    throw new HttpProblem({ status: 400, why: REFUSED.unreadable });
  }
  return shownBefore(room.chat, conversation.data, before);
}

function asked(request: IncomingMessage, name: string): string {
  return addressOf(request).searchParams.get(name) ?? "";
}
