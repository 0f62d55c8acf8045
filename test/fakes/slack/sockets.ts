import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";

/** Slack lets one app hold so many connections. As documented for the Socket Mode; from memory. */
const CONNECTIONS = 10;

const Acknowledged = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export type Welcome = "well" | "never" | "without a greeting";

export type Sockets = {
  /** A ticket for one connection, as `apps.connections.open` hands out. */
  ticket(): string;
  isFull(): boolean;
  count(): number;
  /** Sends an envelope over any connection; resolves with what the acknowledgement carries, or null without one. */
  send(envelope: Readonly<Record<string, unknown>>, withinMs: number): Promise<{ readonly carried: unknown } | null>;
  /** Asks every connection to reconnect, as Slack does about hourly. */
  refresh(): void;
  /**
   * What becomes of connections that are opened from now on: as they should be; nothing comes back, not even the answer to
   * HTTP; or all is well and pings are answered, but no greeting comes.
   */
  welcomes(how: Welcome): void;
  /** From now on nothing comes from the connections that are open, whatever is sent to them. */
  fallSilent(): void;
  /** Sends these bytes as they are. */
  raw(frame: string): void;
  close(): Promise<void>;
};

/** The WebSocket side of Socket Mode, at `/socket` of the same server. */
export function createSockets(server: Server): Sockets {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (carried: unknown) => void>();
  const unanswered = new Set<Duplex>();
  let manner: Welcome = "well";

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? "", "http://slack").searchParams.get("ticket") ?? "";
    if (manner === "never") unanswered.add(socket);
    else if (tickets.delete(ticket)) sockets.handleUpgrade(request, socket, head, welcome);
    else socket.destroy();
  });

  function welcome(connection: WebSocket): void {
    connection.on("message", (frame) => {
      const { envelope_id, payload } = Acknowledged.parse(JSON.parse(String(frame)));
      waiting.get(envelope_id)?.(payload);
    });
    if (manner === "without a greeting") return;
    connection.send(JSON.stringify({ type: "hello", num_connections: sockets.clients.size, connection_info: {} }));
  }

  const open = () => [...sockets.clients].filter((client) => client.readyState === client.OPEN);

  return {
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    isFull: () => open().length >= CONNECTIONS,
    count: () => open().length,
    send(envelope, withinMs) {
      const connection = open().find((each) => !each.isPaused);
      if (connection === undefined) return Promise.resolve(null);
      const id = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(null), withinMs);
        const settle = (answer: { readonly carried: unknown } | null) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        waiting.set(id, (carried) => settle({ carried }));
        connection.once("close", () => settle(null));
        connection.send(JSON.stringify({ ...envelope, envelope_id: id }));
      });
    },
    refresh() {
      for (const client of open()) client.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    welcomes(how) {
      manner = how;
    },
    fallSilent() {
      for (const client of open()) client.pause();
    },
    raw(frame) {
      for (const client of open()) client.send(frame);
    },
    async close() {
      for (const socket of unanswered) socket.destroy();
      for (const client of sockets.clients) client.isPaused ? client.terminate() : client.close(1000);
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}
