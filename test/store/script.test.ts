import { defineScript } from "../../src/store/script.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();

const tooLong = "for i = 1, 5000000 do end";

describe("a script that takes its time", () => {
  const slow = defineScript(`
local first = now()
${tooLong}
return {written(first), written(now())}`);

  test("knows one instant from its first line to its last", async () => {
    const reply: unknown = await slow(redis, prefix, []);
    const [first, last] = Array.isArray(reply) ? reply : [];
    expect(first).toMatch(/^\d{13}$/);
    expect(last).toBe(first);
  });

  test("reads a plant clock that stands as it stands, not a moment earlier", async () => {
    await redis.set(`${prefix}clock`, "@1796014800000");
    const standing = defineScript(`
local t = now()
${tooLong}
return written(t + plantOffset())`);
    expect(await standing(redis, prefix, [])).toBe("1796014800000");
  });
});
