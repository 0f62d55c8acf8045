import { createServer, type IncomingMessage, type Server } from "node:http";
import { z } from "zod";
import type { FakeTeams } from "./fakeTeams.ts";
import { found, type TeamsMessage } from "./world.ts";

const values = z.record(z.string(), z.string());

/** What a program in another process may ask of the fake, one JSON object for each request. */
const Order = z.discriminatedUnion("do", [
  z.object({ do: z.literal("connect"), botUrl: z.url() }),
  z.object({ do: z.literal("says"), as: z.string(), in: z.string(), text: z.string() }),
  z.object({ do: z.literal("replies"), as: z.string(), to: z.string(), text: z.string() }),
  z.object({ do: z.literal("presses"), as: z.string(), message: z.string(), button: z.string() }),
  z.object({ do: z.literal("fillsIn"), as: z.string(), message: z.string(), values }),
  z.object({ do: z.literal("submits"), as: z.string(), values }),
  z.object({ do: z.literal("installs"), as: z.string(), in: z.string() }),
  z.object({ do: z.literal("blocks"), as: z.string() }),
  z.object({ do: z.literal("sees"), as: z.string(), message: z.string() }),
  z.object({ do: z.literal("messages"), in: z.string() }),
  z.object({ do: z.literal("notices"), as: z.string() }),
  z.object({ do: z.literal("advance"), ms: z.int().nonnegative() }),
  z.object({ do: z.literal("app") }),
]);
type Order = z.infer<typeof Order>;

/** Takes orders on a loopback port: for a fake that runs as a process of its own. */
export async function startControl(teams: FakeTeams, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    bodyOf(request)
      .then((body) => obey(teams, Order.parse(JSON.parse(body))))
      .then(
        (done) => ({ status: 200, done }),
        (error: unknown) => ({ status: 400, done: { error: String(error) } }),
      )
      .then(({ status, done }) => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(done ?? null));
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

async function obey(teams: FakeTeams, order: Order): Promise<unknown> {
  const message = (id: string): TeamsMessage =>
    found(
      teams.world.messages.find((one) => one.id === id),
      `message ${id}`,
    );
  switch (order.do) {
    case "connect":
      return teams.connect(order.botUrl);
    case "says":
      return teams.as(order.as).says(order.in, order.text);
    case "replies":
      return teams.as(order.as).replies(message(order.to), order.text);
    case "presses":
      return teams.as(order.as).presses(message(order.message), order.button);
    case "fillsIn":
      return teams.as(order.as).fillsIn(message(order.message), order.values);
    case "submits":
      return teams.as(order.as).submits(order.values);
    case "sees":
      await teams.as(order.as).refreshed();
      return teams.as(order.as).view(message(order.message));
    case "installs":
      return teams.as(order.as).installs(order.in);
    default:
      return look(teams, order);
  }
}

function look(teams: FakeTeams, order: Order): unknown {
  switch (order.do) {
    case "blocks":
      teams.world.blocked.add(order.as);
      return null;
    case "messages":
      return teams.messages(order.in);
    case "notices":
      return teams.as(order.as).notices;
    case "advance":
      teams.clock.advance(order.ms);
      return teams.clock.now();
    case "app":
      return { ...teams.app, serviceUrl: teams.serviceUrl };
    default:
      throw new Error(`This is no question: ${order.do}`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
