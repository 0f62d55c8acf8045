import { readPlant } from "../../src/plant/file/read.ts";
import { AccountId, AssetId, TeamId } from "../../src/plant/ids.ts";
import { findAssets } from "../../src/plant/who/findAssets.ts";
import { readAt, readBy, readIn } from "../../src/plant/who/language.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { smallPlant } from "./cast.ts";

/** A German plant whose security team speaks English, with a colleague from Spain. */
const text = smallPlant
  .replace("timeZone:", "language: de\ntimeZone:")
  .replace("channel: { slack: C0SEC }", "channel: { slack: C0SEC }, language: en")
  .replace("name: Ole Petersen,", "name: Ole Petersen, language: es,");
const read = readPlant(text, "small.yaml");
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { plant } = read;

describe("what is said", () => {
  test.each([
    { where: "to somebody with a language of their own", adapter: "web", conversation: "ole", language: "es" },
    { where: "to somebody without", adapter: "web", conversation: "otto", language: "de" },
    { where: "in the channel of a team with a language", adapter: "slack", conversation: "C0SEC", language: "en" },
    { where: "in the channel of a team without", adapter: "slack", conversation: "C0OT", language: "de" },
    { where: "in a channel of nobody's", adapter: "slack", conversation: "C0OTHER", language: "de" },
  ] as const)("$where is in their language, the channel's or the plant's", ({ adapter, conversation, language }) => {
    expect(readAt(plant, { adapter, conversation }).language).toBe(language);
  });

  test("to one person alone is in theirs, wherever they press", () => {
    expect(readBy(plant, AccountId.parse("web:ole")).language).toBe("es");
    expect(readBy(plant, AccountId.parse("slack:U0NOBODY")).language).toBe("de");
  });

  test("is in the language in which somebody has their platform, where the plant file names none of theirs", () => {
    const known = { ...plant, localeOf: () => "en" as const };
    expect(readBy(known, AccountId.parse("slack:U0NOBODY")).language).toBe("en");
    expect(readAt(known, { adapter: "web", conversation: "otto" }).language).toBe("en");
    expect(readBy(known, AccountId.parse("web:ole")).language).toBe("es");
  });

  test("in a channel is the file's, whatever the page beside it speaks; where it says nothing, the page's", () => {
    const known = { ...plant, localeOf: () => "es" as const };
    expect(readAt(known, { adapter: "slack", conversation: "C0SEC" }).language).toBe("en");
    expect(readAt(known, { adapter: "web", conversation: "line-3" }).language).toBe("es");
  });

  test("is drawn from one plant for all who read a language, so that what is remembered of it stays known", () => {
    expect(readIn(plant, "es")).toBe(readIn(plant, "es"));
    expect(readIn(plant, "de")).toBe(plant);
  });
});

describe("names in other languages", () => {
  const named = readPlant(
    smallPlant
      .replace(
        "  plc-12: { name: PLC-12,",
        "  plc-12: { name: Filler machine, names: { de: Füller-SPS, es: PLC de la llenadora },",
      )
      .replace("    name: OT controls\n", "    name: OT controls\n    names: { de: Steuerungen }\n"),
    "small.yaml",
  );
  if (!named.ok) throw new Error(JSON.stringify(named.problems));
  const { plant: ours, warnings } = named;

  test("are what their readers read, the plant's own where there is none", () => {
    const asset = AssetId.parse("plc-12");
    const team = TeamId.parse("ot-controls");
    const read = LANGUAGES.map((language) => readIn(ours, language));
    expect(read.map(({ assets }) => assets.get(asset)?.name)).toEqual([
      "Filler machine",
      "Füller-SPS",
      "PLC de la llenadora",
    ]);
    expect(read.map(({ teams }) => teams.get(team)?.name)).toEqual(["OT controls", "Steuerungen", "OT controls"]);
  });

  test.each(LANGUAGES)("are understood from whoever reads %s, each of them", (language) => {
    const found = ["the filler machine", "die Füller-SPS", "la PLC de la llenadora"].map((text) =>
      findAssets(readIn(ours, language), text).map(({ id }) => id),
    );
    expect(found).toEqual([["plc-12"], ["plc-12"], ["plc-12"]]);
  });

  test("are missed where some things have one and others do not", () => {
    const told = warnings.filter(({ what }) => what.includes("has names in it")).map(({ what }) => what);
    expect(told).toEqual([expect.stringContaining("who reads de"), expect.stringContaining("who reads es")]);
  });
});
