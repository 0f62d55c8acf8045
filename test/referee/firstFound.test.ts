import fc from "fast-check";
import { firstFound } from "../../src/referee/firstFound.ts";

/** Behind every entry as many as it says. */
const behind = async (entries: readonly number[], most: number) => {
  const looked: number[] = [];
  const found = await firstFound(entries, most, async (entry) => {
    looked.push(entry);
    return Array.from({ length: entry }, () => entry);
  });
  return { found, looked: looked.length };
};

test("what is found first is found behind any number of entries with nothing", async () => {
  expect(await behind([...Array.from({ length: 45 }, () => 0), 1, 1], 20)).toEqual({ found: [1, 1], looked: 47 });
});

test("what is found is the first of all there is, and no more is looked at than one round beyond what is enough", async () => {
  const lists = fc.array(fc.nat(2), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 1, max: 8 }), async (entries, most) => {
      const { found, looked } = await behind(entries, most);
      expect(found).toEqual(entries.flatMap((entry) => Array.from({ length: entry }, () => entry)).slice(0, most));
      const needed = entries.findIndex(
        (_, at) => entries.slice(0, at + 1).reduce((sum, each) => sum + each, 0) >= most,
      );
      expect(looked).toBeLessThan((needed < 0 ? entries.length : needed + 1) + most);
    }),
  );
});
