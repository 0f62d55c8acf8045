import { countRefusals, type Refusal } from "../../../adapters/slack/refusals.ts";
import { type EpochMs, later, MINUTE_MS, systemClock } from "../../../src/index.ts";
import { createLog } from "../../../src/log.ts";

const unsigned: Refusal = { kind: "unsigned", status: 401, why: "no signature" };
const mismatch: Refusal = { kind: "mismatch", status: 401, why: "another secret" };

/** A counter with a clock to wind, and what it wrote. */
function counting() {
  let now: EpochMs = systemClock();
  const lines: string[] = [];
  const refused = countRefusals(createLog({ level: "info", write: (line) => lines.push(line) }), () => now);
  return {
    refused,
    wind: (ms: number) => {
      now = later(now, ms);
    },
    told: () => lines.map((line) => JSON.parse(line)).map(({ why, count }) => ({ why, count })),
  };
}

describe("requests that are refused by the hundred", () => {
  test("are told at once, and then by their number every ten minutes", () => {
    const { refused, wind, told } = counting();
    for (let sent = 0; sent < 100; sent += 1) refused(unsigned);
    wind(10 * MINUTE_MS);
    refused(unsigned);
    expect(told()).toEqual([
      { why: "no signature", count: 1 },
      { why: "no signature", count: 100 },
    ]);
  });

  test("do not hide one that is refused for another reason", () => {
    const { refused, told } = counting();
    refused(unsigned);
    refused(unsigned);
    refused(mismatch);
    expect(told()).toEqual([
      { why: "no signature", count: 1 },
      { why: "another secret", count: 1 },
    ]);
  });
});
