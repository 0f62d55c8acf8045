import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const setup = new URL("../../scripts/setup.mjs", import.meta.url).pathname;

/** A machine on which only these programs exist: each a name and what it does, in shell. */
function useMachine() {
  let bin = "";
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "referee-machine-"));
  });
  afterEach(() => rmSync(bin, { recursive: true }));

  const has = (programs: Readonly<Record<string, string>>) => {
    for (const [name, does] of Object.entries(programs)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${does}\n`);
      chmodSync(join(bin, name), 0o755);
    }
  };
  const setUp = (env: Readonly<Record<string, string>> = {}) => {
    const ran = spawnSync(process.execPath, [setup], { env: { PATH: bin, BIN: bin, ...env }, encoding: "utf8" });
    return { code: ran.status, said: ran.stdout + ran.stderr };
  };
  return { has, setUp };
}

const { has, setUp } = useMachine();

const oldRedis = { "redis-server": 'echo "Redis server v=6.0.16 sha=0:0 malloc=jemalloc bits=64"' };
const redis = { "redis-server": 'echo "Redis server v=7.0.8 sha=0:0 malloc=jemalloc bits=64"' };
const valkey = { "valkey-server": 'echo "Valkey server v=8.0.1 sha=0:0 malloc=jemalloc bits=64"' };
const sudo = { sudo: '[ "$1" = -n ] && shift; exec "$@"', true: "exit 0" };
// Brings a Redis 7 when it is told to install redis-server, as Debian's does.
const aptGet = {
  "apt-get": `case "$*" in
    install*redis-server) printf '#!/bin/sh\\necho "Redis server v=7.0.15 "' > "$BIN/redis-server"; /bin/chmod +x "$BIN/redis-server";;
  esac`,
};

describe("setup on a machine", () => {
  test.each([
    { name: "with the oldest Redis that will do", programs: redis },
    { name: "with Valkey", programs: valkey },
    { name: "with Valkey beside an old Redis", programs: { ...oldRedis, ...valkey } },
  ])("$name has nothing to say", ({ programs }) => {
    has(programs);
    expect(setUp()).toEqual({ code: 0, said: "" });
  });

  test("without Redis wants none when it is to use another machine's", () => {
    expect(setUp({ REDIS_URL: "redis://elsewhere:6379" })).toEqual({ code: 0, said: "" });
  });

  test("without Redis installs it where that needs no question, and says so", () => {
    has({ ...aptGet, ...sudo });
    expect(setUp()).toEqual({ code: 0, said: expect.stringContaining("Installing redis-server with apt-get") });
  });

  test.each([
    { name: "without Redis and any package manager", programs: {}, because: "no package manager" },
    { name: "with an old Redis only", programs: oldRedis, because: "no package manager" },
    {
      name: "whose package manager has none",
      programs: { "apt-get": "exit 0", ...sudo },
      because: "apt-get did not bring it",
    },
  ])("$name says in one line what to do", ({ programs, because }) => {
    has(programs);
    const { code, said } = setUp();
    expect(code).toBe(1);
    expect(said).toContain(because);
    expect(said).toMatch(/^Please install Redis 7\.0\.8 or newer, or Valkey.*REDIS_URL/m);
  });
});
