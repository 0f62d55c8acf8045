import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openRecord } from "../../host/installation.ts";
import { createLog } from "../../src/log.ts";
import { openToolClient } from "../../src/store/clusterClients.ts";
import { createEventStore, keyPrefix } from "../../src/store/eventStore.ts";
import { missingHistories } from "../../src/store/missing.ts";
import { aStream, ask, finish } from "../support/errand.ts";
import { beginMove, endMove, moveSome, type RedisCluster, startCluster, untilOk } from "../support/redisCluster.ts";

const log = createLog({ level: "silent" });
let cluster: RedisCluster;
let dir = "";
beforeAll(async () => {
  [cluster, dir] = await Promise.all([startCluster(), mkdtemp(join(tmpdir(), "ref-record-"))]);
});
afterAll(async () => {
  await cluster.stop();
  await rm(dir, { recursive: true, force: true });
});

/** An installation that nobody else has; asked of each server in turn, so mostly of one that has not its keys. */
async function open(tag = `plant-${randomUUID().slice(0, 8)}`, acceptsLoss = false) {
  const { other } = await cluster.sides(keyPrefix(tag));
  const config = { redis: { url: null, tag, server: "", acceptsLoss }, dataDir: await mkdtemp(join(dir, "data-")) };
  const record = await openRecord(`redis://127.0.0.1:${other.port}`, config, log);
  const patient = createEventStore({ redis: record.worker, prefix: record.prefix, rollback: record.rollback });
  return { record, patient, tag, ...(await cluster.sides(record.prefix)) };
}

test("named any server of a cluster, Referee finds the one that has its keys, and all of them are in one slot", async () => {
  const { record, owner, other, slot } = await open();
  await record.store.handle(ask(aStream(), ["otto"]));
  expect(await owner.redis.cluster("COUNTKEYSINSLOT", slot)).toBe(await owner.redis.dbsize());
  expect(await other.redis.dbsize()).toBe(0);
  await record.close();
});

