import { tsImport } from "tsx/esm/api";

/** Gives all suites one real Redis: a throw-away server, unless REDIS_URL names one. Each keeps to keys of its own. */
export default async function globalSetup() {
  if (process.env.REDIS_URL) {
    process.env.REFEREE_TEST_REDIS = process.env.REDIS_URL;
    return;
  }
  const { startThrowAwayRedis } = await tsImport("./throwAwayRedis.ts", import.meta.url);
  const redis = await startThrowAwayRedis();
  process.env.REFEREE_TEST_REDIS = redis.address;
  globalThis.stopTestRedis = redis.stop;
}
