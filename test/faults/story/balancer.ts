import { connect, createServer, type Server, type Socket } from "node:net";

/** One address for several processes: each connection goes to the next of them that answers. */
export type Balancer = { readonly origin: string; close(): void };

/** @param ports where the processes listen, whether they live just now or not */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    turn += 1;
    const first = turn % ports.length;
    sockets.add(client);
    client.on("close", () => sockets.delete(client));
    join(client, [...ports.slice(first), ...ports.slice(0, first)]);
  });
  const port = await listenAnywhere(server);
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** Nobody there: the line is cut, and the caller sends again. */
function join(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    client.destroy();
    return;
  }
  const process = connect(port, "127.0.0.1");
  const cut = () => {
    client.destroy();
    process.destroy();
  };
  process.once("error", () => join(client, others));
  process.once("connect", () => {
    process.removeAllListeners("error");
    for (const socket of [client, process]) socket.on("error", cut).on("close", cut);
    client.pipe(process).pipe(client);
  });
}

/** A port that is free, and given again to nobody for a while. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenAnywhere(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listenAnywhere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("there is no port to listen on");
  return address.port;
}
