import { readFileSync } from "node:fs";
import fc from "fast-check";
import { z } from "zod";
import { oneLine } from "../../src/plainText.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { externalName, peopleBehind, sayAccount } from "../../src/plant/who/who.ts";
import { demo, otto } from "../request/scene.ts";
import { anySignOrHalf } from "../support/anyText.ts";

const guest = AccountId.parse("slack:U0GUEST");
const NAMELESS = "an account on Slack that is not linked";
const called = (name: string) => sayAccount(demo, guest, name);

const TAKEN = [
  "Referee",
  "Ops",
  ...[...demo.people.values()].map(({ name }) => name),
  ...[...demo.teams.values()].map(({ name }) => name),
];

const CYRILLIC: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", p: "р", c: "с", i: "і", x: "х", y: "у" };
const GREEK: Readonly<Record<string, string>> = { a: "α", o: "ο", i: "ι", v: "ν", T: "Τ", B: "Β", R: "R" };
const swapped = (table: Readonly<Record<string, string>>) => (name: string) =>
  [...name].map((letter) => table[letter] ?? letter).join("");
const LISU: Readonly<Record<string, string>> = { R: "ꓣ", O: "ꓳ", S: "ꓢ", I: "ꓲ", T: "ꓔ", B: "ꓐ", N: "ꓠ" };
const COPTIC: Readonly<Record<string, string>> = { o: "ⲟ", O: "Ⲟ", c: "ⲥ", p: "ⲣ", i: "ⲓ" };
const shifted = (by: number) => (name: string) =>
  [...name].map((sign) => (/[!-~]/.test(sign) ? String.fromCodePoint(sign.charCodeAt(0) + by) : sign)).join("");
/**
 * The signs drawn like one Latin letter, by that letter: of Unicode's confusables list, version 13, as the npm package unhomoglyph
 * 1.0.6 has it (2026-12-01).
 */
const LISTED = new URL("confusables.json", import.meta.url);
/** Without what is never shown as it is. */
const listed = (): Readonly<Record<string, string>> =>
  z
    .record(
      z.string(),
      z.string().transform((signs) => [...signs].filter((sign) => oneLine(sign) !== "·").join("")),
    )
    .parse(JSON.parse(readFileSync(LISTED, "utf8")));
/** Its list takes the big I and the 1 for the small l. */
const bare = (letters: Readonly<Record<string, string>>, sign: string) =>
  /[1I]/.test(sign) ? [...(letters.l ?? "")] : [];
const between = (sign: string) => (name: string) => [...name].join(sign);

/** How somebody makes a name look like another's. */
const DISGUISES: Readonly<Record<string, (name: string) => string>> = {
  "as it is": (name) => name,
  "in capitals": (name) => name.toUpperCase(),
  "in small letters": (name) => name.toLowerCase(),
  "in wide letters": shifted(0xfee0),
  "with Cyrillic letters": swapped(CYRILLIC),
  "with Greek letters": swapped(GREEK),
  "with Lisu letters": swapped(LISU),
  "with Coptic letters": swapped(COPTIC),
  "with letters of flags": (name) =>
    [...name].map((sign) => (/[A-Z]/.test(sign) ? String.fromCodePoint(0x1f1a5 + sign.charCodeAt(0)) : sign)).join(""),
  "with selectors of variants": between("\ufe0f"),
  "with a joiner that is a mark": between("\u034f"),
  "as a mention": (name) => `@${name}`,
  "with I for l and 0 for o": (name) => name.replaceAll("l", "I").replaceAll("o", "0"),
  "with accents": (name) => name.replaceAll("e", "é").replaceAll("a", "ä").replaceAll("o", "ọ"),
  "with spaces without width": between("\u200b"),
  "with joiners": between("\u200d"),
  "with a mark of direction": (name) => `\u200f${name}\u200e`,
  "turned round and back": (name) => `\u202d${name}\u202c`,
  "with isolates": (name) => `\u2066${name}\u2069`,
  "with soft hyphens": between("\u00ad"),
  "with fillers": between("\u3164"),
  "with half a character": (name) => `${name}\ud83d`,
  "with wide gaps": (name) => name.replaceAll(" ", "\u2003\u00a0"),
  "over two lines": (name) => name.replaceAll(" ", "\n"),
  "its words the other way round": (name) => name.split(" ").toReversed().join(", "),
  "with a role beside it": (name) => `${name} (lead)`,
  "with a tick": (name) => `✓ ${name}`,
  "in brackets after a name": (name) => `Nadia (${name})`,
  "in another script of mathematics": (name) =>
    [...name]
      .map((sign) => (/[a-z]/.test(sign) ? String.fromCodePoint(0x1d5ee + sign.charCodeAt(0) - 97) : sign))
      .join(""),
};

