// A program that does nothing but keep an own Redis, for tests that kill it: node --import tsx ownRedisHolder.ts <dir>
import { createLog } from "../../src/log.ts";
import { startOwnRedis } from "../../src/redis/ownRedis.ts";
import { installedServer } from "./throwAwayRedis.ts";

const own = await startOwnRedis({
  dataDir: process.argv[2] ?? "",
  log: createLog({ level: "silent" }),
  ...installedServer(),
});
console.log(own.connection.path);
