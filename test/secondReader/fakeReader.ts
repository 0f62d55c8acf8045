import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";

const Body = z.object({
  model: z.string().min(1),
  messages: z.array(z.object({ role: z.enum(["system", "user"]), content: z.string() })).min(1),
  temperature: z.number(),
  max_tokens: z.int().positive(),
  response_format: z.object({ type: z.literal("json_object") }),
});

export type Asked = z.infer<typeof Body> & { readonly key: string | null };

/** What the endpoint answers to a text; a number is a status. */
export type Reply = (text: string, asked: Asked) => string | number | Promise<string | number>;

export type FakeReader = { readonly url: string; readonly asked: readonly Asked[]; close(): Promise<void> };

/** An endpoint that keeps the contract of OpenAI's chat completions: what is asked otherwise is refused. */
export async function startFakeReader(reply: { now: Reply }, key: string | null = null): Promise<FakeReader> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const given = request.headers.authorization?.replace("Bearer ", "") ?? null;
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") return send(404, { error: "not found" });
    if (given !== key) return send(401, { error: "wrong key" });
    const body = Body.safeParse(JSON.parse(await textOf(request)));
    if (!body.success) return send(400, { error: body.error.message });
    const about = { ...body.data, key: given };
    asked.push(about);
    const content = await reply.now(body.data.messages.at(-1)?.content ?? "", about);
    if (typeof content === "number") return send(content, { error: "no" });
    send(200, { object: "chat.completion", choices: [{ index: 0, message: { role: "assistant", content } }] });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
