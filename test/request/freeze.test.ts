import { draftCard } from "../../src/card/draft/draftCard.ts";
import { nextUp } from "../../src/card/lines/nextUp.ts";
import { sayOutcome } from "../../src/card/lines/standing.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { type EpochMs, HOUR_MS, later } from "../../src/clock.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { servedBy } from "../../src/plant/who/served.ts";
import { RequestId } from "../../src/request/ids.ts";
import { isTheirs, mayPress } from "../../src/request/rules/mayPress.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { local } from "../plant/cast.ts";
import { demoText, withFreeze } from "../support/plantText.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { drafted, sent, then, valuesFrom, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  approve,
  asked,
  askedLast,
  askedOf,
  called,
  changing,
  last,
  nils,
  olga,
  open,
  opened,
  openPort,
  otto,
  paula,
  piet,
  press,
  refusal,
  revisited,
  sina,
  stepOf,
  tuesday,
  works,
} from "./scene.ts";

// In the demo plant lines 3 and 7 are frozen around each shift change, line 3 from 14 to 19 December as a whole.
const monday = (time: string) => local(`2026-11-23T${time}`);
const december = (day: number, time: string) => local(`2026-12-${day}T${time}`);
const vera = PersonId.parse("vera");
const goOn = (by: typeof paula, at: EpochMs) =>
  ({ type: "setFreezeAside", reason: "the line loses batches", by, at, name: "Paula" }) as const;

/** New firmware for PLC-12, agreed to by everybody, for Tuesday 22:00 to 23:00. */
function agreedUpdate(): Walk {
  const type = typeNamed("firmware-update");
  const times = { from: String(tuesday("22:00")), until: String(tuesday("23:00")) };
  return ["owner", "security", "ops"].reduce(
    (walk, step) => {
      const values = valuesFrom(type, stepOf(walk, step).id, monday("10:30"));
      return press(walk, step, askedLast(walk, step)[0], monday("10:30"), { type: "approve", limits: [], values });
    },
    askedOf(type, times),
  );
}

/** The same in a plant file with one more freeze. */
function under(walk: Walk, freeze: string, at: EpochMs): Walk {
  const plant = servedBy(demoText(withFreeze(freeze)).plant, ["web", "office"]);
  return revisited(walk, plant, at);
}

/** Olga's request, agreed to by both owners at that time, an hour after she sent it. */
function agreedAt(at: EpochMs) {
  const walk = asked({ at: later(at, -HOUR_MS), values: { until: String(december(21, "12:00")) } });
  return approve(approve(walk, "owner", otto, at), "security", sina, at);
}

