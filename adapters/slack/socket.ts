import type { App } from "@slack/bolt";
import { z } from "zod";
import { type Admits, Body, deliver, type SlackReceiver } from "./deliver.ts";
import { keepConnected } from "./keepConnected.ts";
import { countRefusals, notInstalled } from "./refusals.ts";
import { createSocketLine, type SocketSettings } from "./socketLine.ts";

export type SocketOptions = SocketSettings & {
  readonly admits: Admits;
  /** How often the connection is looked at, ms. Default: every second. */
  readonly lookEveryMs?: number;
};

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
  const { admits, now, log } = options;
  const connection = keepConnected({ ...options, create: (over) => createSocketLine(options, hear, over) });
  const underWay = new Set<Promise<void>>();
  const refused = countRefusals(log, now, "refused a delivery from Slack");
  let app: App | null = null;

  async function take(envelope: unknown): Promise<void> {
    const { body, ack, retry_num } = Envelope.parse(envelope);
    if (app === null) return;
    if (await admits(body)) return ack(await deliver(app, { body, retry: retry_num ?? 0 }));
    refused(notInstalled(body));
    await ack();
  }

  function hear(envelope: unknown): void {
    const taken = take(envelope)
      .catch((error: unknown) =>
        log.warn("a delivery from Slack was not recorded; Slack will send it again", { error }),
      )
      .finally(() => underWay.delete(taken));
    underWay.add(taken);
  }

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
    trouble: () => connection.trouble(),
  };
}
