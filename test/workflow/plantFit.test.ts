import { readFile } from "node:fs/promises";
import { Lexer } from "yaml";
import { problemsBetween } from "../../src/workflow/plantFit.ts";
import { loadRequestTypes, readRequestTypes, type SoundTypes } from "../../src/workflow/read.ts";
import { plantOf, smallPlant } from "../plant/cast.ts";

const FILE = "plants/test.yaml";

const everyoneHasAPhone = smallPlant.replaceAll("accounts: [", 'phone: "+49 40 1", accounts: [');

function twoApprovals(second: string, id = "second", ofOwner = ""): SoundTypes {
  const text = `
type: two-voices
name: Two voices
icon: T
title: Two voices for {machine}
asset: machine
fields: [{ id: machine, label: Machine, ask: Which machine?, from: requester, kind: asset }]
stages:
  - steps:
      - { id: owner, kind: approve, owner: assetOwner, does: agrees, clock: { take: 1 h }${ofOwner} }
      - { id: ${id}, kind: approve, owner: ${second}, does: agrees, clock: { take: 1 h } }
`;
  const reading = readRequestTypes([{ file: "workflows/two-voices.yaml", text }]);
  if (!reading.ok) throw new Error("the type must be sound");
  return reading;
}

function problemsOf(plantText: string, types: SoundTypes): readonly string[] {
  const source = { file: FILE, text: plantText, included: {} };
  return problemsBetween(plantOf(plantText), source, types).map(
    ({ severity, file, line, what }) => `${severity} ${file}:${line} ${what}`,
  );
}

describe("a plant and request types that fit", () => {
  test("are not read a second time to say so", () => {
    const types = twoApprovals("team:it-security");
    const plant = plantOf(everyoneHasAPhone);
    const lexed = jest.spyOn(Lexer.prototype, "lex");
    try {
      expect(problemsBetween(plant, { file: FILE, text: everyoneHasAPhone, included: {} }, types)).toEqual([]);
      expect(lexed).not.toHaveBeenCalled();
    } finally {
      lexed.mockRestore();
    }
  });
});

describe("a plant and request types that do not fit", () => {
  test("name a team the plant has not, where the type names it", () => {
    expect(problemsOf(smallPlant, twoApprovals("team:it-securty"))).toEqual([
      'error workflows/two-voices.yaml:11 Hamburg has no team "it-securty"',
    ]);
  });

  test("let a yes answer for a team that is Safety's there", () => {
    expect(problemsOf(smallPlant, twoApprovals("team:it-security", "second", ", settles: [second]"))).toEqual([
      `error workflows/two-voices.yaml:10 no yes of "owner" answers for "second", which is Safety's in Hamburg`,
    ]);
  });

  test("ask one person for both of two approvals", () => {
    expect(problemsOf(smallPlant, twoApprovals("team:ot-scada"))).toEqual([
      "warning workflows/two-voices.yaml:9 too few people in Hamburg for the approvals owner, second on SCADA server, Historian",
    ]);
  });

  test.each([
    ["a type that is not there", "other-type", 'there is no request type "other-type"'],
    ["a type without that approval", "open-port", 'open-port has no approval "second"'],
    ["a type that never ends", "two-voices", "two-voices never ends"],
  ])("have a step agreed on by %s", async (_, agreed, what) => {
    const { types, sources } = await productTypes();
    const one = twoApprovals(`security, agreed: ${agreed}`);
    const both = { types: new Map([...types, ...one.types]), sources: new Map([...sources, ...one.sources]) };
    expect(problemsOf(everyoneHasAPhone, { ...one, ...both })).toContainEqual(
      `error workflows/two-voices.yaml:11 ${what}`,
    );
  });

  test("have a step agreed on by who would not be asked for it, or without its veto", async () => {
    const { types, sources } = await productTypes();
    const problemOf = (owner: string) => {
      const one = twoApprovals(`${owner}, agreed: vendor-agreement`, "security");
      const both = { types: new Map([...types, ...one.types]), sources: new Map([...sources, ...one.sources]) };
      return problemsOf(everyoneHasAPhone, { ...one, ...both });
    };
    const problem = expect.stringContaining('"security" is answered by somebody else in vendor-agreement');
    expect(problemOf("ops")).toContainEqual(problem);
    expect(problemOf("security")).not.toContainEqual(problem);
  });

  test("may call somebody at night who has no phone number", async () => {
    const types = await productTypes();
    const silent = everyoneHasAPhone.replace('Karin Vogt, phone: "+49 40 1"', "Karin Vogt");
    expect(problemsOf(silent, types)).toContainEqual(
      expect.stringMatching(/^warning .* Karin Vogt may be called when a line is down, but has no phone number$/),
    );
  });
});

test("the plant that comes with Referee fits the request types that come with it", async () => {
  const text = await readFile("plants/demo.yaml", "utf8");
  expect(problemsOf(text, await productTypes())).toEqual([]);
});

async function productTypes(): Promise<SoundTypes> {
  const reading = await loadRequestTypes("workflows");
  if (!reading.ok) throw new Error("the product's types must be sound");
  return reading;
}
