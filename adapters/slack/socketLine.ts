import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setTimeout as pause } from "node:timers/promises";
import { SocketModeClient } from "@slack/socket-mode";
import { z } from "zod";
import { type Clock, type OutgoingLine, SECOND_MS, type Secret } from "../../src/index.ts";
import { type ClientSettings, clientOptions } from "./api.ts";
import { SILENT_FOR_MS, type Signs } from "./deaf.ts";
import { libraryLog } from "./libraryLog.ts";

/** One connection of Socket Mode, from its dialling to its end. There is another one after it, never itself again. */
export type SocketLine = {
  /** Resolves when Slack greets. @throws what the library throws, or why it was given up */
  dial(): Promise<void>;
  signs(): Signs;
  /** Whether it ended, by whomever. */
  isOver(): boolean;
  /** Says goodbye, and does not wait for an answer for longer than two seconds. */
  leave(): Promise<void>;
  /** Ends it at once: nothing can be expected of the other end. Who dials is told why. */
  giveUp(why: Error): void;
};

export type SocketSettings = ClientSettings & { readonly appToken: Secret; readonly now: Clock };

/** @param hear takes every envelope that Slack delivers @param over is called once, when it ended */
export function createSocketLine(
  settings: SocketSettings,
  hear: (envelope: unknown) => void,
  over: () => void,
): SocketLine {
  const { now, outgoing } = settings;
  const way = outgoing.line();
  let signs: Signs = { dialledAt: now(), greetedAt: null, signAt: now(), wordAt: now() };
  const client = new CarefulClient(settings, way, () => {
    signs = { ...signs, signAt: now(), wordAt: now() };
  });
  const pings = listenForPings(client, () => {
    signs = { ...signs, signAt: now() };
  });
  let refuse: (why: Error) => void = () => undefined;
  let ended = false;
  let problem: unknown = null;

  client.on("slack_event", hear);
  client.on("error", (error: unknown) => {
    problem = error;
  });
  client.on("disconnected", end);

  function end(): void {
    if (ended) return;
    ended = true;
    pings.stop();
    way.cut();
    over();
  }

  return {
    signs: () => signs,
    isOver: () => ended,
    async dial() {
      const givenUp = new Promise<never>((_, reject) => {
        refuse = reject;
      });
      try {
        await Promise.race([client.start(), givenUp]);
      } catch (error) {
        // The library rejects with nothing when the connection breaks before the greeting.
        throw error ?? problem ?? new Error("the connection broke before Slack greeted");
      }
      signs = { ...signs, greetedAt: now(), signAt: now(), wordAt: now() };
    },
    async leave() {
      await Promise.race([client.disconnect(), pause(GOODBYE_MS, null, { ref: false })]);
      end();
    },
    giveUp(why) {
      refuse(why);
      // No goodbye: the library would wait half a minute for the answer. It tidies up when its socket is gone.
      end();
    },
  };
}

const GOODBYE_MS = 2 * SECOND_MS;

/** A frame that is not what Slack sends ends Bolt's client with an unhandled rejection; here it ends in the log. */
class CarefulClient extends SocketModeClient {
  readonly #settings: SocketSettings;
  readonly #word: () => void;

  constructor(settings: SocketSettings, way: OutgoingLine, word: () => void) {
    super({
      appToken: settings.appToken.reveal(),
      // Its own reconnecting waits five seconds, and gives up with an unhandled rejection when Slack is away.
      autoReconnectEnabled: false,
      // It pings three times within this; when to call the line dead is judged in deaf.ts, sooner than here.
      clientPingTimeout: SILENT_FOR_MS,
      serverPingTimeout: 3 * SILENT_FOR_MS,
      logger: libraryLog(settings.log),
      clientOptions: clientOptions(settings),
      dispatcher: way.dispatcher,
    });
    this.#settings = settings;
    this.#word = word;
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    this.#word();
    try {
      await super.onWebSocketMessage(data, isBinary);
    } catch (error) {
      this.#settings.log.warn("a frame from Slack was not readable", { error });
    }
  }
}

const Authenticated = z.object({ url: z.url() });
const PingFrame = z.object({ websocket: z.object({ url: z.string() }) });
const CHANNELS = ["undici:websocket:ping", "undici:websocket:pong"];

/** undici tells of pings and their answers for all connections of the process; the address, which is of one use, tells which. */
function listenForPings(client: SocketModeClient, sign: () => void): { stop(): void } {
  let address = "";
  client.on("authenticated", (answer: unknown) => {
    const { data } = Authenticated.safeParse(answer);
    address = data === undefined ? "" : new URL(data.url).href;
  });
  const heard = (frame: unknown) => {
    if (PingFrame.safeParse(frame).data?.websocket.url === address) sign();
  };
  for (const channel of CHANNELS) subscribe(channel, heard);
  return {
    stop: () => {
      for (const channel of CHANNELS) unsubscribe(channel, heard);
    },
  };
}
