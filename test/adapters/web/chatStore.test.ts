import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { redisChatStore } from "../../../adapters/web/chatStore.ts";
import { testRedisAddress } from "../../support/useStore.ts";

const redis = new Redis(testRedisAddress(), { lazyConnect: true });
const key = `{test-${randomUUID()}}:local-chat`;
beforeAll(() => redis.connect());
afterAll(async () => {
  await redis.unlink(key);
  await redis.quit();
});

test("a chat kept in Redis is there for the next process, in order", async () => {
  const store = redisChatStore(redis, key);
  await store.append("first");
  await store.append("second");
  expect(await redisChatStore(redis, key).load()).toEqual(["first", "second"]);
});
