import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";

/** Slack lets one app hold so many connections. As documented for the Socket Mode; from memory. */
const CONNECTIONS = 10;

const Acknowledged = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export type Sockets = {
  /** A ticket for one connection, as `apps.connections.open` hands out. */
  ticket(): string;
  isFull(): boolean;
  count(): number;
  /** Sends an envelope over any connection; resolves with what the acknowledgement carries, or null without one. */
  send(envelope: Readonly<Record<string, unknown>>, withinMs: number): Promise<{ readonly carried: unknown } | null>;
  /** Asks every connection to reconnect, as Slack does about hourly. */
  refresh(): void;
  /** Sends these bytes as they are. */
  raw(frame: string): void;
  close(): Promise<void>;
};

/** The WebSocket side of Socket Mode, at `/socket` of the same server. */
export function createSockets(server: Server): Sockets {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (carried: unknown) => void>();

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? "", "http://slack").searchParams.get("ticket") ?? "";
    if (tickets.delete(ticket)) sockets.handleUpgrade(request, socket, head, welcome);
    else socket.destroy();
  });

  function welcome(connection: WebSocket): void {
    connection.on("message", (frame) => {
      const { envelope_id, payload } = Acknowledged.parse(JSON.parse(String(frame)));
      waiting.get(envelope_id)?.(payload);
    });
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
      const connection = open()[0];
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
    raw(frame) {
      for (const client of open()) client.send(frame);
    },
    async close() {
      for (const client of sockets.clients) client.close(1000);
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}
