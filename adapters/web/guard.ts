import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { addressOf } from "./http.ts";
import { REFUSED } from "./refusedWords.ts";
import type { Texts } from "./texts.ts";

/** Why a call was turned away, in words for the person who reads the page or the log. */
export type Refusal = { readonly status: 400 | 401 | 403 | 405 | 413 | 415 | 421; readonly why: Texts };

/** Names this machine has for itself. Any other name in `Host` is another site that points its name here. */
const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"];
const LOOPBACK_ADDRESSES = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * Headers of every answer. The page loads nothing from anywhere else and runs nothing that is not a file of its own;
 * nobody may frame it, and its address, which carries the token once, is told to nobody.
 */
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Cache-Control": "no-store",
} as const;

/** Decides who may speak to the local chat: the browser that was given the address, on this machine, from this page. */
export type Guard = {
  /** Null for a call that may go on. Sets the headers of the answer in either case. */
  check(request: IncomingMessage, response: ServerResponse): Refusal | null;
};

/** @param token at least 128 random bits; the same for as long as the address that was printed is to work */
export function createGuard(token: string): Guard {
  const session = createHmac("sha256", token).update("referee web session").digest("base64url");
  return {
    check(request, response) {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      return wrongPlace(request) ?? wrongKey(request, response, { token, session }) ?? wrongPage(request);
    },
  };
}

function wrongPlace(request: IncomingMessage): Refusal | null {
  if (!LOOPBACK_ADDRESSES.has(request.socket.remoteAddress ?? "")) {
    return { status: 403, why: REFUSED.onlyThisMachine };
  }
  if (!ownHosts(request).includes(request.headers.host ?? "")) {
    return { status: 421, why: REFUSED.onlyLoopback };
  }
  if (!["GET", "HEAD", "POST"].includes(request.method ?? "")) {
    return { status: 405, why: REFUSED.onlyGetAndPost };
  }
  return null;
}

function ownHosts(request: IncomingMessage): readonly string[] {
  const port = request.socket.localPort;
  return LOOPBACK_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** The token opens the page once and leaves a cookie behind; from then on the cookie is the key. */
function wrongKey(
  request: IncomingMessage,
  response: ServerResponse,
  keys: { readonly token: string; readonly session: string },
): Refusal | null {
  const cookie = `referee_${request.socket.localPort}`;
  const url = addressOf(request);
  const given = request.method === "GET" && url.pathname === "/" ? url.searchParams.get("token") : null;
  if (given !== null && isSame(given, keys.token)) {
    response.setHeader("Set-Cookie", `${cookie}=${keys.session}; Path=/; HttpOnly; SameSite=Strict`);
    return null;
  }
  if (isSame(readCookie(request, cookie), keys.session)) return null;
  return {
    status: 401,
    why: REFUSED.noKey,
  };
}

/** Browsers say which page a call comes from. Another page of the same browser must not press buttons here. */
function wrongPage(request: IncomingMessage): Refusal | null {
  const site = request.headers["sec-fetch-site"] ?? "same-origin";
  const away = site !== "same-origin" && site !== "none";
  if (request.method !== "POST") {
    const isVisit = request.headers["sec-fetch-mode"] === "navigate";
    return away && !isVisit ? { status: 403, why: REFUSED.otherPageReads } : null;
  }
  if (away || request.headers.origin !== `http://${request.headers.host}`) {
    return { status: 403, why: REFUSED.otherPageActs };
  }
  if (request.headers["content-type"]?.split(";")[0]?.trim() !== "application/json") {
    return { status: 415, why: REFUSED.onlyJson };
  }
  return null;
}

function readCookie(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
