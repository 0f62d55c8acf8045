import fc from "fast-check";
import { Actor } from "../../src/request/actor.ts";
import { denialOf } from "../../src/request/rules/denial.ts";
import { joinedOf } from "../../src/request/rules/join.ts";
import { asksTheSame, differences, likeBefore, sameAs } from "../../src/request/rules/sameAgain.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then } from "../workflow/walk.ts";
import {
  asked,
  deny,
  friday,
  ivan,
  last,
  monday,
  oksana,
  olga,
  open,
  opened,
  openPort,
  press,
  refusal,
  sina,
} from "./scene.ts";

const port = (values: Record<string, string>) => Values.parse({ destination: "asset:plc-12", ...values });
const spot = { adapter: "web", conversation: "line-7", thread: "4" } as const;
const joining = (by: typeof ivan, name = "Ivan") => ({ type: "join", spot, by, name, at: monday("10:20") }) as const;

describe("what asks for the same", () => {
  test.each([
    { what: "the port is not told yet", one: { port: "502/tcp" }, other: {}, same: true },
    { what: "the transport is told by one", one: { port: "502/tcp" }, other: { port: "502/any" }, same: true },
    { what: "only the end differs", one: { until: "1" }, other: { until: "2" }, same: true },
    { what: "another port is meant", one: { port: "502/tcp" }, other: { port: "503/tcp" }, same: false },
    { what: "another machine is meant", one: {}, other: { destination: "asset:plc-14" }, same: false },
  ])("$what", ({ one, other, same }) => {
    expect(asksTheSame(openPort, port(one), port(other))).toBe(same);
    expect(asksTheSame(openPort, port(other), port(one))).toBe(same);
  });

  test("a wish in words is the same only in the same words", () => {
    const change = typeNamed("network-change");
    const wish = (why: string) => Values.parse({ machine: "asset:plc-12", why });
    expect(asksTheSame(change, wish("Move it to VLAN 12."), wish("move it to vlan 12"))).toBe(true);
    expect(asksTheSame(change, wish("move it to vlan 12"), wish("move it to vlan 13"))).toBe(false);
  });

  test("without a machine nothing is the same", () => {
    expect(asksTheSame(openPort, Values.parse({ port: "502/tcp" }), Values.parse({ port: "502/tcp" }))).toBe(false);
  });

  test("whatever is told, each is the same as itself without a difference, and neither sees more alike than the other", () => {
    const some = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const told = fc
      .record({
        destination: fc.constantFrom("asset:plc-12", "asset:plc-14", "asset:plc-12\nasset:plc-14"),
        port: some("502/tcp", "502/any", "44818/tcp"),
        until: some("1", "2"),
        source: some("asset:historian", "ip:10.2.0.7"),
      })
      .map((values) => Values.parse(Object.fromEntries(Object.entries(values).filter(([, value]) => value))));
    fc.assert(
      fc.property(told, told, (one, other) => {
        expect(asksTheSame(openPort, one, one)).toBe(true);
        expect(differences(openPort.fields, one, one)).toEqual([]);
        expect(asksTheSame(openPort, one, other)).toBe(asksTheSame(openPort, other, one));
      }),
    );
  });
});

test("a draft like an earlier request has its facts, but no time, nothing its author told, and how production stood", () => {
  const before = open(opened());
  expect(
    likeBefore(openPort, port({ why: "the audit" }), {
      ...before,
      values: { ...before.values, ...port({ impact: "standing" }) },
    }),
  ).toEqual({ port: "502/tcp", source: "asset:historian" });
});

test("for those who decide, what was decided counts before what waits, and what was withdrawn not at all", () => {
  const waiting = open(asked());
  const allowed = open(opened());
  expect(sameAs(openPort, port({}), [waiting, allowed])).toMatchObject({ was: "allowed", at: monday("10:00") });
  expect(sameAs(openPort, port({}), [waiting])).toMatchObject({ was: "open" });
  expect(sameAs(openPort, port({ port: "503/tcp" }), [waiting, allowed])).toBeNull();
  const gone = then(asked(), { type: "withdraw", reason: "", by: olga, at: monday("10:30"), name: "Olga" }).state;
  if (gone.status !== "closed") throw new Error("It is over");
  expect(sameAs(openPort, port({}), [gone])).toBeNull();
});

test("a no counts from when it was said, and a no to a later end is none to what was asked for", () => {
  const { state } = press(asked(), "security", sina, monday("10:30"), deny);
  if (state.status !== "closed") throw new Error("A no ends it");
  expect(sameAs(openPort, port({}), [state])).toMatchObject({ was: "denied", at: monday("10:30") });
  const until = friday("18:00");
  const longer = { type: "extend", until, reason: "more", by: olga, at: friday("09:00"), name: "Olga" } as const;
  const refused = press(then(opened(), longer), "security-longer-1", sina, friday("09:30"), deny);
  expect(denialOf(open(refused))).toBeNull();
  expect(sameAs(openPort, port({}), [open(refused)])).toMatchObject({ was: "allowed" });
});

describe("whoever joins", () => {
  test("is noted once, however often they press, and whoever asked is not", () => {
    const once = then(asked(), joining(ivan));
    const again = then(then(once, joining(ivan)), joining(olga));
    expect(joinedOf(open(again)).map(({ role, spot: where }) => [role.by, where])).toEqual([[ivan, spot]]);
    expect(last(once, "RequestJoined")).toMatchObject({ by: ivan, place: "joined" });
  });

  test("hears that it is over when it is, and nobody floods a request", () => {
    const over = then(asked(), { type: "withdraw", reason: "", by: olga, at: monday("10:30"), name: "Olga" });
    expect(refusal(over, joining(ivan)).code).toBe("REQUEST_CLOSED");
    const guests = Array.from({ length: 20 }, (_, n) => Actor.parse(`web:guest-${n}`));
    const full = guests.reduce((walk, by) => then(walk, { ...joining(ivan), by }), asked());
    expect(refusal(full, joining(oksana)).code).toBe("NOT_ALLOWED");
  });
});
