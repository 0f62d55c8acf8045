import { TeamId } from "../../src/plant/ids.ts";
import { RequestType } from "../../src/workflow/requestType.ts";
import { sent, type Walk } from "../workflow/walk.ts";
import { approve, askedLast, demo, friday, monday, olga, openPort, otto, press, sina, stepOf } from "./scene.ts";

type Change = Partial<RequestType["stages"][number]["steps"][number]>;

/** Olga's request under rules that were kept before such files were refused: a yes of the owner answers for security, too. */
function askedWhereOwnerSettles(security: Change): Walk {
  const stages = openPort.stages.map(({ steps, ...stage }) => ({
    ...stage,
    steps: steps.map((step) => {
      if (step.id === "owner") return { ...step, settles: ["security"] };
      return step.id === "security" ? { ...step, ...security } : step;
    }),
  }));
  const facts = {
    destination: "asset:plc-12",
    until: String(friday("12:00")),
    why: "read the counters",
    port: "502/tcp",
  };
  const type = RequestType.parse({ ...openPort, stages });
  return sent({ plant: demo, type, by: olga, at: monday("10:00") }, facts);
}

const afterOttosYes = (walk: Walk) => approve(walk, "owner", otto, monday("10:30"));

describe("a yes that is to answer for another step, too", () => {
  test("does where one of two is enough", () => {
    const walk = afterOttosYes(askedWhereOwnerSettles({ veto: false }));
    expect(stepOf(walk, "security")).toMatchObject({ status: "settled", verdict: { type: "through", step: "owner" } });
  });

  test("never answers for a veto, and whoever has it is asked as always", () => {
    const walk = afterOttosYes(askedWhereOwnerSettles({ veto: true }));
    expect(stepOf(walk, "security").status).toBe("open");
    expect(stepOf(approve(walk, "security", sina, monday("11:00")), "network").status).toBe("open");
  });

  test.each([{ owner: "safety" }, { owner: "team:safety" }] as const)(
    "never answers for Safety: $owner",
    ({ owner }) => {
      const walk = afterOttosYes(askedWhereOwnerSettles({ veto: false, owner }));
      expect(stepOf(walk, "security").status).toBe("open");
    },
  );

  test("never answers for Safety, whose it is by what somebody decided on the way", () => {
    const walk = askedWhereOwnerSettles({ veto: false });
    const [first] = askedLast(walk, "security");
    const passed = press(walk, "security", first, monday("10:10"), {
      ...{ type: "notMine", whose: TeamId.parse("safety"), reason: "a guard stands there" },
    });
    expect(stepOf(afterOttosYes(passed), "security").status).toBe("open");
  });
});
