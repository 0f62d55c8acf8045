import { createServer, type ServerResponse } from "node:http";
import { type WebAPICallResult, WebClient } from "@slack/web-api";
import { clientOptions } from "../../../adapters/slack/api.ts";
import { deliveryError } from "../../../adapters/slack/failures.ts";
import { createLeanCall } from "../../../adapters/slack/leanCall.ts";
import { libraryLog } from "../../../adapters/slack/libraryLog.ts";
import { createLog } from "../../../src/log.ts";
import { directly } from "../../../src/outgoing/outgoing.ts";

type Answering = (response: ServerResponse) => void;

let answering: Answering = (response) => response.end('{"ok":true}');
const heard: { readonly method: string; readonly url: string; readonly type: string; readonly body: string }[] = [];
const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const { method = "", url = "" } = request;
    const type = `${request.headers["content-type"]} ${request.headers.authorization}`;
    heard.push({ method, url, type, body: Buffer.concat(pieces).toString() });
    answering(response);
  });
});
let apiUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  apiUrl = `http://127.0.0.1:${address.port}/api/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const log = createLog({ level: "silent" });
const ARGS = {
  channel: "C0LINE3",
  text: "Öffnen & “schließen” = 100 %\n*?*",
  thread_ts: undefined,
  unfurl_links: false,
  blocks: [{ type: "section", text: { type: "mrkdwn", text: "a+b & ü" } }],
  metadata: { event_type: "referee", event_payload: { effect: "e1" } },
};

/** What one call comes to, with its error's own words and what can be done about it. */
async function outcome(call: () => Promise<WebAPICallResult>): Promise<unknown> {
  try {
    const { response_metadata: _, ...answer } = await call();
    return answer;
  } catch (caught) {
    if (!(caught instanceof Error)) throw caught;
    const failures = (["post", "other"] as const).map((attempt) => deliveryError(caught, attempt).failure);
    return { name: caught.name, message: caught.message, failures };
  }
}

async function both(url = apiUrl, timeoutMs = 1_000) {
  const settings = { apiUrl: url, outgoing: directly(), log };
  const client = new WebClient("xoxb-test", clientOptions(settings, timeoutMs));
  const { request } = settings.outgoing;
  const lean = createLeanCall({ token: "xoxb-test", apiUrl: url, request, logger: libraryLog(log), timeoutMs });
  heard.length = 0;
  const theirs = await outcome(() => client.apiCall("chat.postMessage", ARGS));
  return { theirs, ours: await outcome(() => lean("chat.postMessage", ARGS)) };
}

const status = (code: number, body = "", headers: Record<string, string> = {}): Answering => {
  return (response) => response.writeHead(code, headers).end(body);
};

test.each<readonly [string, Answering]>([
  ["yes", status(200, '{"ok":true,"ts":"1.2","channel":"C1","message":{"text":"ä"}}')],
  ["no", status(200, '{"ok":false,"error":"channel_not_found"}')],
  ["no, for want of a scope", status(200, '{"ok":false,"error":"missing_scope","needed":"chat:write","provided":"x"}')],
  ["no, and when to try again", status(200, '{"ok":false,"error":"ratelimited"}', { "retry-after": "9" })],
  ["wait", status(429, "", { "retry-after": "7" })],
  ["wait, and not how long", status(429)],
  ["an error of its own", status(500, "oops")],
  ["away for a moment", status(503)],
  ["somewhere else", status(302, "", { location: "https://example.com" })],
  ["a page that is not Slack's", status(200, "<html>please log in</html>")],
  ["nothing", status(200)],
  [
    "half of it",
    (response) => response.writeHead(200, { "content-length": "90" }).write('{"ok":', () => response.destroy()),
  ],
  ["a line that breaks", (response) => response.destroy()],
])("a call that is answered with %s comes to what Slack's client makes of it", async (_, answer) => {
  answering = answer;
  const { theirs, ours } = await both();
  expect(ours).toEqual(theirs);
  expect(heard).toHaveLength(2);
  expect(heard[1]).toEqual(heard[0]);
});

test("a call that is not answered in time is given up as Slack's client does", async () => {
  answering = () => undefined;
  const { theirs, ours } = await both(apiUrl, 60);
  expect(ours).toEqual(theirs);
});

test("a call that reaches nobody says so as Slack's client does", async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
  const address = gone.address();
  await new Promise((resolve) => gone.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  const { theirs, ours } = await both(`http://127.0.0.1:${address.port}/api/`);
  expect(ours).toMatchObject({ failures: [{ type: "unavailable" }, { type: "unavailable" }] });
  expect(ours).toEqual(theirs);
});
