import { MINUTE_MS, SECOND_MS } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { watchForAlarms } from "../../src/work/alarm.ts";
import type { Health } from "../../src/work/types.ts";

const inTime: Health = { oldestDirtyMs: 300, oldestWakeMs: null, loopAgeMs: 40 };

/** Looks once for each of these, and gives what the log said. */
async function look(...healths: readonly (Health | "Redis is away")[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const left = [...healths];
  const watch = watchForAlarms({
    health: async () => {
      const health = left.shift();
      if (health === undefined || health === "Redis is away") throw new Error("Redis is away");
      return health;
    },
    loopAgeMs: () => (left[0] === undefined || left[0] === "Redis is away" ? 0 : left[0].loopAgeMs),
    log: createLog({ level: "error", write: (line) => lines.push(JSON.parse(line).fact) }),
    alarmMs: MINUTE_MS,
  });
  for (const _ of healths) await watch.look();
  return lines;
}

describe("the alarm", () => {
  test("is quiet while everything is done in time", async () => {
    expect(await look(inTime, inTime)).toEqual([]);
  });

  test("names what is owed for more than a minute", async () => {
    const late = { ...inTime, oldestDirtyMs: 61 * SECOND_MS };
    expect(await look(late, late)).toEqual(["something to say is overdue"]);
  });

  test("names a request nobody looked at", async () => {
    const late = { ...inTime, oldestWakeMs: 61 * SECOND_MS };
    expect(await look(late, late)).toEqual(["a request to look at is overdue"]);
  });

  test("is quiet about what an outage left, as long as it is being worked off", async () => {
    expect(await look({ ...inTime, oldestWakeMs: 15 * MINUTE_MS }, inTime, inTime)).toEqual([]);
  });

  test("is raised when nothing is being looked for, even though nothing seems late", async () => {
    const silent = { ...inTime, loopAgeMs: 61 * SECOND_MS };
    expect(await look(silent, silent)).toEqual(["nothing is being looked for: the lease loop is silent"]);
  });

  test("does not fall silent when it cannot ask", async () => {
    const late = { ...inTime, oldestDirtyMs: 61 * SECOND_MS };
    expect(await look(late, "Redis is away", late)).not.toEqual([]);
  });
});
