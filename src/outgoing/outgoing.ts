import { isIP, type Socket } from "node:net";
import {
  Agent,
  buildConnector,
  type Dispatcher,
  EnvHttpProxyAgent,
  Pool,
  fetch as undiciFetch,
  request as undiciRequest,
} from "undici";
import { z } from "zod";
import { type Clock, SECOND_MS, systemClock } from "../clock.ts";
import { type ProxyConfig, shownProxy } from "../config/proxy.ts";
import { createLog, type Log } from "../log.ts";
import { isPrivate, lookupPublic, PrivateNetworkError } from "./privateNetworks.ts";
import { explain, type Way } from "./wayOutError.ts";
import { type WaysOut, watchWaysOut } from "./waysOut.ts";

export type Fetch = typeof undiciFetch;

/** The same way out without what a browser wants of `fetch`: for calls so many that it counts. */
export type Request = (url: string, options: RequestOptions) => Promise<Dispatcher.ResponseData>;
type RequestOptions = {
  readonly method: "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
};

/** The way of one connection that stays, such as a WebSocket. */
export type Line = {
  readonly dispatcher: Dispatcher;
  /** Ends the connection at once, also one whose other end says nothing any more. */
  cut(): void;
};

/**
 * How Referee reaches other machines: everything that goes out takes this way, by the proxy or around it as HTTPS_PROXY,
 * HTTP_PROXY and NO_PROXY say. Which certificates are trusted is Node's to know (NODE_EXTRA_CA_CERTS).
 */
export type Outgoing = {
  readonly fetch: Fetch;
  readonly request: Request;
  /** The same for addresses that a file names: what lies in private networks is not called. */
  readonly fetchPublic: Fetch;
  line(): Line;
  /** What keeps requests from getting out, in words for an administrator; none while everything does. */
  troubles(): readonly string[];
  close(): Promise<void>;
};

/** Sooner than a call is given up: then it is certain that nothing was said. */
const CONNECT_WITHIN_MS = 3 * SECOND_MS;

export function openOutgoing(proxy: ProxyConfig | null, now: Clock, log: Log): Outgoing {
  const ways = watchWaysOut(now, log);
  const dispatcher = dispatcherBy(proxy, ways, () => undefined);
  const outside = dispatcherBy(proxy, ways, () => undefined, publicOnly);
  return {
    fetch: (input, init) => undiciFetch(input, { ...init, dispatcher }),
    request: (url, options) => undiciRequest(url, { ...options, dispatcher }),
    fetchPublic: (input, init) => undiciFetch(input, { ...init, dispatcher: outside }),
    line() {
      const sockets = new Set<Socket>();
      const own = dispatcherBy(proxy, ways, (socket) => {
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
      });
      return {
        dispatcher: own,
        cut() {
          for (const socket of sockets) socket.destroy();
          own.destroy().catch((error: unknown) => log.warn("a connection could not be ended", { error }));
        },
      };
    },
    troubles: ways.troubles,
    close: async () => {
      await Promise.all([dispatcher.destroy(), outside.destroy()]);
    },
  };
}

let direct: Outgoing | null = null;

/** The way out where no proxy is, and nobody watches it. */
export function directly(): Outgoing {
  direct ??= openOutgoing(null, systemClock, createLog({ level: "silent" }));
  return direct;
}

type Connector = buildConnector.connector;

const PoolOptions = z.looseObject({
  connect: z
    .custom<Connector>((value) => typeof value === "function")
    .optional()
    .catch(undefined),
});

/**
 * undici's own reading of the three variables: small letters and capitals, suffixes, ports and `*` in NO_PROXY; addresses of
 * networks (CIDR) it does not know. Empty texts, as it would else read the environment behind our back.
 * @source EnvHttpProxyAgent and ProxyAgent of undici 7.30.2, read 2026-11-29
 */
function dispatcherBy(
  proxy: ProxyConfig | null,
  ways: WaysOut,
  opened: (socket: Socket) => void,
  direct: () => Connector = anywhere,
): Dispatcher {
  const options = {
    factory: (origin: string | URL, given: object) => {
      const { connect } = PoolOptions.parse(given);
      const way = wayTo(new URL(origin), connect === undefined ? null : proxy);
      const connector = connect ?? direct();
      return new Pool(origin, { ...given, connect: watched(connector, way, ways, opened) });
    },
  };
  if (proxy === null) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    clientFactory: (origin, given) => new Pool(origin, { ...given, headersTimeout: CONNECT_WITHIN_MS }),
    proxyTls: { timeout: CONNECT_WITHIN_MS },
    httpsProxy: proxy.https?.reveal() ?? "",
    httpProxy: proxy.http?.reveal() ?? "",
    noProxy: proxy.except,
  });
}

function anywhere(): Connector {
  return buildConnector({ timeout: CONNECT_WITHIN_MS });
}

/** Through a proxy it is the proxy that looks names up, and says what may be reached. */
function publicOnly(): Connector {
  const connect = buildConnector({ timeout: CONNECT_WITHIN_MS, lookup: lookupPublic });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0 && isPrivate(host)) return callback(new PrivateNetworkError(host), null);
    return connect(options, callback);
  };
}

function wayTo({ protocol, host }: URL, proxy: ProxyConfig | null): Way {
  const by = protocol === "https:" ? (proxy?.https ?? proxy?.http) : proxy?.http;
  if (by === null || by === undefined) return { host, proxy: null, hasPassword: false };
  return { host, proxy: shownProxy(by), hasPassword: new URL(by.reveal()).password !== "" };
}

/** Tells how each connection went, and puts what went wrong into words that say what to do. */
function watched(connect: Connector, way: Way, ways: WaysOut, opened: (socket: Socket) => void): Connector {
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error === null) {
        ways.open(way.host);
        opened(socket);
        return callback(null, socket);
      }
      const why = explain(way, codeOf(error), statusIn(error));
      if (why !== null) ways.closed(way.host, why);
      callback(why ?? error, null);
    });
  };
}

const Coded = z.object({ code: z.string() });

function codeOf(error: Error): string {
  return Coded.safeParse(error).data?.code ?? error.name;
}

/** What the proxy answered to CONNECT: undici tells it in words only. */
function statusIn({ message }: Error): number | null {
  const [, status] = /^Proxy response \((\d{3})\)/.exec(message) ?? [];
  return status === undefined ? null : Number(status);
}
