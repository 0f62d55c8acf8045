import { createHash } from "node:crypto";
import { lstat, mkdir, realpath, writeFile } from "node:fs/promises";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { RefereeError } from "../errors.ts";

/** Where an own redis-server lives: its folder and the files in it. */
export type RedisHome = {
  readonly folder: string;
  readonly conf: string;
  readonly socket: string;
  readonly pidFile: string;
  readonly logFile: string;
};

// The kernel's room for the path of a unix socket is 104 bytes on macOS and 108 on Linux, the closing zero included
// (sys/un.h, read 2026-11-22).
const SOCKET_PATH_BYTES = 100;
const MEMORY_SHARE = 0.6;

/** Makes the folder and its redis.conf. Only this user may enter: the socket in it asks for no password. */
export async function prepareHome(dataDir: string): Promise<RedisHome> {
  const wanted = join(dataDir, "redis");
  await mkdir(wanted, { recursive: true, mode: 0o700 });
  const folder = await realpath(wanted);
  const home = {
    folder,
    conf: join(folder, "redis.conf"),
    socket: await socketPath(folder),
    pidFile: join(folder, "redis.pid"),
    logFile: join(folder, "redis.log"),
  };
  await writeFile(home.conf, confOf(home), { mode: 0o600 });
  return home;
}

/** In the folder where its path is short enough, else in a folder of ours among the temporary files. */
async function socketPath(folder: string): Promise<string> {
  const near = join(folder, "redis.sock");
  if (fits(near)) return near;
  const name = `referee-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  const far = [join(tmpdir(), name), join("/tmp", name)].find((candidate) => fits(join(candidate, "redis.sock")));
  if (far === undefined)
    throw new RefereeError("STORE_AWAY", `${folder} is too long for a socket. Choose a shorter DATA_DIR.`);
  await mkdir(far, { recursive: true, mode: 0o700 });
  await requireOurs(far);
  return join(far, "redis.sock");
}

function fits(path: string): boolean {
  return Buffer.byteLength(path) <= SOCKET_PATH_BYTES;
}

// Everybody may write among the temporary files, so somebody else may have made this folder first.
async function requireOurs(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder);
  if (uid === process.getuid?.() && (mode & 0o077) === 0) return;
  throw new RefereeError(
    "STORE_UNSAFE",
    `${folder} can be entered by others. Remove it, or choose a shorter DATA_DIR.`,
  );
}

/** The values the measurements settled; `npm start` runs with what a plant would run with. */
function confOf({ folder, socket, pidFile }: Omit<RedisHome, "conf" | "logFile">): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const settings = [
    ["dir", quoted(folder)],
    ["port", "0"],
    ["unixsocket", quoted(socket)],
    ["unixsocketperm", "700"],
    ["pidfile", quoted(pidFile)],
    ["daemonize", "no"],
    ["set-proc-title", "no"], // the command line then names this file, by which an orphan is recognised
    ["logfile", quoted("")],
    ["appendonly", "yes"],
    ["appendfsync", "always"],
    ["auto-aof-rewrite-percentage", "100"],
    ["save", quoted("")],
    ["maxmemory", String(Math.floor(memory * MEMORY_SHARE))],
    ["maxmemory-policy", "noeviction"],
    ["hz", "100"], // a blocked client's time-out is looked at hz times a second
    // Places and projections in one piece each, and histories packed but for their ends: 14 KB of an open request become 9
    // (bench/memory), for 4 µs more when a whole history is read.
    ["hash-max-listpack-value", "1024"],
    ["list-max-listpack-size", "-1"],
    ["list-compress-depth", "1"],
    ["tcp-keepalive", "60"],
    ["user", "default on nopass ~* &* +@all -flushall -keys -debug -config +config|get"],
  ];
  return `${settings.map((setting) => setting.join(" ")).join("\n")}\n`;
}

// Redis reads the same escapes as JSON writes, for every character a path is likely to hold.
function quoted(text: string): string {
  return JSON.stringify(text);
}
