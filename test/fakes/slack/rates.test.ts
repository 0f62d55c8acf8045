import { SLACK_RATES } from "./rates.ts";
import { call, line3, useFake } from "./useFake.ts";

const fake = useFake({ rates: SLACK_RATES });

const say = () => call(fake(), "chat.postMessage", { channel: line3, text: "hi" });

describe("a channel that was written to three times at once", () => {
  beforeEach(async () => {
    for (const _ of [1, 2, 3]) expect((await say()).status).toBe(200);
  });

  test("takes no fourth message, and says how long to wait", async () => {
    expect(await say()).toMatchObject({ status: 429, retryAfter: "1", body: { error: "ratelimited" } });
  });

  test("takes the next one a second later", async () => {
    await fake().clock.move(1_000);
    expect((await say()).status).toBe(200);
  });

  test("does not slow down a direct message", async () => {
    expect((await call(fake(), "chat.postMessage", { channel: "U0OTTO", text: "hi" })).status).toBe(200);
  });
});

test("updates are Tier 3: fifty a minute in the whole workspace", async () => {
  const { body } = await say();
  const update = () => call(fake(), "chat.update", { channel: line3, ts: body.ts, text: "newer" });
  for (let count = 0; count < 50; count += 1) expect((await update()).status).toBe(200);
  expect((await update()).status).toBe(429);
});