describe("while what it is about is frozen", () => {
  test("everybody is asked, and what is carried out waits until the freeze ends", () => {
    const walk = agreedAt(monday("13:52"));
    expect(stepOf(walk, "network")).toMatchObject({
      status: "held",
      until: monday("14:10"),
      because: "freeze “shift change”",
      freeze: "shift change",
    });
    expect(stepOf(wokenAt(walk, monday("14:10")), "network").status).toBe("open");
  });

  test("what was with people long before waits from its beginning on, unless somebody has begun", () => {
    const text =
      '{ name: trial run, assets: [plc-12], when: { type: once, from: "2026-12-10T12:00", to: "2026-12-12T20:00" } }';
    const plant = servedBy(demoText(withFreeze(text)).plant, ["web", "office"]);
    const values = {
      destination: "asset:plc-12",
      until: String(december(21, "12:00")),
      why: "counters",
      port: "502/tcp",
    };
    const first = sent({ plant, type: openPort, by: olga, at: monday("10:00") }, values);
    const both = approve(approve(first, "owner", otto, monday("10:30")), "security", sina, monday("11:00"));
    expect(stepOf(both, "network")).toMatchObject({ status: "open", ball: { frozenFrom: december(10, "12:00") } });
    expect(stepOf(wokenUntil(both, december(10, "12:01")), "network")).toMatchObject({
      status: "held",
      until: december(12, "20:00"),
    });
    const taken = press(both, "network", nils, monday("11:10"), { type: "take" });
    expect(stepOf(wokenUntil(taken, december(10, "12:01")), "network").status).toBe("open");
  });

  test("an agreed time that the freeze takes up is over with it, and asked for anew", () => {
    const agreed = agreedUpdate();
    const when = '{ type: once, from: "2026-11-24T20:00", to: "2026-11-25T06:00" }';
    const walk = under(agreed, `{ name: trial run, assets: [plc-12], when: ${when} }`, tuesday("19:00"));
    const held = wokenUntil(walk, tuesday("22:01"));
    expect(stepOf(held, "update")).toMatchObject({ status: "held", freeze: "trial run" });
    expect(held.events.slice(walk.events.length).map(({ type }) => type)).toContain("DeadlineNears");
    const [place] = open(held).places.values();
    expect(place && JSON.stringify(nextUp(open(held), place, held.world))).toContain("Tue 23:00");
    const at = { request: RequestId.parse("req_0123456789ab"), state: open(held), world: held.world };
    expect(place?.role.type).toBe("requester");
    expect(place && pingFor(last(held, "DeadlineNears"), { ...at, place })).toMatchObject({
      ...{ mention: ["web:olga"], text: expect.stringContaining("ends Tue 23:00, and nobody has begun yet.") },
    });
    const over = wokenUntil(held, tuesday("23:01"));
    expect(over.state).toMatchObject({ status: "closed", outcome: "lapsed", closedAt: tuesday("23:00") });
    expect(over.state.status === "closed" && sayOutcome(over.state, over.world.plant)).toBe(
      "Over, Tue 23:00: its time came before it was carried out: OT controls could not act before Wed 06:10 (freeze “trial run”). If it is still needed, ask again with a new time.",
    );
  });

  test("an agreed time of which something is left afterwards waits for that", () => {
    const when = '{ type: once, from: "2026-11-24T20:00", to: "2026-11-24T22:30" }';
    const walk = under(agreedUpdate(), `{ name: trial run, assets: [plc-12], when: ${when} }`, tuesday("19:00"));
    expect(stepOf(wokenUntil(walk, tuesday("22:31")), "update").status).toBe("open");
  });

  test("what was opened is closed again at its end all the same", () => {
    const ended = press(opened(), "works", olga, monday("12:00"), works);
    const cut = then(ended, { type: "cutOff", reason: "strange traffic", by: otto, at: monday("13:55"), name: "Otto" });
    expect(stepOf(cut, "close").status).toBe("open");
  });

  test("a line that stands does not wait", () => {
    expect(stepOf(called(monday("13:55")), "repair").status).toBe("open");
  });

  test("an emergency does not wait, and all who agree to it, open it or look it up read that something is frozen", () => {
    const once = `{ type: once, from: "2026-11-23T08:00", to: "2026-11-23T20:00" }`;
    const freeze = `{ name: trial run, assets: [plc-12], when: ${once} }`;
    const plant = servedBy(demoText(withFreeze(freeze)).plant, ["web", "office"]);
    const type = typeNamed("break-glass");
    const facts = { machine: "asset:plc-12", opened: "the way in", why: "it stands", until: String(monday("13:00")) };
    const cast = { plant, type, by: olga, at: monday("10:00") };
    const says = "Freeze “trial run” until Mon 20:00. An emergency does not wait for it.";
    const id = RequestId.parse("req_0123456789ab");
    const draft = drafted(cast, facts);
    if (draft.state.status !== "draft") throw new Error("It is no draft");
    const card = JSON.stringify(draftCard(id, draft.state, draft.world));
    expect(card).toContain(says);
    expect(card).not.toContain("Free for as long");
    const shown = (walk: Walk, step: string) =>
      [...open(walk).places.values()]
        .filter(({ role, left }) => !left && role.type === "step" && role.step === step)
        .map((place) => JSON.stringify(requestCard(id, open(walk), place, walk.world)));
    const walk = sent(cast, facts);
    const cards = shown(walk, "operations");
    expect(cards.length).toBeGreaterThan(0);
    for (const each of cards) expect(each).toContain(says);
    const agreed = press(walk, "operations", paula, monday("10:02"), { type: "approve", limits: [], values: {} });
    expect(stepOf(agreed, "open").status).toBe("open");
    for (const each of shown(agreed, "open")) expect(each).toContain(says);
    const [lead] = askedLast(agreed, "open");
    const done = { type: "finish", outcome: "done", evidence: "the way in", onSite: "", values: {} } as const;
    const running = press(agreed, "open", lead, monday("10:05"), done);
    expect(open(running).grant).toMatchObject({ status: "running" });
    expect(open(running).notes.map(({ text }) => text)).toContain("Reported during the freeze “trial run”.");
  });

  test("Ops does not hear of a shift change, and hears at once of a freeze of days", () => {
    expect([...open(agreedAt(monday("13:52"))).places.keys()]).not.toContain("ops");
    const walk = agreedAt(december(15, "09:00"));
    expect(stepOf(walk, "network")).toMatchObject({ status: "held", freeze: "Christmas production" });
    expect([...open(walk).places.keys()]).toContain("ops");
  });
});

