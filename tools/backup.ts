import { execFile } from "node:child_process";
import { chmod, open, rename, rm } from "node:fs/promises";
import { promisify } from "node:util";
import { systemClock } from "../src/clock.ts";
import { readConfig } from "../src/config.ts";
import { RefereeError } from "../src/errors.ts";
import { isSystemError } from "../src/redis/systemError.ts";
import { RELEASE } from "../src/release.ts";
import { archivesOf } from "../src/store/archived.ts";
import { keyPrefix } from "../src/store/eventStore.ts";
import { argumentsOf } from "./arguments.ts";
import { digestOf, writeSafely } from "./backup/files.ts";
import { withLoaded } from "./backup/loaded.ts";
import { recordOn, runningRedis, runTool } from "./record.ts";
import { verifyRecord } from "./verifyRecord.ts";

// `npm run backup [-- <file>]`: everything in Redis as of one moment, while Referee runs, in one file, with what it is about
// beside it (.json). It is then loaded into a Redis of its own, and every chain in it is computed again: only what can be
// restored counts as a backup. Needs redis-cli and redis-server (or Valkey's) on this machine, and a user of Redis who may SYNC.
// Ends with 1, and leaves no file, when anything is wrong.
const [wanted] = argumentsOf({ takes: "the file to write, or nothing", most: 1 });
await runTool(backup);

async function backup(): Promise<0 | 1> {
  const { redis, dataDir, archive } = readConfig(process.env);
  const takenAt = new Date(systemClock()).toISOString();
  const file = wanted ?? `referee-${takenAt.replaceAll(":", "-").slice(0, 19)}Z.rdb`;
  const part = `${file}.part`;
  try {
    await copyTo(part, addressArgs(redis.url?.reveal() ?? null, dataDir));
    const { counter, archives, status } = await withLoaded(part, redis.server, async (loaded) => {
      const record = recordOn(loaded, keyPrefix(redis.tag), archive);
      const counter = Number(await loaded.get(`${record.prefix}counter`));
      const archives = (await archivesOf(loaded, record.prefix)).map(({ archive: { name, bytes } }) => ({
        name,
        bytes,
      }));
      return { counter, archives, status: await verifyRecord(record, "archives") };
    });
    if (status !== 0) throw new RefereeError("CHAIN_BROKEN", "Nothing was kept: the record itself is not whole.");
    if (counter === 0) throw new RefereeError("STORE_UNSAFE", `There is no record of "${redis.tag}" in this Redis.`);
    const about = { tag: redis.tag, release: RELEASE, takenAt, counter, archives, sha256: await digestOf(part) };
    await writeSafely(`${file}.json`, `${JSON.stringify(about, null, 2)}\n`);
    await rename(part, file);
    console.log(`${file}: ${counter} appends, loaded and verified`);
    if (archives.length > 0)
      console.log(`It goes with ${archives.length} archives: copy ARCHIVE_DIR now, after it. ${file}.json names them.`);
    return 0;
  } finally {
    await rm(part, { force: true });
  }
}

type Way = { readonly args: readonly string[]; readonly password: string | null };

/** How redis-cli reaches the Redis; the password goes by its environment, where other users of the machine do not see it. */
function addressArgs(url: string | null, dataDir: string): Way {
  const path = url === null ? (runningRedis(dataDir)?.path ?? null) : url.startsWith("/") ? url : null;
  if (path !== null) return { args: ["-s", path], password: null };
  if (url === null)
    throw new RefereeError(
      "STORE_AWAY",
      "There is no Redis to read: set REDIS_URL, or start Referee, which runs its own.",
    );
  if (url.includes("+sentinel:"))
    throw new RefereeError(
      "CONFIG_INVALID",
      "redis-cli does not ask Sentinel: for a backup set REDIS_URL to the master's own address.",
    );
  const { protocol, hostname, port, username, password } = new URL(url);
  const user = username === "" ? [] : ["--user", decodeURIComponent(username)];
  const tls = protocol === "rediss:" ? ["--tls", ...certificates()] : [];
  return {
    args: ["-h", hostname, "-p", port === "" ? "6379" : port, ...user, ...tls],
    password: password === "" ? null : decodeURIComponent(password),
  };
}

function certificates(): readonly string[] {
  const { REDIS_TLS_CA, NODE_EXTRA_CA_CERTS, REDIS_TLS_CERT, REDIS_TLS_KEY } = process.env;
  const ca = REDIS_TLS_CA || NODE_EXTRA_CA_CERTS;
  return [
    ...(ca ? ["--cacert", ca] : []),
    ...(REDIS_TLS_CERT ? ["--cert", REDIS_TLS_CERT] : []),
    ...(REDIS_TLS_KEY ? ["--key", REDIS_TLS_KEY] : []),
  ];
}

async function copyTo(file: string, { args, password }: Way): Promise<void> {
  // Made before anybody writes into it: it holds what people wrote.
  await (await open(file, "w", 0o600)).close();
  const env = { ...process.env, ...(password !== null && { REDISCLI_AUTH: password }) };
  for (const program of ["redis-cli", "valkey-cli"]) {
    try {
      await promisify(execFile)(program, ["--no-auth-warning", ...args, "--rdb", file], { env });
      await chmod(file, 0o600);
      const written = await open(file, "r+");
      await written.sync();
      await written.close();
      return;
    } catch (cause) {
      if (isSystemError(cause, "ENOENT")) continue;
      const todo = "Does it run, and may the user of REDIS_URL copy it (SYNC)?";
      throw new RefereeError("STORE_AWAY", `Redis gave no copy. ${todo}`, { cause });
    }
  }
  throw new RefereeError("CONFIG_INVALID", "Neither redis-cli nor valkey-cli is on this machine. Install redis-tools.");
}
