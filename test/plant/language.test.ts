import { readPlant } from "../../src/plant/file/read.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { readAt, readBy, readIn } from "../../src/plant/who/language.ts";
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

  test("is drawn from one plant for all who read a language, so that what is remembered of it stays known", () => {
    expect(readIn(plant, "es")).toBe(readIn(plant, "es"));
    expect(readIn(plant, "de")).toBe(plant);
  });
});