describe("an account that the plant does not know", () => {
  test("is called by the name it gives itself, and said not to be linked, with its platform", () => {
    expect(called("Nadia Novak")).toBe("Nadia Novak (Slack, not linked)");
    expect(sayAccount(demo, AccountId.parse("teams:29:abc"), "Nadia Novak")).toBe("Nadia Novak (Teams, not linked)");
  });

  test.each(Object.keys(DISGUISES))("has no name when it gives itself one that is taken, %s", (disguise) => {
    const told = TAKEN.map((name) => DISGUISES[disguise]?.(name) ?? "").map((name) => [name, called(name)]);
    expect(told.filter(([, said]) => said !== NAMELESS)).toEqual([]);
  });

  test.each([
    "Otto B.",
    "O. Brandt",
    "Brandt O",
    "Referree",
    "Otto Brantd",
    "Refere",
    "Otto Brand",
    "IT securty",
    "Slack",
    "@Otto",
    "(@otto)",
  ])("has no name when it gives itself one that is read over as one: %s", (name) =>
    expect(called(name)).toBe(NAMELESS),
  );

  test.each(["Ottilie B.", "O. Bauer", "Nina Slack", "Bo Brant", "B. O.", "Systema Lars"])(
    "is called by its own name: %s",
    (name) => expect(called(name)).toBe(`${name} (Slack, not linked)`),
  );

  test.each([
    ["Cyrillic", "Иван Петров"],
    ["Cyrillic beside an abbreviation", "Анна MES"],
    ["Greek beside an abbreviation", "Γιώργος OT"],
    ["Greek beside Latin", "Γιώργος - Giorgos"],
    ["Cyrillic beside Latin", "Ivan Petrov / Иван Петров"],
    ["Arabic beside an abbreviation", "محمد MES"],
    ["Arabic beside Latin", "محمد Mohamed"],
    ["Hebrew", "יעל כהן"],
    ["Hebrew beside Latin", "Yael יעל"],
    ["Chinese", "王伟-Wei"],
    ["a Chinese family name", "王 Wei"],
    ["Japanese", "山田太郎/Taro"],
    ["Japanese, with a dot between", "山田・Taro"],
    ["Korean", "김철수_Kim"],
    ["Hindi beside Latin", "राज Raj"],
    ["Polish", "Łukasz Żółć"],
    ["Turkish", "Şükrü Işık"],
    ["Vietnamese", "Nguyễn Thị Ánh"],
    ["Ewe", "Kɔku Aƒi Ɖzifa"],
    ["Akan", "Abɛna Ɔsɛi"],
    ["Hausa", "Ɗanladi Ɓaure"],
    ["Spanish", "María José Nuñez"],
    ["Danish", "Søren Ærø"],
    ["Irish", "Seán O'Brien"],
    ["French, with an accent typed apart", "Zoe`l d´Arc"],
    ["a firm's way", "A+B Automation"],
    ["a firm's way, with an and", "Müller & Söhne"],
    ["a firm's way, with a mark", "Festo™ Service"],
    ["Arabic alone", "محمد علي"],
    ["Persian", "رضا کریمی"],
    ["Japanese alone", "スズキ 一郎"],
    ["Korean alone", "김철수"],
    ["Thai", "สมชาย ใจดี"],
    ["Amharic", "አበበ ቢቂላ"],
    ["Tamil", "முத்து குமார்"],
    ["Hindi alone", "राज कुमार"],
    ["Georgian", "გიორგი მაისურაძე"],
    ["Armenian", "Արմեն Սարգսյան"],
    ["Tifinagh", "ⵔⴰⵛⵉⴷ"],
  ])("is called by its own name in %s: %s", (_, name) => expect(called(name)).toBe(`${name} (Slack, not linked)`));

  test("is called by its name and that of its team in brackets, which a card has for itself", () => {
    expect(called("Иван Петров (IT)")).toBe("Иван Петров IT (Slack, not linked)");
    expect(called("Ivan Petrov (Иван Петров)")).toBe("Ivan Petrov Иван Петров (Slack, not linked)");
  });

  test.each([
    "ⵔttⵔ Brandt",
    "ⵔ-tt-ⵔ",
    "ⵔ TT ⵔ",
    "ⵔⵔ Brandt",
    "Rꬲfꬲrꬲꬲ",
    "Орѕ Team",
    "Орѕ IT",
    "Отто Brandt",
    "Bra-ип-dt Otto",
    "ロ-tto Brandt",
    "И-van",
    "Ottɔ Brandt",
    "Rɛfɛrɛɛ",
    "Otto ɓrandt",
    "𐌏𐌕𐌕𐌏",
    "𐌏𐌕𐌕𐌏 𐌁𐌓𐌀𐌍𐌃𐌕",
    "ⵔⵜⵜⵔ",
    "O⊤⊤O",
    "R∈f∈r∈∈",
    "∩ils Hagen",
    "O⊞⊞O",
    "R€f€r€€",
    "Ott⭕ Brandt",
    "٥tto Brandt",
    "Ott\u0c02 Brandt",
    "Обрαзец",
    "ᛖᚱᛁᚲ",
  ])("has no name where letters of another alphabet stand for Latin ones: %s", (name) =>
    expect(called(name)).toBe(NAMELESS),
  );

  test("has no name in letters that Unicode lists as drawn like those of a name that is taken", () => {
    const letters = listed();
    const drawnAs = (sign: string) => fc.constantFrom(sign, ...(letters[sign] ?? ""), ...bare(letters, sign));
    const disguised = fc.constantFrom(...TAKEN).chain((name) => fc.tuple(...[...name].map(drawnAs)));
    fc.assert(
      fc.property(disguised, (signs) => {
        expect(called(signs.join(""))).toBe(NAMELESS);
      }),
      { numRuns: 2_000 },
    );
  });

  test("has no name where one letter of a taken name is any of those that Unicode lists for it", () => {
    const letters = listed();
    const shown = Object.keys(letters).flatMap((sign) => {
      const name = TAKEN.find((each) => each.includes(sign));
      return name === undefined
        ? []
        : [...(letters[sign] ?? ""), ...bare(letters, sign)].map((drawn) => called(name.replace(sign, drawn)));
    });
    expect(shown.length).toBeGreaterThan(500);
    expect(shown.filter((each) => each !== NAMELESS)).toEqual([]);
  });

  test("may share a first name with somebody, not be called by it alone", () => {
    expect(called("Otto Maier")).toBe("Otto Maier (Slack, not linked)");
    expect(called("Otto")).toBe(NAMELESS);
  });

  test.each(["", " ", "\u200b", "...", "\u202e\u2066"])("has no name when it shows none: %j", (name) => {
    expect(called(name)).toBe(NAMELESS);
  });

  test("is said to be external where its platform says that it is another company's, however long its name", () => {
    expect(called(externalName("Vera Vendor"))).toBe("Vera Vendor (Slack, external, not linked)");
    expect(called(externalName("V".repeat(300)))).toMatch(/ \(Slack, external, not linked\)$/);
    expect(called(externalName("Otto Brandt"))).toBe("an external account on Slack that is not linked");
    // Whose name it bears is found all the same: nobody approves their own request from another company's account.
    for (const name of ["Otto Brandt", "otto", "Otto"])
      expect(peopleBehind(demo, externalName(name))).toEqual(peopleBehind(demo, name));
  });

  test.each([
    "Otto B.",
    "O. Brandt",
    "Otto Brand",
    "ꓳtto Brandt",
    "@Otto Brandt",
    "ⵔttⵔ Brandt",
    "ჿttჿ Brandt",
    "Ottꬲ Brandt",
  ])("may be whoever its name is read over as, so that they approve nothing it asks for: %s", (name) =>
    expect(peopleBehind(demo, name)).toEqual([otto]),
  );

  test("brings no signs of its own that a card says who somebody is with", () => {
    expect(called("Nadia: (Slack) “ok”")).toBe("Nadia Slack ok (Slack, not linked)");
    expect(called("Nadia, IT lead) said: yes (")).toBe("Nadia, IT lead said yes (Slack, not linked)");
  });

  test("is called by the plant's name once it is linked", () => {
    const people = new Map(demo.people);
    const person = people.get(otto);
    if (person === undefined) throw new Error("Otto is gone");
    people.set(otto, { ...person, accounts: [...person.accounts, guest] });
    expect(sayAccount({ ...demo, people }, guest, "oscar")).toBe("Otto Brandt");
  });

  test("says so whatever it calls itself, in one line with nothing unseen", () => {
    fc.assert(
      fc.property(fc.string({ unit: anySignOrHalf, maxLength: 100 }), (name) => {
        const said = called(name);
        expect(said === NAMELESS || said.endsWith(" (Slack, not linked)")).toBe(true);
        expect(said).not.toMatch(/[\n\r\p{Cc}\p{Cs}\u200b\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(said.length).toBeLessThan(90);
      }),
    );
  });
});
