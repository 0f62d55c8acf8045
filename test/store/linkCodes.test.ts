import { AccountId } from "../../src/plant/ids.ts";
import { createLinkCodes } from "../../src/store/linkCodes.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix, keys } = useStore();
const codes = createLinkCodes(redis, prefix);
const account = AccountId.parse("teams:3d8c0f2e-0000-4000-8000-000000000001");
const other = AccountId.parse("slack:U0OTTO");
const TEN_MINUTES_MS = 600_000;

async function everythingStored(): Promise<string> {
  const stored = await Promise.all((await keys()).map(async (key) => `${key} ${await redis.get(key)}`));
  return stored.join("\n");
}

/** A key without an end would count as negative. */
async function expectAllToEndWithin(ms: number): Promise<void> {
  for (const key of await keys()) {
    const leftMs = await redis.pttl(key);
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(ms);
  }
}

describe("a one-time code", () => {
  test("says whose account it was given to, however it is typed, for ten minutes", async () => {
    const code = await codes.offer(account, "Ole");
    expect(code).toMatch(/^[B-DF-HJKMNP-TV-Z2-9]{4}(-[B-DF-HJKMNP-TV-Z2-9]{4}){2}$/);
    expect(await codes.read(code.toLowerCase())).toEqual({ account, name: "Ole", seenBy: null });
    await expectAllToEndWithin(TEN_MINUTES_MS);
  });

  test("stands nowhere in Redis", async () => {
    const code = await codes.offer(account, "Ole");
    expect(await everythingStored()).not.toContain(code);
  });

  test("lives no longer for having been read by somebody", async () => {
    const code = await codes.offer(account, "Ole");
    for (const key of await keys()) await redis.pexpire(key, 5_000);
    await codes.markSeen(code, { account, name: "Ole", seenBy: null }, other);
    expect(await codes.read(code)).toMatchObject({ seenBy: other });
    await expectAllToEndWithin(5_000);
  });

  test("that is over does not come back by being read once more", async () => {
    const code = await codes.offer(account, "Ole");
    for (const key of await keys()) await redis.unlink(key);
    await codes.markSeen(code, { account, name: "Ole", seenBy: null }, other);
    expect(await codes.read(code)).toBeNull();
  });
});

test("tries are counted for each account by itself, for ten minutes from the first", async () => {
  expect(await codes.countTry(account)).toBe(1);
  expect(await codes.countTry(account)).toBe(2);
  expect(await codes.countTry(other)).toBe(1);
  const [key = ""] = (await keys()).filter((each) => each.includes("tries") && each.includes(account));
  expect(await redis.pttl(key)).toBeGreaterThan(0);
});
