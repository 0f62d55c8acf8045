import { createServer, type IncomingMessage, type Server } from "node:http";
import { z } from "zod";
import type { FakeSlack } from "./fakeSlack.ts";

const Fault = z.union([
  z.enum(["timeout", "timeout after doing", "reset", "reset after doing"]),
  z.strictObject({ status: z.int(), retryAfterS: z.int().optional() }),
  z.strictObject({ statusAfterDoing: z.int() }),
  z.strictObject({ error: z.string() }),
]);

const Place = z.object({ channel: z.string(), ts: z.string() });

/** What another process may ask of a fake Slack that outlives it. */
export const Command = z.discriminatedUnion("do", [
  z.object({ do: z.literal("addUser"), id: z.string(), name: z.string() }),
  z.object({ do: z.literal("addChannel"), id: z.string(), name: z.string(), members: z.array(z.string()) }),
  z.object({ do: z.literal("deliverTo"), url: z.string().nullable() }),
  z.object({ do: z.literal("says"), as: z.string(), to: z.string(), text: z.string(), thread: z.string().optional() }),
  z.object({ do: z.literal("presses"), as: z.string(), on: Place, label: z.string() }),
  z.object({ do: z.literal("fills"), as: z.string(), values: z.record(z.string(), z.string()) }),
  z.object({ do: z.literal("runs"), as: z.string(), command: z.string(), channel: z.string() }),
  z.object({ do: z.literal("form"), as: z.string() }),
  z.object({ do: z.literal("ephemerals"), as: z.string() }),
  z.object({ do: z.literal("messages"), channel: z.string() }),
  z.object({ do: z.literal("thread"), channel: z.string(), ts: z.string() }),
  z.object({ do: z.literal("untilSaid"), channel: z.string(), words: z.string() }),
  z.object({ do: z.literal("fault"), method: z.string(), faults: z.array(Fault), always: z.boolean() }),
  z.object({ do: z.literal("clearFaults") }),
  z.object({ do: z.literal("redeliver") }),
  z.object({ do: z.literal("calls"), method: z.string() }),
  z.object({ do: z.literal("deliveries") }),
]);
export type Command = z.infer<typeof Command>;

/** Carries out one command; resolves with something JSON can hold. */
async function carryOut(slack: FakeSlack, command: Command): Promise<unknown> {
  switch (command.do) {
    case "addUser":
      return slack.workspace.addUser(command.id, command.name).id;
    case "addChannel":
      return slack.workspace.addChannel(command.id, command.name, command.members).id;
    case "deliverTo":
      return slack.deliverTo(command.url === null ? { type: "socket" } : { type: "http", url: command.url });
    case "fault":
      if (command.always) for (const fault of command.faults) slack.faults.always(command.method, fault);
      else slack.faults.next(command.method, ...command.faults);
      return null;
    case "clearFaults":
      return slack.faults.clear();
    case "redeliver":
      return slack.redeliver();
    case "calls":
      return slack.calls.filter(({ method }) => method === command.method);
    case "deliveries":
      return slack.deliveries;
    default:
      return "as" in command ? act(slack, command) : look(slack, command);
  }
}

function act(slack: FakeSlack, command: Extract<Command, { as: string }>): unknown {
  const person = slack.as(command.as);
  switch (command.do) {
    case "says":
      return person.says(command.to, command.text, command.thread === undefined ? {} : { thread: command.thread });
    case "presses":
      return person.presses(command.on, command.label);
    case "fills":
      return person.fills(command.values);
    case "runs":
      return person.runs(command.command, command.channel);
    case "form":
      return person.form();
    case "ephemerals":
      return person.ephemerals();
  }
}

function look(slack: FakeSlack, command: Extract<Command, { do: "messages" | "thread" | "untilSaid" }>): unknown {
  switch (command.do) {
    case "messages":
      return slack.messages(command.channel);
    case "thread":
      return slack.thread(command.channel, command.ts);
    case "untilSaid":
      return slack.untilSaid(command.channel, command.words);
  }
}

/** A door of its own, beside Slack's: `POST` a command as JSON; 200 with the result, or 400 with what went wrong. */
export async function openControl(slack: FakeSlack): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    answer(slack, request)
      .then((result) => response.writeHead(200).end(JSON.stringify(result ?? null)))
      .catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = z.object({ port: z.int() }).parse(server.address());
  return { server, url: `http://127.0.0.1:${address.port}/` };
}

async function answer(slack: FakeSlack, request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return carryOut(slack, Command.parse(JSON.parse(Buffer.concat(pieces).toString("utf8"))));
}
