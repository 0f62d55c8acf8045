import { requestCard } from "../../src/card/requestCard.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import type { PlantEvent } from "../../src/plant/events.ts";
import { AccountId, type PersonId } from "../../src/plant/ids.ts";
import { sayAccount } from "../../src/plant/who/who.ts";
import { RequestId } from "../../src/request/ids.ts";
import { isTheirs } from "../../src/request/rules/mayPress.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { sent, then, type Walk, wokenAt } from "../workflow/walk.ts";
import {
  demo,
  FACTS,
  friday,
  lineDown,
  monday,
  open,
  openPort,
  otto,
  paula,
  pressing,
  refusal,
  stepOf,
} from "./scene.ts";

const guest = AccountId.parse("slack:U0SECOND");

/** A port to PLC-12, asked for from an account of this name that the plant does not know. Otto's team decides on it. */
function askedAs(name: string, plant = demo): Walk {
  const facts = { destination: "asset:plc-12", until: String(friday("12:00")), why: "counters", port: "502/tcp" };
  return sent({ plant, type: openPort, by: guest, name, at: monday("10:00") }, facts);
}

function pinged(walk: Walk, step = "owner"): readonly PersonId[] {
  const now = stepOf(walk, step);
  return "ball" in now ? now.ball.pings.flatMap(({ people }) => people) : [];
}

const yes = (walk: Walk) =>
  pressing(walk, "owner", otto, monday("10:30"), { type: "approve", limits: [], values: Values.parse(FACTS.owner) });

describe("a request from an account that is not linked and bears the name of somebody who would decide", () => {
  test.each([
    "Otto Brandt",
    "otto.brandt",
    "Brandt, Otto",
    "OTTO BRANDT (phone)",
    "Оtto Brandt",
    "O\u200btto  Brandt",
    "Otto",
    "otto",
  ])("is not asked of them: %j", (name) => {
    const walk = askedAs(name);
    expect(pinged(walk)).not.toContain(otto);
    expect(pinged(wokenAt(walk, monday("16:00")))).not.toContain(otto);
    expect(refusal(walk, yes(walk))).toMatchObject({ code: "OWN_REQUEST" });
  });

  test.each<{ how: string; event: PlantEvent }>([
    {
      how: "whose address the directory has for it",
      event: { type: "AddressShared", person: otto, account: guest, by: "referee:directory", at: monday("09:00") },
    },
    {
      how: "who had it until they unlinked it",
      event: { type: "AccountUnlinked", person: otto, account: guest, by: otto, at: monday("09:00") },
    },
  ])("is not asked of somebody $how, under whatever name it asks, until Ops say otherwise", ({ event }) => {
    const walk = askedAs("Nadia Novak", applyPlantEvents(demo, [event]));
    expect(pinged(walk)).not.toContain(otto);
    expect(refusal(walk, yes(walk))).toMatchObject({ code: "OWN_REQUEST" });
    expect(cards(walk)).toContain("may be that of Otto");
  });

  test("is decided by others, whom nothing keeps from it", () => {
    expect(pinged(askedAs("Otto Brandt")).length).toBeGreaterThan(0);
    expect(pinged(askedAs("Nadia Novak"))).toContain(otto);
    expect(pinged(askedAs("Otto Maier"))).toContain(otto);
  });

  test("can neither be taken, asked about, denied nor handed over by them, and has no button for them", () => {
    const walk = askedAs("Otto Brandt");
    const at = monday("10:30");
    for (const what of [
      { type: "take" },
      { type: "ask", question: "Why?" },
      { type: "deny", reason: "no", yesIf: "never" },
    ] as const)
      expect(refusal(walk, pressing(walk, "owner", otto, at, what)).code).toBe("OWN_REQUEST");
    const [first] = pinged(walk);
    if (first === undefined) throw new Error("Nobody is asked");
    expect(refusal(walk, pressing(walk, "owner", first, at, { type: "handOver", to: otto })).code).toBe("NOT_ALLOWED");
    const about = { step: StepId.parse("owner"), ask: stepOf(walk, "owner").ask };
    expect(isTheirs(walk.state, "holder", about, { by: otto, at }, walk.world)).toBe(false);
  });

  test("says so on its card, until Ops say that it is somebody else: then they may decide", () => {
    const walk = askedAs("Otto Brandt");
    expect(cards(walk)).toContain("may be that of Otto");
    const said = then(walk, { type: "ruleOut", reason: "I rang him", by: paula, at: monday("10:10"), name: "Paula" });
    expect(cards(said)).not.toContain("may be that of Otto");
    const after = then(said, yes(said));
    expect(stepOf(after, "owner").status).toBe("settled");
  });

  test("is ruled on by nobody but Ops, and by none of them about themselves", () => {
    const walk = askedAs("Otto Brandt");
    const command = { type: "ruleOut", reason: "it is fine", at: monday("10:10"), name: "x" } as const;
    expect(refusal(walk, { ...command, by: otto }).code).toBe("NOT_ALLOWED");
    const own = askedAs(demo.people.get(paula)?.name ?? "");
    expect(refusal(own, { ...command, by: paula }).code).toBe("OWN_REQUEST");
  });

  test("stays theirs, and never becomes theirs to decide, once it is linked to them", () => {
    const person = demo.people.get(otto);
    if (person === undefined) throw new Error("Otto is gone");
    const people = new Map(demo.people).set(otto, { ...person, accounts: [...person.accounts, guest] });
    const walk = askedAs("oscar", { ...demo, people });
    expect(sayAccount(walk.world.plant, guest, "oscar")).toBe("Otto Brandt");
    expect(pinged(walk)).not.toContain(otto);
    expect(refusal(walk, yes(walk)).code).toBe("OWN_REQUEST");
  });
});

test("help is called to whoever is there, whatever name calls for it", () => {
  const call = (name: string) =>
    sent({ plant: demo, type: lineDown, by: guest, name, at: monday("10:00") }, { place: "asset:plc-12" });
  const asked = ({ state }: Walk) => JSON.stringify([...open({ ...call(""), state }).steps.values()]);
  const [first] = pinged(call("Nadia"), [...open(call("Nadia")).steps.keys()][0]);
  const name = first === undefined ? "" : (demo.people.get(first)?.name ?? "");
  expect(asked(call(name))).toBe(asked(call("Nadia")));
});

function cards({ state, world }: Walk): string {
  if (state.status !== "open") return "";
  const request = RequestId.parse("req_0123456789ab");
  return JSON.stringify([...state.places.values()].map((place) => requestCard(request, state, place, world)));
}
