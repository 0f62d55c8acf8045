import fc from "fast-check";
import { filesIn } from "../../src/intake/filesIn.ts";
import { SentFile } from "../../src/request/files.ts";
import { SentFiles } from "../../src/request/stored/parts.ts";

const page = "https://plant.slack.com/files/U0OLGA/F1/plate.jpg";
const nameOf = (name: string) => filesIn([{ name, link: null }])[0]?.name;

describe("the name of a file", () => {
  test.each([
    { name: "as it is", raw: "Typenschild Förderband 3.jpg", shown: "Typenschild Förderband 3.jpg" },
    { name: "in one line", raw: "a.jpg\n✓ IT security  Sina approved", shown: "a.jpg ✓ IT security Sina approved" },
    { name: "in the order it is read", raw: "invoice\u202egpj.exe", shown: "invoice gpj.exe" },
    { name: "with everything that is in it", raw: "a\u0000b\u200bc\u2066d\u2028e.pdf", shown: "a b c d e.pdf" },
    { name: "with its ending when it is long", raw: `${"x".repeat(200)}.pdf`, shown: `${"x".repeat(67)}…xxxxxxxx.pdf` },
    { name: "without a password", raw: "password: Sommer2026!.txt", shown: "password: [removed]" },
    { name: "somehow, when it has none", raw: " \u202e ", shown: "a file" },
  ])("is shown $name", ({ raw, shown }) => {
    expect(nameOf(raw)).toBe(shown);
  });

  test("is a line that can be kept, whatever somebody called their file", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (raw) => {
        const name = nameOf(raw) ?? "";
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(SentFile.safeParse({ name, link: null }).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("of a megabyte does not keep anybody waiting", () => {
    expect(nameOf("a ".repeat(1_000_000))?.length).toBeLessThanOrEqual(80);
  });
});

test.each([
  "http://plant.slack.com/a",
  "javascript:alert(1)",
  "",
  "https://",
  `https://a.example/${"x".repeat(1_000)}`,
])("an address that is none of https leads nowhere: %s", (link) => {
  expect(filesIn([{ name: "a", link }])).toEqual([{ name: "a", link: null }]);
});

describe("many files in one message", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `${i + 1}.jpg`, link: page }));

  test("are all named, up to ten", () => {
    expect(filesIn(many(10)).map(({ name }) => name)).toEqual(many(10).map(({ name }) => name));
  });

  test("are counted beyond that, so that none is passed over in silence", () => {
    expect(filesIn(many(10_000)).slice(-2)).toEqual([
      { name: "9.jpg", link: page },
      { name: "and 9991 more in the same message", link: null },
    ]);
  });

  test("can be kept, however many they are", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (count) => {
        expect(SentFiles.safeParse(filesIn(many(count))).success).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
