import { then, wokenAt } from "../workflow/walk.ts";
import {
  approve,
  approved,
  asked,
  changing,
  friday,
  last,
  monday,
  nils,
  oksana,
  olga,
  open,
  opened,
  otto,
  press,
  pressing,
  refusal,
  sina,
  stepOf,
  typesSince,
  works,
} from "./scene.ts";

describe("a request to open a port", () => {
  test("asks its owner and security at the same time, each in their own channel", () => {
    const walk = asked();
    expect(stepOf(walk, "owner").status).toBe("open");
    expect(stepOf(walk, "security").status).toBe("open");
    const spots = [...open(walk).places.values()].map(({ name, spot }) => `${name}: ${spot.conversation}`);
    expect(spots).toEqual(["requester: line-3", "owner: ot-controls", "security: it-security"]);
  });

  test("gets the plant's next number when it is sent", () => {
    expect(open(asked()).key).toBe("HAM-1");
  });

  test("reaches the network team only after both have approved", () => {
    const one = approve(asked(), "owner", otto, monday("10:30"));
    expect(stepOf(one, "network").status).toBe("waiting");
    const both = approve(one, "security", sina, monday("11:00"));
    expect(stepOf(both, "network")).toMatchObject({ status: "open", ball: { party: { team: "it-network" } } });
  });

  test("is open from when the network opened it until the end asked for", () => {
    expect(open(opened()).grant).toEqual({ status: "running", since: monday("11:30"), until: friday("12:00") });
  });

  test("is confirmed by the line, the one who asked first", () => {
    expect(stepOf(opened(), "works")).toMatchObject({
      ball: { party: { team: "line-3-operators" }, pings: [{ people: [olga] }] },
    });
    const walk = press(opened(), "works", oksana, monday("12:00"), works);
    expect(stepOf(walk, "works")).toMatchObject({ status: "settled", verdict: { type: "works", by: oksana } });
  });

  test("waits for its end, has the network close it, and is over only then", () => {
    const confirmed = press(opened(), "works", olga, monday("12:00"), works);
    expect(stepOf(confirmed, "close").status).toBe("waiting");
    const ended = wokenAt(confirmed, friday("12:00"));
    expect(typesSince(confirmed, ended)).toEqual(["GrantEnded", "PlaceOpened", "StepOpened"]);
    const closed = press(ended, "close", nils, friday("12:20"), {
      type: "finish",
      outcome: "done",
      evidence: "rule 4711 gone",
      onSite: "",
      values: {},
    });
    expect(closed.state).toMatchObject({ status: "closed", outcome: "closedAgain" });
  });

  test("does not wait for a confirmation any more when its end has come", () => {
    const ended = wokenAt(opened(), friday("12:00"));
    expect(stepOf(ended, "works")).toMatchObject({ verdict: { type: "notConfirmed" } });
    expect(stepOf(ended, "close").status).toBe("open");
  });

  test("goes back to the network when it does not work", () => {
    const broken = press(opened(), "works", olga, monday("12:00"), {
      type: "confirm",
      outcome: "doesNotWork",
      note: "no answer",
    });
    expect(stepOf(broken, "network").status).toBe("open");
    expect(stepOf(broken, "works").status).toBe("waiting");
  });

  test("does not end as closed when the network could not close it: Ops must know", () => {
    const ended = wokenAt(opened(), friday("12:00"));
    const stuck = press(ended, "close", nils, friday("12:20"), {
      type: "finish",
      outcome: "failed",
      evidence: "firewall unreachable",
      onSite: "",
      values: {},
    });
    expect(stepOf(stuck, "close").status).toBe("disputed");
    expect([...open(stuck).places.keys()]).toContain("ops");
  });

  test("can be cut off by the owner of the machine, and is closed at once", () => {
    const cut = then(opened(), {
      type: "cutOff",
      reason: "strange traffic",
      by: otto,
      at: monday("13:00"),
      name: "Otto",
    });
    expect(last(cut, "GrantEnded")).toMatchObject({ because: "cutOff", by: otto });
    expect(stepOf(cut, "close").status).toBe("open");
  });

  test("asks Safety before anybody else when the machine protects people", () => {
    const walk = asked({ values: { destination: "asset:safety-plc-3" } });
    expect(stepOf(walk, "safety")).toMatchObject({ status: "open", ball: { party: { team: "safety" } } });
    expect(stepOf(walk, "owner").status).toBe("waiting");
  });

  test("asks Ops whose it is when the plant file does not know the machine", () => {
    const walk = asked({ values: { destination: "text:the old press" } });
    expect(stepOf(walk, "owner")).toMatchObject({ status: "disputed" });
    expect(stepOf(walk, "security").status).toBe("open");
  });
});

describe("an approval with limits", () => {
  const limit = { text: "Read only", until: monday("18:00") };
  const limited = () =>
    press(asked(), "security", sina, monday("10:20"), { type: "approve", limits: [limit], values: {} });

  test("needs the facts that only this step knows", () => {
    const command = pressing(asked(), "security", sina, monday("10:20"), {
      type: "approve",
      limits: [limit],
      values: {},
    });
    expect(refusal(asked(), command)).toMatchObject({
      code: "FIELD_MISSING",
      message: expect.stringContaining("From"),
    });
    expect(limited).toThrow("Still needed");
  });

  test("ends the grant earlier", () => {
    const walk = approve(asked(), "owner", otto, monday("10:30"));
    const facts = { source: "asset:historian", initiator: "source" };
    const yes = press(walk, "security", sina, monday("11:00"), {
      type: "approve",
      limits: [limit],
      values: facts,
    });
    const done = press(yes, "network", nils, monday("11:30"), {
      type: "finish",
      outcome: "done",
      evidence: "r",
      onSite: "Nils",
      values: {},
    });
    expect(open(done).grant).toMatchObject({ until: monday("18:00") });
    expect(open(done).limits).toEqual([limit]);
  });
});

describe("a denied request", () => {
  test("is closed with the reason and what would make it a yes", () => {
    const denied = press(asked(), "security", sina, monday("10:20"), {
      type: "deny",
      reason: "too wide",
      yesIf: "one source",
    });
    expect(denied.state).toMatchObject({ status: "closed", outcome: "denied", reason: "too wide" });
  });

  test.each([
    { name: "a reason", reason: " ", yesIf: "one source" },
    { name: "what would make it a yes", reason: "too wide", yesIf: "" },
  ])("is not denied without $name", ({ reason, yesIf }) => {
    const command = pressing(asked(), "security", sina, monday("10:20"), { type: "deny", reason, yesIf });
    expect(refusal(asked(), command).code).toBe("REASON_MISSING");
  });
});

describe("a changed fact", () => {
  test("voids the approvals given on the old one, and the old buttons", () => {
    const half = approve(asked(), "owner", otto, monday("10:30"));
    const changed = then(half, changing({ destination: "asset:plc-7" }, monday("10:40")));
    expect(stepOf(changed, "owner").status).toBe("open");
    const old = pressing(half, "security", sina, monday("10:50"), {
      type: "approve",
      limits: [],
      values: {},
    });
    expect(refusal(changed, old).code).toBe("OUTDATED");
  });

  test("comes too late once the network has begun", () => {
    const begun = press(approved(), "network", nils, monday("11:10"), { type: "take" });
    const command = changing({ destination: "asset:plc-7" }, monday("11:20"));
    expect(refusal(begun, command).code).toBe("NOT_ALLOWED");
  });
});
