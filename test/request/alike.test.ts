import { LIST, listsOf } from "../../src/referee/lists.ts";
import { alikeIn } from "../../src/request/rules/alike.ts";
import { Values } from "../../src/workflow/value.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { then } from "../workflow/walk.ts";
import { asked, askedOf, demo, FACTS, friday, max, monday, olga, open, otto, press, sina, stepOf } from "./scene.ts";

const groups = (walk: ReturnType<typeof asked>) =>
  alikeIn(open(walk)).map(({ step, group }) => [step.id, group] as const);

describe("approvals that may be given together", () => {
  test("are those of the same type, machine and step, whatever else differs", () => {
    const one = groups(asked({ values: { access: "read" } }));
    const other = groups(asked({ values: { access: "write", until: String(friday("09:00")), port: "443/tcp" } }));
    expect(one.map(([step]) => step)).toEqual(["owner"]);
    expect(other).toEqual(one);
    expect(groups(asked({ values: { access: "read", destination: "asset:plc-7" } }))).not.toEqual(one);
    expect(groups(askedOf(demoType("software-install")))).not.toEqual(one);
  });

  test("are none while a fact is missing, with whoever has a veto, after a question, in an emergency or for a line that stands", () => {
    expect(groups(asked())).toEqual([]);
    const walk = asked({ values: { access: "read", port: "502/tcp", source: "asset:historian", initiator: "source" } });
    expect(groups(walk).map(([step]) => step)).toEqual(["owner"]);
    expect(groups(press(walk, "owner", otto, monday("10:05"), { type: "ask", question: "Why?" }))).toEqual([]);
    for (const type of activeTypes.filter(({ emergency, call }) => emergency || call !== null))
      expect(groups(askedOf(type))).toEqual([]);
  });

  test("are none once a no was said to it, which no list says", () => {
    const walk = asked({ values: { access: "read" } });
    const no = press(walk, "security", sina, monday("10:30"), {
      type: "deny",
      reason: "no login",
      yesIf: "a jump host",
    });
    const { id, ask } = stepOf(no, "security");
    const about = { step: id, ask, at: monday("10:40") };
    const again = {
      ...about,
      type: "appeal",
      news: "a jump host",
      values: Values.parse({}),
      by: olga,
      name: "",
    } as const;
    expect(groups(then(no, again))).toEqual([]);
    const values = Values.parse(FACTS.security);
    const risk = { ...about, type: "takeRisk", reason: "the batch is lost", values, by: max, name: "" } as const;
    expect(groups(then(no, risk))).toEqual([]);
  });

  test("stand in a list of their own, from which they are found", () => {
    const walk = asked({ values: { access: "read" } });
    const [first] = groups(walk);
    const names = listsOf(walk.state, demo).map(({ name }) => name);
    expect(names).toContain(LIST.alike(demo.code, first?.[1] ?? ""));
  });
});

function demoType(name: string) {
  const found = activeTypes.find(({ type }) => type === name);
  if (found === undefined) throw new Error(`No type is called ${name}`);
  return found;
}
