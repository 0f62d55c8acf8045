import { createServer } from "node:http";
import { z } from "zod";

/** A call of Referee's to the Playground's connector, and what it said. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** What was sent, and what came back, as JSON; null where there was none. */
  readonly sent: unknown;
  readonly answer: unknown;
  /** Of the steady clock. */
  readonly at: number;
};

/** A message as it stands in the Playground by now. */
export type Standing = {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  readonly card: unknown;
};

export type Recorder = {
  readonly port: number;
  readonly calls: readonly Call[];
  /** Every message of Referee's as it was said or changed last, the oldest first. */
  standing(): readonly Standing[];
  close(): Promise<void>;
};

const PATH = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;
const Activity = z.looseObject({
  text: z.string().default(""),
  attachments: z.array(z.looseObject({ content: z.unknown() })).default([]),
});
const Answer = z.looseObject({ id: z.string() });

/** Stands between Referee and the Playground's connector, and writes down what passes. */
export async function openRecorder(playground: () => string): Promise<Recorder> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", async () => {
      const body = Buffer.concat(parts).toString("utf8");
      const { method = "GET", url = "/" } = request;
      const type = request.headers["content-type"] ?? "application/json";
      const authorization = request.headers.authorization ?? "";
      const reached = await fetch(new URL(url, playground()), {
        method,
        headers: { "content-type": type, authorization },
        ...(body !== "" && { body }),
      });
      const text = await reached.text();
      calls.push({
        method,
        path: url,
        status: reached.status,
        sent: json(body),
        answer: json(text),
        at: performance.now(),
      });
      response.writeHead(reached.status, { "content-type": reached.headers.get("content-type") ?? type }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    port,
    calls,
    standing: () => standingAfter(calls),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function standingAfter(calls: readonly Call[]): readonly Standing[] {
  return [...new Map(calls.flatMap(said).map((each) => [each.id, each])).values()];
}

/** What a call made stand there; nothing where it was refused, or said nothing. */
function said({ method, path, status, sent, answer }: Call): readonly Standing[] {
  const [, conversation = "", changed] = PATH.exec(decodeURIComponent(path.split("?")[0] ?? "")) ?? [];
  const activity = Activity.safeParse(sent);
  const id = method === "PUT" ? changed : Answer.safeParse(answer).data?.id;
  const isSaid = status < 300 && (method === "POST" || method === "PUT") && conversation !== "";
  if (!isSaid || id === undefined || !activity.success) return [];
  const { text, attachments } = activity.data;
  return [{ id, conversation, text, card: attachments[0]?.content ?? null }];
}

function json(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
