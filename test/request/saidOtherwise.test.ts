import fc from "fast-check";
import { INPUT } from "../../src/card/forms/inputs.ts";
import { decodeForm } from "../../src/card/forms/shown.ts";
import { formOf } from "../../src/card/verbs/verbs.ts";
import { refusedAt } from "../../src/intake/refusedAt.ts";
import { readSubmission } from "../../src/intake/submit.ts";
import type { CommandOf } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import { Values } from "../../src/workflow/value.ts";
import { then, type Walk } from "../workflow/walk.ts";
import {
  approve,
  asked,
  deny,
  FACTS,
  finish,
  friday,
  max,
  monday,
  nils,
  olga,
  open,
  opened,
  otto,
  press,
  pressing,
  refusal,
  refused,
  sina,
  stepOf,
  tuesday,
  typesSince,
  works,
} from "./scene.ts";

const yes = { type: "approve", limits: [], values: Values.parse(FACTS.owner) } as const;
const limited = { ...yes, limits: [{ text: "read only", until: friday("10:00") }] };
const longer = {
  type: "extend",
  until: friday("18:00"),
  reason: "the vendor comes later",
  by: olga,
  name: "Olga",
} as const;

const ottoSays = (
  walk: Walk,
  what: Omit<CommandOf<"approve">, "step" | "ask" | "by" | "at" | "name">,
  at = monday("10:40"),
) => pressing(walk, "owner", otto, at, what);

describe("who answered and then says something else", () => {
  test("reads that a plain yes stands without the limits they add, and takes it back first", () => {
    const plain = press(asked(), "owner", otto, monday("10:30"), yes);
    expect(refusal(plain, ottoSays(plain, limited))).toEqual({
      code: "SAID_OTHERWISE",
      message: "Nothing was changed: you approved HAM-1 (10:30) without these limits. Take that back first.",
    });
    const back = press(plain, "owner", otto, monday("10:41"), { type: "takeBack", reason: "limits" });
    expect(open(press(back, "owner", otto, monday("10:42"), limited)).limits).toEqual(limited.limits);
  });

  test("finds their form open as they filled it in, with the reason at one of its questions", () => {
    const { id: step, ask } = stepOf(asked(), "owner");
    const request = RequestId.parse("req_0123456789ab");
    const form = formOf({ verb: "limits", request, step, ask, arg: "" }, asked().state, asked().world, monday("10:20"));
    if (form === null) throw new Error("There is no form");
    const { state, world } = press(asked(), "owner", otto, monday("10:30"), yes);
    const sent = decodeForm(form.value);
    const typed = { access: "read", [INPUT.limitText]: "read only, until Thursday" };
    const submission = readSubmission(sent, typed, state, { by: otto, name: "Otto", at: monday("10:40") }, world);
    if (submission.type === "errors") throw new Error("Nothing is wrong with it");
    const error = refused({ world, state }, submission.command);
    const errors = refusedAt(error, formOf(sent.action, state, world, monday("10:40")), typed, {})?.errors ?? {};
    expect(form.inputs.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(errors)));
    expect(Object.values(errors)).toEqual([expect.stringContaining("without these limits. Take that back first.")]);
  });

  test("reads that their yes with limits stands as it is", () => {
    const walk = press(asked(), "owner", otto, monday("10:30"), limited);
    expect(refusal(walk, ottoSays(walk, yes)).message).toContain("you approved HAM-1 (10:30) with limits.");
    const others = { ...yes, limits: [{ text: "read only", until: null }] };
    expect(refusal(walk, ottoSays(walk, others)).message).toContain("with other limits.");
    expect(typesSince(walk, then(walk, ottoSays(walk, limited)))).toEqual([]);
  });

  test("reads that they gave other facts", () => {
    const walk = press(asked(), "owner", otto, monday("10:30"), yes);
    const write = pressing(walk, "owner", otto, monday("10:40"), { ...yes, values: Values.parse({ access: "write" }) });
    expect(refusal(walk, write)).toMatchObject({
      code: "SAID_OTHERWISE",
      message: expect.stringContaining("other facts"),
    });
  });

  test("cannot take back what is carried out, and adds a note", () => {
    const walk = opened();
    const other = pressing(walk, "network", nils, monday("11:40"), { ...finish, evidence: "rule 4712" });
    expect(refusal(walk, other)).toEqual({
      code: "SAID_OTHERWISE",
      message: "Nothing was changed: you answered this for HAM-1 (11:30) in other words. Add a note with what is new.",
    });
    const elsewhere = pressing(walk, "network", nils, monday("11:40"), { ...finish, onSite: "Ivan" });
    expect(refusal(walk, elsewhere).code).toBe("SAID_OTHERWISE");
    expect(typesSince(walk, then(walk, pressing(walk, "network", nils, monday("11:40"), finish)))).toEqual([]);
  });

  test("is heard when they say how it works in other words", () => {
    const walk = press(opened(), "works", olga, monday("12:00"), works);
    const said = pressing(walk, "works", olga, monday("12:10"), { ...works, note: "but slowly" });
    expect(refusal(walk, said).code).toBe("SAID_OTHERWISE");
  });

  test("gave another reason for a no to a later end", () => {
    const running = press(opened(), "works", olga, monday("12:00"), works);
    const later = then(running, { ...longer, at: tuesday("10:00") });
    const no = press(later, "security-longer-1", sina, tuesday("10:10"), deny);
    const again = (reason: string) => pressing(no, "security-longer-1", sina, tuesday("10:20"), { ...deny, reason });
    expect(refusal(no, again("the freeze")).code).toBe("SAID_OTHERWISE");
    expect(typesSince(no, then(no, again(deny.reason)))).toEqual([]);
  });
});

