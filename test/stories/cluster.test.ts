import { missingHistories } from "../../src/store/missing.ts";
import { StreamId } from "../../src/store/types.ts";
import { keysOf } from "../support/recorded.ts";
import {
  beginMove,
  type ClusterServer,
  endMove,
  moveSome,
  type RedisCluster,
  startCluster,
  untilOk,
} from "../support/redisCluster.ts";
import { portApproved } from "./openPort.ts";
import { LINE_3, NETWORK, OT, SECURITY, useStory } from "./useStory.ts";

let cluster: RedisCluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.stop());
const story = useStory({ redis: () => `redis://127.0.0.1:${cluster.servers[0]?.port}` });

const OPENED = { "Rule or ticket number": "rule 4711" };

const sides = () => cluster.sides(story.world.record.prefix);

async function move(): Promise<ClusterServer> {
  const { slot, owner, other } = await sides();
  await beginMove(slot, owner, other);
  while (await moveSome(slot, owner, other, 20));
  await endMove(slot, owner, other);
  return other;
}

describe("a port that is asked for while the record is in a Redis Cluster", () => {
  test("is opened though its slot moves twice and the server that has it dies, and nothing is said twice", async () => {
    const { owner: first } = await sides();
    const approving = portApproved(story);
    const second = await move();
    await approving;
    expect(second.port).not.toBe(first.port);

    const opens = () => story.presses("nils", NETWORK, "Opened…", OPENED);
    const opening = opens().then(
      () => true,
      () => false, // told to try again
    );
    await second.kill();
    await second.start();
    await Promise.all(cluster.servers.map(untilOk));
    if (!(await opening)) await opens();
    await Promise.all([move(), story.replies("oksana", story.card(LINE_3, "· HAM-1"), "it counts")]);

    expect(story.card(LINE_3, "· HAM-1").text).toContain("Open until Fri 12:00");
    for (const channel of [OT, SECURITY, NETWORK])
      expect(story.said(channel).filter((text) => text.includes("· HAM-1"))).toHaveLength(1);
    const { record } = story.world;
    expect(await missingHistories(record.worker, record.prefix)).toEqual([]);
    for (const stream of await keysOf(story.world, "s:"))
      expect((await record.store.verifyChain(StreamId.parse(stream.slice(`${record.prefix}s:`.length)))).type).toBe(
        "intact",
      );
    expect(record.rollback.findings()).toEqual([]);
  });
});
