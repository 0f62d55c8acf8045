import { HOUR_MS, MINUTE_MS } from "../../src/clock.ts";
import { serverOf } from "../../src/redis/client.ts";
import { createQuotas, type Quota } from "../../src/store/quotas.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const quotas = createQuotas(redis, prefix);
const each = (name: string): Quota => ({ name, burst: 3, perHour: 6 });
const at = (ms: number) => redis.set(`${prefix}clock`, `@${1_800_000_000_000 + ms}`);
const took = async (count: number, ...of: readonly Quota[]) => (await quotas.take(of, count)).type === "taken";

const scan = async () => {
  const found: string[] = [];
  const server = await serverOf(redis, prefix);
  for await (const keys of server.scanStream({ match: `${prefix}q:*`, count: 1_000 })) found.push(...keys);
  return found;
};

beforeEach(() => at(0));

describe("what may come in only so often", () => {
  test("is taken up to its burst, then as often an hour as it may", async () => {
    const olga = each("olga");
    expect([await took(1, olga), await took(2, olga), await took(1, olga)]).toEqual([true, true, false]);
    const full = await quotas.take([olga], 1);
    expect(full).toMatchObject({ type: "full", name: "olga" });
    // Plant time goes on by a few milliseconds meanwhile.
    const waitMs = full.type === "full" ? full.waitMs : 0;
    expect(waitMs).toBeGreaterThan(9 * MINUTE_MS);
    expect(waitMs).toBeLessThanOrEqual(10 * MINUTE_MS);
    await at(10 * MINUTE_MS);
    expect([await took(1, olga), await took(1, olga)]).toEqual([true, false]);
    await at(10 * HOUR_MS);
    expect([await took(3, olga), await took(1, olga)]).toEqual([true, false]);
  });

  test("is nobody else's", async () => {
    expect([await took(3, each("hanna")), await took(1, each("tomas"))]).toEqual([true, true]);
  });

  test("takes nothing from the others where one has none left", async () => {
    const [person, plant] = [each("ole"), { ...each("plant"), burst: 4 }];
    expect([await took(3, person, plant), await took(1, person, plant)]).toEqual([true, false]);
    expect(await took(1, plant)).toBe(true);
    expect(await quotas.take([each("karin"), plant], 1)).toMatchObject({ type: "full", name: "plant" });
    expect(await took(3, each("karin"))).toBe(true);
  });

  test("takes all there is of it where more is wanted than it ever holds", async () => {
    const sina = each("sina");
    expect([await took(9, sina), await took(1, sina)]).toEqual([true, false]);
  });

  test("is forgotten once it is whole again", async () => {
    const left = async () => (await scan()).length;
    const before = await left();
    await took(1, { name: "deniz", burst: 1, perHour: 3_600_000_000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await left()).toBe(before);
  });
});
