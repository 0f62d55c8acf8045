import { PersonId } from "../../src/plant/ids.ts";
import { then, type Walk } from "../workflow/walk.ts";
import { approved, last, monday, nils, olga, otto, press, pressing, refusal, stepOf } from "./scene.ts";

const vera = PersonId.parse("vera");

const done = { type: "finish", outcome: "done", evidence: "", onSite: "", values: {} } as const;
const photo = { name: "rule.png", link: "https://plant.slack.com/files/U0NILS/F1/rule.png" };

/** Somebody sends a picture in a thread of the request. */
function sends(walk: Walk, by: typeof nils, time: string, name = photo.name): Walk {
  const files = [{ ...photo, name }];
  return then(walk, { type: "note", text: "", place: null, files, by, at: monday(time), name: by });
}

describe("evidence of what was done", () => {
  test("is a picture that whoever did it sent before: no words are asked for beside it", () => {
    const walk = press(sends(approved(), nils, "11:20"), "network", nils, monday("11:30"), done);
    expect(stepOf(walk, "network")).toMatchObject({ verdict: { type: "done", evidence: "", files: [photo] } });
    expect(last(walk, "StepDone")).toMatchObject({ files: [photo] });
  });

  test("is a colleague's picture, too, who has it as well", () => {
    const walk = press(sends(approved(), vera, "11:20"), "network", nils, monday("11:30"), done);
    expect(stepOf(walk, "network")).toMatchObject({ verdict: { files: [photo] } });
  });

  test("stands beside the words where there are both", () => {
    const both = { ...done, evidence: "rule 4711" };
    const walk = press(sends(approved(), nils, "11:20"), "network", nils, monday("11:30"), both);
    expect(stepOf(walk, "network")).toMatchObject({ verdict: { evidence: "rule 4711", files: [photo] } });
  });

  test.each([
    { whose: "nobody's", walk: () => approved() },
    { whose: "the requester's", walk: () => sends(approved(), olga, "11:20") },
    { whose: "an approver's", walk: () => sends(approved(), otto, "11:20") },
  ])("is not $whose picture", ({ walk }) => {
    expect(refusal(walk(), pressing(walk(), "network", nils, monday("11:30"), done))).toMatchObject({
      code: "REASON_MISSING",
    });
  });

  test("is not a picture of before, once it is done again", () => {
    const first = press(sends(approved(), nils, "11:20"), "network", nils, monday("11:30"), done);
    const complaint = { type: "confirm", outcome: "doesNotWork", note: "no answer" } as const;
    const again = press(first, "works", olga, monday("12:00"), complaint);
    expect(refusal(again, pressing(again, "network", nils, monday("12:30"), done)).code).toBe("REASON_MISSING");
    const walk = press(sends(again, nils, "12:20", "new.png"), "network", nils, monday("12:30"), done);
    expect(stepOf(walk, "network")).toMatchObject({ verdict: { files: [{ name: "new.png" }] } });
  });

  test("of what failed is always said in words", () => {
    const walk = sends(approved(), nils, "11:20");
    const failed = { ...done, outcome: "failed" } as const;
    expect(refusal(walk, pressing(walk, "network", nils, monday("11:30"), failed)).code).toBe("REASON_MISSING");
  });
});
