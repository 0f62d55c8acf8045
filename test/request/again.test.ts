import { sayStanding } from "../../src/card/lines/standing.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { TeamId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { isLive } from "../../src/request/rules/places.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { stepsOf } from "../../src/workflow/requestType.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import { pressedThrough, then, type Walk, wokenAt } from "../workflow/walk.ts";
import {
  askedLast,
  askedOf,
  called,
  demo,
  finish,
  friday,
  karin,
  monday,
  nils,
  olga,
  open,
  opened,
  otto,
  paula,
  press,
  pressing,
  refusal,
  since,
  stepOf,
} from "./scene.ts";

const complaint = { type: "confirm", outcome: "doesNotWork", note: "no answer on the port" } as const;
const cutOff = { type: "cutOff", reason: "it floods the line", by: otto, at: monday("13:00"), name: "Otto" } as const;

const request = RequestId.parse("req_0123456789ab");

/** A request of a type whose people say yes to everything, up to one step. */
function upTo(name: string, step: string): Walk {
  const type = typeNamed(name);
  return pressedThrough(askedOf(type), type, step);
}

/** Whoever was asked says that it does not work. */
function complainedOf(walk: Walk, step: string): Walk {
  const [by] = askedLast(walk, step);
  return press(walk, step, by, walk.state.at, complaint);
}

describe("“It does not work”", () => {
  const last = activeTypes.flatMap((type) => {
    const confirm = stepsOf(type).findLast(({ kind }) => kind === "confirm");
    return confirm === undefined ? [] : [{ type: type.type, confirm: confirm.id }];
  });

  test.each(last)("at $confirm of $type closes nothing: what was done is to be done again", ({ type, confirm }) => {
    const walk = upTo(type, confirm);
    const after = complainedOf(walk, confirm);
    expect(since(walk, after).flatMap((event) => (event.type === "StepReopened" ? [event.step] : []))).toContain(
      confirm,
    );
    expect(stepOf(after, confirm).status).not.toBe("settled");
  });

  test("has what was confirmed meanwhile confirmed again", () => {
    const walk = upTo("network-change", "running");
    expect(stepOf(walk, "tried").status).toBe("settled");
    const after = complainedOf(walk, "running");
    expect(["network", "tried", "running"].map((id) => stepOf(after, id).status)).toEqual([
      "open",
      "waiting",
      "waiting",
    ]);
  });
});

describe("“It does not work” beside other confirmations", () => {
  test("has all of them look again, those too that have not answered yet: what they would look at is gone", () => {
    const both = upTo("network-change", "tried");
    expect(stepOf(both, "running").status).toBe("open");
    const after = complainedOf(both, "tried");
    expect(["network", "tried", "running"].map((id) => stepOf(after, id).status)).toEqual([
      "open",
      "waiting",
      "waiting",
    ]);
  });

  test("is not taken while somebody is still at it, and not offered", () => {
    const walk = called(monday("10:00"));
    const [lead] = askedLast(walk, "running");
    expect(refusal(walk, pressing(walk, "running", lead, monday("10:05"), complaint)).code).toBe("NOT_ALLOWED");
  });

  test("about what was closed again has it looked at by those who close it: it may stand open", () => {
    const walk = complainedOf(upTo("remote-access", "handback"), "handback");
    expect(["close", "handback"].map((id) => stepOf(walk, id).status)).toEqual(["open", "waiting"]);
    expect(sayStanding(open(walk), demo)).toContain("Still open until it is closed again.");
  });
});

describe("a step that is done again", () => {
  const again = () => press(opened(), "works", olga, monday("12:00"), complaint);

  test("has one card in the channel: the old one says where to look", () => {
    const places = [...open(again()).places.values()].filter(
      ({ role }) => role.type === "step" && role.step === "network",
    );
    expect(places.map(({ left }) => left)).toEqual([true, false]);
  });

  test("calls its people once for each reason", () => {
    const walk = wokenAt(again(), monday("13:30"));
    const { state, world, events } = walk;
    const pinged = events.findLast((event) => event.type === "StepPinged");
    const places = [...open(walk).places.values()].filter(
      ({ role }) => role.type === "step" && role.step === "network",
    );
    if (pinged === undefined || state.status !== "open") throw new Error("Nobody was asked");
    const heard = places.flatMap((place) => pingFor(pinged, { request, state, place, world }) ?? []);
    expect(heard).toHaveLength(1);
    expect(places.filter((place) => isLive(place, stepOf(walk, "network")))).toHaveLength(1);
  });

  test("is not to be done any more once it is cut off: whoever closes it is asked at once", () => {
    const taken = press(again(), "network", nils, monday("12:30"), { type: "take" });
    const walk = then(taken, cutOff);
    expect(stepOf(walk, "network")).toMatchObject({ status: "settled", verdict: { type: "through", step: "close" } });
    expect(stepOf(walk, "close").status).toBe("open");
    const closed = press(walk, "close", nils, monday("13:30"), finish);
    expect(closed.state).toMatchObject({ status: "closed", outcome: "closedAgain" });
  });

  test("that cannot be done has it cut off in the name of whoever says so: the words why are theirs", () => {
    const finished = { ...finish, outcome: "failed", evidence: "the firewall is broken" } as const;
    const walk = press(again(), "network", nils, monday("12:40"), finished);
    const ended = walk.events.findLast(({ type }) => type === "GrantEnded");
    expect(ended).toMatchObject({ because: "cutOff", by: nils, reason: "the firewall is broken" });
    const { state, world } = walk;
    if (ended === undefined || state.status !== "open") throw new Error("It is still granted");
    expect(sayStanding(state, demo)).toContain("To be cut off now: Nils Hagen");
    const told = [...state.places.values()].flatMap((place) => pingFor(ended, { request, state, place, world }) ?? []);
    expect(told.map(({ text }) => text)).toContain("Nils Hagen has HAM-1 cut off now: “the firewall is broken”");
  });

  test("does not keep it open past its end either", () => {
    const walk = wokenAt(press(again(), "network", nils, monday("12:30"), { type: "take" }), friday("12:00"));
    expect(stepOf(walk, "close").status).toBe("open");
    expect(nextWake(walk.state, walk.world.plant)).not.toBeNull();
  });
});

