import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createFakeClock, type FakeClock } from "./clock.ts";
import { ANSWER_WITHIN_MS, createDelivery, type Outcome, RETRY_AFTER_MS, type Target } from "./delivery.ts";
import { createFaults, type Faults } from "./faults.ts";
import type { Bot, MethodContext } from "./method.ts";
import { changeEvent, eventCallback, messageEvent } from "./payloads.ts";
import { createPerson, type PeopleOptions, type Person } from "./people.ts";
import { createRateLimiter, type Rates, SLACK_RATES } from "./rates.ts";
import { createResponseUrls } from "./responseUrls.ts";
import { type Shown, show } from "./show.ts";
import { createSockets, type Sockets } from "./sockets.ts";
import { createTriggers, type Triggers } from "./triggers.ts";
import { type Call, createWebApi } from "./webApi.ts";
import { createWorkspace, type StoredMessage, type Workspace } from "./workspace.ts";

export type FakeSlackOptions = {
  readonly port?: number;
  /** Whether time passes by itself (retries and rates in a child process), or only when a test moves it. Default: false. */
  readonly live?: boolean;
  /** Default: Slack's own. `{}` lifts every limit. */
  readonly rates?: Rates;
  /** Pauses before each further try of an event. Default: Slack's. */
  readonly retryAfterMs?: readonly number[];
  /** How long the app has to answer, ms. Default: Slack's three seconds. */
  readonly answerWithinMs?: number;
  /** What the app subscribed to. Default: messages and mentions, so that a mention arrives twice. */
  readonly events?: readonly ("message" | "app_mention")[];
  /** Default: what manifest.yaml asks for. */
  readonly scopes?: readonly string[];
};

export type FakeSlack = {
  readonly apiUrl: string;
  readonly token: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly bot: Bot;
  readonly clock: FakeClock;
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly triggers: Triggers;
  /** Every Web API call so far, refused ones too. */
  readonly calls: readonly Call[];
  /** Every delivery to the app so far, and what it answered. */
  readonly deliveries: readonly Outcome[];
  /** Where the app listens: its request URL, or `{ type: "socket" }`. */
  deliverTo(target: Target): void;
  as(user: string): Person;
  /** Everything that stands in a channel (a person's id: their direct message with the app), ephemeral ones left out. */
  messages(channel: string): readonly Shown[];
  /** A thread: the message that began it, and its replies. */
  thread(channel: string, ts: string): readonly Shown[];
  /** The newest state of a message. */
  now(message: Pick<Shown, "channel" | "ts">): Shown;
  /** Waits for something to become true, looking again at every change. Fails readably after five seconds. */
  until<T>(what: string, look: () => T | undefined | null | false): Promise<T>;
  /** Waits for a message of the app that shows these words. */
  untilSaid(channel: string, words: string | RegExp): Promise<Shown>;
  /** Makes the next try of every event that was not answered with success. */
  redeliver(): Promise<readonly Outcome[]>;
  /** Sends a recorded or made-up event as it is. */
  event(event: Readonly<Record<string, unknown>>): Promise<Outcome>;
  stop(): Promise<void>;
};

const BOT: Bot = { userId: "U0REFEREE", botId: "B0REFEREE", teamId: "T0PLANT", appId: "A0REFEREE" };

const SCOPES = [
  "app_mentions:read",
  "channels:history",
  "channels:read",
  "chat:write",
  "commands",
  "groups:history",
  "groups:read",
  "im:history",
  "im:write",
  "users:read",
  "users:read.email",
];

const WAIT_MS = 5_000;

