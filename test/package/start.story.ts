import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createLog } from "../../src/log.ts";
import { endAbandoned } from "../../src/redis/ownRedis.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PARTS = [
  "main.ts",
  "host",
  "src",
  "adapters",
  "tools",
  "plants",
  "workflows",
  "scripts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
];
const WITH_BUILD_MS = 60_000;

/** A checkout of its own with its dependencies in place. */
function useCheckout() {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "referee-checkout-"));
    for (const part of PARTS) await cp(join(root, part), join(folder, part), { recursive: true }).catch(missing);
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  });
  afterAll(async () => {
    await endAbandoned(join(folder, ".referee"), createLog({ level: "silent" }));
    await rm(folder, { recursive: true });
  });
  return { path: (...names: string[]) => join(folder, ...names) };
}

function missing(error: unknown): void {
  expect(error).toMatchObject({ code: "ENOENT" });
}

const checkout = useCheckout();

type Started = { readonly process: ChildProcess; readonly lines: readonly string[]; readonly ended: Promise<unknown> };

/** `npm start`, until its Redis runs or it has ended. */
async function start(path = process.env.PATH): Promise<Started> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: checkout.path(),
    env: { ...process.env, NODE_OPTIONS: "", REDIS_URL: "", PORT: "0", PATH: path },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close").then(([code]) => code);
  const lines: string[] = [];
  const running = new Promise<void>((resolve) => {
    createInterface(child.stdout).on("line", (line) => {
      lines.push(line);
      if (line.includes("own Redis started")) resolve();
    });
  });
  createInterface(child.stderr).on("line", (line) => lines.push(line));
  await Promise.race([ended, running]);
  return { process: child, lines, ended };
}

async function stop({ process: started, ended }: Started): Promise<unknown> {
  started.kill("SIGTERM");
  return await ended;
}

describe("npm start", () => {
  test(
    "builds a fresh checkout, runs, and ends well when it is told to",
    async () => {
      const referee = await start();
      expect(referee.lines[0]).toBe("Building Referee …");
      expect(await stop(referee)).toBe(0);
    },
    WITH_BUILD_MS,
  );

  test(
    "does not build what is built",
    async () => {
      const referee = await start();
      expect(await stop(referee)).toBe(0);
      expect(referee.lines.join()).not.toContain("Building");
    },
    WITH_BUILD_MS,
  );

  test(
    "reads .env, and says what is wrong in it without a stack",
    async () => {
      await writeFile(checkout.path(".env"), "LOG_LEVEL=loud\n");
      const { lines, ended } = await start();
      await rm(checkout.path(".env"));
      expect(await ended).toBe(78);
      expect(lines.at(-1)).toBe('  LOG_LEVEL must be debug, info, warn, error or silent, not "loud".');
    },
    WITH_BUILD_MS,
  );

  test(
    "builds again when a source was changed, and starts nothing when that fails",
    async () => {
      const sound = await readFile(checkout.path("main.ts"), "utf8");
      await writeFile(checkout.path("main.ts"), `${sound}const port: number = "three thousand";\n`);
      const { lines, ended } = await start();
      await writeFile(checkout.path("main.ts"), sound);
      expect(await ended).toBe(1);
      expect(lines.at(-1)).toBe("The build failed, see above; nothing was started.");
    },
    WITH_BUILD_MS,
  );

  test(
    "runs what was built after npm ci --omit=dev, and fetches nothing",
    async () => {
      const path = `${await withoutDev()}:${process.env.PATH}`;
      const referee = await start(path);
      expect(await stop(referee)).toBe(0);
      expect(referee.lines.join()).toContain("own Redis started");

      await appendFile(checkout.path("main.ts"), "// newer\n");
      const { lines, ended } = await start(path);
      expect(await ended).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/^dist\/ was built from other sources, .*npm ci && npm run build/)]);

      await rm(checkout.path("dist"), { recursive: true });
      const unbuilt = await start(path);
      expect(await unbuilt.ended).toBe(1);
      expect(unbuilt.lines).toEqual([expect.stringMatching(/^This checkout was not built, and has no compiler/)]);
    },
    WITH_BUILD_MS,
  );
});

const Packages = z.looseObject({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })) });

/** What `npm ci --omit=dev` leaves. @returns a folder in which npm, and what installs on a system, only complain */
async function withoutDev(): Promise<string> {
  const { packages } = Packages.parse(JSON.parse(await readFile(checkout.path("package-lock.json"), "utf8")));
  const kept = Object.entries(packages).filter(([name, { dev }]) => name !== "" && dev !== true);
  const modules = checkout.path("node_modules");
  await rm(modules);
  for (const [name] of kept.filter(([each]) => each.split("node_modules/").length === 2)) {
    await mkdir(dirname(checkout.path(name)), { recursive: true });
    await symlink(join(root, name), checkout.path(name));
  }
  await writeFile(join(modules, ".package-lock.json"), JSON.stringify({ packages: Object.fromEntries(kept) }));
  const bin = checkout.path("bin-that-fails");
  await mkdir(bin);
  for (const name of ["npm", "npx", "apt-get", "dnf", "apk"])
    await writeFile(join(bin, name), "#!/bin/sh\necho fetched something\nexit 1\n", { mode: 0o755 });
  return bin;
}
