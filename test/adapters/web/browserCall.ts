import { request } from "node:http";
import { TOKEN, type WebChat } from "./standIn.ts";

export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
};

type Call = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** One HTTP call exactly as written: `fetch` would not let a test lie about Host or Origin. */
export function call(chat: WebChat, { method = "GET", path = "/", headers = {}, body }: Call): Promise<Answered> {
  const { hostname, port, host } = new URL(chat.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: { host, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The cookie a browser has after it opened the printed address. */
export async function cookieOf(chat: WebChat): Promise<string> {
  const { headers } = await call(chat, { path: `/?token=${TOKEN}` });
  return String(headers["set-cookie"]).split(";")[0] ?? "";
}

/** What the page itself sends: its own origin, its cookie, JSON. */
export async function pageCall(
  chat: WebChat,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const own = { cookie: await cookieOf(chat), origin: chat.origin, "sec-fetch-site": "same-origin", ...headers };
  if (body === undefined) return call(chat, { path, headers: own });
  return call(chat, {
    method: "POST",
    path,
    headers: { "content-type": "application/json", ...own },
    body: JSON.stringify(body),
  });
}
