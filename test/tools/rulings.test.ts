import { OwnerRuled, RulingLifted } from "../../src/plant/events.ts";
import { plantsWanted, rulingsChange } from "../../tools/rulings/change.ts";
import { demo, karin, monday, paula, tuesday } from "../request/scene.ts";

const ruled = (asset: string, team: string, at = monday("10:20"), reason = "they commissioned it") =>
  OwnerRuled.parse({ type: "OwnerRuled", asset, team, reason, by: paula, at });

describe("what Ops ruled on whose machines are", () => {
  test("is printed as a change of the plant file, with who ruled it, when and why", () => {
    expect(rulingsChange(demo, [ruled("plc-12", "ot-scada")])).toBe(
      [
        "# Hamburg (HAM)",
        "assets:",
        "  plc-12: { owner: ot-scada } # ot-controls in the file. Ruled by Paula Stein, Mon 23 Nov 2026 10:20: they commissioned it",
      ].join("\n"),
    );
  });

  test("is the latest ruling on each, in whatever order they came to be remembered", () => {
    const change = rulingsChange(demo, [ruled("plc-12", "ot-scada", tuesday("08:00")), ruled("plc-12", "it-servers")]);
    expect(change).toContain("plc-12: { owner: ot-scada }");
    expect(change).not.toContain("it-servers }");
  });

  test("is nothing of what they took back or ruled before it, and what they ruled since stays", () => {
    const lifted = RulingLifted.parse({
      ...{ type: "RulingLifted", asset: "plc-12", ruledAt: monday("10:20"), reason: "handed over" },
      ...{ by: paula, at: monday("11:00") },
    });
    expect(rulingsChange(demo, [ruled("plc-12", "ot-scada"), lifted])).toBeNull();
    expect(
      rulingsChange(demo, [ruled("plc-12", "it-servers", monday("10:00")), ruled("plc-12", "ot-scada"), lifted]),
    ).toBeNull();
    const later = ruled("plc-12", "it-servers", tuesday("08:00"));
    expect(rulingsChange(demo, [ruled("plc-12", "ot-scada"), lifted, later])).toContain(
      "plc-12: { owner: it-servers }",
    );
  });

  test("is nothing where the file says it already", () => {
    expect(rulingsChange(demo, [ruled("plc-12", "ot-controls")])).toBeNull();
    expect(rulingsChange(demo, [])).toBeNull();
  });

  test("is only named where its machine or team is gone, and what was typed stays a comment", () => {
    expect(rulingsChange(demo, [ruled("old-press", "ot-scada")])).toContain("# old-press is no longer in the file.");
    expect(rulingsChange(demo, [ruled("plc-12", "gone-team")])).toContain("# plc-12: the team gone-team is no longer");
    const typed = rulingsChange(demo, [ruled("plc-12", "ot-scada", monday("10:20"), "theirs\nowner: it-servers")]);
    expect(typed?.split("\n")).toHaveLength(3);
  });

  test("is printed of the plants that are named, of all where none is, and a code nobody has is refused", () => {
    expect(plantsWanted([], [demo])).toEqual([demo]);
    expect(plantsWanted(["HAM"], [demo])).toEqual([demo]);
    expect(() => plantsWanted(["HAM-1"], [demo])).toThrow('There is no plant "HAM-1"; there is HAM.');
  });

  test("names whoever is no longer in the plant by what the record has", () => {
    const gone = { ...ruled("plc-12", "ot-scada"), by: karin };
    expect(rulingsChange({ ...demo, people: new Map() }, [gone])).toContain("Ruled by ");
  });
});