describe("a line that stands", () => {
  test("is not mended because somebody gave up: Ops are rung as its owner", () => {
    const taken = press(called(monday("10:00")), "repair", otto, monday("10:02"), { type: "take" });
    const walk = press(taken, "repair", otto, monday("10:10"), {
      ...finish,
      outcome: "failed",
      evidence: "needs a drive",
    });
    expect(stepOf(walk, "repair")).toMatchObject({ status: "open", ball: { party: { type: "ops" }, takenBy: null } });
    expect(stepOf(walk, "running").status).toBe("open");
    expect(nextWake(walk.state, walk.world.plant)).toBe(monday("10:15"));
    expect(open(walk).notes.slice(-2)).toMatchObject([
      { by: otto, text: "needs a drive" },
      { by: "referee:rules", text: "Otto Brandt could not mend it." },
    ]);
    const done = walk.events.findLast(({ type }) => type === "StepDone");
    const { state, world } = walk;
    if (done === undefined || state.status !== "open") throw new Error("Nobody gave up");
    const asks = [...state.places.values()].flatMap((place) => pingFor(done, { request, state, place, world }) ?? []);
    expect(asks).toEqual([]);
  });

  test("still stands when whoever leads the shift says so after the repair", () => {
    const done = press(called(monday("10:00")), "repair", otto, monday("10:10"), finish);
    expect(sayStanding(open(done), demo)).toContain("Not confirmed yet that it runs.");
    const walk = complainedOf(done, "running");
    expect([stepOf(walk, "repair").status, stepOf(walk, "running").status]).toEqual(["open", "open"]);
  });

  test("comes before Ops every half hour after it was mended, until somebody says that it runs", () => {
    const done = press(called(monday("10:00")), "repair", otto, monday("10:10"), finish);
    expect(nextWake(done.state, done.world.plant)).toBe(monday("10:40"));
    const walk = wokenAt(done, monday("10:40"));
    expect([...open(walk).places.keys()]).toContain("ops");
    expect(nextWake(walk.state, walk.world.plant)).toBe(monday("11:10"));
  });

  test("goes to Ops by “Not mine”, with their ring, since nobody's ruling can be waited for", () => {
    const walk = press(called(monday("10:00")), "repair", otto, monday("10:02"), {
      type: "notMine",
      whose: null,
      reason: "",
    });
    expect(stepOf(walk, "repair")).toMatchObject({ status: "open", ball: { party: { type: "ops" } } });
    expect(nextWake(walk.state, walk.world.plant)).not.toBeNull();
  });

  test("is passed on by Ops with “Not mine” to the team they name, however often it moved", () => {
    const first = press(called(monday("10:00")), "repair", otto, monday("10:02"), {
      type: "notMine",
      whose: null,
      reason: "",
    });
    const network = TeamId.parse("it-network");
    const walk = press(first, "repair", paula, monday("10:04"), {
      type: "notMine",
      whose: network,
      reason: "the switch",
    });
    expect(stepOf(walk, "repair")).toMatchObject({ status: "open", ball: { party: { type: "team", team: network } } });
  });

  test("rings on after a question that was answered to a colleague who has not taken it", () => {
    const question = { type: "ask", question: "Which panel?" } as const;
    const asked = press(called(monday("10:00")), "repair", otto, monday("10:02"), question);
    const handed = press(asked, "repair", otto, monday("10:03"), { type: "handOver", to: karin });
    const walk = press(handed, "repair", olga, monday("10:05"), { type: "answer", answer: "the left one" });
    expect(nextWake(walk.state, walk.world.plant)).toBe(monday("10:10"));
  });

  test("rings on when a colleague to whom it was handed does not take it", () => {
    const taken = press(called(monday("10:00")), "repair", otto, monday("10:02"), { type: "take" });
    const walk = press(taken, "repair", otto, monday("10:03"), { type: "handOver", to: karin });
    expect(nextWake(walk.state, walk.world.plant)).toBe(monday("10:08"));
  });
});
