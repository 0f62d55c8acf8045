import { TeamId } from "../../src/plant/ids.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  approve,
  asked,
  askedOf,
  called,
  changing,
  demo,
  deniz,
  friday,
  karin,
  lars,
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
  sabine,
  sina,
  stepOf,
} from "./scene.ts";

const team = (id: string) => TeamId.parse(id);
const rule = (id: string) => ({ type: "rule", team: team(id), reason: "theirs" }) as const;
const notMine = { type: "notMine", whose: null, reason: "" } as const;
const plainYes = { type: "approve", limits: [], values: {} } as const;
const yes = { type: "approve", limits: [], values: Values.parse({ access: "read" }) } as const;
const to = (destination: string) => changing({ destination }, monday("10:20"));

describe("safety", () => {
  test("is asked also where free text calls its asset by name or by half of it, and not of what merely sounds alike", () => {
    const stepsFor = (destination: string) => [...open(asked({ values: { destination } })).steps.keys()];
    for (const named of [
      "text:PLC-12, the F-PLC",
      "text:the safety PLC next to it",
      "host:safety-plc-3",
      "text:robot cell",
    ])
      expect(stepsFor(named)).toContain("safety");
    for (const named of ["text:PLC 99, the old one", "text:the press of line 3", "ip:10.30.3.9"])
      expect(stepsFor(named)).not.toContain("safety");
  });

  const marked = (walk: Walk): Walk => {
    const assets = [...demo.assets].map(
      ([id, asset]) => [id, id === "plc-12" ? { ...asset, safety: "sis" as const } : asset] as const,
    );
    return { ...walk, world: { ...walk.world, plant: { ...demo, assets: new Map(assets) } } };
  };

  test("is not gone around where its asset was marked after the request was sent", () => {
    const walk = marked(asked());
    const approving = pressing(walk, "owner", otto, monday("10:30"), yes);
    expect(refusal(walk, approving)).toMatchObject({
      code: "NOT_ALLOWED",
      message: "PLC-12 protects people, and Safety was not asked in HAM-1. It is to be asked for anew.",
    });
    const longer = { until: friday("18:00"), reason: "more", by: olga, at: monday("12:30"), name: "Olga" } as const;
    expect(refusal(marked(opened()), { type: "extend", ...longer }).code).toBe("NOT_ALLOWED");
  });

  test("is not gone around in an emergency either, also for longer", () => {
    const breakGlass = askedOf(typeNamed("break-glass"), { until: String(monday("13:00")) });
    const first = pressing(breakGlass, "lead", lars, monday("10:02"), plainYes);
    expect(refusal(marked(breakGlass), first).message).toContain("protects people");
    const done = { type: "finish", outcome: "done", evidence: "the way in", onSite: "", values: {} } as const;
    const agreed = then(breakGlass, first);
    const running = press(agreed, "open", lars, monday("10:05"), done);
    const longer = { until: monday("13:30"), reason: "more", by: olga, at: monday("12:30"), name: "Olga" } as const;
    expect(refusal(marked(running), { type: "extend", ...longer }).message).toContain("protects people");
    const asks = then(running, { type: "extend", ...longer });
    const again = pressing(asks, "lead-longer-1", lars, monday("12:40"), plainYes);
    expect(refusal(marked(asks), again).message).toContain("protects people");
  });

  test("is asked too when the machine is changed to one that protects people", () => {
    const changed = then(asked(), to("asset:safety-plc-3"));
    expect(stepOf(changed, "safety").status).toBe("open");
    expect(stepOf(changed, "owner").status).toBe("waiting");
  });

  test("is not given to another side by a ruling, though safety said it was not theirs", () => {
    const disputed = press(
      asked({ values: { destination: "asset:safety-plc-3" } }),
      "safety",
      sabine,
      monday("10:10"),
      notMine,
    );
    const command = pressing(disputed, "safety", paula, monday("10:20"), rule("ot-controls"));
    expect(refusal(disputed, command).code).toBe("NOT_ALLOWED");
  });
});

