import { pingFor } from "../../src/card/pings/pings.ts";
import { DAY_MS, type EpochMs, later } from "../../src/clock.ts";
import { readSubmission } from "../../src/intake/submit.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { canExtend } from "../../src/request/rules/extend.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { grantEnd } from "../../src/request/rules/window.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { demoText } from "../support/plantText.ts";
import { then, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  friday,
  last,
  monday,
  ole,
  olga,
  open,
  opened,
  otto,
  press,
  pressing,
  refusal,
  saturday,
  sina,
  stepOf,
  tuesday,
  typesSince,
  works,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const yes = { type: "approve", limits: [], values: Values.parse({}) } as const;
const no = { type: "deny", reason: "the freeze begins", yesIf: "next week" } as const;

/** Open until Friday noon, and seen to work. */
const running = () => press(opened(), "works", olga, monday("12:00"), works);

const longer = (until: EpochMs | null, at: EpochMs, by: PersonId = olga) =>
  ({ type: "extend", until, reason: "the vendor comes later", by, at, name: "Olga" }) as const;

const asked = (walk: Walk = running()) => then(walk, longer(friday("18:00"), tuesday("10:00")));
const agreed = (walk: Walk) =>
  press(press(walk, "owner-longer-1", otto, tuesday("10:10"), yes), "security-longer-1", sina, tuesday("10:20"), yes);

describe("what is open and needed longer", () => {
  test("is asked of the same approvers again, one press each, and open until then once all agreed", () => {
    const walk = asked();
    expect([stepOf(walk, "owner-longer-1").status, stepOf(walk, "security-longer-1").status]).toEqual(["open", "open"]);
    expect(open(walk).grant).toMatchObject({ status: "running", until: friday("12:00") });
    const one = press(walk, "owner-longer-1", otto, tuesday("10:10"), yes);
    expect(open(one).grant).toMatchObject({ until: friday("12:00") });
    expect(open(agreed(walk)).grant).toMatchObject({ status: "running", until: friday("18:00") });
    expect(Object.values(open(agreed(walk)).values)).toContain(String(friday("18:00")));
  });

  test("is closed by the same team at the new end", () => {
    const ended = wokenUntil(agreed(asked()), friday("18:01"));
    expect(last(ended, "GrantEnded").at).toBe(friday("18:00"));
    expect(["open", "held"]).toContain(stepOf(ended, "close").status);
  });

  test("ends as agreed where one of them says no, and whoever asked reads why", () => {
    const walk = press(asked(), "security-longer-1", sina, tuesday("10:10"), no);
    expect(open(walk)).toMatchObject({ status: "open", extensions: [{ status: "refused" }] });
    expect(open(walk).grant).toMatchObject({ status: "running", until: friday("12:00") });
    expect(stepOf(walk, "owner-longer-1").status).toBe("settled");
    const place = [...open(walk).places.values()].find(({ role }) => role.type === "requester");
    if (place === undefined) throw new Error("Nobody reads it");
    const ping = pingFor(last(walk, "ExtensionRefused"), { request, state: open(walk), place, world: walk.world });
    expect(ping?.text).toContain("ends Fri 12:00 as agreed. Sina Roth: “the freeze begins”.");
  });

  test("ends as agreed where nobody answers: silence is no yes", () => {
    const ended = wokenUntil(asked(), friday("12:01"));
    expect(last(ended, "GrantEnded").at).toBe(friday("12:00"));
    expect(open(ended).extensions).toMatchObject([{ status: "over" }]);
    expect(stepOf(ended, "owner-longer-1").status).toBe("settled");
  });

  test("is open no longer than a limit of those who agree again says", () => {
    const limits = [{ text: "", until: friday("15:00") }];
    const one = press(asked(), "owner-longer-1", otto, tuesday("10:10"), { ...yes, limits });
    const walk = press(one, "security-longer-1", sina, tuesday("10:20"), yes);
    expect(open(walk).grant).toMatchObject({ until: friday("15:00") });
  });

  test("is approved under no limit that would end it sooner than was agreed", () => {
    const limits = [{ text: "", until: friday("10:00") }];
    const sooner = pressing(asked(), "owner-longer-1", otto, tuesday("10:10"), { ...yes, limits });
    expect(refusal(asked(), sooner)).toMatchObject({
      code: "FIELD_INVALID",
      message: expect.stringContaining("It is open until Fri 12:00 in any case."),
    });
  });

  test.each([
    { typed: "Sat 12:00", said: "limits" },
    { typed: "Fri 12:00", said: "It is open until Fri 12:00 in any case." },
    { typed: "Sat 19:00", said: "It ends before that: Sat 18:00." },
  ])("can be limited to an end between the one it has and the one asked for, in a form, as $typed", (each) => {
    const walk = then(running(), longer(saturday("18:00"), tuesday("10:00")));
    const step = StepId.parse("owner-longer-1");
    const action = { verb: "limits", request, arg: "", step, ask: stepOf(walk, step).ask } as const;
    const meta = { by: otto, at: tuesday("10:10"), name: "Otto" };
    const form = { action, shown: new Map() };
    const sent = readSubmission(form, { limitUntil: each.typed }, walk.state, meta, walk.world);
    expect(JSON.stringify(sent)).toContain(each.said);
  });

  test("is bound by a limit of who agrees again once all have agreed, and not before", () => {
    const limits = [{ text: "read only", until: friday("15:00") }];
    const one = press(asked(), "owner-longer-1", otto, tuesday("10:10"), { ...yes, limits });
    expect([open(one).limits, grantEnd(open(one), tuesday("10:11"))]).toEqual([[], friday("12:00")]);
    const walk = press(one, "security-longer-1", sina, tuesday("10:20"), yes);
    expect(open(walk).limits).toEqual([{ text: "read only", until: null }]);
  });

  test("is not bound by it where another says no, and can be asked for again", () => {
    const limits = [{ text: "read only", until: friday("15:00") }];
    const one = press(asked(), "owner-longer-1", otto, tuesday("10:10"), { ...yes, limits });
    const walk = press(one, "security-longer-1", sina, tuesday("10:20"), no);
    expect([open(walk).limits, grantEnd(open(walk), tuesday("10:21"))]).toEqual([[], friday("12:00")]);
    const again = then(walk, longer(friday("18:00"), tuesday("16:30")));
    expect(stepOf(press(again, "owner-longer-2", ole, tuesday("16:40"), yes), "owner-longer-2").status).toBe("settled");
  });

  test("does not wait for whoever has still to say that it works", () => {
    expect(stepOf(asked(opened()), "owner-longer-1").status).toBe("open");
    expect(stepOf(asked(opened()), "works").status).toBe("open");
  });

  test("can be asked for again, as long as its type allows in all", () => {
    const again = then(agreed(asked()), longer(saturday("12:00"), tuesday("11:00")));
    expect(stepOf(again, "owner-longer-2").status).toBe("open");
    const most = later(monday("11:30"), 90 * DAY_MS);
    expect(refusal(running(), longer(later(most, 60_000), tuesday("10:00"))).code).toBe("FIELD_INVALID");
    expect(typesSince(running(), then(running(), longer(most, tuesday("10:00"))))).toContain("ExtensionAsked");
  });

  test("is answered once more by those who answered before, also beside what is still to be said to work", () => {
    const again = then(agreed(asked(opened())), longer(saturday("12:00"), tuesday("11:00")));
    const one = press(again, "owner-longer-2", otto, tuesday("11:10"), yes);
    const walk = press(one, "security-longer-2", sina, tuesday("11:20"), yes);
    expect(open(walk).grant).toMatchObject({ until: saturday("12:00") });
  });

  test("is not agreed to by one person for both", () => {
    const plant = demoText((text) => text.replace(/members: \[otto, /u, "members: [otto, sina, ")).plant;
    const walk = asked();
    const both = press({ ...walk, world: { ...walk.world, plant } }, "owner-longer-1", sina, tuesday("10:10"), yes);
    expect(refusal(both, pressing(both, "security-longer-1", sina, tuesday("10:20"), yes)).code).toBe("NOT_ALLOWED");
  });

  test("is in review again where an approval is taken back, and whoever asked reads that it stays open", () => {
    const one = press(asked(), "owner-longer-1", otto, tuesday("10:10"), yes);
    const back = { type: "takeBack", reason: "the vendor called" } as const;
    const walk = press(one, "owner-longer-1", otto, tuesday("10:12"), back);
    expect(stepOf(walk, "owner-longer-1").status).toBe("open");
    expect(open(walk).grant).toMatchObject({ status: "running", until: friday("12:00") });
    expect(open(walk).notes.at(-1)).toMatchObject({ says: "tookLaterApproval", text: "the vendor called" });
    const place = [...open(walk).places.values()].find(({ role }) => role.type === "requester");
    if (place === undefined) throw new Error("Nobody reads it");
    const ping = pingFor(last(walk, "StepTakenBack"), { request, state: open(walk), place, world: walk.world });
    expect(ping?.text).toBe(
      "Otto Brandt took back the approval of the later end of HAM-1 Open port 502/tcp to PLC-12: “the vendor called”. The later end is in review again. Until all agree, it ends as agreed before.",
    );
  });

  test("is asked for by whoever asked, once at a time, and never to end sooner", () => {
    expect(refusal(running(), longer(friday("18:00"), tuesday("10:00"), otto)).code).toBe("NOT_ALLOWED");
    expect(refusal(asked(), longer(saturday("18:00"), tuesday("10:05"))).code).toBe("SAID_OTHERWISE");
    expect(refusal(running(), longer(friday("11:00"), tuesday("10:00"))).code).toBe("FIELD_INVALID");
    expect(refusal(running(), longer(null, tuesday("10:00"))).code).toBe("FIELD_INVALID");
    expect(typesSince(asked(), then(asked(), longer(friday("18:00"), tuesday("10:00"))))).toEqual([]);
  });

  test("can be cut off meanwhile, and then nobody is asked any more", () => {
    const cutOff = { type: "cutOff", reason: "strange traffic", by: sina, at: tuesday("10:05"), name: "Sina" } as const;
    const cut = then(asked(), cutOff);
    expect(stepOf(cut, "owner-longer-1")).toMatchObject({ status: "settled", verdict: { type: "through" } });
    expect(stepOf(cut, "close").status).toBe("open");
  });
});

describe("before its end", () => {
  const told = () => {
    const walk = running();
    const at = nextWake(walk.state, walk.world.plant);
    if (at === null) throw new Error("Nothing falls due");
    return wokenAt(walk, at);
  };

  test("are not asked whether it is needed after they were refused a later end", () => {
    const thursday = later(tuesday("14:00"), 2 * DAY_MS);
    const walk = press(
      then(running(), longer(friday("18:00"), later(tuesday("10:00"), 2 * DAY_MS))),
      "owner-longer-1",
      otto,
      thursday,
      no,
    );
    expect(typesSince(walk, wokenUntil(walk, friday("11:59")))).not.toContain("EndNears");
  });

  test("whoever asked is asked once whether it is still needed, a day before at most", () => {
    expect(last(told(), "EndNears")).toMatchObject({ until: friday("12:00"), at: later(friday("12:00"), -DAY_MS) });
    expect(nextWake(told().state, told().world.plant)).toBe(friday("12:00"));
    const place = [...open(told()).places.values()].find(({ role }) => role.type === "requester");
    if (place === undefined) throw new Error("Nobody reads it");
    const at = { request, state: open(told()), place, world: told().world };
    expect(pingFor(last(told(), "EndNears"), at)?.text).toBe(
      "HAM-1 Open port 502/tcp to PLC-12 ends Fri 12:00. Is it still needed?",
    );
  });

  test("they are asked before the later end, too, and not while one is asked for", () => {
    expect(canExtend(open(asked(told())), told().world.plant)).toBe(false);
    const walk = agreed(asked());
    expect(nextWake(walk.state, walk.world.plant)).toBe(later(friday("18:00"), -DAY_MS));
  });
});
