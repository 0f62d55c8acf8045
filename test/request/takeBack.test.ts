import { pingFor } from "../../src/card/pings/pings.ts";
import { DAY_MS, later } from "../../src/clock.ts";
import { RequestId } from "../../src/request/ids.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import type { RequestState } from "../../src/request/state.ts";
import { Values } from "../../src/workflow/value.ts";
import { then, type Walk, wokenAt } from "../workflow/walk.ts";
import {
  approve,
  approved,
  asked,
  back,
  deny,
  FACTS,
  friday,
  last,
  monday,
  nils,
  ole,
  olga,
  open,
  opened,
  otto,
  press,
  pressing,
  refusal,
  sina,
  stepOf,
  take,
  tuesday,
  typesSince,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");

describe("an approval that is taken back before anybody has begun", () => {
  const walk = () => press(approved(), "owner", otto, monday("11:10"), back);

  test("is open again with whoever gave it, due as before", () => {
    const before = stepOf(asked(), "owner");
    expect(stepOf(walk(), "owner")).toMatchObject({
      status: "open",
      ball: { takenBy: otto, clocks: { dueAt: before.status === "open" ? before.ball.clocks.dueAt : 0 } },
    });
  });

  test("leaves the approvals of others, and has nobody carry out anything", () => {
    expect(stepOf(walk(), "security")).toMatchObject({ status: "settled", verdict: { type: "approved", by: sina } });
    expect(stepOf(walk(), "network").status).toBe("waiting");
    expect(open(walk()).grant.status).toBe("none");
  });

  test("takes its limits with it", () => {
    const limited = press(asked(), "owner", otto, monday("10:30"), {
      type: "approve",
      limits: [{ text: "read only", until: null }],
      values: Values.parse(FACTS.owner),
    });
    expect(open(limited).limits).toHaveLength(1);
    expect(open(press(limited, "owner", otto, monday("10:40"), back)).limits).toEqual([]);
  });

  test("is carried out once it is given again, in a new card", () => {
    const again = approve(walk(), "owner", otto, monday("11:20"));
    expect(stepOf(again, "network")).toMatchObject({ status: "open" });
    expect(stepOf(again, "network").place).not.toBe(stepOf(approved(), "network").place);
  });

  test("changes nothing when it is pressed twice", () => {
    const command = pressing(approved(), "owner", otto, monday("11:10"), back);
    const once = then(approved(), command);
    expect(typesSince(once, then(once, command))).toEqual([]);
  });

  test("needs a reason", () => {
    const command = pressing(approved(), "owner", otto, monday("11:10"), { ...back, reason: " " });
    expect(refusal(approved(), command).code).toBe("REASON_MISSING");
  });
});

test.each([
  { who: "a colleague of the same team", by: ole },
  { who: "whoever asked", by: olga },
  { who: "the other approver", by: sina },
])("an approval is not taken back by $who", ({ by }) => {
  expect(refusal(approved(), pressing(approved(), "owner", by, monday("11:10"), back)).code).toBe("NOT_ALLOWED");
});

describe("an approval that is taken back once somebody has begun", () => {
  const begun = () => press(approved(), "network", nils, monday("11:20"), take);
  const halted = () => press(begun(), "owner", otto, monday("11:25"), back);

  test("leaves it to whoever has begun, who is told at once", () => {
    const walk = halted();
    expect(stepOf(walk, "network")).toMatchObject({ status: "open", ball: { takenBy: nils } });
    const place = [...open(walk).places.values()].find(({ role }) => role.type === "step" && role.step === "network");
    if (place === undefined) throw new Error("Nobody is told");
    const ping = pingFor(last(walk, "HaltAsked"), { request, state: open(walk), place, world: walk.world });
    expect(ping?.mention).toEqual(["office:nils"]);
    expect(ping?.text).toBe(
      "Otto Brandt wants the approval of HAM-1 Open port 502/tcp to PLC-12 back: “it was the other PLC”. You have begun, so you decide: go on, or say that you rolled it back.",
    );
  });

  test("is said once", () => {
    const command = pressing(begun(), "owner", otto, monday("11:25"), back);
    expect(typesSince(halted(), then(halted(), command))).toEqual([]);
  });

  test("is too late once it is open: then it is cut off", () => {
    const command = pressing(opened(), "owner", otto, monday("11:40"), back);
    expect(refusal(opened(), command)).toMatchObject({
      code: "OUTDATED",
      message: expect.stringContaining("Cut off now"),
    });
  });
});

describe("a no that is taken back", () => {
  const denied = () => press(asked(), "security", sina, monday("10:30"), deny);
  const statusOf = ({ state }: Walk): RequestState["status"] => state.status;

  test("brings the request back as it stood, and tells whoever has it beside", () => {
    const walk = press(denied(), "security", sina, monday("10:45"), back);
    expect(stepOf(walk, "security")).toMatchObject({ status: "open", ball: { takenBy: sina } });
    const place = [...open(walk).places.values()].find(({ role }) => role.type === "step" && role.step === "owner");
    if (place === undefined) throw new Error("Nobody is asked beside");
    const ping = pingFor(last(walk, "StepTakenBack"), { request, state: open(walk), place, world: walk.world });
    expect(ping?.text).toContain("Sina Roth took back the no to HAM-1");
    expect(ping?.text).toContain("It waits for you, due Mon 18:00.");
    expect(statusOf(approve(approve(walk, "security", sina, monday("11:00")), "owner", otto, monday("11:10")))).toBe(
      "open",
    );
  });

  test("is final once what was asked for is over, and says so by itself", () => {
    const stands = nextWake(denied().state, denied().world.plant);
    expect(stands).toBe(friday("12:00"));
    const walk = wokenAt(denied(), friday("12:00"));
    expect(walk.state).toMatchObject({ status: "closed", stands: true, closedAt: monday("10:30") });
    expect(nextWake(walk.state, walk.world.plant)).toBeNull();
    expect(refusal(walk, pressing(walk, "security", sina, friday("12:01"), back)).code).toBe("OUTDATED");
  });

  test("is final after seven days where it has no end", () => {
    const late = press(
      asked({ values: { until: String(later(monday("10:00"), 30 * DAY_MS)) } }),
      "security",
      sina,
      monday("10:30"),
      deny,
    );
    expect(nextWake(late.state, late.world.plant)).toBe(later(monday("10:30"), 7 * DAY_MS));
    expect(statusOf(press(late, "security", sina, tuesday("10:00"), back))).toBe("open");
  });
});
