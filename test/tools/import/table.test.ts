import { readTable } from "../../../tools/import/csvFile.ts";
import { cpuMs } from "../../support/cpuTime.ts";

const table = (text: string) => readTable(Buffer.from(text), "people.csv");
const said = (text: string) => table(text).problems.map(({ line, what }) => `${line}: ${what}`);
const many = (count: number, each: (n: number) => string) => Array.from({ length: count }, (_, n) => each(n));

describe("a table that is no list of a plant's people", () => {
  test.each([
    [
      "columns without end",
      many(40_000, (n) => n.toString(36)).join(","),
      "1: the first line has more than 500 columns",
    ],
    ["more rows than anybody has", `name\n${"a\n".repeat(50_001)}`, "1: the file has more than 50000 rows"],
    ["a cell like a book", `name\n${"x".repeat(2_001)}`, '2: "name" has more than 2000 characters'],
    ["quotes that never end", `name\n"${"x".repeat(1_000_000)}`, "not readable as CSV"],
    ["a quote in the middle", 'name\nsay "yes"', "not readable as CSV"],
    ["a formula", "name\n=1+1", '2: "name" holds a formula'],
  ])("is refused in words and in time: %s", (_, text, problem) => {
    const took = cpuMs(() => table(text));
    expect(said(text).join("\n")).toContain(problem);
    expect(took).toBeLessThan(2_000);
  });

  test("is read where it is one, and what is not seen in it is gone", () => {
    const { rows, problems } = table("name;mail\nOt\u200bto\u202e Brandt;otto@hamburg.example\n");
    expect(problems).toEqual([]);
    expect(rows.map(({ cells }) => [...cells])).toEqual([
      [
        ["name", "Otto Brandt"],
        ["mail", "otto@hamburg.example"],
      ],
    ]);
  });
});
