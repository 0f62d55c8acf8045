import type { App } from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { z } from "zod";
import type { Log, Secret } from "../../src/index.ts";
import { type ClientSettings, clientOptions } from "./api.ts";
import { backoffMs } from "./backoff.ts";
import { Body, deliver, type SlackReceiver } from "./deliver.ts";
import { libraryLog } from "./libraryLog.ts";
import { complainOfToken } from "./tokens.ts";

export type SocketOptions = ClientSettings & { readonly appToken: Secret };

const Envelope = z.object({
  body: Body,
  ack: z.custom<(carried?: unknown) => Promise<void>>((value) => typeof value === "function"),
  retry_num: z.number().optional(),
});

/**
 * Takes Slack's deliveries over a connection that Referee opens, for plants that let nothing in. Bolt's own receiver
 * acknowledges events before they are recorded; this one afterwards, or not at all, and then Slack sends them again.
 */
export function createSocketReceiver(options: SocketOptions): SlackReceiver {
  const { log } = options;
  const client = new CarefulClient(options);
  const connection = keepConnected(client, log);
  const underWay = new Set<Promise<void>>();
  let app: App | null = null;

  async function take(envelope: unknown): Promise<void> {
    const { body, ack, retry_num } = Envelope.parse(envelope);
    if (app === null) return;
    await ack(await deliver(app, { body, retry: retry_num ?? 0 }));
  }

  client.on("slack_event", (envelope: unknown) => {
    const taken = take(envelope)
      .catch((error: unknown) =>
        log.warn("a delivery from Slack was not recorded; Slack will send it again", { error }),
      )
      .finally(() => underWay.delete(taken));
    underWay.add(taken);
  });

  return {
    init: (ready) => {
      app = ready;
    },
    start: () => connection.open(),
    async stop() {
      await Promise.all(underWay);
      await connection.close();
    },
    listener: (_, response) => void response.writeHead(404).end(),
    url: () => null,
    isOpen: () => connection.isOpen(),
    trouble: () => (connection.isOpen() ? null : "no connection by Socket Mode"),
  };
}

/** A frame that is not what Slack sends ends Bolt's client with an unhandled rejection; here it ends in the log. */
class CarefulClient extends SocketModeClient {
  readonly #log: Log;

  constructor({ appToken, ...settings }: SocketOptions) {
    super({
      appToken: appToken.reveal(),
      // Its own reconnecting waits five seconds, and gives up with an unhandled rejection when Slack is away.
      autoReconnectEnabled: false,
      logger: libraryLog(settings.log),
      clientOptions: clientOptions(settings),
      dispatcher: settings.outgoing.line().dispatcher,
    });
    this.#log = settings.log;
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    try {
      await super.onWebSocketMessage(data, isBinary);
    } catch (error) {
      this.#log.warn("a frame from Slack was not readable", { error });
    }
  }
}

type Connection = { open(): Promise<void>; close(): Promise<void>; isOpen(): boolean };

/** Connects, and connects again: at once when Slack asks for it, with growing pauses while it cannot be reached. */
function keepConnected(client: SocketModeClient, log: Log): Connection {
  let open = false;
  let closing = false;
  let failures = 0;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    try {
      await client.start();
      open = true;
      failures = 0;
      log.info("connected to Slack by Socket Mode");
    } catch (error) {
      complainOfToken(error, "SLACK_APP_TOKEN", "an app-level token with connections:write, xapp-…");
      failures += 1;
      log.warn("no connection to Slack; trying again", { failures, error });
      again();
    }
  }

  function again(): void {
    if (closing || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      connect().catch((error: unknown) => log.error("Slack refuses the app token", { error }));
    }, backoffMs(failures));
  }

  client.on("disconnected", () => {
    const wasOpen = open;
    open = false;
    if (wasOpen) again();
  });

  return {
    open: connect,
    async close() {
      closing = true;
      if (timer !== null) clearTimeout(timer);
      await client.disconnect();
    },
    isOpen: () => open,
  };
}
