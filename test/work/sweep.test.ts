import { sweepThreads } from "../../src/work/sweep.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const threads = async () => (await redis.hkeys(`${prefix}threads`)).toSorted();

/** Goes on until all of them were looked at. */
async function sweepAll(): Promise<number> {
  let dropped = 0;
  do dropped += (await sweepThreads(redis, prefix, 1)) ?? 0;
  while ((await redis.exists(`${prefix}threads:at`)) === 1);
  return dropped;
}

beforeEach(async () => void (await redis.unlink(`${prefix}threads`, `${prefix}threads:swept`, `${prefix}threads:at`)));

test("the threads of what ended by itself are dropped, and those of what goes on stay", async () => {
  await redis.hset(`${prefix}pl:req_1.requester`, { stream: "req_1" });
  const ended = Array.from({ length: 2_000 }, (_, n) => [`slack/C0LINE3/${n}`, `req_gone${n}.requester`]);
  await redis.hset(`${prefix}threads`, Object.fromEntries([...ended, ["slack/C0LINE3/stays", "req_1.requester"]]));
  expect(await sweepAll()).toBe(2_000);
  expect(await threads()).toEqual(["slack/C0LINE3/stays"]);
});

test("of several processes one looks, and the others after a while", async () => {
  await redis.hset(`${prefix}threads`, "slack/C0LINE3/1", "req_gone.requester");
  expect(await sweepThreads(redis, prefix, 60_000)).toBe(1);
  expect(await sweepThreads(redis, prefix, 60_000)).toBeNull();
});

test("the threads of what is over and packed stay, though its places are packed with it", async () => {
  await redis.rpush(`${prefix}s:req_packed`, `${"0".repeat(64)}~1 1 0 0 …`);
  await redis.hset(
    `${prefix}threads`,
    "slack/C0LINE3/1",
    "req_packed.requester",
    "slack/C0LINE3/2",
    "req_gone.requester",
  );
  expect(await sweepAll()).toBe(1);
  expect(await threads()).toEqual(["slack/C0LINE3/1"]);
});