/** A small Slack with one workspace and one app: it keeps Slack's rules, and refuses what Slack refuses. */
export async function openFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const {
    port = 0,
    live = false,
    rates = SLACK_RATES,
    retryAfterMs = RETRY_AFTER_MS,
    answerWithinMs = ANSWER_WITHIN_MS,
    events = ["message", "app_mention"],
  } = options;
  const clock = createFakeClock(live);
  const workspace = createWorkspace(clock);
  workspace.addUser(BOT.userId, "Referee", true);
  const server = createServer();
  const sockets = createSockets(server);
  const secrets = { token: "xoxb-fake-referee", appToken: "xapp-fake-referee", signingSecret: "fake-signing-secret" };
  const delivery = createDelivery({
    signingSecret: secrets.signingSecret,
    clock,
    sockets,
    retryAfterMs,
    answerWithinMs,
  });
  const faults = createFaults();
  const triggers = createTriggers(workspace, clock);
  const responses = createResponseUrls(workspace, clock, BOT);
  const calls: Call[] = [];
  const host = () => `127.0.0.1:${portOf(server)}`;

  /** The app hears what stands in its channels, its own words and edits included. */
  async function announce(
    message: StoredMessage,
    subtype: "new" | "message_changed" | "message_deleted" = "new",
  ): Promise<void> {
    const channel = workspace.channels.get(message.channel);
    if (channel?.members.has(BOT.userId) !== true || message.ephemeralTo !== null) return;
    if (subtype !== "new") return void (await send(changeEvent(subtype, message, channel)));
    const types = events.filter((type) => type === "message" || isMention(message, channel.kind));
    await Promise.all(types.map((type) => send(messageEvent(type, message, channel))));
  }

  const isMention = ({ text, botId }: StoredMessage, kind: string) =>
    botId === null && kind !== "im" && text.includes(`<@${BOT.userId}>`);
  const send = async (event: Readonly<Record<string, unknown>>) => {
    const outcome = await delivery.event(eventCallback(BOT, workspace.id("Ev"), event));
    workspace.changed();
    return outcome;
  };

  const context: MethodContext = {
    workspace,
    bot: BOT,
    scopes: new Set(options.scopes ?? SCOPES),
    triggers,
    sockets,
    socketUrl: (ticket) => `ws://${host()}/socket?ticket=${ticket}`,
    echo: (message, subtype) => void announce(message, subtype),
  };
  const tokens = { bot: secrets.token, app: secrets.appToken };
  const webApi = createWebApi({ context, rates: createRateLimiter(rates, clock), faults, tokens, calls });

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void serve(request, response);
  });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await bodyOf(request);
    if (request.url?.startsWith("/response/") === true) {
      const { status, body } = responses.take(request.url.slice("/response/".length), raw);
      response.writeHead(status).end(body);
    } else {
      webApi(request, response, raw);
    }
    workspace.changed();
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const responseUrl = (user: string, channel: string) => `http://${host()}/response/${responses.issue(user, channel)}`;
  const people = createPeople({ workspace, delivery, triggers, bot: BOT, announce, responseUrl });
  const idOf = (channel: string) => (workspace.users.has(channel) ? workspace.direct(channel, BOT.userId).id : channel);
  const standing = () => workspace.messages.filter((each) => !each.deleted && each.ephemeralTo === null);

  async function until<T>(what: string, look: () => T | undefined | null | false): Promise<T> {
    return waitFor(
      workspace,
      look,
      () => `Waited in vain for ${what}. Slack shows:\n${standing().map(line).join("\n")}`,
    );
  }

  const slack: FakeSlack = {
    apiUrl: `http://${host()}/api/`,
    ...secrets,
    bot: BOT,
    clock,
    workspace,
    faults,
    sockets,
    triggers,
    calls,
    deliveries: delivery.outcomes,
    deliverTo: (target) => delivery.to(target),
    as: people,
    messages: (channel) =>
      standing()
        .filter((each) => each.channel === idOf(channel))
        .map(show),
    thread: (channel, ts) =>
      standing()
        .filter((each) => each.channel === idOf(channel) && (each.ts === ts || each.threadTs === ts))
        .map(show),
    now({ channel, ts }) {
      const found = workspace.find(channel, ts);
      if (found === undefined) throw new Error(`${ts} does not stand in ${channel} any more.`);
      return show(found);
    },
    until,
    untilSaid: (channel, words) =>
      until(`${words} in ${channel}`, () =>
        slack.messages(channel).find(({ user, text }) => user === BOT.userId && matches(text, words)),
      ),
    redeliver: () => delivery.redeliver(),
    event: send,
    async stop() {
      clock.stop();
      await sockets.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
  return slack;
}

function createPeople(options: PeopleOptions): (id: string) => Person {
  const known = new Map<string, Person>();
  return (id) => {
    const user = options.workspace.users.get(id);
    if (user === undefined)
      throw new Error(`Nobody here is called ${id}: ${[...options.workspace.users.keys()].join(" ")}`);
    const person = known.get(id) ?? createPerson(user, options);
    known.set(id, person);
    return person;
  };
}

function matches(text: string, words: string | RegExp): boolean {
  return typeof words === "string" ? text.includes(words) : words.test(text);
}

function line(message: StoredMessage): string {
  const { channel, thread, user, text } = show(message);
  return `  ${channel}${thread === null ? "" : " (thread)"} ${user}: ${text.replaceAll("\n", " / ")}`;
}

function waitFor<T>(workspace: Workspace, look: () => T | undefined | null | false, problem: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      cancel();
      reject(new Error(problem()));
    }, WAIT_MS);
    const check = () => {
      const found = look();
      if (found === undefined || found === null || found === false) return;
      clearTimeout(timer);
      cancel();
      resolve(found);
    };
    const cancel = workspace.watch(check);
    check();
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake Slack does not listen.");
  return address.port;
}
