import { formOf, LOOSE } from "../../src/store/form.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const COMPACT = { keepsOnce: true, packs: true };
const record = (name: string) => `${prefix}${name}:`;

describe("the form of a record", () => {
  test("is compact where it begins now", async () => {
    expect(await formOf(redis, record("begun"), false)).toEqual(COMPACT);
  });

  test("stays as it was where it is older, until an administrator wants it otherwise, and then for good", async () => {
    const older = record("older");
    await redis.set(`${older}counter`, 7);
    expect(await formOf(redis, older, false)).toEqual(LOOSE);
    expect(await formOf(redis, older, true)).toEqual(COMPACT);
    expect(await formOf(redis, older, false)).toEqual(COMPACT);
  });

  test("is read where rules are kept once and nothing is packed, and taken further when an administrator wants it", async () => {
    const once = record("once");
    await redis.mset(`${once}counter`, 7, `${once}shares`, "1");
    expect(await formOf(redis, once, false)).toEqual({ keepsOnce: true, packs: false });
    expect(await formOf(redis, once, true)).toEqual(COMPACT);
  });

  test.each(["3", "compact"])("is refused, and left as it is, where a newer release gave it: %s", async (form) => {
    const newer = record(`newer-${form}`);
    await redis.mset(`${newer}counter`, 7, `${newer}shares`, form);
    for (const wanted of [false, true])
      await expect(formOf(redis, newer, wanted)).rejects.toMatchObject({ code: "STORE_UNSAFE" });
    expect(await redis.get(`${newer}shares`)).toBe(form);
  });
});
