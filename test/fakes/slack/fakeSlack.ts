import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Change, createAnnouncer, type Subscription } from "./announce.ts";
import { createFakeClock, type FakeClock } from "./clock.ts";
import { ANSWER_WITHIN_MS, createDelivery, type Outcome, RETRY_AFTER_MS, type Sent, type Target } from "./delivery.ts";
import { createEyes, type Eyes } from "./eyes.ts";
import { createFaults, type Faults } from "./faults.ts";
import type { Bot, MethodContext } from "./method.ts";
import { createPerson, type PeopleOptions, type Person } from "./people.ts";
import { createRateLimiter, type Rates, SLACK_RATES } from "./rates.ts";
import { createResponseUrls } from "./responseUrls.ts";
import { createSockets, type Sockets } from "./sockets.ts";
import { createTriggers, type Triggers } from "./triggers.ts";
import { type Call, createWebApi } from "./webApi.ts";
import { createWorkspace, type StoredMessage, TEAM_ID, type Workspace } from "./workspace.ts";

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
  /** Whether what is delivered now comes twice at the same moment. Default: never. */
  readonly twice?: () => boolean;
  /** Where apps are told to open Socket Mode, e.g. "wss://wss-primary.slack.com". Default: this server itself. */
  readonly socketsAt?: string;
  /** What the app subscribed to. Default: messages and mentions, so that a mention arrives twice. */
  readonly events?: readonly Subscription[];
  /** Default: what manifest.yaml asks for, and what it needs to look at channels and mentions. */
  readonly scopes?: readonly string[];
};

export type FakeSlack = Eyes & {
  readonly apiUrl: string;
  readonly token: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly bot: Bot;
  /** What the app may do; adding and taking away is what an administrator does by installing it again. */
  readonly scopes: Set<string>;
  readonly clock: FakeClock;
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly triggers: Triggers;
  /** Every Web API call so far, refused ones too. */
  readonly calls: readonly Call[];
  /** Every delivery to the app so far, and what it answered. */
  readonly deliveries: readonly Outcome[];
  /** What the app answered with success, in order; any of it may be sent again. */
  readonly sent: readonly Sent[];
  sendAgain(sent: Sent, how?: "retried" | "replayed"): Promise<Outcome>;
  /** Where the app listens: its request URL, or `{ type: "socket" }`. */
  deliverTo(target: Target): void;
  as(user: string): Person;
  /** Makes the next try of every event that was not answered with success. */
  redeliver(): Promise<readonly Outcome[]>;
  /** Sends a recorded or made-up event as it is. */
  event(event: Readonly<Record<string, unknown>>): Promise<Outcome>;
  stop(): Promise<void>;
};

const BOT: Bot = { userId: "U0REFEREE", botId: "B0REFEREE", teamId: TEAM_ID, appId: "A0REFEREE" };

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
  "mpim:history",
  "users:read",
  "users:read.email",
];

/** A small Slack with one workspace and one app: it keeps Slack's rules, and refuses what Slack refuses. */
export async function openFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const {
    port = 0,
    live = false,
    rates = SLACK_RATES,
    retryAfterMs = RETRY_AFTER_MS,
    answerWithinMs = ANSWER_WITHIN_MS,
    events = ["message", "app_mention"],
    twice = () => false,
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
    twice,
  });
  const faults = createFaults();
  const triggers = createTriggers(workspace, clock);
  const responses = createResponseUrls(workspace, clock, BOT);
  const calls: Call[] = [];
  const host = () => `127.0.0.1:${portOf(server)}`;

  const { announce, announceChange, send } = createAnnouncer(workspace, delivery, BOT, events);

  const scopes = new Set(options.scopes ?? SCOPES);
  const context: MethodContext = {
    workspace,
    bot: BOT,
    scopes,
    triggers,
    sockets,
    socketUrl: (ticket) => `${options.socketsAt ?? `ws://${host()}`}/socket?ticket=${ticket}`,
    echo: (message: StoredMessage, change: "new" | Change, before?: StoredMessage) =>
      void (change === "new" || before === undefined ? announce(message) : announceChange(message, change, before)),
  };
  const tokens = { bot: secrets.token, app: secrets.appToken };
  const webApi = createWebApi({ context, rates: createRateLimiter(rates, clock), faults, tokens, calls });

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void serve(request, response);
  });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await bodyOf(request);
    if (request.url?.startsWith("/response/") === true) responses.serve(request.url, raw, response);
    else webApi(request, response, raw);
    workspace.changed();
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const responseUrl = (user: string, channel: string) => `http://${host()}/response/${responses.issue(user, channel)}`;
  const people = createPeople({ workspace, delivery, triggers, bot: BOT, announce, announceChange, send, responseUrl });
  return {
    apiUrl: `http://${host()}/api/`,
    ...secrets,
    bot: BOT,
    scopes,
    clock,
    workspace,
    faults,
    sockets,
    triggers,
    calls,
    deliveries: delivery.outcomes,
    sent: delivery.sent,
    sendAgain: (sent, how = "retried") => delivery.again(sent, how),
    deliverTo: (target) => delivery.to(target),
    as: people,
    ...createEyes(workspace, BOT),
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
