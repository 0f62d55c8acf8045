import { AccountId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { then } from "../workflow/walk.ts";
import {
  approve,
  asked,
  demo,
  deniz,
  karin,
  last,
  monday,
  nils,
  ole,
  olga,
  open,
  otto,
  paula,
  press,
  pressing,
  refusal,
  revisited,
  sina,
  stepOf,
  typesSince,
} from "./scene.ts";

const stranger = AccountId.parse("web:stranger");
const yes = { type: "approve", limits: [], values: { access: "read" } } as const;
const team = (id: string) => TeamId.parse(id);

describe("a decision", () => {
  test("is not taken by somebody who does not have the ball", () => {
    const walk = asked();
    expect(refusal(walk, pressing(walk, "owner", sina, monday("10:10"), yes))).toEqual({
      code: "NOT_YOUR_BALL",
      message: "HAM-1 is with OT controls. You can add a note for them.",
    });
  });

  test("is not taken by an account the plant does not know", () => {
    const walk = asked();
    const command = { ...pressing(walk, "owner", otto, monday("10:10"), yes), by: stranger };
    expect(refusal(walk, command).code).toBe("NOT_LINKED");
  });

  test("is not taken by whoever asked, though they are in the owner's team", () => {
    const walk = asked({ by: otto });
    expect(refusal(walk, pressing(walk, "owner", otto, monday("10:10"), yes)).code).toBe("OWN_REQUEST");
  });

  test("passes over the requester when the owner is pinged", () => {
    expect(stepOf(asked({ by: otto }), "owner")).toMatchObject({
      ball: { pings: [{ rank: "backup", people: [ole] }] },
    });
  });

  test("is taken once: the first press decides, the second hears so", () => {
    const walk = approve(asked(), "owner", otto, monday("10:30"));
    const second = {
      ...pressing(walk, "owner", ole, monday("10:31"), { type: "deny", reason: "no", yesIf: "never" }),
    };
    expect(refusal(walk, second)).toEqual({
      code: "OUTDATED",
      message: "Nothing was changed: Otto Brandt already answered this for HAM-1, 10:30.",
    });
  });

  test("pressed twice by the same person happens once", () => {
    const walk = approve(asked(), "owner", otto, monday("10:30"));
    expect(typesSince(walk, then(walk, { ...pressing(walk, "owner", otto, monday("10:31"), yes) }))).toEqual([]);
  });

  test("counts one person once, though they could answer for two teams", () => {
    const both = { ...asked(), world: { ...asked().world, plant: withMember(karin) } };
    const one = approve(both, "owner", karin, monday("10:30"));
    const two = pressing(one, "security", karin, monday("10:40"), { ...yes, values: {} });
    expect(refusal(one, two)).toMatchObject({
      code: "NOT_ALLOWED",
      message: expect.stringContaining("already answered"),
    });
  });
});

function withMember(person: typeof karin) {
  const { plant } = asked().world;
  const security = plant.teams.get(team("it-security"));
  if (security === undefined) throw new Error("no such team");
  return {
    ...plant,
    teams: new Map(plant.teams).set(security.id, { ...security, members: [...security.members, person] }),
  };
}

describe("not mine", () => {
  test("goes to the team that is named, with a card in their channel, and the old card goes quiet", () => {
    const walk = press(asked(), "owner", otto, monday("10:10"), {
      type: "notMine",
      whose: team("ot-scada"),
      reason: "gateway",
    });
    expect(stepOf(walk, "owner")).toMatchObject({ status: "open", moves: 1, ball: { party: { team: "ot-scada" } } });
    const places = [...open(walk).places.values()].map(({ name, left }) => `${name}${left ? " left" : ""}`);
    expect(places).toEqual(["requester", "owner left", "security", "owner-1"]);
  });

  test("goes to Ops when nobody is named", () => {
    const walk = press(asked(), "owner", otto, monday("10:10"), { type: "notMine", whose: null, reason: "" });
    expect(stepOf(walk, "owner").status).toBe("disputed");
  });

  test("goes to Ops when a second owner says so too, whoever they name", () => {
    const one = press(asked(), "owner", otto, monday("10:10"), {
      type: "notMine",
      whose: team("ot-scada"),
      reason: "",
    });
    const two = press(one, "owner", karin, monday("10:20"), { type: "notMine", whose: team("it-servers"), reason: "" });
    expect(stepOf(two, "owner")).toMatchObject({
      status: "disputed",
      reason: "OT SCADA: not ours; they named IT servers",
    });
  });
});

describe("a ruling by Ops", () => {
  const disputed = () => press(asked(), "owner", otto, monday("10:10"), { type: "notMine", whose: null, reason: "" });
  const ruling = { type: "rule", team: team("ot-scada"), reason: "they run the gateway" } as const;

  test("gives the step to the team Ops names, and is kept for the machine", () => {
    const walk = press(disputed(), "owner", paula, monday("11:00"), ruling);
    expect(stepOf(walk, "owner")).toMatchObject({ status: "open", ball: { party: { team: "ot-scada" } } });
    expect(last(walk, "OwnerRuled")).toMatchObject({ asset: "plc-12", team: "ot-scada", by: paula });
  });

  test("is not made by an owner", () => {
    expect(refusal(disputed(), pressing(disputed(), "owner", otto, monday("11:00"), ruling)).code).toBe("NOT_ALLOWED");
  });

  test("never goes around security", () => {
    const walk = asked();
    expect(refusal(walk, pressing(walk, "security", paula, monday("11:00"), ruling))).toMatchObject({
      code: "NOT_ALLOWED",
      message: "A ruling decides ownership, never around security or safety.",
    });
  });

  test("does not decide the step: Ops approves nothing", () => {
    const walk = press(disputed(), "owner", paula, monday("11:00"), ruling);
    expect(refusal(walk, pressing(walk, "owner", paula, monday("11:05"), yes)).code).toBe("NOT_YOUR_BALL");
  });
});

describe("a step handed to a colleague", () => {
  test("pings them by name, and they decide", () => {
    const walk = press(asked(), "security", sina, monday("10:10"), { type: "handOver", to: deniz });
    expect(stepOf(walk, "security")).toMatchObject({
      ball: { takenBy: null, pings: [{}, { rank: "named", people: [deniz] }] },
    });
    expect(stepOf(approve(walk, "security", deniz, monday("10:20")), "security").status).toBe("settled");
  });

  test("says who handed it over by their name", () => {
    const walk = press(asked(), "security", sina, monday("10:10"), { type: "handOver", to: deniz });
    expect(stepOf(walk, "security")).toMatchObject({ ball: { pings: [{}, { because: "handed over by Sina Roth" }] } });
  });

  test("does not go to whoever answered beside it already", () => {
    const both = { ...asked(), world: { ...asked().world, plant: withMember(karin) } };
    const one = approve(both, "owner", karin, monday("10:30"));
    expect(
      refusal(one, pressing(one, "security", sina, monday("10:40"), { type: "handOver", to: karin })),
    ).toMatchObject({ code: "NOT_ALLOWED", message: expect.stringContaining("answered for HAM-1 already") });
  });

  test("does not go to somebody of another team", () => {
    const walk = asked();
    expect(refusal(walk, pressing(walk, "security", sina, monday("10:10"), { type: "handOver", to: nils })).code).toBe(
      "NOT_ALLOWED",
    );
  });

  test("does not go to whoever asked", () => {
    const walk = asked({ by: ole });
    expect(refusal(walk, pressing(walk, "owner", otto, monday("10:10"), { type: "handOver", to: ole })).code).toBe(
      "NOT_ALLOWED",
    );
  });
});

describe("a question to the requester", () => {
  const question = { type: "ask", question: "Which registers?" } as const;
  const askedBack = () => press(asked(), "security", sina, monday("10:30"), question);

  test("stops the clock and comes back with the time that was left", () => {
    const walk = press(askedBack(), "security", olga, monday("14:30"), { type: "answer", answer: "40001 to 40020" });
    const step = stepOf(walk, "security");
    // Seven and a half of eight working hours were left; the office closes at 17:00.
    expect(step).toMatchObject({
      status: "open",
      ball: { takenBy: sina, clocks: { dueAt: Date.parse("2026-11-24T13:00:00+01:00") } },
    });
  });

  describe("of a team that leaves the plant file", () => {
    const asks = () => press(asked(), "owner", otto, monday("10:30"), question);
    const teams = new Map([...demo.teams].filter(([id]) => id !== "ot-controls"));
    const without: Plant = { ...demo, teams };
    const scada = TeamId.parse("ot-scada");
    const assets = new Map([...demo.assets].map(([id, asset]) => [id, { ...asset, owner: scada }] as const));
    const followed = () => revisited(asks(), { ...without, assets }, monday("11:00"));

    test("waits on for the team that follows, in its asker's name, and is theirs to go on with", () => {
      const walk = followed();
      expect(stepOf(walk, "owner")).toMatchObject({
        status: "asked",
        ball: { party: { type: "team", team: "ot-scada" }, takenBy: null, takenAt: null },
        question: { text: "Which registers?", by: otto },
      });
      expect(revisited(walk, walk.world.plant, monday("11:05")).events).toHaveLength(walk.events.length);
      const answered = press(walk, "owner", olga, monday("11:10"), { type: "answer", answer: "40001" });
      expect(stepOf(answered, "owner")).toMatchObject({ status: "open", ball: { takenBy: null } });
      expect(open(answered).notes).toMatchObject([{ text: "40001", question: "Which registers?" }]);
    });

    test("stays on the card where nobody follows, and Ops say whose it is", () => {
      const walk = revisited(asks(), without, monday("11:00"));
      expect(stepOf(walk, "owner").status).toBe("disputed");
      expect(open(walk).notes.map(({ text }) => text)).toEqual(["Otto Brandt had asked: “Which registers?”"]);
    });
  });

  test("is answered by whoever asked for the request, and nobody else", () => {
    const walk = askedBack();
    expect(
      refusal(walk, pressing(walk, "security", otto, monday("11:00"), { type: "answer", answer: "I think" })).code,
    ).toBe("NOT_ALLOWED");
  });

  test("does not keep the owner from being outdated: the old buttons no longer count", () => {
    const walk = askedBack();
    const old = { ...pressing(asked(), "security", sina, monday("11:00"), { ...yes, values: {} }) };
    expect(refusal(walk, old).code).toBe("OUTDATED");
  });
});

describe("a withdrawn request", () => {
  const withdraw = { type: "withdraw", reason: "solved", by: olga, at: monday("10:20"), name: "Olga" } as const;

  test("is over, and an answer that comes late changes nothing", () => {
    const walk = then(asked(), withdraw);
    expect(walk.state).toMatchObject({ status: "closed", outcome: "withdrawn" });
    expect(refusal(walk, pressing(walk, "owner", otto, monday("10:30"), yes)).code).toBe("REQUEST_CLOSED");
  });

  test("is withdrawn by whoever asked, and nobody else", () => {
    expect(refusal(asked(), { ...withdraw, by: otto }).code).toBe("NOT_ALLOWED");
  });
});
