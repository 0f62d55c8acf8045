import fc from "fast-check";
import { readPlant } from "../../src/plant/file/read.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { tonguesOf } from "../../src/referee/tongues.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { smallPlant } from "../plant/cast.ts";

const maybe = fc.option(fc.constantFrom(...LANGUAGES), { nil: undefined });
const locale = fc.constantFrom(null, "de-AT", "es_MX", "en-GB", "fr-FR");
const ofLocale = { "de-AT": "de", es_MX: "es", "en-GB": "en" } as const;

function plantWith(own: string | undefined, channel: string | undefined, plants: string | undefined) {
  const read = readPlant(
    smallPlant
      .replace("timeZone:", plants === undefined ? "timeZone:" : `language: ${plants}\ntimeZone:`)
      .replace("name: Otto Brandt,", own === undefined ? "name: Otto Brandt," : `name: Otto Brandt, language: ${own},`)
      .replace(
        "    channel: { slack: C0OT,",
        `${channel === undefined ? "" : `    language: ${channel}\n`}    channel: { slack: C0OT,`,
      ),
    "small.yaml",
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plant;
}

describe("what an adapter says by itself", () => {
  test("is said to one alone in their language, else in that of the platform, else in the plant's", () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, locale, (own, channel, plants, client) => {
        const plant = plantWith(own, channel, plants);
        const { by } = tonguesOf(() => [plant]);
        const known = client === null || client === "fr-FR" ? undefined : ofLocale[client];
        expect(by(AccountId.parse("slack:U0OTTO"), client).language).toBe(own ?? known ?? plants ?? "en");
        expect(by(AccountId.parse("slack:U0NOBODY"), client).language).toBe(known ?? plants ?? "en");
      }),
      { numRuns: 60 },
    );
  });

  test("is said in a channel in that of the channel, else in the plant's, whoever is meant; elsewhere nobody's", () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, (own, channel, plants) => {
        const { at } = tonguesOf(() => [plantWith(own, channel, plants)]);
        expect(at({ adapter: "slack", conversation: "C0OT" })?.language).toBe(channel ?? plants ?? "en");
        expect(at({ adapter: "slack", conversation: "C0OTHER" })).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
