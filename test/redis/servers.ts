import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Server = { readonly dir: string; kill(): Promise<void> };

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A listener has a port");
  return address.port;
}

/** A redis-server in a folder of its own, on loopback alone; it listens once this resolves. */
export async function startServer(args: readonly string[], port: number): Promise<Server> {
  const dir = await mkdtemp(join(tmpdir(), "ref-redis-"));
  const common = ["--dir", dir, "--bind", "127.0.0.1", "--save", "", "--logfile", join(dir, "log")];
  const isConf = args[0]?.endsWith(".conf") === true;
  const child = spawn("redis-server", isConf ? [...args] : [...common, ...args], { stdio: "ignore" });
  const gone = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await gone;
    await rm(dir, { recursive: true, force: true });
  };
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}: ${args.join(" ")}`);
    await pause(20);
  }
  return { dir, kill };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
