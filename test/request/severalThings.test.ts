import { considerations, sayAdvice } from "../../src/card/lines/consider.ts";
import { TeamId } from "../../src/plant/ids.ts";
import { isCutter } from "../../src/request/rules/ops.ts";
import { together } from "../../src/request/rules/owners.ts";
import type { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then } from "../workflow/walk.ts";
import {
  approve,
  asked,
  askedOf,
  changing,
  demo,
  leyla,
  lineDown,
  mira,
  monday,
  nils,
  open,
  openPort,
  otto,
  paula,
  pressing,
  sina,
  stepOf,
} from "./scene.ts";

const restart = typeNamed("restart");
const three = "asset:plc-12\nasset:plc-7\nasset:hmi-3";

describe("the things one message names", () => {
  test.each([
    { name: "of one owner are one request", type: openPort, items: ["plc-12", "plc-7", "hmi-3"], groups: 1 },
    { name: "of two owners are two", type: openPort, items: ["plc-12", "scada", "plc-7"], groups: 2 },
    { name: "are two where one of them protects people", type: openPort, items: ["plc-7", "robot-cell"], groups: 2 },
    { name: "on two lines are two where the shift lead agrees", type: restart, items: ["plc-12", "plc-7"], groups: 2 },
    { name: "on one line are one request", type: restart, items: ["plc-12", "hmi-3"], groups: 1 },
  ])("$name", ({ type, items, groups }) => {
    const found = together(
      type,
      items.map((id) => `asset:${id}`),
      demo,
    );
    expect(found).toHaveLength(groups);
    expect(found.flat()).toHaveLength(items.length);
  });

  test("that nobody knows stand together, apart from what is known, in the order of the message", () => {
    const items = ["text:Mixer 102", "asset:plc-12", "text:Mixer 103"];
    expect(together(openPort, items, demo)).toEqual([["text:Mixer 102", "text:Mixer 103"], ["asset:plc-12"]]);
  });
});

describe("a request about several machines", () => {
  test("goes once to the owner of them all, who reads why", () => {
    const owner = stepOf(asked({ values: { destination: three } }), "owner");
    expect(owner).toMatchObject({
      ball: { party: { team: "ot-controls" }, because: "owns PLC-12, owns PLC-7 and owns HMI line 3" },
    });
  });

  test("asks Safety first as soon as one of them protects people", () => {
    const walk = asked({ values: { destination: "asset:plc-7\nasset:robot-cell" } });
    expect(open(walk).rules.stages[0]?.steps.map(({ id }) => id)).toEqual(["safety"]);
    const changed = then(asked(), changing({ destination: "asset:plc-12\nasset:robot-cell" }, monday("10:05")));
    expect(stepOf(changed, "safety").status).toBe("open");
  });

  test("waits for the freeze of any of them", () => {
    // SCADA stands on no line and is never frozen; PLC-12 is, around the change of shifts.
    const at = monday("13:52");
    const both = asked({ at: monday("12:52"), values: { destination: "asset:engineering-station\nasset:plc-12" } });
    const walk = approve(approve(both, "owner", otto, at), "security", sina, at);
    expect(stepOf(walk, "network")).toMatchObject({ status: "held", freeze: "shift change" });
  });

  test("that have not one owner goes to Ops, and to none of the owners", () => {
    const owner = stepOf(asked({ values: { destination: "asset:plc-12\nasset:mes" } }), "owner");
    expect(owner).toMatchObject({
      status: "disputed",
      reason: "PLC-12: OT controls, MES: MES administration; Ops decide whose it is",
    });
  });

  test("keeps a ruling for each of them", () => {
    const walk = asked({ values: { destination: "asset:plc-12\nasset:mes" } });
    const ruling = { type: "rule", team: TeamId.parse("ot-scada"), reason: "they run both" } as const;
    const ruled = then(walk, pressing(walk, "owner", paula, monday("11:00"), ruling));
    expect(ruled.events.findLast(({ type }) => type === "OwnerRuled")).toMatchObject({
      asset: "plc-12",
      also: ["mes"],
    });
  });

  test("can be cut off by the owner and the shift lead of any of them", () => {
    const state = open(asked({ values: { destination: "asset:plc-12\nasset:mes\nasset:plc-7" } }));
    const world = asked().world;
    const at = monday("12:00");
    // Mira keeps the MES, Leyla leads the early shift on line 7, Nils owns none of them.
    expect([mira, leyla, nils].map((by) => isCutter(state, { by, at }, world))).toEqual([true, true, false]);
  });

  test("remembers what it was about before a fact was changed", () => {
    const walk = then(
      asked({ values: { destination: three } }),
      changing({ destination: "asset:plc-7" }, monday("10:05")),
    );
    expect(open(walk).wasAbout).toEqual(["asset:plc-12", "asset:plc-7", "asset:hmi-3"]);
  });

  test("is advised on whatever it names beside others", () => {
    const values = (port: string): Values => ({ ...open(asked({ values: { port } })).values });
    const rules = open(asked()).rules;
    const modbus = "Modbus function codes 1 to 4 only read";
    expect(
      considerations({ rules, values: values("44818/tcp, 502/tcp") }, {})
        .map(sayAdvice)
        .join(),
    ).toContain(modbus);
    expect(
      considerations({ rules, values: values("44818/tcp") }, {})
        .map(sayAdvice)
        .join(),
    ).not.toContain(modbus);
  });

  test("calls whoever looks after both places, and Ops where nobody does", () => {
    const called = (place: string) => stepOf(askedOf(lineDown, { place }), "repair");
    expect(called("line:line-3\nasset:plc-7")).toMatchObject({ ball: { party: { team: "ot-controls" } } });
    expect(called("asset:plc-12\nasset:mes")).toMatchObject({ ball: { party: { type: "ops" } } });
  });
});