test("the user that deploy/redis/users.acl has may do on a cluster what Referee does there", async () => {
  const acl = (await readFile("deploy/redis/users.acl", "utf8"))
    .split("\n")
    .find((line) => line.startsWith("user referee "));
  const rules = acl?.replace(/#\S+/, ">secret").split(" ").slice(1) ?? [];
  for (const { redis } of cluster.servers) await redis.call("ACL", "SETUSER", ...rules);
  const config = { redis: { url: null, tag: "referee", server: "", acceptsLoss: false }, dataDir: dir };
  const record = await openRecord(`redis://referee:secret@127.0.0.1:${cluster.servers[0]?.port}`, config, log);
  expect((await record.store.handle(ask(aStream(), ["otto"]))).type).toBe("accepted");
  await record.close();
});

describe("while the slot moves to another server", () => {
  test("nothing is taken for missing and nothing is written beside it: work waits, people are told to try again", async () => {
    const { record, patient, owner, other, slot } = await open();
    const streams = Array.from({ length: 20 }, () => aStream());
    for (const stream of streams) await record.store.handle(ask(stream, ["otto"]));
    await beginMove(slot, owner, other);
    for (let n = 0; n < 5; n++) await moveSome(slot, owner, other, 5);

    const told = await Promise.allSettled(streams.map((stream) => record.store.load(stream)));
    expect(told.map((each) => each.status === "rejected" && each.reason.code)).toEqual(streams.map(() => "STORE_AWAY"));
    const late = streams.map((stream) => patient.handle(finish(stream, "otto")));
    expect(await Promise.race([Promise.any(late), pause(300, "waits")])).toBe("waits");

    while (await moveSome(slot, owner, other, 10));
    await endMove(slot, owner, other);
    expect((await Promise.all(late)).map(({ type }) => type)).toEqual(streams.map(() => "accepted"));
    for (const stream of streams) expect((await record.store.load(stream)).events).toHaveLength(2);
    expect(await owner.redis.cluster("COUNTKEYSINSLOT", slot)).toBe(0);
    expect(await missingHistories(record.worker, record.prefix)).toEqual([]);
    expect(record.rollback.findings()).toEqual([]);
    await record.close();
  });
});

test("when its server dies people are told to try again, work waits, and what comes back is all there", async () => {
  const { record, patient, owner } = await open();
  const [asked, later] = [aStream(), aStream()];
  await record.store.handle(ask(asked, ["otto"]));
  await owner.kill();
  const from = performance.now();
  await expect(record.store.handle(ask(later, ["otto"]))).rejects.toMatchObject({ code: "STORE_AWAY" });
  expect(performance.now() - from).toBeLessThan(3_000);
  const work = patient.handle(finish(asked, "otto"));
  expect(await Promise.race([work, pause(300, "waits")])).toBe("waits");
  await owner.start();
  expect((await work).type).toBe("accepted");
  await untilSo(async () => (await record.store.load(asked).catch(() => null))?.version === 2);
  expect(await record.store.handle(ask(later, ["otto"]))).toMatchObject({ type: "accepted" });
  await Promise.all(cluster.servers.map(untilOk));
  await record.close();
});

test("a tool reads the record from the server that has it, whichever is named", async () => {
  const { record, other } = await open();
  await record.store.handle(ask(aStream(), ["otto"]));
  const redis = await openToolClient(`redis://127.0.0.1:${other.port}`, record.prefix, log);
  expect(await missingHistories(redis, record.prefix)).toEqual([]);
  expect(Number(await redis.get(`${record.prefix}counter`))).toBe(1);
  redis.disconnect();
  await record.close();
});

describe("what ends a start, within ten seconds", () => {
  test("a slot that nobody has", async () => {
    const { record, owner, slot, tag } = await open();
    await record.close();
    for (const { redis } of cluster.servers) await redis.cluster("DELSLOTS", slot);
    const config = { redis: { url: null, tag, server: "", acceptsLoss: false }, dataDir: dir };
    const from = performance.now();
    await expect(openRecord(`redis://127.0.0.1:${owner.port}`, config, log)).rejects.toMatchObject({
      code: "STORE_UNSAFE",
      message: expect.stringContaining(`no server of it has slot ${slot}`),
    });
    expect(performance.now() - from).toBeLessThan(2_000);
    await owner.redis.cluster("ADDSLOTS", slot);
    await Promise.all(cluster.servers.map(untilOk));
  });

  test("a database that no cluster has", async () => {
    const config = { redis: { url: null, tag: "referee", server: "", acceptsLoss: false }, dataDir: dir };
    await expect(openRecord(`redis://127.0.0.1:${cluster.servers[0]?.port}/3`, config, log)).rejects.toMatchObject({
      code: "STORE_UNSAFE",
      message: expect.stringContaining("a cluster has database 0 alone. Leave out the /3 of REDIS_URL."),
    });
  });

  test("a cluster that takes nothing because another of its servers is down", async () => {
    const { record, owner, other, tag } = await open();
    await record.close();
    await other.kill();
    await untilSo(async () => /^cluster_state:fail/m.test(await owner.redis.cluster("INFO")));
    const config = { redis: { url: null, tag, server: "", acceptsLoss: false }, dataDir: dir };
    const from = performance.now();
    await expect(openRecord(`redis://127.0.0.1:${owner.port}`, config, log)).rejects.toMatchObject({
      code: "STORE_AWAY",
      message: expect.stringContaining(`The Redis Cluster takes nothing`),
    });
    expect(performance.now() - from).toBeLessThan(10_000);
    await other.start();
    await Promise.all(cluster.servers.map(untilOk));
  });
});

test("a server with a replica is refused with what its failover can lose, and used where that was accepted", async () => {
  const { record, owner, tag } = await open();
  await record.close();
  const replica = await cluster.addReplica(owner);
  await expect(open(tag)).rejects.toThrow("has a replica. The replica that is put in the master's place may not have");
  const accepted = await open(tag, true);
  await accepted.record.close();
  await replica.leave();
});

async function untilSo(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}
