import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Announcer, type Change, createAnnouncer, type Subscription } from "./announce.ts";
import { createFakeClock, type FakeClock } from "./clock.ts";
import { ANSWER_WITHIN_MS, createDelivery, type Outcome, RETRY_AFTER_MS, type Sent, type Target } from "./delivery.ts";
import { createEyes, type Eyes } from "./eyes.ts";
import { createFaults, type Faults } from "./faults.ts";
import { takeUpload } from "./files.ts";
import type { Bot, MethodContext } from "./method.ts";
import { createPerson, type PeopleOptions, type Person } from "./people.ts";
import { createRateLimiter, type Rates, SLACK_RATES } from "./rates.ts";
import { createResponseUrls } from "./responseUrls.ts";
import { createSockets, type Sockets } from "./sockets.ts";
import { createTokens, type Tokens } from "./tokens.ts";
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
  /** The organisation of Enterprise Grid that the workspace belongs to. Default: none. */
  readonly organisation?: string;
  /** What the app subscribed to. Default: messages and mentions, so that a mention arrives twice. */
  readonly events?: readonly Subscription[];
  /** Default: what manifest.yaml asks for, and what it needs to look at channels and mentions. */
  readonly scopes?: readonly string[];
};

/** Another workspace, or a whole organisation, in which the app may be installed. */
export type FakeTeam = Eyes & {
  readonly bot: Bot;
  readonly workspace: Workspace;
  as(user: string): Person;
  /** What its administrator does who follows the link and presses Allow: where their browser is sent back to. */
  allows(link: string): string;
  /** Takes the app away: its tokens are good no more, and the app is told. */
  removesApp(): Promise<readonly Outcome[]>;
  event(event: Readonly<Record<string, unknown>>): Promise<Outcome>;
};

export type FakeSlack = Eyes & {
  /** @param organisation of Enterprise Grid; the same as the id for an app in all of it */
  addTeam(id: string, organisation?: string): FakeTeam;
  /** Those that were added. */
  readonly teams: readonly FakeTeam[];
  /** From now on the app's tokens end after twelve hours. */
  rotateTokens(): void;
  readonly tokens: Tokens;
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
  "files:write",
  "groups:history",
  "groups:read",
  "im:history",
  "im:write",
  "mpim:history",
  "pins:write",
  "reactions:write",
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
  const bot: Bot = { ...BOT, ...(options.organisation && { organisation: options.organisation }) };
  const clock = createFakeClock(live);
  const workspace = createWorkspace(clock);
  workspace.addUser(bot.userId, "Referee", true);
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
  const responses = createResponseUrls(workspace, clock, bot);
  const calls: Call[] = [];
  const host = () => `127.0.0.1:${portOf(server)}`;

  const announcer = createAnnouncer(workspace, delivery, bot, events);
  const { announce, announceChange, send } = announcer;

  const scopes = new Set(options.scopes ?? SCOPES);
  const contextFor = (team: Pick<MethodContext, "workspace" | "bot" | "triggers">, tell: Announcer): MethodContext => ({
    ...team,
    scopes,
    sockets,
    socketUrl: (ticket) => `${options.socketsAt ?? `ws://${host()}`}/socket?ticket=${ticket}`,
    uploadUrl: (file) => `http://${host()}/upload/${file}`,
    echo: (message: StoredMessage, change: "new" | Change, before?: StoredMessage) =>
      void (change === "new" || before === undefined
        ? tell.announce(message)
        : tell.announceChange(message, change, before)),
  });
  const context = contextFor({ workspace, bot, triggers }, announcer);
  const tokens = createTokens(clock);
  tokens.add(secrets.token, context);
  const limiter = createRateLimiter(rates, clock);
  const webApi = createWebApi({ context, rates: limiter, faults, appToken: secrets.appToken, tokens, calls });
  const workspaces = [workspace];

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void serve(request, response);
  });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const raw = body.toString("utf8");
    if (request.url?.startsWith("/upload/") === true) takeUpload(request, response, body, workspaces);
    else if (request.url?.startsWith("/response/") === true) responses.serve(request.url, raw, response);
    else webApi(request, response, raw);
    for (const each of workspaces) each.changed();
  }

  const teams: FakeTeam[] = [];
  function addTeam(id: string, organisation?: string): FakeTeam {
    const here: Bot = { ...BOT, userId: `U0REF${id.slice(1)}`, teamId: id, ...(organisation && { organisation }) };
    const own = createWorkspace(clock, id);
    workspaces.push(own);
    own.addUser(here.userId, "Referee", true);
    const tell = createAnnouncer(own, delivery, here, events);
    const triggersHere = createTriggers(own, clock);
    const contextHere = contextFor({ workspace: own, bot: here, triggers: triggersHere }, tell);
    const answers = createResponseUrls(own, clock, here);
    const responseUrlHere = (user: string, channel: string) => `http://${host()}/none/${answers.issue(user, channel)}`;
    const team: FakeTeam = {
      bot: here,
      workspace: own,
      ...createEyes(own, here),
      as: createPeople({
        workspace: own,
        delivery,
        triggers: triggersHere,
        bot: here,
        ...tell,
        responseUrl: responseUrlHere,
      }),
      allows(link) {
        const asked = new URL(link).searchParams;
        const back = new URL(asked.get("redirect_uri") ?? "");
        back.searchParams.set("code", tokens.code(contextHere, back.toString()));
        back.searchParams.set("state", asked.get("state") ?? "");
        return back.toString();
      },
      async removesApp() {
        tokens.revoke(({ bot: of }) => of === here);
        const revoked = await tell.send({ type: "tokens_revoked", tokens: { oauth: [], bot: [here.userId] } });
        return [revoked, await tell.send({ type: "app_uninstalled" })];
      },
      event: tell.send,
    };
    teams.push(team);
    return team;
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const responseUrl = (user: string, channel: string, on: string | null) =>
    `http://${host()}/response/${responses.issue(user, channel, on)}`;
  const people = createPeople({ workspace, delivery, triggers, bot, announce, announceChange, send, responseUrl });
  return {
    addTeam,
    teams,
    rotateTokens: () => tokens.rotate(),
    tokens,
    apiUrl: `http://${host()}/api/`,
    ...secrets,
    bot,
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
    ...createEyes(workspace, bot),
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

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake Slack does not listen.");
  return address.port;
}
