import { createLog } from "../../src/log.ts";
import { openWebClient } from "../../src/store/clients.ts";
import { createGiven } from "../../src/store/given.ts";
import { aStream } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const given = createGiven(redis, prefix);
const anAct = () => `slack:said:C0LINE3:${aStream()}`;

describe("the answer to something that is delivered several times", () => {
  test("is given by one of many processes", async () => {
    const act = anAct();
    const begun = await Promise.all(Array.from({ length: 8 }, () => given.begin(act, false)));
    expect(begun.filter(Boolean)).toHaveLength(1);
  });

  test("is given again when the platform sends again what nobody finished", async () => {
    const act = anAct();
    await given.begin(act, false);
    expect(await given.begin(act, true)).toBe(true);
  });

  test("is not given again once it was given, however it comes", async () => {
    const act = anAct();
    await given.begin(act, false);
    await given.end(act);
    expect([await given.begin(act, false), await given.begin(act, true)]).toEqual([false, false]);
  });

  test("is rather given twice than not at all while Redis is away", async () => {
    const away = openWebClient("redis://127.0.0.1:1", createLog({ level: "silent" }));
    const unsure = createGiven(away, prefix);
    expect(await unsure.begin(anAct(), false)).toBe(true);
    await unsure.end(anAct());
    away.disconnect();
  });
});