describe("a ruling", () => {
  test("does not open a step whose turn has not come", () => {
    const walk = asked();
    expect(refusal(walk, pressing(walk, "network", paula, monday("10:20"), rule("it-servers"))).code).toBe("OUTDATED");
  });

  test("does not give the plant's own call to a vendor", () => {
    const disputed = press(asked(), "owner", otto, monday("10:10"), notMine);
    expect(refusal(disputed, pressing(disputed, "owner", paula, monday("10:20"), rule("packtec"))).code).toBe(
      "NOT_ALLOWED",
    );
  });
});

describe("what was opened", () => {
  test("is closed again when it does not work and cannot be mended", () => {
    const broken = press(opened(), "works", olga, monday("12:00"), {
      type: "confirm",
      outcome: "doesNotWork",
      note: "no answer",
    });
    const failed = press(broken, "network", nils, monday("12:30"), {
      type: "finish",
      outcome: "failed",
      evidence: "firewall says no",
      onSite: "Nils",
      values: {},
    });
    expect(failed.state.status).toBe("open");
    expect(stepOf(failed, "close").status).toBe("open");
  });

  test("is not withdrawn on paper after its end, while it is still open", () => {
    const ended = wokenAt(opened(), friday("12:00"));
    const withdraw = { type: "withdraw", reason: "", by: olga, at: friday("12:05"), name: "Olga" } as const;
    expect(refusal(ended, withdraw).code).toBe("NOT_ALLOWED");
  });
});

describe("whoever asked", () => {
  test("does not choose who decides: neither by handing over nor by saying not mine", () => {
    const walk = asked({ by: otto });
    expect(refusal(walk, pressing(walk, "owner", otto, monday("10:10"), { type: "handOver", to: karin })).code).toBe(
      "OWN_REQUEST",
    );
    expect(refusal(walk, pressing(walk, "owner", otto, monday("10:10"), notMine)).code).toBe("OWN_REQUEST");
  });
});

describe("a say in a step", () => {
  test("ends with the membership it came from, also for whoever it was handed to by name", () => {
    const handed = press(asked(), "security", sina, monday("10:10"), { type: "handOver", to: deniz });
    const { plant } = handed.world;
    const security = plant.teams.get(team("it-security"));
    if (security === undefined) throw new Error("no such team");
    const without = { ...security, members: [sina], onCall: { type: "list", people: [sina] } as const };
    const { backup: _, ...rest } = without;
    const world = { ...handed.world, plant: { ...plant, teams: new Map(plant.teams).set(security.id, rest) } };
    const later = { ...handed, world };
    const command = pressing(later, "security", deniz, monday("10:20"), { ...yes, values: {} });
    expect(refusal(later, command).code).toBe("NOT_YOUR_BALL");
  });

  test("comes to Ops only when Ops is rung for a line that stands", () => {
    const at = monday("10:00");
    expect(refusal(called(at), pressing(called(at), "repair", paula, monday("10:01"), { type: "take" })).code).toBe(
      "NOT_YOUR_BALL",
    );
    const rung = wokenUntil(called(at), monday("10:16"));
    expect(stepOf(press(rung, "repair", paula, monday("10:16"), { type: "take" }), "repair")).toMatchObject({
      ball: { takenBy: paula },
    });
  });
});

test("a second, different answer by the same person is refused, not swallowed", () => {
  const approved = approve(asked(), "owner", otto, monday("10:30"));
  const deny = pressing(approved, "owner", otto, monday("10:31"), { type: "deny", reason: "no", yesIf: "never" });
  expect(refusal(approved, deny).code).toBe("OUTDATED");
});

describe("a request whose end comes before anybody has begun", () => {
  test("is over, and says so", () => {
    expect(wokenAt(asked(), friday("12:00")).state).toMatchObject({ status: "closed", outcome: "lapsed" });
  });

  test("goes on when somebody has begun: what they open must be closed again", () => {
    const both = approve(approve(asked(), "owner", otto, monday("10:30")), "security", sina, monday("11:00"));
    const begun = press(both, "network", nils, monday("11:10"), { type: "take" });
    expect(open(wokenAt(begun, friday("12:00"))).status).toBe("open");
  });

  test("cannot be given an end that has passed", () => {
    const past = { ...to("asset:plc-12"), values: Values.parse({ until: String(monday("09:00")) }) };
    expect(refusal(asked(), past).code).toBe("FIELD_INVALID");
  });
});