describe("setting a freeze aside", () => {
  test("lets this request go on at once, in the name of the lead who said so", () => {
    const walk = then(agreedAt(december(15, "09:00")), goOn(paula, december(15, "09:30")));
    expect(stepOf(walk, "network")).toMatchObject({ status: "open", ball: { since: december(15, "09:30") } });
    expect(open(walk).notes.at(-1)).toMatchObject({
      by: paula,
      text: "the line loses batches",
    });
  });

  test("is for Ops alone", () => {
    const walk = agreedAt(december(15, "09:00"));
    expect(refusal(walk, goOn(nils, december(15, "09:30"))).code).toBe("NOT_ALLOWED");
  });

  test("is not for whoever asked, though they lead Ops", () => {
    const asking = asked({ by: paula, at: december(15, "08:00"), values: { until: String(december(21, "12:00")) } });
    const walk = approve(
      approve(asking, "owner", otto, december(15, "09:00")),
      "security",
      sina,
      december(15, "09:00"),
    );
    const command = goOn(paula, december(15, "09:30"));
    expect(refusal(walk, command).code).toBe("OWN_REQUEST");
    // Before the form opens, so that nobody gives reasons in vain.
    const about = { step: null, ask: 0 };
    expect(() => mayPress(walk.state, "opsForOthers", about, command, walk.world)).toThrow("your own request");
    expect(isTheirs(walk.state, "opsForOthers", about, command, walk.world)).toBe(false);
    expect(isTheirs(walk.state, "opsForOthers", about, { ...command, by: piet }, walk.world)).toBe(true);
  });

  test("is told to whoever comes second that it goes on already", () => {
    const walk = then(agreedAt(december(15, "09:00")), goOn(paula, december(15, "09:30")));
    expect(refusal(walk, goOn(piet, december(15, "09:30"))).code).toBe("OUTDATED");
    expect(refusal(asked(), goOn(paula, monday("10:30"))).code).toBe("OUTDATED");
  });

  test("is for the freeze that runs, and for no later one", () => {
    const shiftChange = then(agreedAt(december(11, "13:52")), goOn(paula, december(11, "13:55")));
    expect(stepOf(shiftChange, "network").status).toBe("open");
    expect(stepOf(wokenAt(shiftChange, december(14, "06:00")), "network")).toMatchObject({
      status: "held",
      freeze: "Christmas production",
    });
  });

  test("does not outlive the facts it was said of", () => {
    const walk = then(agreedAt(december(15, "09:00")), goOn(paula, december(15, "09:30")));
    const changed = then(walk, changing({ why: "another report" }, december(15, "10:00")));
    expect(open(changed).freezeSetAsideUntil).toBeNull();
  });
});

describe("a long freeze that begins while something is to be carried out", () => {
  // Agreed on Friday the 11th; line 3 is frozen from Monday the 14th, 06:00, to Saturday the 19th, 22:00.
  const begins = december(14, "06:00");
  const takes = (at: EpochMs) => press(agreedAt(december(11, "11:00")), "network", nils, at, { type: "take" });

  test("takes nothing from whoever it was handed to in the middle of it", () => {
    const handed = press(takes(december(11, "11:30")), "network", nils, december(11, "11:40"), {
      type: "handOver",
      to: vera,
    });
    expect(stepOf(wokenAt(handed, begins), "network").status).toBe("open");
  });

  test("holds what nobody has taken, where its card stands", () => {
    const before = agreedAt(december(11, "11:00"));
    const walk = wokenAt(before, begins);
    expect(stepOf(walk, "network")).toMatchObject({ status: "held", until: december(19, "22:10") });
    expect([...open(walk).places.keys()].filter((name) => name.startsWith("network"))).toEqual(["network"]);
  });

  test("takes nothing from whoever is at it, and says of what they report that it came during the freeze", () => {
    const walk = takes(december(11, "11:30"));
    expect(stepOf(wokenAt(walk, begins), "network").status).toBe("open");
    const done = press(wokenAt(walk, begins), "network", nils, december(14, "08:30"), {
      type: "finish",
      outcome: "done",
      evidence: "rule 4711",
      onSite: "Nils",
      values: {},
    });
    expect(open(done).notes.at(-1)?.text).toBe("Reported during the freeze “Christmas production”.");
  });

  test("that has left the plant file meanwhile holds nothing, and is not looked for again", () => {
    const { world, ...rest } = agreedAt(december(11, "11:00"));
    const without = { ...rest, world: { ...world, plant: { ...world.plant, freezes: [] } } };
    const walk = wokenAt(without, begins);
    expect(stepOf(walk, "network")).toMatchObject({ status: "open", ball: { frozenFrom: null } });
    expect(nextWake(walk.state, walk.world.plant)).not.toBe(begins);
  });
});
