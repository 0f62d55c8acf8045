import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { checkRedis } from "../../src/store/checkRedis.ts";
import { startRedis } from "../faults/redisProcess.ts";

const Compose = z.looseObject({
  services: z.looseObject({ redis: z.looseObject({ command: z.tuple([z.string(), z.string(), z.string()]) }) }),
});
const Pod = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({
      spec: z.looseObject({ containers: z.array(z.looseObject({ args: z.array(z.string()) })) }),
    }),
  }),
});

async function withRedis<T>(settings: readonly string[], work: (path: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "ref-deploy-"));
  const server = await startRedis(dir, settings);
  try {
    return await work(server.path);
  } finally {
    await server.kill();
    await rm(dir, { recursive: true });
  }
}

/** The options of a shell line, without folder and password, which are the machine's own. */
function optionsIn(line: string): readonly string[] {
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  const from = words.findIndex((word) => word.startsWith("--"));
  const options = words.slice(from).map((word) => word.replaceAll('"', ""));
  return options.filter(
    (word, at) => ![word, options[at - 1]].some((each) => /^--(dir|requirepass)$/.test(each ?? "")),
  );
}

async function inCompose(): Promise<readonly string[]> {
  const compose = Compose.parse(parse(await readFile("deploy/container/compose.yaml", "utf8")));
  return optionsIn(compose.services.redis.command[2].replace(/"\$\$\(.*$/s, "-"));
}

async function inKubernetes(): Promise<readonly string[]> {
  const documents = parseAllDocuments(await readFile("deploy/kubernetes/redis.yaml", "utf8"));
  const [pod] = documents.map((each) => Pod.safeParse(each.toJS())).flatMap(({ data }) => data ?? []);
  return optionsIn(pod?.spec.template.spec.containers[0]?.args[0] ?? "");
}

async function inConf(): Promise<readonly string[]> {
  const lines = (await readFile("deploy/redis/redis.conf", "utf8")).split("\n");
  const settings = lines.filter((line) => /^[a-z]/.test(line) && !line.startsWith("aclfile"));
  return settings.flatMap((line) => {
    const [name = "", ...value] = line.split(" ");
    return [`--${name}`, value.join(" ").replaceAll('"', "")];
  });
}

test.each([
  { of: "compose", options: inCompose },
  { of: "Kubernetes", options: inKubernetes },
  { of: "redis.conf", options: inConf },
])("the Redis of $of is one that Referee starts on", async ({ options }) => {
  const settings = await options();
  expect(settings.length).toBeGreaterThan(10);
  await withRedis(settings, async (path) => {
    const redis = new Redis({ path });
    await expect(checkRedis(redis, { acceptLoss: false })).resolves.toEqual([]);
    await redis.quit();
  });
});

test("Referee's user in Redis may do all that Referee does, and neither empty nor change it, nor read what is another's", async () => {
  const rules = /^user referee (.*)$/m.exec(await readFile("deploy/redis/users.acl", "utf8"))?.[1]?.split(" ") ?? [];
  const hash = `#${createHash("sha256").update("secret").digest("hex")}`;
  await withRedis(await inConf(), async (path) => {
    const administrator = new Redis({ path });
    await administrator.acl("SETUSER", "referee", ...rules.map((rule) => (rule.startsWith("#") ? hash : rule)));
    await administrator.quit();
    const redis = new Redis({ path, username: "referee", password: "secret", maxRetriesPerRequest: null });
    await expect(checkRedis(redis, { acceptLoss: false })).resolves.toEqual([]);
    const prefix = "{referee}:bull";
    const queue = new Queue("speak", { connection: redis, prefix });
    const done = new Promise((resolve) => {
      const worker = new Worker("speak", async () => undefined, { connection: redis, prefix });
      worker.on("completed", () => resolve(worker.close()));
    });
    await queue.add("lane", {}, { jobId: randomUUID() });
    await done;
    await queue.close();
    for (const forbidden of [["FLUSHALL"], ["KEYS", "*"], ["CONFIG", "SET", "appendonly", "no"], ["GET", "{other}:x"]])
      await expect(redis.call(forbidden[0] ?? "", ...forbidden.slice(1))).rejects.toThrow(/NOPERM|no permissions/);
    await redis.quit();
  });
});
