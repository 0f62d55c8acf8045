import type { RequestListener } from "node:http";
import type { App, Receiver, StringIndexed } from "@slack/bolt";
import { z } from "zod";

/** How Slack's deliveries reach Referee: by requests that Slack makes, or over a connection that Referee opens. */
export type SlackReceiver = Receiver & {
  /** Takes Slack's requests when main.ts serves the port itself; answers 404 where none are expected. */
  readonly listener: RequestListener;
  /** The address that Slack posts to, or null. */
  url(): string | null;
  /** Whether a delivery would arrive now. */
  isOpen(): boolean;
  /** Why none would, in words for an administrator; null where it would. */
  trouble(): string | null;
};

/** What Bolt takes for granted of a body from Slack; the rest each listener reads for itself. */
export const Body = z.looseObject({
  type: z.string().optional(),
  event: z.looseObject({ type: z.string() }).optional(),
  actions: z.array(z.looseObject({})).optional(),
  view: z.looseObject({}).optional(),
  channel: z.looseObject({}).optional(),
  team: z.looseObject({}).nullish(),
  user: z.looseObject({}).optional(),
});
export type Body = z.infer<typeof Body>;

export type Delivery = { readonly body: Body; readonly retry: number };

/**
 * Hands one delivery to the app and waits until everything about it is recorded. Bolt acknowledges an event before its
 * listener runs; here the acknowledgement is only kept, and given to Slack by the caller after this has resolved.
 * @returns what the acknowledgement carries
 * @throws whatever the listener threw: the delivery was not recorded, and Slack must send it again
 */
export async function deliver(app: App, { body, retry }: Delivery): Promise<unknown> {
  let acknowledgement: unknown;
  const ack = async (carried?: unknown): Promise<void> => {
    acknowledgement = carried ?? acknowledgement;
  };
  const event: { body: StringIndexed; ack: typeof ack; retryNum?: number } = { body, ack, retryNum: retry };
  await app.processEvent(event);
  return acknowledgement;
}
