import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type EpochMs, instant } from "../../../src/clock.ts";
import { createChanges } from "./changes.ts";
import { createClock, type FakeClock, liveClock } from "./clock.ts";
import { createConnector } from "./connector.ts";
import { createDelivery, type Deliver, type Delivered } from "./delivery.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createIssuer } from "./issuer.ts";
import { createPerson, type FakePerson } from "./person.ts";
import { startServer } from "./server.ts";
import {
  conversationCalled,
  createWorld,
  found,
  guidFor,
  type TeamsMessage,
  type World,
  type WorldOptions,
} from "./world.ts";

export type FakeTeamsOptions = WorldOptions & {
  readonly startsAt?: EpochMs;
  /** Its time is that of this machine, and passes by itself. Default: it stands still. */
  readonly live?: boolean;
  /** Whether everybody has every conversation open before them, or shows a card only when they look at it. Default: true. */
  readonly attentive?: boolean;
  /** Whether what is delivered now comes twice at the same moment. Default: never. */
  readonly twice?: () => boolean;
  readonly port?: number;
  /** Where it says that it is, e.g. "https://smba.trafficmanager.net". Default: where it listens. */
  readonly knownAs?: string;
};

/** A Teams tenant with its login, its identity metadata and its Bot Connector, on loopback. */
export type FakeTeams = {
  readonly clock: FakeClock;
  readonly faults: Faults;
  readonly world: World;
  /** What a bot has to be told about this tenant. */
  readonly app: {
    readonly id: string;
    readonly secret: string;
    readonly tenant: string;
    readonly issuer: string;
    readonly metadataUrl: string;
    readonly tokenUrl: string;
  };
  readonly serviceUrl: string;
  /** The address of its server. */
  readonly listensAt: string;
  /** Activities go to this address of the bot from now on. */
  connect(botUrl: string): void;
  as(handle: string): FakePerson;
  /** Sends any activity, honest or forged. */
  readonly deliver: Deliver;
  /**
   * Sends an activity once more, as Teams does when it was not answered in time.
   * @source https://learn.microsoft.com/microsoftteams/platform/bots/bot-basics, read 2026-11-29 in a stored copy: after 15 s
   */
  deliverAgain(delivered: Delivered): Promise<Delivered>;
  /** Everything the bot was sent, and how it answered, oldest first. */
  readonly deliveries: readonly Delivered[];
  /** Every call of the bot to the connector, refused ones too. */
  readonly calls: readonly CalledConnector[];
  /** What stands in a conversation, oldest first; a person's handle means their chat with the bot. */
  messages(conversation: string): readonly TeamsMessage[];
  /** The newest message of the bot there. @throws when there is none */
  newest(conversation: string): TeamsMessage;
  until<T>(what: string, probe: () => T | undefined): Promise<T>;
  /** Resolves when every client shows what it has been asking for by itself. */
  refreshed(): Promise<void>;
  close(): Promise<void>;
};

export type CalledConnector = { readonly method: string; readonly path: readonly string[]; readonly status: number };

const ISSUER = "https://issuer.teams.test";

export async function startFakeTeams(options: FakeTeamsOptions): Promise<FakeTeams> {
  const clock = options.live === true ? liveClock() : createClock(options.startsAt ?? instant("2026-11-23T09:00:00Z"));
  const world = createWorld(options, clock);
  const faults = createFaults();
  const changes = createChanges(() => describe(world));
  const issuer = createIssuer();
  const app = { id: guidFor("app"), secret: "a-secret-of-the-fake" };
  const tokens = new Set<string>();
  const connector = createConnector(world, options, stands);
  const calls: CalledConnector[] = [];
  let botUrl = "";
  let origin = "";
  const server = await startServer(
    {
      faults,
      login: (form) =>
        form.get("client_id") === app.id && form.get("client_secret") === app.secret ? issue(tokens) : null,
      isToken: (token) => tokens.has(token),
      metadata: () => ({
        issuer: ISSUER,
        jwks_uri: `${origin}/openid/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      }),
      keys: () => issuer.keys(),
      connector: (call) => {
        const answer = connector(call);
        calls.push({ method: call.method, path: call.path, status: answer.status });
        return answer;
      },
      happened: changes.happened,
    },
    options.port,
  );
  const listensAt = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
  origin = options.knownAs ?? listensAt;
  const serviceUrl = `${origin}/teams/`;
  const deliveries: Delivered[] = [];
  const post = createDelivery({
    issuer,
    appId: app.id,
    issuerName: ISSUER,
    serviceUrl: () => serviceUrl,
    botUrl: () => botUrl,
  });
  const deliver: Deliver = async (activity, forgery) => {
    const twin = Promise.allSettled(options.twice?.() === true ? [post(activity, forgery)] : []);
    const delivered = await post(activity, forgery);
    await twin;
    deliveries.push(delivered);
    return delivered;
  };
  const people = new Map(
    [...world.people].map(([handle, person]) => [
      handle,
      createPerson(person, { world, serviceUrl, deliver, happened: changes.happened }),
    ]),
  );
  // Everybody has all their conversations open.
  function stands(message: TeamsMessage): void {
    if (options.attentive === false) return;
    for (const { handle } of message.conversation.members) people.get(handle)?.displays(message);
  }
  const messages = (name: string) =>
    world.messages.filter((one) => one.conversation === conversationCalled(world, name));
  return {
    clock,
    faults,
    world,
    app: {
      ...app,
      tenant: world.tenant,
      issuer: ISSUER,
      metadataUrl: `${origin}/openid/metadata`,
      tokenUrl: `${origin}/login/token`,
    },
    serviceUrl,
    listensAt,
    connect: (url) => {
      botUrl = url;
    },
    as: (handle) => found(people.get(handle), `person ${handle}`),
    deliver,
    deliverAgain: ({ activity }) => post(activity),
    deliveries,
    calls,
    messages,
    newest: (name) =>
      found(
        messages(name).findLast((one) => one.from === null && !one.deleted),
        `message of the bot in ${name}`,
      ),
    until: changes.until,
    refreshed: async () => {
      await Promise.all([...people.values()].map((person) => person.refreshed()));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function issue(tokens: Set<string>): string {
  const token = randomUUID();
  tokens.add(token);
  return token;
}

function describe(world: World): string {
  const lines = world.messages.map(
    (one) =>
      `  ${one.conversation.name}${one.thread === null ? "" : " (thread)"} ${one.from?.handle ?? "Referee"}: ${one.text || one.summary}`,
  );
  return `What stands in Teams:\n${lines.join("\n") || "  nothing"}`;
}
