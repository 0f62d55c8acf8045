import { createLog } from "../../src/log.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { createLocales } from "../../src/store/locales.ts";
import { languageOf } from "../../src/words/reader.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const log = createLog({ level: "silent" });
const otto = AccountId.parse("slack:U0OTTO");

test("in which language somebody has their platform is known at once, and to other processes once they asked", async () => {
  const [here, there] = [createLocales(redis, prefix, log), createLocales(redis, prefix, log)];
  await here.learn(otto, "de");
  expect(here.of(otto)).toBe("de");
  expect(there.of(otto)).toBeNull();
  await untilItIs(() => there.of(otto), "de");
  await here.learn(otto, null);
  expect(here.of(otto)).toBeNull();
  expect(await redis.hget(`${prefix}locales`, otto)).toBeNull();
});

/** Asked for beside whatever is done meanwhile. */
async function untilItIs<T>(look: () => T, expected: T): Promise<void> {
  while (look() !== expected) await redis.ping();
}

test.each([
  { locale: "de-AT", language: "de" },
  { locale: "es_MX", language: "es" },
  { locale: "EN-us", language: "en" },
  { locale: "fr-FR", language: null },
  { locale: "", language: null },
])("the locale “$locale” is read in $language", ({ locale, language }) => {
  expect(languageOf(locale)).toBe(language);
});
