import { createClosedAccounts } from "../../../adapters/slack/closed.ts";
import { systemClock } from "../../../src/index.ts";
import { createLog } from "../../../src/log.ts";
import { otto } from "./useSlack.ts";

test("an account that Slack says nothing about counts as open, so that no message waits for long", async () => {
  let asked = 0;
  const silence = () => {
    asked += 1;
    return new Promise<never>(() => undefined);
  };
  const closed = createClosedAccounts(silence, systemClock, createLog({ level: "silent" }));
  expect(await Promise.all([closed.has(otto), closed.has(otto)])).toEqual([false, false]);
  expect(asked).toBe(1);
});
