import { sayStanding } from "../../src/card/lines/standing.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { pressedThrough, then, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  approved,
  asked,
  askedOf,
  demo,
  friday,
  lars,
  monday,
  nils,
  ole,
  olga,
  open,
  opened,
  otto,
  paula,
  press,
  stepOf,
  take,
  tuesday,
  works,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const vera = PersonId.parse("vera");
const withdraw = { type: "withdraw", reason: "not needed", by: olga, at: monday("11:25"), name: "Olga" } as const;
const finish = { type: "finish", outcome: "done", evidence: "never opened", onSite: "Nils", values: {} } as const;

describe("a request that is taken back while somebody opens it", () => {
  const taken = () => press(approved(), "network", nils, monday("11:20"), take);

  test.each([
    { who: "the requester", back: withdraw },
    { who: "Ops", back: { ...withdraw, type: "close", by: paula, name: "Paula" } as const },
  ])("by $who is over once it is shown to be closed, since it may be open by now", ({ back }) => {
    const walk = then(taken(), back);
    expect(stepOf(walk, "network").status).toBe("settled");
    expect(stepOf(walk, "close").status).toBe("open");
    expect(nextWake(walk.state, walk.world.plant)).not.toBeNull();
    expect(press(walk, "close", nils, monday("11:40"), finish).state).toMatchObject({ outcome: "closedAgain" });
  });

  test("is not forgotten to be begun when it was handed to a colleague meanwhile", () => {
    const handed = press(taken(), "network", nils, monday("11:22"), { type: "handOver", to: vera });
    expect(stepOf(then(handed, withdraw), "close").status).toBe("open");
  });

  test("is simply over when whoever asked about it said that it is not theirs: nothing was touched", () => {
    const asks = press(approved(), "network", nils, monday("11:20"), { type: "ask", question: "Which firewall?" });
    const passed = press(asks, "network", nils, monday("11:22"), { type: "notMine", whose: null, reason: "" });
    expect(then(passed, withdraw).state).toMatchObject({ status: "closed", outcome: "withdrawn" });
    expect(wokenAt(passed, friday("12:00")).state).toMatchObject({ status: "closed", outcome: "lapsed" });
  });

  test("is simply over while nobody has begun", () => {
    expect(then(approved(), withdraw).state).toMatchObject({ status: "closed", outcome: "withdrawn" });
  });
});

test("whoever is in the middle of it hears that nothing more is to be done", () => {
  const other = typeNamed("other");
  const asks = askedOf(other, { what: "asset:plc-12" });
  const walk = then(press(asks, "handle", otto, monday("10:30"), take), withdraw);
  const event = walk.events.findLast(({ type }) => type === "RequestClosed");
  if (event === undefined || walk.state.status !== "closed") throw new Error("It is not closed");
  const place = [...walk.state.places.values()].find(({ role }) => role.type === "step");
  if (place === undefined) throw new Error("It stands nowhere");
  const ping = pingFor(event, { request, state: walk.state, place, world: walk.world });
  expect(ping?.text).toBe(
    "HAM-1 Help with PLC-12. Withdrawn by Olga Weber, Mon 11:25: “not needed”. Nothing more is to be done; if something was done already, say so here.",
  );
  expect(ping?.mention).toEqual(["web:otto"]);
});

describe("what has come to its end", () => {
  test("counts as closed again once those who close it say so, though others are still to look", () => {
    const type = typeNamed("remote-access");
    const ended = pressedThrough(askedOf(type), type, "close");
    expect(sayStanding(open(ended), demo)).toContain("Still open until it is closed again.");
    const closed = pressedThrough(ended, type, "handback");
    expect(sayStanding(open(closed), demo)).toMatch(/^Closed again, .*\. Not confirmed yet\.$/);
  });
});

describe("a question", () => {
  const question = { type: "ask", question: "Which rule?" } as const;
  const ended = () => wokenAt(press(opened(), "works", olga, monday("12:00"), works), friday("12:00"));

  test("about what stays open past its end comes before Ops with the reminder", () => {
    const walk = press(ended(), "close", nils, friday("12:10"), question);
    const reminded = wokenAt(walk, nextWake(walk.state, walk.world.plant) ?? walk.state.at);
    const told = wokenAt(reminded, nextWake(reminded.state, reminded.world.plant) ?? reminded.state.at);
    expect([...open(told).places.keys()]).toContain("ops");
  });

  test("keeps nobody from answering who heard it another way", () => {
    const walk = press(
      press(ended(), "close", nils, friday("12:10"), question),
      "close",
      nils,
      friday("12:30"),
      finish,
    );
    expect(walk.state).toMatchObject({ status: "closed", outcome: "closedAgain" });
  });

  test("is no way to a second whole time: what was overdue comes back overdue, and is not reminded of", () => {
    const late = wokenAt(press(asked(), "owner", otto, monday("10:05"), take), monday("18:00"));
    expect(stepOf(late, "owner")).toMatchObject({ ball: { overdue: { clock: "decide" } } });
    const waits = press(late, "owner", otto, monday("18:05"), question);
    const back = press(waits, "owner", olga, monday("18:10"), { type: "answer", answer: "4711" });
    const handed = press(back, "owner", otto, monday("18:15"), { type: "handOver", to: ole });
    const walk = wokenUntil(handed, tuesday("17:00"));
    expect(stepOf(walk, "owner")).toMatchObject({ ball: { overdue: { clock: "decide", at: monday("18:00") } } });
    expect(stepOf(back, "owner")).toMatchObject({
      ball: { overdue: { clock: "decide" }, clocks: { dueAt: null, remindAt: null } },
    });
  });
});

test("who leads the shift hears when a line was mended, and is asked whether it runs", () => {
  const type = typeNamed("line-down");
  const calls = askedOf(type, { place: "asset:plc-12", cyber: "no" });
  const walk = press(calls, "repair", otto, monday("10:10"), { ...finish, evidence: "fuse changed" });
  const event = walk.events.findLast(({ type: kind }) => kind === "StepDone");
  if (event === undefined || walk.state.status !== "open") throw new Error("Nobody mended it");
  const place = [...walk.state.places.values()].find(({ role }) => role.type === "step" && role.step === "running");
  if (place === undefined) throw new Error("Nobody is asked whether it runs");
  const ping = pingFor(event, { request, state: walk.state, place, world: walk.world });
  expect(ping?.text).toBe("Otto Brandt is done with HAM-1 PLC-12 is down: “fuse changed”. Does it run again?");
  expect(ping?.mention).toEqual([`web:${lars}`]);
});
