import { createServer, type Server } from "node:http";
import type { Adapter, Find, Message, Pacing, Receive, Show, Tongues } from "../../src/index.ts";
import { DeliveryError, HTTP_LIMITS, RefereeError } from "../../src/index.ts";
import { actOn } from "./act.ts";
import { createConversations } from "./conversations.ts";
import { createGatekeeper } from "./gatekeeper.ts";
import { hearingAt } from "./hearing.ts";
import { createListener, type RequestListener } from "./listener.ts";
import { checkOptions, type TeamsOptions } from "./options.ts";
import { outgoing } from "./outgoing.ts";
import { permalinkOf } from "./permalink.ts";
import type { Reference } from "./reference.ts";
import { createRoster, type Roster } from "./roster.ts";
import type { Mouth } from "./say.ts";
import { keepSigningIn } from "./signIn.ts";
import { BY_CLIENT } from "./tongue.ts";
import { openTransport } from "./transport/open.ts";
import type { OutgoingActivity } from "./transport/transport.ts";
import { viewsOf } from "./views.ts";

/** The Teams adapter, and what answers its requests when another HTTP server listens. */
export type TeamsAdapter = Adapter & {
  readonly name: "teams";
  readonly listener: RequestListener;
  /** The port it listens on by itself, once started; null when another server calls `listener`. */
  port(): number | null;
};

/**
 * Below every window of TEAMS_LIMITS: seven at once, then one in about two seconds, 1,771 in an hour, cards that change
 * among them. Posts and updates share what an app may do in a tenant, 30 a second.
 */
export const TEAMS_PACING: Pacing = {
  conversation: { capacity: 7, perSecond: 0.49, reserved: 3 },
  post: { capacity: 10, perSecond: 18, reserved: 4 },
  update: { capacity: 5, perSecond: 10, reserved: 2 },
  updatesLeave: 2,
  lullMs: 10_000,
  gatherMs: 60_000,
};

/**
 * Microsoft Teams as a place to ask and decide in.
 * @throws RefereeError `CONFIG_INVALID` when it would run without proof of who speaks
 */
export async function createTeamsAdapter(options: TeamsOptions): Promise<TeamsAdapter> {
  checkOptions(options);
  const transport = await openTransport(options.transport ?? "botbuilder", options);
  const { references, tenant: homeTenant, log } = options;
  const conversations = createConversations({ references, transport, homeTenant, now: options.now, log });
  const flight = createFlight();
  let stopSigningIn: () => void = () => undefined;
  const overhears = options.overhears ?? (() => false);
  let core: Core | null = null;
  let server: Server | null = null;
  const mouth = { transport, conversations, homeTenant, given: options.given, log };
  const handle = createGatekeeper(options, transport, async (activity) =>
    core === null ? { status: 503, body: null } : actOn(activity, { ...mouth, ...core, overhears }),
  );
  const listener = createListener((posted) => flight.track(handle(posted)), log);
  return {
    name: "teams",
    pacing: options.pacing ?? TEAMS_PACING,
    listener,
    hearing: (spot) => hearingAt(spot, options.readsThreads ?? false),
    port: () => portOf(server),
    start: async (receive, show, find, _openHome, tongues = BY_CLIENT) => {
      core = { receive, show, find, tongues };
      if (options.port !== null) server = await listen(listener, options.host, options.port);
      stopSigningIn = await keepSigningIn(transport);
    },
    stop: async () => {
      core = null;
      stopSigningIn();
      await flight.landed();
      if (server !== null) await close(server);
      server = null;
    },
    ready: () => core !== null && transport.isLetIn() && (options.port === null || server?.listening === true),
    ...speaking(mouth, createRoster({ transport, now: options.now, log })),
  };
}

type Core = {
  readonly receive: Receive;
  readonly show: Show;
  readonly find: Find;
  readonly tongues: Tongues;
};

type Speaking = Pick<
  Adapter,
  "post" | "update" | "remove" | "find" | "showsHistory" | "permalink" | "opensTo" | "isMember" | "emailOf"
>;

function speaking({ transport, conversations, log }: Mouth, roster: Roster): Speaking {
  const written = async (to: Reference, message: Message): Promise<OutgoingActivity> => {
    const mentions = conversations.mentions(to, message.mention);
    const views = viewsOf(message, to, roster);
    return outgoing(message, await mentions, await views);
  };
  return {
    post: (spot, message) =>
      conversations.speakIn(spot.conversation, async (to) => {
        const sent = await written(to, message);
        const id = await transport.post(to, spot.thread, sent);
        if (id === null) log.warn("Teams took a message and did not say under which id", { ...spot });
        return id === null ? null : { ...spot, message: id };
      }),
    update: ({ conversation, thread, message }, newer) =>
      conversations.speakIn(conversation, async (to) => {
        await transport.update(to, thread, message, await written(to, newer));
      }),
    remove: async ({ conversation, thread, message }) => {
      try {
        await conversations.speakIn(conversation, (to) => transport.remove(to, thread, message));
      } catch (error) {
        // Gone is what was wanted.
        if (!(error instanceof DeliveryError) || error.failure.type !== "notEditable") throw error;
      }
    },
    // Teams lets a bot read no history: what was said cannot be found again.
    showsHistory: false,
    find: async () => null,
    permalink: async (posted) => permalinkOf(posted, await conversations.reach(posted.conversation)),
    opensTo: (conversation, account) => conversations.isMember(conversation, account),
    isMember: (conversation, account) => conversations.isMember(conversation, account),
    emailOf: (account) => conversations.emailOf(account),
  };
}

/** What is being answered right now, so that stopping can wait for it. */
function createFlight() {
  const under = new Set<Promise<unknown>>();
  return {
    track: <T>(work: Promise<T>): Promise<T> => {
      under.add(work);
      const done = () => under.delete(work);
      work.then(done, done);
      return work;
    },
    landed: async (): Promise<void> => {
      await Promise.allSettled([...under]);
    },
  };
}

async function listen(listener: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(HTTP_LIMITS, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(new RefereeError("CONFIG_INVALID", `Cannot listen for Teams on ${host}:${port}.`, { cause })),
    );
    server.listen(port, host, resolve);
  });
  return server;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
}

function portOf(server: Server | null): number | null {
  const address = server?.address() ?? null;
  return address === null || typeof address === "string" ? null : address.port;
}
