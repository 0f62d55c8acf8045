import { TeamId } from "../../src/plant/ids.ts";
import { wokenAt } from "../workflow/walk.ts";
import { asked, monday, open, otto, paula, press, stepOf, tuesday } from "./scene.ts";

const servers = TeamId.parse("it-servers");
const notMine = { type: "notMine", whose: servers, reason: "" } as const;
const evening = monday("19:00");

describe("a step that was given to another team outside its hours", () => {
  test("is theirs when they are back, and not again its first owner's", () => {
    const walk = press(asked(), "owner", otto, evening, notMine);
    expect(stepOf(walk, "owner")).toMatchObject({ status: "held", party: { type: "team", team: servers } });
    const back = wokenAt(walk, tuesday("08:00"));
    expect(stepOf(back, "owner")).toMatchObject({ status: "open", ball: { party: { type: "team", team: servers } } });
    const places = [...open(back).places.values()].filter(({ role }) => role.type === "step" && role.step === "owner");
    expect(places.filter(({ left }) => !left).map(({ spot }) => spot.conversation)).toEqual(["it-servers"]);
  });

  test("stays with whom Ops ruled", () => {
    const disputed = press(asked(), "owner", otto, evening, { ...notMine, whose: null });
    const ruled = press(disputed, "owner", paula, monday("19:10"), {
      type: "rule",
      team: servers,
      reason: "their host",
    });
    expect(stepOf(wokenAt(ruled, tuesday("08:00")), "owner")).toMatchObject({
      status: "open",
      ball: { party: { type: "team", team: servers }, because: "Ops ruled: “their host”" },
    });
  });
});
