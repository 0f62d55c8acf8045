import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { startRedis } from "../faults/redisProcess.ts";

/** Other Nodes to try it on, as paths with blanks between them; this one is always tried. */
const NODES = [process.execPath, ...(process.env.REFEREE_NODES ?? "").split(" ").filter((path) => path !== "")];

const folder = mkdtempSync(join(tmpdir(), "referee-unpacked-"));
const plant = join(folder, "plant");
let top = "";

beforeAll(() => {
  const made = execFileSync(process.execPath, ["scripts/package.mjs"], { encoding: "utf8" });
  const archive = made.trim().split("\n").at(-1) ?? "";
  execFileSync("tar", ["-xzf", archive, "-C", folder]);
  top = join(folder, readdirSync(folder).find((name) => name.startsWith("referee-")) ?? "");
  mkdirSync(plant);
  execFileSync("cp", ["-r", join(top, "plants"), plant]);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A machine that reaches nothing: no registry, no proxy that answers, no npm, and nothing of this checkout. */
function settings(redis: string): NodeJS.ProcessEnv {
  const nowhere = "http://127.0.0.1:1";
  return { PATH: "/usr/bin:/bin", npm_config_registry: nowhere, REDIS_URL: redis, PORT: "0" };
}

function referee(node: string, redis: string, ...args: readonly string[]) {
  const env = settings(redis);
  const { status, stdout } = spawnSync(node, [join(top, "bin/referee.mjs"), ...args], {
    cwd: plant,
    env,
    encoding: "utf8",
  });
  return { status, stdout };
}

const Running = z.object({ fact: z.literal("Referee is running"), port: z.int() });

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error("nothing to read");
  for await (const line of createInterface(child.stdout)) {
    const read = line.startsWith("{") ? Running.safeParse(JSON.parse(line)) : null;
    if (read?.success === true) return read.data.port;
  }
  throw new Error("It ended before it ran");
}

test.each(NODES)(
  "the archive runs, without npm or a network, on %s",
  async (node) => {
    const dir = mkdtempSync(join(tmpdir(), "referee-redis-"));
    const redis = await startRedis(dir);
    const child = spawn(node, [join(top, "bin/referee.mjs"), "start"], {
      ...{ cwd: plant, env: settings(redis.path) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    const answer = await fetch(`http://127.0.0.1:${await portOf(child)}/readyz`);
    expect(await answer.text()).toBe("ready\n");
    expect(referee(node, redis.path, "audit")).toEqual({
      status: 0,
      stdout: "1 chains intact, 0 broken, 0 missing or cut short\n",
    });
    expect(referee(node, redis.path, "publish-plant")).toMatchObject({
      status: 0,
      stdout: "HAM: this file is in force\n",
    });
    expect(referee(node, redis.path, "check-plant")).toMatchObject({ status: 0 });
    expect(referee(node, redis.path, "doctor").stdout).toContain("ok       Redis: it keeps what it answered");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    await redis.kill();
    rmSync(dir, { recursive: true, force: true });
    rmSync(join(plant, ".referee"), { recursive: true, force: true });
  },
  60_000,
);

const Sbom = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  metadata: z.looseObject({ component: z.looseObject({ name: z.literal("referee") }) }),
  components: z.array(z.looseObject({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).min(1) })),
});

test("the parts are listed, each with its licence, and nothing that only builds or tests is among them", () => {
  const sbom = Sbom.parse(JSON.parse(readFileSync(join(top, "sbom.cdx.json"), "utf8")));
  const names = sbom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["bullmq", "ioredis", "@slack/bolt", "prom-client"]));
  for (const name of ["typescript", "jest", "playwright-core", "fast-check"]) expect(names).not.toContain(name);
  const licences = readFileSync(join(top, "THIRD-PARTY-LICENCES.txt"), "utf8");
  const missing = sbom.components.filter(({ name, version }) => !licences.includes(`\n${name} ${version} (`));
  expect(missing).toEqual([]);
  expect(licences).toContain("\npreact ");
  expect(readdirSync(join(top, "node_modules"))).not.toContain("typescript");
});

test("what it does not know it says, with what it knows", () => {
  const { status } = referee(process.execPath, "", "toString");
  expect(status).toBe(1);
  const help = referee(process.execPath, "", "help").stdout;
  for (const command of ["start", "audit", "check-plant", "doctor", "on-call", "publish-plant"])
    expect(help).toContain(`  ${command} `);
});
