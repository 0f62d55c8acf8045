import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openRecord } from "../../host/installation.ts";
import { addressOf, type Reach } from "../../src/config/redisAddress.ts";
import { createLog } from "../../src/log.ts";
import { freePort, type Server, startServer } from "./servers.ts";

const log = createLog({ level: "silent" });
const PASSWORD = "a-long-password-of-the-plant";

let dir = "";
const files = { ca: "", cert: "", key: "" };
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ref-tls-"));
  const run = promisify(execFile);
  const at = (name: string) => join(dir, name);
  const ca = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  await run("openssl", [...ca, "-keyout", at("ca.key"), "-out", at("ca.pem"), "-subj", "/CN=Plant CA"]);
  await run("openssl", [
    ...ca,
    "-keyout",
    at("redis.key"),
    "-out",
    at("redis.pem"),
    "-subj",
    "/CN=redis",
    "-CA",
    at("ca.pem"),
    "-CAkey",
    at("ca.key"),
    "-addext",
    "subjectAltName=DNS:localhost",
    "-addext",
    "basicConstraints=critical,CA:FALSE",
  ]);
  Object.assign(files, { ca: at("ca.pem"), cert: at("redis.pem"), key: at("redis.key") });
  const acl = (await readFile("deploy/redis/users.acl", "utf8")).replaceAll(
    "REPLACE-WITH-SHA256-OF-THE-PASSWORD",
    createHash("sha256").update(PASSWORD).digest("hex"),
  );
  await writeFile(at("users.acl"), acl);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const DURABLE = ["--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"];

async function withServer<T>(clients: "yes" | "no", work: (port: number) => Promise<T>): Promise<T> {
  const [port, plain] = [await freePort(), await freePort()];
  const tls = [
    "--tls-port",
    String(port),
    "--port",
    String(plain),
    "--tls-cert-file",
    files.cert,
    "--tls-key-file",
    files.key,
  ];
  const more = [
    "--tls-ca-cert-file",
    files.ca,
    "--tls-auth-clients",
    clients,
    "--aclfile",
    join(dir, "users.acl"),
    ...DURABLE,
  ];
  const server: Server = await startServer([...tls, ...more], plain);
  try {
    return await work(port);
  } finally {
    await server.kill();
  }
}

/** Opens the record as a start does, and says what came of it. */
async function outcome(url: string, reach: Partial<Reach> = {}): Promise<string> {
  const address = addressOf(url, { ca: null, cert: null, key: null, sentinelPassword: null, ...reach });
  const config = {
    redis: { url: null, tag: "referee", server: "", acceptsLoss: false },
    dataDir: await mkdtemp(join(dir, "data-")),
  };
  try {
    const record = await openRecord(address, config, log);
    await record.web.set(`${record.prefix}tried`, "1");
    await record.close();
    return "opened";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("a Redis that speaks TLS and knows its users", () => {
  test("is used with the user of deploy/redis/users.acl; whatever never will let Referee in is said at once, with what to do", async () => {
    await withServer("no", async (port) => {
      const at = (host: string, password: string) => `rediss://referee:${password}@${host}:${port}`;
      const good = at("localhost", PASSWORD);
      expect(await outcome(good, { ca: files.ca })).toBe("opened");
      expect(await outcome(good)).toContain("Name that authority's file in REDIS_TLS_CA");
      expect(await outcome(at("127.0.0.1", PASSWORD), { ca: files.ca })).toContain(
        "is for another name than REDIS_URL has",
      );
      expect(await outcome(at("localhost", "wrong"), { ca: files.ca })).toContain("Correct the user and password");
      expect(await outcome(`rediss://localhost:${port}`, { ca: files.ca })).toContain("Correct the user and password");
      expect(await outcome(at("localhost", "wrong"), { ca: files.ca })).not.toContain("wrong:");
    });
  });

  test("may ask for Referee's own certificate", async () => {
    await withServer("yes", async (port) => {
      const url = `rediss://referee:${PASSWORD}@localhost:${port}`;
      expect(await outcome(url, files)).toBe("opened");
      expect(await outcome(url, { ca: files.ca })).toContain("REDIS_TLS_CERT and REDIS_TLS_KEY");
    });
  });
});