test("who asks for a later end twice for two reasons is refused the second", () => {
  const running = press(opened(), "works", olga, monday("12:00"), works);
  const once = then(running, { ...longer, at: tuesday("10:00") });
  expect(typesSince(once, then(once, { ...longer, at: tuesday("10:01") }))).toEqual([]);
  expect(refusal(once, { ...longer, reason: "a spare part", at: tuesday("10:01") }).code).toBe("SAID_OTHERWISE");
});

describe("what a no is answered with", () => {
  const denied = () => press(approve(asked(), "owner", otto, monday("10:20")), "security", sina, monday("10:30"), deny);
  const about = (walk: Walk) => {
    const { id: step, ask } = stepOf(walk, "security");
    return { step, ask };
  };

  test("is asked once more in the words of the first time", () => {
    const appeal = {
      type: "appeal",
      ...about(denied()),
      news: "a jump host",
      values: {},
      by: olga,
      name: "Olga",
    } as const;
    const once = then(denied(), { ...appeal, at: monday("11:00") });
    expect(typesSince(once, then(once, { ...appeal, at: monday("11:01") }))).toEqual([]);
    expect(refusal(once, { ...appeal, news: "and a password", at: monday("11:01") }).code).toBe("SAID_OTHERWISE");
    const values = Values.parse({ why: "count parts" });
    expect(refusal(once, { ...appeal, values, at: monday("11:01") }).message).toContain("with other facts");
  });

  test("is taken the risk of for the reason of the first time", () => {
    const values = Values.parse(FACTS.security);
    const risk = { type: "takeRisk", ...about(denied()), reason: "the batch", values, by: max, name: "Max" } as const;
    const once = then(denied(), { ...risk, at: monday("11:00") });
    expect(typesSince(once, then(once, { ...risk, at: monday("11:01") }))).toEqual([]);
    expect(refusal(once, { ...risk, reason: "the audit", at: monday("11:01") })).toEqual({
      code: "SAID_OTHERWISE",
      message: "Nothing was changed: you answered this for HAM-1 (11:00) in other words. Take that back first.",
    });
  });
});

test("a second yes is taken for the first exactly where it says the same", () => {
  const limit = fc.record({
    text: fc.constantFrom("read only", " read only", "one source"),
    until: fc.constantFrom(null, friday("10:00")),
  });
  const said = fc.array(limit, { maxLength: 2 });
  fc.assert(
    fc.property(said, said, (one, two) => {
      const walk = press(asked(), "owner", otto, monday("10:30"), { ...yes, limits: one });
      const again = pressing(walk, "owner", otto, monday("10:40"), { ...yes, limits: two });
      const trimmed = (limits: typeof one) => JSON.stringify(limits.map(({ text, until }) => [text.trim(), until]));
      if (trimmed(one) === trimmed(two)) expect(typesSince(walk, then(walk, again))).toEqual([]);
      else expect(refusal(walk, again).code).toBe("SAID_OTHERWISE");
    }),
  );
});
