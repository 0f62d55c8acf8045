import { createServer } from "node:http";
import { performance } from "node:perf_hooks";

/** A Slack that says yes to everything at once, and notes when each utterance came. */
export type Loopback = {
  readonly port: number;
  readonly apiUrl: string;
  /** When an utterance was posted first, on this process's steady clock, ms. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Posts and edits so far. */
  readonly calls: () => number;
  clear(): void;
  close(): void;
};

const SELF = { user_id: "U0REFEREE", bot_id: "B0REFEREE", team_id: "T0BENCH", url: "https://bench.slack.com/" };

export async function openLoopback(): Promise<Loopback> {
  const arrivals = new Map<string, number>();
  let calls = 0;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const arrivedAt = performance.now();
      calls += 1;
      const body = Buffer.concat(pieces).toString("latin1");
      const effect = effectIn(body);
      if (effect !== null && !arrivals.has(effect)) arrivals.set(effect, arrivedAt);
      response.setHeader("content-type", "application/json");
      response.end(answerTo(request.url ?? "", body, calls));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the loopback Slack has no port");
  const { port } = address;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  const clear = () => arrivals.clear();
  return { port, apiUrl: `http://127.0.0.1:${port}/api/`, arrivals, calls: () => calls, clear, close };
}

/**
 * Slack's client sends a form in which metadata is JSON; the reference sends JSON; the Chat SDK knows no metadata, so there it
 * is the first word of the text. None needs to be parsed for this.
 */
function effectIn(body: string): string | null {
  const found = /effect(?:%22%3A%22|":"|%3D)(.+?)(?:%22|"|%20|\+)/.exec(body)?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}

function answerTo(url: string, body: string, count: number): string {
  if (url.endsWith("/auth.test")) return JSON.stringify({ ok: true, ...SELF });
  if (url.endsWith("/users.info"))
    return JSON.stringify({ ok: true, user: { name: "asker", profile: { real_name: "Asker" } } });
  const channel = /(?:^|&)channel=([^&]+)/.exec(body)?.[1] ?? "C0BENCH";
  return JSON.stringify({ ok: true, channel, ts: `1760000000.${String(count).padStart(6, "0")}` });
}
