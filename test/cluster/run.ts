// The suites of the record and of the work, and stories, on a Redis Cluster of three real servers instead of one Redis. Which
// suites: the arguments, else those that are about Redis. `npm run test:cluster -- test/stories/ending`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startCluster } from "../support/redisCluster.ts";

/** Those of one server's settings, and of a server of the suite's own, are not about what is kept where. */
const SUITES = [
  "test/store",
  "test/work",
  "test/stories/bothPlatforms",
  "test/stories/answers",
  "test/stories/lineDown",
];
const [...wanted] = process.argv.slice(2);

const cluster = await startCluster();
const ports = cluster.servers.map(({ port }) => port);
process.env.REDIS_URL = `redis://127.0.0.1:${ports[0]}`;
process.env.REFEREE_TEST_CLUSTER = ports.join(",");
try {
  const suites = wanted.length > 0 ? wanted : SUITES;
  const [code] = await once(spawn(process.execPath, ["scripts/test.mjs", ...suites], { stdio: "inherit" }), "exit");
  process.exitCode = typeof code === "number" ? code : 1;
} finally {
  await cluster.stop();
}
