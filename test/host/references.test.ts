import { redisReferences } from "../../host/references.ts";
import { createLog } from "../../src/log.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const logged: string[] = [];
const log = createLog({ level: "warn", write: (line) => logged.push(line) });
const references = redisReferences({ web: redis, prefix }, log);

const CHANNEL = {
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  conversation: "19:line-3@thread.tacv2",
  kind: "channel",
  tenant: "tenant",
  bot: "28:referee",
  team: null,
} as const;

describe("how a conversation of Teams is reached", () => {
  test("is kept for every process", async () => {
    await references.save("line-3", CHANNEL);
    expect(await references.load("line-3")).toEqual(CHANNEL);
    expect(await references.load("it-security")).toBeNull();
  });

  test.each([
    {
      name: "its service address is none",
      kept: JSON.stringify({ ...CHANNEL, serviceUrl: "smba.trafficmanager.net" }),
    },
    {
      name: "its service address leads to no web server",
      kept: JSON.stringify({ ...CHANNEL, serviceUrl: "file:///x" }),
    },
    { name: "it is cut off", kept: '{"serviceUrl":"https://sm' },
    { name: "it is of another version", kept: '{"v":2}' },
  ])("is found out anew, and the log says why, where $name", async ({ kept }) => {
    logged.length = 0;
    await redis.hset(`${prefix}teams:references`, "line-3", kept);
    expect(await references.load("line-3")).toBeNull();
    expect(logged.join()).toContain("was kept, but cannot be read");
    await references.save("line-3", CHANNEL);
    expect(await references.load("line-3")).toEqual(CHANNEL);
  });
});
