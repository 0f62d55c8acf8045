import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import dockerfile from "dockerfile-utils";
import { parse } from "yaml";
import { z } from "zod";

const text = readFileSync("deploy/container/Containerfile", "utf8");

test("the container file has no mistake that its language server knows", () => {
  expect(dockerfile.validate(text)).toEqual([]);
  expect(dockerfile.validate(text.replace("USER node", "USR node"))).not.toEqual([]);
});

test("the container runs as nobody in particular, and says whether it lives", () => {
  expect(text).toMatch(/^USER node$/m);
  expect(text).toMatch(/^HEALTHCHECK /m);
  expect(text.indexOf("USER node")).toBeLessThan(text.indexOf("ENTRYPOINT"));
});

const Service = z.looseObject({
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal("ALL")]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
});
const Compose = z.object({
  services: z.object({ redis: Service, referee: Service }),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.unknown()),
});

test("in compose, nobody but Referee reaches Redis, and nobody but this machine reaches Referee", () => {
  const { services, networks } = Compose.parse(parse(readFileSync("deploy/container/compose.yaml", "utf8")));
  expect(services.redis.ports).toEqual([]);
  expect(services.redis.networks.every((name) => networks[name]?.internal === true)).toBe(true);
  expect(services.referee.ports.every((port) => port.startsWith("127.0.0.1:"))).toBe(true);
});

const has = spawnSync("systemd-analyze", ["--version"]).status === 0;
const withSystemd = has ? test : test.skip;

withSystemd("systemd takes the unit, and finds little that it could still be kept from", () => {
  const unit = "deploy/systemd/referee.service";
  const verified = spawnSync("systemd-analyze", ["verify", unit], { encoding: "utf8" });
  expect(`${verified.stdout}${verified.stderr}`.split("\n").filter((line) => line.includes("referee"))).toEqual([]);
  // Tenths of a point, of ten points of exposure.
  const judged = spawnSync("systemd-analyze", ["security", "--offline=true", "--threshold=20", unit]);
  expect(judged.status).toBe(0);
});
