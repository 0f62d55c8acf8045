import { connect, createServer, type Socket } from "node:net";

/** A line to Redis that can lose an answer and then break. */
export type Line = { readonly port: number; readonly lost: () => number; close(): void };

/** Swallows everything that comes back after the first request that matches, then cuts the line. */
export async function openLine(redisPath: string, loses: RegExp | null): Promise<Line> {
  const sockets = new Set<Socket>();
  let lost = 0;
  const server = createServer((client) => {
    const redis = connect(redisPath);
    let swallow = false;
    const cut = () => {
      client.destroy();
      redis.destroy();
    };
    client.on("data", (chunk) => {
      redis.write(chunk);
      if (loses === null || lost > 0 || !loses.test(chunk.toString())) return;
      lost += 1;
      swallow = true;
      setTimeout(cut, 40);
    });
    redis.on("data", (chunk) => {
      if (!swallow) client.write(chunk);
    });
    for (const socket of [client, redis]) {
      sockets.add(socket);
      socket.on("close", cut);
      socket.on("error", cut);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: address.port, lost: () => lost, close };
}
