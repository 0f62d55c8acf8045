import { createBackground } from "../../../adapters/slack/background.ts";
import { DeliveryError, type DeliveryFailure } from "../../../src/index.ts";
import { createLog } from "../../../src/log.ts";

/** Runs work that fails like this, one failure a try; tells the pauses between the tries and what was logged. */
async function insisting(...failures: readonly DeliveryFailure[]) {
  const pauses: number[] = [];
  const logged: string[] = [];
  const again: boolean[] = [];
  const background = createBackground(createLog({ level: "info", write: (line) => logged.push(line) }), async (ms) => {
    pauses.push(ms);
  });
  const left = [...failures];
  background.run(async (isAgain) => {
    again.push(isAgain);
    const failure = left.shift();
    if (failure !== undefined) throw new DeliveryError(failure);
  });
  await background.settled();
  return { pauses, again, givenUp: logged.length > 0 };
}

const limited: DeliveryFailure = { type: "rateLimited", retryAfterMs: 3_000, scope: "lane" };

describe("an answer that somebody waits for", () => {
  test("is given at once when nothing is in the way", async () => {
    expect(await insisting()).toEqual({ pauses: [], again: [false], givenUp: false });
  });

  test("waits as long as Slack says", async () => {
    expect(await insisting(limited)).toEqual({ pauses: [3_000], again: [false, true], givenUp: false });
  });

  test("is looked up before it is given again when the first try may have been heard", async () => {
    expect(await insisting({ type: "unknown" })).toMatchObject({ again: [false, true], givenUp: false });
  });

  test("is given up after three tries, and logged", async () => {
    expect(await insisting(limited, limited, limited)).toMatchObject({ pauses: [3_000, 3_000], givenUp: true });
  });

  test("is given up at once when waiting mends nothing", async () => {
    expect(await insisting({ type: "unreachable", why: "is_archived" })).toMatchObject({ pauses: [], givenUp: true });
  });

  test("is given up when Slack asks for a longer wait than anybody waits for an answer", async () => {
    expect(await insisting({ ...limited, retryAfterMs: 60_000 })).toMatchObject({ pauses: [], givenUp: true });
  });
});
