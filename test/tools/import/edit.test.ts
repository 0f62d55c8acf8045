import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { entriesOf } from "../../../tools/import/change.ts";
import { edited } from "../../../tools/import/edit.ts";
import { PlantNow } from "../../../tools/import/plantFile.ts";
import type { Wanted } from "../../../tools/import/wanted.ts";

const DEMO = readFileSync("plants/demo.yaml", "utf8");

const row = (section: Wanted["section"], id: string, values: Wanted["values"]): Wanted => ({
  section,
  id,
  line: 2,
  values,
});

function imported(text: string, ...wanted: readonly Wanted[]): string {
  return edited(text, entriesOf(wanted, PlantNow.parse(parse(text))));
}

describe("the plant file after an import", () => {
  test.each([
    [
      "in one line",
      "people:\n  otto: { name: Otto } # since May\n",
      'people:\n  otto: { name: Otto, phone: "+49 40" } # since May\n',
    ],
    [
      "in a block",
      "people:\n  otto:\n    name: Otto # since May\n\n# the rest\n",
      'people:\n  otto:\n    name: Otto # since May\n    phone: "+49 40"\n\n# the rest\n',
    ],
    [
      "in lines within brackets",
      "people:\n  otto:\n    {\n      name: Otto,\n    }\n",
      'people:\n  otto:\n    {\n      name: Otto, phone: "+49 40",\n    }\n',
    ],
    [
      "with Windows's line ends",
      "people:\r\n  otto:\r\n    name: Otto\r\n",
      'people:\r\n  otto:\r\n    name: Otto\r\n    phone: "+49 40"\r\n',
    ],
    [
      "without a last line end",
      "people:\n  otto:\n    name: Otto",
      'people:\n  otto:\n    name: Otto\n    phone: "+49 40"',
    ],
    [
      "with an empty value",
      "people:\n  otto:\n    phone:\n    name: Otto\n",
      'people:\n  otto:\n    phone: "+49 40"\n    name: Otto\n',
    ],
  ])("has one more fact of an entry %s, and is as it was", (_, before, wanted) => {
    expect(imported(before, row("people", "otto", { phone: "+49 40" }))).toBe(wanted);
  });

  test.each([
    ["a list in brackets", "members: [otto]", "members: [otto, ole]"],
    ["an empty list", "members: []", "members: [ole]"],
    [
      "a list in lines",
      "members:\n      - otto # first\n    lead: otto",
      "members:\n      - otto # first\n      - ole\n    lead: otto",
    ],
  ])("has one more in %s", (_, before, wanted) => {
    const file = (list: string) => `teams:\n  ot:\n    ${list}\n# end\n`;
    expect(imported(file(before), row("teams", "ot", { members: ["ole"] }))).toBe(file(wanted));
  });

  test.each([
    ["no such part", "code: HAM\n", "code: HAM\n\nassets:\n  plc-1:\n    name: PLC-1\n    level: 1\n"],
    [
      "an empty one",
      "code: HAM\nassets: {} # none yet\nname: x\n",
      "code: HAM\nassets:  # none yet\n  plc-1:\n    name: PLC-1\n    level: 1\nname: x\n",
    ],
    [
      "one in a line",
      "assets: { plc-2: { name: B } }\n",
      "assets: { plc-2: { name: B }, plc-1: { name: PLC-1, level: 1 } }\n",
    ],
  ])("gets a first machine where it has %s", (_, before, wanted) => {
    expect(imported(before, row("assets", "plc-1", { name: "PLC-1", level: 1 }))).toBe(wanted);
  });

  test("opens a block in an entry where there is none, and goes on in one that is there", () => {
    const one = imported("teams:\n  ot: { name: OT }\n", row("teams", "ot", { "channel.slack": "C1" }));
    expect(one).toBe("teams:\n  ot: { name: OT, channel: { slack: C1 } }\n");
    expect(imported(one, row("teams", "ot", { "channel.web": "ot" }))).toBe(
      "teams:\n  ot: { name: OT, channel: { slack: C1, web: ot } }\n",
    );
  });

  test("is refused where what is changed is only referred to", () => {
    const file = "people:\n  otto: &o { name: Otto }\n  ole: *o\n";
    expect(() => imported(file, row("people", "ole", { phone: "1" }))).toThrow("cannot change");
  });

  test("keeps every line of the demo plant, whatever is added to it, and is the same after a second import", () => {
    const text = fc
      .string({ unit: "grapheme-composite", minLength: 1, maxLength: 20 })
      .map((each) => each.replace(/[\r\n\u0085\u2028\u2029]/g, "").trim() || "x");
    const person = fc.record(
      { name: text, phone: text, accounts: fc.uniqueArray(text, { maxLength: 3 }) },
      { requiredKeys: ["name"] },
    );
    const lines = DEMO.split("\n");
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^new-[a-z0-9]{1,8}$/), person, { maxKeys: 5 }), (people) => {
        const wanted = Object.entries(people).map(([id, values]) =>
          row("people", id, Object.fromEntries(Object.entries(values).filter(([, value]) => value.length > 0))),
        );
        const result = imported(DEMO, ...wanted);
        const now = result.split("\n");
        let at = 0;
        for (const line of now) if (line === lines[at]) at++;
        expect(at).toBe(lines.length);
        expect(imported(result, ...wanted)).toBe(result);
      }),
      { numRuns: 40 },
    );
  });
});
