import { boardCard } from "../../src/card/board/boardCard.ts";
import { SECTIONS } from "../../src/card/digest/digestSections.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import type { EpochMs } from "../../src/clock.ts";
import { DAY_MS, later } from "../../src/clock.ts";
import { readPress } from "../../src/intake/press.ts";
import { AccountId, TeamId } from "../../src/plant/ids.ts";
import { instantFrom } from "../../src/plant/time/localTime.ts";
import { LIST, listsOf } from "../../src/referee/lists.ts";
import { type Actor, THE_RULES } from "../../src/request/actor.ts";
import { RequestId, RequestKey } from "../../src/request/ids.ts";
import { OPS_PLACE } from "../../src/request/place.ts";
import { agreedFor } from "../../src/request/rules/agreement.ts";
import type { Open, RequestState } from "../../src/request/state.ts";
import { type Step, StepId, stepsOf } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { drafted, then, type Walk, wokenUntil } from "../workflow/walk.ts";
import {
  askedOf,
  changing,
  demo,
  friday,
  last,
  monday,
  nils,
  olga,
  open,
  otto,
  press,
  pressing,
  refusal,
  sina,
  stepOf,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const agreement = typeNamed("vendor-agreement");
const session = typeNamed("remote-access");
const END = later(monday("10:00"), 60 * DAY_MS);
const FACTS = { jumpHost: "asset:historian", secondFactor: "yes", recorded: "yes" };
const view = { text: "Look only", until: null };

/** Agreed on with PackTec for the palletizer, for sixty days; IT network has set it up at 11:00. */
function agreed(values: Record<string, string> = {}, by = sina, meanwhile = (walk: Walk) => walk): Walk {
  const asked = { machine: "asset:palletizer", visitor: "PackTec", sponsor: "Karin", until: String(END), ...values };
  const yes = { type: "approve", limits: [], values: {} } as const;
  const one = press(askedOf(agreement, asked), "owner", otto, monday("10:10"), yes);
  const told = { ...yes, limits: [view], values: Values.parse(FACTS) };
  const both = press(one, "security", by, monday("10:20"), told);
  const done = { type: "finish", outcome: "done", evidence: "account 12", onSite: "Nils", values: {} } as const;
  return press(meanwhile(both), "network", nils, monday("11:00"), done);
}

const facts = {
  machine: "asset:palletizer",
  visitor: "Elena Ruiz, PackTec",
  sponsor: "Karin",
  why: "the gripper stops",
  from: String(monday("13:00")),
  until: String(monday("15:00")),
};

type Asked = { values?: Record<string, string>; by?: Actor; at?: EpochMs; standing?: readonly Open[] };

/** A session that Olga asks for at noon, with the agreements that stand open. */
function asks({ values = {}, by = olga, at = monday("12:00"), standing = [open(agreed())] }: Asked = {}): Walk {
  const draft = drafted({ plant: demo, type: session, by, at }, { ...facts, ...values });
  return then(draft, { type: "send", agreements: standing, by, at, name: by });
}

const stepIds = (walk: Walk) => stepsOf(open(walk).rules).map(({ id }) => id as string);

describe("a session that was agreed on beforehand", () => {
  test("asks the owner and nobody else, with what security said and allowed then", () => {
    const walk = asks();
    expect(stepIds(walk)).toEqual(["owner", "network", "watch", "close", "handback"]);
    expect(open(walk)).toMatchObject({ values: FACTS, limits: [view], agreed: { key: "HAM-1", until: END } });
    expect(last(walk, "RequestSent").agreed?.steps).toEqual([
      { step: "security", party: { type: "team", team: "it-security" }, by: sina },
    ]);
  });

  test("opens with one yes of the owner", () => {
    const yes = {
      type: "approve",
      limits: [],
      values: Values.parse({ rights: "view", watcher: "Otto, 110" }),
    } as const;
    const walk = press(asks(), "owner", otto, monday("12:10"), yes);
    expect(wokenUntil(walk, monday("13:01")).events.at(-1)).toMatchObject({ type: "StepOpened", step: "network" });
  });
});

describe("security is asked as always", () => {
  const is = (asked: Asked) => expect(stepIds(asks(asked))).toContain("security");

  test("where nothing was agreed on", () => is({ standing: [] }));
  test("for another vendor", () => {
    const teams = new Map(demo.teams);
    const packtec = teams.get(TeamId.parse("packtec"));
    if (packtec === undefined) throw new Error("The demo plant has PackTec");
    const krones = { ...packtec, id: TeamId.parse("krones"), name: "Krones", members: [] };
    const plant = { ...demo, teams: teams.set(krones.id, krones) };
    const at = monday("12:00");
    const coveredFor = (visitor: string) => {
      const { state } = drafted({ plant, type: session, by: olga, at }, { ...facts, visitor });
      if (state.status !== "draft") throw new Error("It is a draft");
      return agreedFor(session, state, [open(agreed())], plant, at);
    };
    expect(coveredFor("Marco Bianchi, Krones")).toBeNull();
    expect(coveredFor("Elena Ruiz of PackTec and Marco Bianchi of Krones")).toBeNull();
    expect(coveredFor("Elena Ruiz of PackTec")).not.toBeNull();
  });
  test("for a visitor of no vendor that the plant file knows", () => is({ values: { visitor: "Elena Ruiz" } }));
  test("for another machine", () => is({ values: { machine: "asset:plc-12" } }));
  test("for one more machine", () => is({ values: { machine: "asset:palletizer\nasset:plc-12" } }));
  test("for a machine that is only called something", () => is({ values: { machine: "text:Palletizer" } }));
  test("for longer than was agreed on", () =>
    is({ values: { until: String(friday("12:00")) }, standing: [open(agreed({ until: String(friday("11:00")) }))] }));
  test("once the agreement has ended", () => is({ standing: [open(wokenUntil(agreed(), later(END, 1)))] }));
  test("for a session that an account asks for which the plant does not know", () =>
    is({ by: AccountId.parse("web:somebody") }));
  test("for a session that whoever agreed asks for themselves", () => is({ by: sina }));

  test("before the way in is set up", () => {
    const asked = { machine: "asset:palletizer", visitor: "PackTec", until: String(END) };
    is({ standing: [open(askedOf(agreement, asked))] });
  });

  test("after somebody had the agreement cut off", () => {
    const cut = {
      type: "cutOff",
      reason: "they left a back door",
      by: otto,
      name: "Otto",
      at: monday("11:30"),
    } as const;
    is({ standing: [open(then(agreed(), cut))] });
  });

  test.each([
    ["owner", otto],
    ["security", sina],
  ] as const)("after the yes of %s was wanted back while it was being set up", (step, by) => {
    const standing = agreed({}, sina, (both) => {
      const begun = press(both, "network", nils, monday("10:40"), { type: "take" });
      return press(begun, step, by, monday("10:50"), { type: "takeBack", reason: "they have a back door" });
    });
    is({ standing: [open(standing)] });
  });

  test("where somebody else, or no veto, answered for it in the agreement", () => {
    const standing = open(agreed());
    const withStep = (change: Partial<Step>) => ({
      ...standing,
      rules: {
        ...standing.rules,
        stages: standing.rules.stages.map((stage) => ({
          ...stage,
          steps: stage.steps.map((each) => (each.id === "security" ? { ...each, ...change } : each)),
        })),
      },
    });
    is({ standing: [withStep({ veto: false })] });
    is({ standing: [withStep({ owner: "assetOwner" })] });
  });

  test("after ninety days, whatever end was asked for", () => {
    const until = later(monday("10:00"), 200 * DAY_MS);
    const { grant, ...standing } = open(agreed());
    if (grant.status !== "running") throw new Error("It is open");
    // As releases before it was bounded had it.
    const long: Open = { ...standing, grant: { ...grant, until } };
    const at = later(monday("11:00"), 89 * DAY_MS);
    const covered = (until: EpochMs) => {
      const { state } = drafted({ plant: demo, type: session, by: olga, at }, { ...facts, until: String(until) });
      if (state.status !== "draft") throw new Error("It is a draft");
      return agreedFor(session, state, [long], demo, at);
    };
    expect(covered(later(at, DAY_MS))).not.toBeNull();
    expect(covered(later(at, DAY_MS + 1))).toBeNull();
  });
});

test.each([
  { zone: "Europe/Berlin", since: "2026-08-01", last: "2026-10-30" },
  { zone: "Europe/Berlin", since: "2027-01-10", last: "2027-04-10" },
  { zone: "America/Chicago", since: "2026-08-10", last: "2026-11-08" },
  { zone: "America/Chicago", since: "2027-01-10", last: "2027-04-10" },
])("in $zone an agreement from $since covers until the same time of day on $last", ({ zone, since, last: day }) => {
  const on = (date: string, time: string) => instantFrom(`${date}T${time}`, zone);
  const plant = { ...demo, timeZone: zone };
  const { grant, ...standing } = open(agreed());
  if (grant.status !== "running") throw new Error("It is open");
  const long: Open = { ...standing, grant: { ...grant, since: on(since, "10:00"), until: on("2027-12-01", "10:00") } };
  const covered = (until: EpochMs) => {
    const at = on(day, "08:00");
    const { state } = drafted({ plant, type: session, by: olga, at }, { ...facts, until: String(until) });
    if (state.status !== "draft") throw new Error("It is a draft");
    return agreedFor(session, state, [long], plant, at);
  };
  expect(covered(on(day, "10:00"))).toMatchObject({ until: on(day, "10:00") });
  expect(covered(later(on(day, "10:00"), 1))).toBeNull();
});

describe("what was agreed on is what it was sent with", () => {
  const change = (values: Record<string, string>) => refusal(asks(), changing(values, monday("12:05")));

  test.each([{ machine: "asset:plc-12" }, { visitor: "Marco Bianchi, Krones" }, { until: String(friday("12:00")) }])(
    "so it is not changed to %o",
    (values) => {
      const walk = asks({ standing: [open(agreed({ until: String(friday("11:00")) }))] });
      expect(refusal(walk, changing(values, monday("12:05")))).toMatchObject({
        code: "NOT_ALLOWED",
        message: expect.stringContaining("agreed on as HAM-1"),
      });
    },
  );

  test("and stays so when something else is changed", () => {
    const walk = then(asks(), changing({ until: String(friday("12:00")) }, monday("12:05")));
    expect(open(walk)).toMatchObject({ values: FACTS, limits: [view] });
    expect(stepIds(walk)).not.toContain("security");
  });

  test("and nobody who asks can change what security said", () => {
    expect(change({ jumpHost: "asset:plc-12" })).toMatchObject({ code: "FIELD_INVALID" });
  });
});

describe("once the agreement holds no more", () => {
  const cut = { type: "cutOff", reason: "they left a back door", by: otto, name: "Otto", at: monday("12:20") } as const;
  const lost = (walk: Walk, agreement: RequestState = then(agreed(), cut).state, at = monday("12:21")) =>
    then(walk, { type: "agreementLost", agreement, by: THE_RULES, name: "Referee", at });
  const yes = { type: "approve", limits: [], values: Values.parse({ rights: "view", watcher: "Otto, 110" }) } as const;
  const approved = () => press(asks(), "owner", otto, monday("12:10"), yes);

  test.each([
    ["before anybody answered", asks],
    ["after the owner agreed", approved],
  ])("what was asked for by it asks security, too, and everybody anew, %s", (_, walk) => {
    const now = lost(walk());
    expect(stepIds(now)).toEqual(["owner", "security", "network", "watch", "close", "handback"]);
    expect(open(now)).toMatchObject({ agreed: null, limits: [] });
    expect(open(now).values).not.toMatchObject({ jumpHost: expect.anything() });
    expect(open(now).steps.get(StepId.parse("security"))).toMatchObject({ status: "open" });
    expect(open(now).steps.get(StepId.parse("owner"))).toMatchObject({ status: "open" });
    expect(open(now).notes.at(-1)?.text).toContain("asks IT security as well");
  });

  test("security's yes needs its facts again, and the way opens only then", () => {
    const both = press(lost(approved()), "owner", otto, monday("12:30"), yes);
    const none = { type: "approve", limits: [], values: {} } as const;
    expect(refusal(both, pressing(both, "security", sina, monday("12:31"), none)).code).toBe("FIELD_MISSING");
    const told = press(both, "security", sina, monday("12:31"), { ...none, values: Values.parse(FACTS) });
    expect(wokenUntil(told, monday("13:01")).events.at(-1)).toMatchObject({ type: "StepOpened", step: "network" });
  });

  test("nothing changes while it holds, for another one, a second time, or after it ended by itself", () => {
    const events = (walk: Walk) => walk.events.length;
    const one = asks();
    expect(events(lost(one, agreed().state))).toBe(events(one));
    expect(events(lost(one, { ...open(then(agreed(), cut)), key: RequestKey.parse("HAM-7") }))).toBe(events(one));
    const once = lost(one);
    expect(events(lost(once))).toBe(events(once));
    const running = begun();
    const told = lost(running);
    expect(events(lost(told))).toBe(events(told));
  });

  /** IT network has opened it at 13:05. */
  function begun(): Walk {
    const due = wokenUntil(approved(), monday("13:01"));
    const done = { type: "finish", outcome: "done", evidence: "session 12", onSite: "", values: {} } as const;
    return press(due, "network", nils, monday("13:05"), done);
  }

  test("what is open goes on, Ops are told, and it is not made longer by one yes", () => {
    const late = { ...cut, at: monday("13:10") };
    const now = lost(begun(), then(agreed(), late).state, monday("13:11"));
    expect(open(now)).toMatchObject({ grant: { status: "running", until: monday("15:00") }, values: FACTS });
    expect(open(now).places.has(OPS_PLACE)).toBe(true);
    const until = monday("16:00");
    const longer = { type: "extend", until, reason: "not done", by: olga, name: "Olga", at: monday("13:20") } as const;
    expect(refusal(now, longer)).toMatchObject({ code: "NOT_ALLOWED" });
    const asked = then(begun(), longer);
    expect(open(asked).extensions).toMatchObject([{ status: "asked" }]);
    const refused = lost(asked, then(agreed(), late).state, monday("13:30"));
    expect(open(refused)).toMatchObject({ grant: { until: monday("15:00") }, extensions: [{ status: "refused" }] });
    const step = stepOf(asked, "owner-longer-1").id;
    const owners = {
      type: "approve",
      step,
      limits: [],
      values: {},
      by: otto,
      name: "Otto",
      at: monday("13:31"),
    } as const;
    expect(refusal(refused, { ...owners, ask: stepOf(refused, step).ask }).code).toBe("OUTDATED");
  });

  const left = () => lost(begun(), then(agreed(), { ...cut, at: monday("13:10") }).state, monday("13:11"));
  const asking = (walk: Walk) =>
    [...open(walk).places.values()].flatMap((place) => {
      const ping = pingFor(last(walk, "AgreementLost"), { request, state: open(walk), place, world: walk.world });
      return ping === null ? [] : [{ place: place.name, ping }];
    });

  test("what is open is put before whoever asked, the owner and Ops, who can cut it off in one press", () => {
    const pings = asking(left());
    const offered = pings.filter(({ ping }) => JSON.stringify(ping.card).includes('"label":"Cut off now"'));
    expect(offered.map(({ place }) => place)).toEqual(expect.arrayContaining(["requester", "owner", OPS_PLACE]));
    for (const { ping } of offered) expect(ping.text).toContain("holds no more");
    const press = { type: "cutOff", reason: "", name: "Otto", by: otto, at: monday("13:20") } as const;
    const ended = then(left(), press);
    expect(last(ended, "GrantEnded")).toMatchObject({ reason: "agreement HAM-1 holds no more", now: true });
    expect(refusal(begun(), press).code).toBe("REASON_MISSING");
    expect(asking(ended)).toEqual([]);
  });

  test("what is open is cut off with why, where whoever presses wrote it, and else with what is known", () => {
    const { state, world } = left();
    const pressed = (words: string | null) => {
      const action = { verb: "cutOff", request, step: null, ask: 0, arg: "" } as const;
      const pressing = readPress(action, state, { by: otto, at: monday("13:20"), name: "Otto" }, world, words);
      if (pressing.type !== "command") throw new Error("One press is enough");
      return last(then(left(), pressing.command), "GrantEnded").reason;
    };
    expect(pressed("cut it off now, the vendor floods the line")).toBe("the vendor floods the line");
    expect(pressed("sofort trennen, da ist fremder Verkehr")).toBe("da ist fremder Verkehr");
    for (const words of [null, "cut it off now"]) expect(pressed(words)).toBe("agreement HAM-1 holds no more");
    expect(pressed(`cut it off now: ${"strange ".repeat(2000)}`)).toContain("strange strange");
  });

  test("what is open stands first on the board and among Ops' decisions, and says so", () => {
    const state = open(left());
    expect(SECTIONS.decide.rank(state)).not.toBeNull();
    expect(SECTIONS.decide.rank(open(begun()))).toBeNull();
    const score = (walk: Walk) =>
      listsOf(open(walk), demo).find(({ name }) => name === LIST.granted(demo.code, null))?.score ?? 0;
    expect(score(left())).toBeLessThan(score(begun()));
    const page = { listed: [{ request, state, link: null, mayCut: true }], all: 1, left: 0, next: 1 };
    expect(JSON.stringify(boardCard(page, demo, state.at))).toContain("agreement HAM-1 holds no more since Mon 13:11");
  });

  test("its sponsor hears of it", () => {
    const named = asking(left()).filter(({ place }) => place.startsWith("sponsor"));
    expect(named.map(({ ping }) => ping.text)).toEqual([
      expect.stringContaining("It stays open until its end, or until it is cut off."),
    ]);
  });
});
