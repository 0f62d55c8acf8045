import { pingFor } from "../../src/card/pings/pings.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import { nameOf } from "../../src/plant/person.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { LIST } from "../../src/referee/lists.ts";
import { indexesOf } from "../../src/referee/plantProjection.ts";
import { INDEX, projectRequest } from "../../src/referee/requestProjection.ts";
import type { RequestCommand } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import { isForRisk, REQUESTER_PLACE, RISK_PLACE } from "../../src/request/place.ts";
import { isTheirs } from "../../src/request/rules/mayPress.ts";
import { Values } from "../../src/workflow/value.ts";
import { sent, then, type Walk, wokenAt } from "../workflow/walk.ts";
import {
  approve,
  asked,
  demo,
  deniz,
  deny,
  FACTS,
  friday,
  last,
  max,
  monday,
  nils,
  olga,
  open,
  openPort,
  otto,
  paula,
  piet,
  press,
  pressing,
  refusal,
  sabine,
  sina,
  stepOf,
  typesSince,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const denied = (walk = approve(asked(), "owner", otto, monday("10:20"))) =>
  press(walk, "security", sina, monday("10:30"), deny);

function taking(
  walk: Walk,
  by: PersonId,
  { step = "security", at = monday("11:00"), values = {} } = {},
): RequestCommand {
  const { id, ask } = stepOf(walk, step);
  const facts = Values.parse({ ...FACTS.security, ...values });
  return { type: "takeRisk", step: id, ask, reason: "the batch is lost else", values: facts, by, at, name: by };
}
const taken = () => then(denied(), taking(denied(), max));

function riskCard({ state, world }: Walk): string {
  const place = state.status === "closed" ? [...state.places.values()].findLast(isForRisk) : undefined;
  if (state.status !== "closed" || place === undefined) throw new Error("The risk owner is shown it");
  return JSON.stringify(requestCard(request, state, place, world));
}

describe("what a veto denied", () => {
  test("is shown to the risk owner in person, with a button that is theirs alone", () => {
    const { state, world } = denied();
    if (state.status !== "closed") throw new Error("A no ends it");
    const place = state.places.get(RISK_PLACE);
    if (place === undefined) throw new Error("The risk owner is shown it");
    expect(place.spot.conversation).toBe("max");
    expect(JSON.stringify(requestCard(request, state, place, world))).toContain("Take the risk…");
    const { id, ask } = stepOf(denied(), "security");
    const isFor = (by: PersonId) => isTheirs(state, "riskOwner", { step: id, ask }, { by, at: monday("11:00") }, world);
    expect([max, paula, sina, otto, olga].map(isFor)).toEqual([true, false, false, false, false]);
  });

  test("goes on once the risk owner takes the risk, by name and with a reason", () => {
    const walk = taken();
    expect(last(walk, "RiskTaken")).toMatchObject({ by: max, step: "security", reason: "the batch is lost else" });
    expect(stepOf(walk, "security")).toMatchObject({
      verdict: { type: "riskTaken", denied: { by: sina, reason: "no login" } },
    });
    expect(stepOf(walk, "network").status).toBe("open");
    expect(open(walk).values).toMatchObject({ initiator: "source" });
  });

  test("says so on everybody's card", () => {
    const walk = taken();
    const state = open(walk);
    const cards = [...state.places.values()]
      .filter(({ left }) => !left)
      .map((place) => JSON.stringify(requestCard(request, state, place, walk.world)));
    expect(cards.length).toBeGreaterThan(3);
    for (const card of cards)
      expect(card).toContain(
        "Max Lindner takes the risk, Mon 11:00: “the batch is lost else” (Sina Roth had said no: “no login”)",
      );
  });

  test("is called approved on no card", () => {
    const walk = taken();
    const state = open(walk);
    const cards = [...state.places.values()].map((place) =>
      JSON.stringify(requestCard(request, state, place, walk.world)),
    );
    for (const card of cards) expect(card).not.toContain("Approved, not done");
    expect(cards.join()).toContain("Despite a no, at the risk of Max Lindner: not done. Not a work permit.");
  });

  test("is told to whoever denied it and to whoever asked", () => {
    const walk = taken();
    const state = open(walk);
    const told = [...state.places.values()].flatMap((place) =>
      (pingFor(last(walk, "RiskTaken"), { request, state, place, world: walk.world })?.mention ?? []).map(
        (each) => each.split(":")[1],
      ),
    );
    expect(told).toEqual(expect.arrayContaining(["sina", "olga"]));
  });

  test("asks the risk owner for the facts that the step still owes, and for no others", () => {
    const { state, world } = denied();
    const { id, ask } = stepOf(denied(), "security");
    const form = formOf({ verb: "takeRisk", request, step: id, ask, arg: "" }, state, world, monday("11:00"));
    expect(form?.inputs.map((input) => input.id)).toEqual(["source", "initiator", "reason"]);
    const other = then(denied(), taking(denied(), max, { values: { port: "503/tcp" } }));
    expect(open(other).values).toMatchObject({ port: "502/tcp" });
    const nothing = { ...taking(denied(), max), values: Values.parse({}) };
    expect(refusal(denied(), nothing).code).toBe("FIELD_MISSING");
  });

  test.each([
    { who: "Ops", by: paula },
    { who: "the asset's owner", by: otto },
    { who: "security itself", by: deniz },
    { who: "whoever carries it out", by: nils },
  ])("is not taken as a risk by $who", ({ by }) => {
    expect(refusal(denied(), taking(denied(), by))).toMatchObject({
      code: "NOT_ALLOWED",
      message: "Only Max Lindner may take this risk.",
    });
  });

  test("is not taken by the risk owner who asked for it, who is not shown it either", () => {
    const own = denied(approve(asked({ by: max }), "owner", otto, monday("10:20")));
    expect(refusal(own, taking(own, max)).code).toBe("OWN_REQUEST");
    expect(own.events.some((event) => event.type === "PlaceOpened" && event.place.name === RISK_PLACE)).toBe(false);
  });

  test("is not taken by whoever denied it first, where another of the team said the second no", () => {
    const plant = { ...demo, riskOwner: sina };
    const walk = { ...denied(), world: { ...denied().world, plant } };
    const { id, ask } = stepOf(walk, "security");
    const asks = { type: "appeal", step: id, ask, news: "a jump host", values: Values.parse({}) } as const;
    const again = then(walk, { ...asks, by: olga, at: monday("11:00"), name: "Olga" });
    const over = press(again, "security", deniz, monday("11:30"), deny);
    expect(refusal(over, taking(over, sina, { at: monday("11:40") })).message).toBe("You said no to it yourself.");
    expect(riskCard(over)).not.toContain("Take the risk…");
  });

  test("is not taken by a risk owner who has left, whom the file names still", () => {
    const people = new Map([...demo.people].filter(([id]) => id !== max));
    const walk = { ...denied(), world: { ...denied().world, plant: { ...demo, people } } };
    expect(refusal(walk, taking(walk, max)).code).toBe("NOT_ALLOWED");
  });

  test("is no button of whoever was the risk owner before, and a second no is shown to who is it since", () => {
    const plant = { ...demo, riskOwner: paula };
    const walk = { ...denied(), world: { ...denied().world, plant } };
    expect(riskCard(walk)).not.toContain("Take the risk…");
    const { id, ask } = stepOf(walk, "security");
    const asks = { type: "appeal", step: id, ask, news: "a jump host", values: Values.parse({}) } as const;
    const again = then(walk, { ...asks, by: olga, at: monday("11:00"), name: "Olga" });
    const over = press(again, "security", deniz, monday("11:30"), deny);
    expect(riskCard(over)).toContain("Take the risk…");
    const places = over.state.status === "closed" ? [...over.state.places.values()].filter(isForRisk) : [];
    expect(places.filter(({ left }) => !left).at(-1)?.spot.conversation).toBe("paula");
  });

  test("stays denied where the plant names no risk owner", () => {
    const plant = { ...demo, riskOwner: null };
    const walk = { ...denied(), world: { ...denied().world, plant } };
    expect(refusal(walk, taking(walk, max)).message).toContain("names nobody who may take this risk");
  });

  test("is taken once, however often it is pressed", () => {
    const command = taking(denied(), max);
    expect(typesSince(taken(), then(taken(), command))).toEqual([]);
  });

  test("is over once its time has come", () => {
    const over = wokenAt(denied(), friday("12:00"));
    expect(refusal(over, taking(over, max, { at: friday("12:01") })).code).toBe("OUTDATED");
  });

  test("is asked of the same team once more before it is open longer", () => {
    const opened = press(taken(), "network", nils, monday("11:30"), {
      ...{ type: "finish", outcome: "done", evidence: "rule 4711", onSite: "Nils", values: {} },
    });
    const longer = then(opened, {
      type: "extend",
      until: friday("18:00"),
      reason: "more",
      by: olga,
      at: friday("09:00"),
      name: "Olga",
    });
    expect(stepOf(longer, "security-longer-1").status).not.toBe("settled");
  });
});

describe("a risk that is taken back", () => {
  const back = { type: "takeBack", reason: "the batch is done" } as const;
  const backBy = (walk: Walk, by: PersonId, at = monday("11:10")) => pressing(walk, "security", by, at, back);
  const tookBack = () => then(taken(), backBy(taken(), max));
  const began = () => press(taken(), "network", nils, monday("11:05"), { type: "take" });
  const done = (walk = taken()) =>
    press(walk, "network", nils, monday("11:30"), {
      ...{ type: "finish", outcome: "done", evidence: "rule 4711", onSite: "Nils", values: {} },
    });

  test("before anybody has begun ends it with the no as it was said", () => {
    const walk = tookBack();
    expect(typesSince(taken(), walk)).toEqual(["RiskTakenBack", "PlaceLeft", "StepReopened", "RequestClosed"]);
    expect(walk.state).toMatchObject({ status: "closed", outcome: "denied", reason: "no login" });
    expect(stepOf(walk, "security")).toMatchObject({ verdict: { type: "denied", by: sina, at: monday("10:30") } });
    expect(stepOf(walk, "network").status).toBe("waiting");
  });

  test("leaves everything that can be done about a no: it is asked again, taken back, or its risk taken once more", () => {
    const walk = tookBack();
    expect(stepOf(then(walk, taking(walk, max, { at: monday("11:20") })), "network").status).toBe("open");
    const { id, ask } = stepOf(walk, "security");
    const asks = { type: "appeal", step: id, ask, news: "a jump host", values: Values.parse({}) } as const;
    expect(open(then(walk, { ...asks, by: olga, at: monday("11:20"), name: "Olga" })).appeal?.by).toBe(olga);
    const yes = then(walk, backBy(walk, sina, monday("11:20")));
    expect(stepOf(yes, "security").status).toBe("open");
    // What was asked of the network on the strength of the risk waits until security has said yes.
    expect(stepOf(yes, "network").status).toBe("waiting");
  });

  test("is read by everybody, with who and why", () => {
    const walk = tookBack();
    const { state } = walk;
    if (state.status !== "closed") throw new Error("The no ends it");
    const told = [...state.places.values()].flatMap((place) => {
      const ping = pingFor(last(walk, "RiskTakenBack"), { request, state, place, world: walk.world });
      return ping === null ? [] : [ping];
    });
    expect(told.flatMap(({ mention }) => mention.map((each) => each.split(":")[1]))).toEqual(
      expect.arrayContaining(["olga", "sina"]),
    );
    for (const { text } of told)
      expect(text).toBe(
        "Max Lindner no longer takes the risk of HAM-1 Open port 502/tcp to PLC-12, and the no stands again: “the batch is done”.",
      );
    const place = state.places.get(REQUESTER_PLACE);
    if (place === undefined) throw new Error("Whoever asked reads it");
    const card = JSON.stringify(requestCard(request, state, place, walk.world));
    expect(card).toContain("No longer takes the risk: the batch is done");
    expect(card).toContain("Mon 10:30");
  });

  test("is a button on the card of whoever took it, and of nobody else", () => {
    const walk = taken();
    const state = open(walk);
    const risk = state.places.get(RISK_PLACE);
    if (risk === undefined) throw new Error("The risk owner reads it");
    expect(JSON.stringify(requestCard(request, state, risk, walk.world))).toContain("Take it back…");
    expect(JSON.stringify(requestCard(request, open(done()), risk, walk.world))).toContain("Cut off now…");
    const others = { ...walk.world, plant: { ...demo, riskOwner: paula } };
    expect(JSON.stringify(requestCard(request, state, risk, others))).not.toContain("Take it back…");
    const team = [...state.places.values()].find(({ name }) => name === "security");
    if (team === undefined) throw new Error("Security reads it");
    const { id, ask } = stepOf(walk, "security");
    const isFor = (by: PersonId) =>
      isTheirs(state, "decider", { step: id, ask }, { by, at: monday("11:10") }, walk.world);
    expect([max, sina, otto, paula, olga].map(isFor)).toEqual([true, false, false, false, false]);
  });

  test.each([
    { who: "whose no it was", by: sina },
    { who: "Ops", by: paula },
    { who: "whoever asked", by: olga },
  ])("is not for $who to take back", ({ by }) => {
    expect(refusal(taken(), backBy(taken(), by)).code).toBe("NOT_ALLOWED");
  });

  test("is not for somebody who takes no risks any more", () => {
    const walk = { ...taken(), world: { ...taken().world, plant: { ...demo, riskOwner: paula } } };
    expect(refusal(walk, backBy(walk, max)).code).toBe("NOT_ALLOWED");
  });

  test("once somebody has begun is for them to decide, who are told at once", () => {
    const walk = then(began(), backBy(began(), max));
    expect(typesSince(began(), walk)).toEqual(["HaltAsked"]);
    const state = open(walk);
    const place = [...state.places.values()].find(({ role }) => role.type === "step" && role.step === "network");
    if (place === undefined) throw new Error("Nobody is told");
    const ping = pingFor(last(walk, "HaltAsked"), { request, state, place, world: walk.world });
    expect(ping?.mention).toEqual(["office:nils"]);
    expect(ping?.text).toContain("Max Lindner wants to take the risk of HAM-1 Open port 502/tcp to PLC-12 no longer");
    expect(JSON.stringify(requestCard(request, state, place, walk.world))).toContain(
      "wants that back since Mon 11:10: “the batch is done”",
    );
  });

  test("is too late once it is open: then whoever took it cuts it off", () => {
    expect(refusal(done(), backBy(done(), max, monday("11:40"))).message).toContain("Cut off now");
    const cut = then(done(), { type: "cutOff", reason: "enough", by: max, at: monday("11:40"), name: "Max" });
    expect(open(cut).grant).toMatchObject({ status: "ended", by: max, now: true });
  });

  test("is taken back once, however often it is pressed", () => {
    const command = backBy(taken(), max);
    expect(typesSince(tookBack(), then(tookBack(), command))).toEqual([]);
    const halt = backBy(began(), max);
    const halted = then(began(), halt);
    expect(typesSince(halted, then(halted, halt))).toEqual([]);
  });
});

describe("a second no", () => {
  const asks = { type: "appeal", news: "a jump host", values: Values.parse({}) } as const;
  const appealed = () => press(denied(), "security", olga, monday("11:00"), asks);
  const again = () => press(appealed(), "security", deniz, monday("11:30"), deny);
  /** What the risk owner hears when it has ended. */
  const heard = (walk: Walk) => {
    const { state, world } = walk;
    if (state.status !== "closed") throw new Error("A no ends it");
    const places = [...state.places.values()].filter((place) => isForRisk(place) && !place.left);
    expect(places).not.toEqual([]);
    return places.flatMap(
      (place) => pingFor(last(walk, "RequestClosed"), { request, state, place, world })?.text ?? [],
    );
  };

  test("is told to the risk owner when it is said, and not again when they take its risk back", () => {
    expect(heard(again())).toEqual(["HAM-1 Open port 502/tcp to PLC-12 was denied again, with new facts."]);
    const risked = then(again(), taking(again(), max, { at: monday("11:40") }));
    const back = press(risked, "security", max, monday("11:50"), { type: "takeBack", reason: "the batch is done" });
    expect(last(back, "RequestClosed").at).toBe(monday("11:50"));
    expect(heard(back)).toEqual([]);
  });
});

describe("whoever takes risks", () => {
  const week = { from: monday("06:00"), to: friday("18:00") };
  const lets = (plant: Partial<Plant>): Plant => ({ ...demo, ...plant });
  const isAway = { absences: [{ person: max, ...week }] };
  const under = (walk: Walk, plant: Plant): Walk => ({ ...walk, world: { ...walk.world, plant } });
  const deniedUnder = (plant: Plant) => denied(under(approve(asked(), "owner", otto, monday("10:20")), plant));
  const revisited = (walk: Walk, plant: Plant, at = monday("11:00")) =>
    then(under(walk, plant), { type: "revisit", by: "referee:rules", name: "Referee", at });
  /** In whose chats it stands that the risk is theirs to take, and whether the button does. */
  const shownTo = (walk: Walk) => {
    const { state, world } = walk;
    if (state.status !== "closed" && state.status !== "open") throw new Error("It was sent");
    return [...state.places.values()].filter(isForRisk).flatMap((place) => {
      const card = JSON.stringify(requestCard(request, state, place, world));
      return place.left ? [] : [[place.spot.conversation, card.includes("Take the risk…")]];
    });
  };

  test("is away and nobody stands in: it is shown to them, they may, and everybody reads that they are away", () => {
    const walk = deniedUnder(lets(isAway));
    expect(shownTo(walk)).toEqual([["max", true]]);
    expect(riskCard(walk)).toContain(
      "Only Max Lindner may take the risk of it, by name and with a reason. Max Lindner is away until Fri 18:00.",
    );
    expect(open(then(walk, taking(walk, max))).status).toBe("open");
  });

  test("names a colleague in a chat: that gives them no say", () => {
    const walk = deniedUnder(
      lets({ ...isAway, standIns: [{ person: max, standIn: paula, ...week, saidBy: max, saidAt: week.from }] }),
    );
    expect(refusal(walk, taking(walk, paula)).code).toBe("NOT_ALLOWED");
  });

  test("is away, and the plant file lets somebody stand in: it is shown to them, and they may meanwhile", () => {
    const plant = lets({ ...isAway, riskOwnerStandIn: paula });
    const walk = deniedUnder(plant);
    expect(shownTo(walk)).toEqual([["paula", true]]);
    const both = `${nameOf(demo, paula)} or Max Lindner`;
    expect(riskCard(walk)).toContain(`Only ${both} may take the risk of it`);
    expect(refusal(walk, taking(walk, otto)).message).toBe(`Only ${both} may take this risk.`);
    const takenByPaula = then(walk, taking(walk, paula));
    expect(last(takenByPaula, "RiskTaken").by).toBe(paula);
    // Max is back: what Paula took she can still take back.
    const later = under(takenByPaula, lets({ riskOwnerStandIn: paula }));
    const back = pressing(later, "security", paula, monday("11:10"), { type: "takeBack", reason: "the batch is done" });
    expect(then(later, back).state.status).toBe("closed");
  });

  test("is named in the reader's language together with whoever stands in", () => {
    const card = (language: "de" | "es") =>
      riskCard(deniedUnder(lets({ ...isAway, riskOwnerStandIn: paula, language })));
    expect(card("de")).toContain(`Nur ${nameOf(demo, paula)} oder Max Lindner darf das Risiko übernehmen`);
    expect(card("es")).toContain(`Solo ${nameOf(demo, paula)} o Max Lindner pueden asumir el riesgo`);
  });

  test("is named alone where whoever stands in asked for it themselves", () => {
    const own = approve(asked({ by: paula }), "owner", otto, monday("10:20"));
    const walk = denied(under(own, lets({ ...isAway, riskOwnerStandIn: paula })));
    expect(riskCard(walk)).toContain("Only Max Lindner may take the risk of it");
    expect(refusal(walk, taking(walk, otto)).message).toBe("Only Max Lindner may take this risk.");
  });

  test("is there: whoever stands in may not, and is not shown it", () => {
    const walk = deniedUnder(lets({ riskOwnerStandIn: paula }));
    expect(shownTo(walk)).toEqual([["max", true]]);
    expect(refusal(walk, taking(walk, paula)).message).toBe("Only Max Lindner may take this risk.");
  });

  test.each([
    {
      who: "whoever asked",
      walk: (plant: Plant) => denied(under(approve(asked({ by: paula }), "owner", otto, monday("10:20")), plant)),
    },
    {
      who: "whoever is away, too",
      walk: (plant: Plant) => deniedUnder({ ...plant, absences: [max, paula].map((person) => ({ person, ...week })) }),
    },
  ])("never is $who for another", ({ walk }) => {
    const own = walk(lets({ ...isAway, riskOwnerStandIn: paula }));
    expect(refusal(own, taking(own, paula)).code).not.toBe("OUTDATED");
    expect(shownTo(own).map(([whose]) => whose)).toEqual(["max"]);
  });

  test("goes away after it was denied: whoever stands in is shown it, and no longer once they are back", () => {
    const plant = lets({ riskOwnerStandIn: paula });
    const gone = revisited(deniedUnder(plant), { ...plant, ...isAway });
    expect(shownTo(gone)).toEqual([
      ["max", true],
      ["paula", true],
    ]);
    const back = revisited(gone, plant, monday("11:30"));
    expect(shownTo(back)).toEqual([["max", true]]);
    expect(typesSince(back, revisited(back, plant, monday("11:40")))).toEqual([]);
  });

  test("has left, or is another one in the plant file, after it was denied: whoever is it now is shown it", () => {
    const others = new Map([...demo.people].filter(([id]) => id !== max));
    const left = lets({ people: others, left: new Set([max]), riskOwnerStandIn: paula });
    expect(shownTo(revisited(denied(), left))).toEqual([["paula", true]]);
    expect(shownTo(revisited(denied(), lets({ riskOwner: piet })))).toEqual([["piet", true]]);
    expect(shownTo(revisited(denied(), lets({ riskOwner: null })))).toEqual([]);
  });

  test("is told of nothing that is final", () => {
    const over = wokenAt(denied(), friday("12:00"));
    expect(typesSince(over, revisited(over, lets({ riskOwner: piet }), friday("12:10")))).toEqual([]);
  });

  test("concerns every request that was denied and may go on", () => {
    const { state, world } = denied();
    const lists = projectRequest(request, { before: state, state, events: [] }, world, false).lists ?? [];
    const names = lists.map((list) => list.name);
    expect(names).toEqual(
      expect.arrayContaining([LIST.denied(demo.code), INDEX.dependsOn(demo.code, { type: "person", id: max })]),
    );
    const over = wokenAt(denied(), friday("12:00"));
    const final =
      projectRequest(request, { before: over.state, state: over.state, events: [] }, world, false).lists ?? [];
    expect(final.map((list) => list.name)).not.toContain(LIST.denied(demo.code));
    expect(indexesOf(demo.code, { type: "everything" })).toContain(LIST.denied(demo.code));
  });
});

describe("what was denied otherwise", () => {
  test("by the asset's owner, who has no veto, is nobody's risk to take", () => {
    const walk = press(asked(), "owner", otto, monday("10:30"), deny);
    expect(refusal(walk, taking(walk, max, { step: "owner" })).message).toContain("no veto");
    expect([...(walk.state.status === "closed" ? walk.state.places.keys() : [])]).not.toContain(RISK_PLACE);
  });

  test("by Safety yields to nobody", () => {
    const guard = [...demo.assets.values()].find(({ safety }) => safety !== null);
    if (guard === undefined) throw new Error("The demo plant has something that protects people");
    const facts = { destination: `asset:${guard.id}`, until: String(friday("12:00")), why: "read it", port: "502/tcp" };
    const walk = sent({ plant: demo, type: openPort, by: olga, at: monday("10:00") }, facts);
    const over = press(walk, "safety", sabine, monday("10:30"), deny);
    const refused = refusal(over, taking(over, max, { step: "safety" }));
    expect(refused).toMatchObject({ code: "NOT_ALLOWED", message: "What Safety denies is nobody's risk to take." });
    expect([...(over.state.status === "closed" ? over.state.places.keys() : [])]).not.toContain(RISK_PLACE);
  });

  test("by a team of safety yields to nobody either, however its step is called", () => {
    const type = {
      ...openPort,
      stages: openPort.stages.map((stage) => ({
        ...stage,
        steps: stage.steps.map((step) =>
          step.id === "security" ? ({ ...step, owner: `team:${demo.roles.safety}` } as const) : step,
        ),
      })),
    };
    const facts = { destination: "asset:plc-12", until: String(friday("12:00")), why: "read it", port: "502/tcp" };
    const walk = sent({ plant: demo, type, by: olga, at: monday("10:00") }, facts);
    const over = press(walk, "security", sabine, monday("10:30"), deny);
    expect(refusal(over, taking(over, max)).message).toBe("What Safety denies is nobody's risk to take.");
  });
});
