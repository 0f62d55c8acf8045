import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { createServer as createTlsServer } from "node:tls";
import { z } from "zod";

const file = (name: string) => new URL(`tls/${name}`, import.meta.url);

/** The authority that signed what `behindTls` shows. Nobody trusts it who is not told to. */
export const AUTHORITY_FILE = file("ca.pem");

export type ForwardProxy = {
  readonly port: number;
  /** Where it is, for somebody it knows; or for nobody in particular. */
  address(user?: string, password?: string): string;
  /** Where others wanted to go, e.g. "slack.com:443", in order, those refused too. */
  readonly asked: readonly { readonly target: string; readonly status: number }[];
  /** From now on every CONNECT is answered with this status; null: as it should be. */
  refuses(status: number | null): void;
  stop(): Promise<void>;
};

export type ForwardProxyOptions = {
  readonly user: string;
  readonly password: string;
  /** The port of this machine that stands in for a host, e.g. "slack.com:443"; null: it may not be reached. */
  readonly leadsTo: (target: string) => number | null;
};

/** A proxy as companies have them: CONNECT only, for whoever has a name and a password, to hosts on a list. */
export async function openForwardProxy({ user, password, leadsTo }: ForwardProxyOptions): Promise<ForwardProxy> {
  const asked: { target: string; status: number }[] = [];
  const open = new Set<Duplex>();
  let refusal: number | null = null;
  const proof = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const server = createServer((_, response) => response.writeHead(405).end());

  server.on("connect", (request, client: Socket) => {
    keep(open, client);
    const target = request.url ?? "";
    const port = leadsTo(target);
    const status = refusal ?? (request.headers["proxy-authorization"] !== proof ? 407 : port === null ? 403 : 200);
    asked.push({ target, status });
    if (status !== 200 || port === null) return void client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    const upstream = connect(port, "127.0.0.1", () => client.write("HTTP/1.1 200 Connection established\r\n\r\n"));
    keep(open, upstream);
    joined(client, upstream);
  });

  const port = await listening(server);
  return {
    port,
    address: (name = "", word = "") =>
      `http://${name === "" ? "" : `${encodeURIComponent(name)}:${encodeURIComponent(word)}@`}127.0.0.1:${port}`,
    asked,
    refuses: (status) => {
      refusal = status;
    },
    stop: () => stop(server, open),
  };
}

export type TlsDoor = { readonly port: number; stop(): Promise<void> };

/** The same server over TLS, with a certificate for the hosts of Slack and Microsoft that only `AUTHORITY_FILE` vouches for. */
export async function behindTls(url: string): Promise<TlsDoor> {
  const to = Number(new URL(url).port);
  const open = new Set<Duplex>();
  const server = createTlsServer({ key: readFileSync(file("server.key")), cert: readFileSync(file("server.pem")) });
  server.on("tlsClientError", () => undefined); // who does not trust it hangs up
  server.on("secureConnection", (client) => {
    keep(open, client);
    const upstream = connect(to, "127.0.0.1");
    keep(open, upstream);
    joined(client, upstream);
  });
  return { port: await listening(server), stop: () => stop(server, open) };
}

function joined(one: Duplex, other: Duplex): void {
  one.pipe(other).pipe(one);
  for (const [end, far] of [
    [one, other],
    [other, one],
  ] as const)
    end.on("error", () => far.destroy()).on("close", () => far.destroy());
}

function keep(open: Set<Duplex>, socket: Duplex): void {
  open.add(socket);
  socket.on("error", () => socket.destroy()).once("close", () => open.delete(socket));
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return z.custom<AddressInfo>((value) => typeof value === "object" && value !== null).parse(server.address()).port;
}

async function stop(server: Server, open: ReadonlySet<Duplex>): Promise<void> {
  const closed = once(server, "close");
  server.close();
  for (const socket of open) socket.destroy();
  await closed;
}
