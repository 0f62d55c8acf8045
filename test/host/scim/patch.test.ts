import fc from "fast-check";
import { patched, saysLeft } from "../../../host/scim/patch.ts";
import { UserFacts } from "../../../host/scim/resources.ts";
import { ScimError } from "../../../host/scim/scimError.ts";

const CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
const KNOWN = ["userName", "externalId", "displayName", "name", "emails", "active", "members"];
const OTTO = {
  userName: "otto@x.example",
  active: true,
  name: { familyName: "Brandt" },
  emails: [{ type: "work", value: "otto@x.example", primary: true }],
};
const PATHS = [
  "emails",
  "name",
  "name.givenName",
  'emails[type eq "work"]',
  'emails[type eq "home"].value',
  "emails.value",
  "emails[",
  "userName",
  "displayName",
  "title",
  "members",
  'members[value eq "1"]',
  "name.familyName",
  'name[type eq "x"]',
  "emails[type eq]",
  "userName.x",
  CORE,
  "",
];
const VALUES = [
  null,
  "x",
  1,
  true,
  [],
  {},
  [null],
  [{}],
  [{ value: null }],
  { value: "x" },
  { emails: null },
  { [CORE]: null },
  { [CORE]: { emails: [1] } },
];
const change = (...Operations: readonly object[]) => patched(OTTO, { Operations }, KNOWN);

/** The resource as it was, also where the change was refused. */
function outcomeOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(ScimError);
    return OTTO;
  }
}

describe("a directory that switches somebody off", () => {
  test.each([
    ["as the RFC has it", { op: "replace", path: "active", value: false }],
    ["as Entra writes it", { op: "Replace", path: "active", value: "False" }],
    ["as Entra adds it", { op: "Add", path: "active", value: "false" }],
    ["as Okta writes it, without a path", { op: "replace", value: { active: false } }],
    [
      "with the name of the schema",
      { op: "replace", path: "urn:ietf:params:scim:schemas:core:2.0:User:active", value: false },
    ],
    ["in another case", { op: "REPLACE", path: "Active", value: "FALSE" }],
    ["with the name of the schema alone as its path", { op: "replace", path: CORE, value: { active: false } }],
    [
      "with the name of the schema in another case",
      { op: "replace", path: `${CORE.toUpperCase()}:ACTIVE`, value: false },
    ],
    ["with the name of the schema as a key", { op: "replace", value: { [CORE]: { active: false } } }],
    ["with both", { op: "replace", path: CORE, value: { [CORE]: { [`${CORE}:active`]: false } } }],
  ])("is understood %s", (_, operation) => {
    expect(UserFacts.parse(change(operation)).active).toBe(false);
  });

  test("does not switch them on by taking the attribute away", () => {
    expect(
      patched({ ...OTTO, active: false }, { Operations: [{ op: "remove", path: "active" }] }, KNOWN),
    ).toMatchObject({ active: false });
  });

  test.each([
    ["as null", { op: "replace", path: "active", value: null }],
    ["as nothing", { op: "replace", path: "active" }],
    ["as an added null", { op: "add", path: "active", value: null }],
    ["as null without a path", { op: "replace", value: { active: null, displayName: "O" } }],
    ["as null in another case", { op: "Replace", path: "Active", value: null }],
  ])("does not bring them back with what it leaves unsaid %s", (_, operation) => {
    expect(UserFacts.parse(patched({ ...OTTO, active: false }, { Operations: [operation] }, KNOWN)).active).toBe(false);
  });
});

describe("a change of what is kept", () => {
  test("takes null for taken away, and what is not there for taken away already", () => {
    for (const value of [null, undefined])
      expect(change({ op: "replace", path: "emails", value })).toEqual(
        patched(OTTO, { Operations: [{ op: "remove", path: "emails" }] }, KNOWN),
      );
    expect(change({ op: "replace", path: "emails", value: null })).not.toHaveProperty("emails");
    expect(change({ op: "replace", value: { name: null } })).not.toHaveProperty("name");
    for (const path of [
      "emails",
      "name",
      "name.givenName",
      'emails[type eq "work"]',
      'emails[type eq "work"].value',
      "displayName",
    ]) {
      expect(patched({ userName: "o" }, { Operations: [{ op: "remove", path }] }, KNOWN)).toEqual({ userName: "o" });
      expect(patched({ userName: "o" }, { Operations: [{ op: "add", path, value: null }] }, KNOWN)).toEqual({
        userName: "o",
      });
      expect(patched({ userName: "o" }, { Operations: [{ op: "replace", path, value: null }] }, KNOWN)).toEqual({
        userName: "o",
      });
    }
    const other = { op: "remove", path: 'emails[type eq "home"]' };
    expect(change(other)).toEqual(OTTO);
    expect(
      patched({ displayName: "OT" }, { Operations: [{ op: "remove", path: 'members[value eq "1"]' }] }, KNOWN),
    ).toEqual({ displayName: "OT" });
  });

  test("finds an address by its kind, and makes one where there is none", () => {
    const operation = { op: "Replace", path: 'emails[type eq "work"].value', value: "o@y.example" };
    expect(change(operation)).toMatchObject({ emails: [{ value: "o@y.example" }] });
    expect(patched({ userName: "o" }, { Operations: [operation] }, KNOWN)).toMatchObject({
      emails: [{ type: "work", value: "o@y.example" }],
    });
  });

  test("reaches into a name, by a path or by a key that is one", () => {
    expect(change({ op: "replace", path: "name.familyName", value: "B" })).toMatchObject({ name: { familyName: "B" } });
    expect(change({ op: "replace", value: { "name.familyName": "C", displayName: "O" } })).toMatchObject({
      name: { familyName: "C" },
      displayName: "O",
    });
  });

  test("takes members in and out, as Entra and as the RFC write it", () => {
    const group = { displayName: "OT", members: [{ value: "1" }, { value: "2" }] };
    const members = (...Operations: readonly object[]) => patched(group, { Operations }, KNOWN);
    expect(members({ op: "Remove", path: "members", value: [{ value: "1" }] })).toMatchObject({
      members: [{ value: "2" }],
    });
    expect(members({ op: "remove", path: 'members[value eq "1"]' })).toMatchObject({ members: [{ value: "2" }] });
    expect(members({ op: "add", path: "members", value: [{ value: "3" }, { value: "1" }] })).toMatchObject({
      members: [{ value: "1" }, { value: "2" }, { value: "3" }],
    });
  });

  test("passes over what is not kept", () => {
    const extension = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";
    expect(change({ op: "add", path: extension, value: "OT" }, { op: "replace", path: "title", value: "x" })).toEqual(
      OTTO,
    );
  });

  test("is refused with what is wrong: an unknown word, no list, a path that is none", () => {
    for (const body of [
      {},
      { Operations: [] },
      { Operations: [{ op: "frob", path: "active" }] },
      { Operations: [{ op: "replace", path: "active[", value: 1 }] },
      { Operations: [{ op: "remove" }] },
      { Operations: [{ op: "replace", value: 1 }] },
      { Operations: [{ op: "replace", path: CORE, value: 1 }] },
      { Operations: [{ op: "remove", path: CORE }] },
      { Operations: [{ op: "replace", path: `${CORE}.active`, value: false }] },
      { Operations: [{ op: "replace", value: { [CORE]: false } }] },
    ])
      expect(() => patched(OTTO, body, KNOWN)).toThrow(ScimError);
  });

  test("reaches nothing but the resource, whatever its paths name", () => {
    for (const path of [
      "__proto__",
      "constructor",
      "constructor.prototype.polluted",
      "name.__proto__",
      "name.constructor.polluted",
    ])
      expect(outcomeOf(() => change({ op: "replace", value: JSON.parse(`{${JSON.stringify(path)}: 1}`) }))).toEqual(
        OTTO,
      );
    expect(change({ op: "replace", path: "name.constructor", value: { polluted: 1 } })).toEqual(OTTO);
    expect(change({ op: "add", path: 'emails[type eq "work"].prototype', value: 1 })).toEqual(OTTO);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("a change that says that somebody leaves", () => {
  const bad = fc.record({
    op: fc.constantFrom("add", "replace", "remove", "Replace", "frob", 1),
    path: fc.option(fc.constantFrom(...PATHS), { nil: undefined }),
    value: fc.option(fc.oneof(fc.constantFrom<unknown>(...VALUES), fc.anything({ maxDepth: 2 })), { nil: undefined }),
  });

  test("is known for it whatever stands beside it, and what cannot be read is refused with a reason", () => {
    fc.assert(
      fc.property(fc.array(bad, { maxLength: 3 }), fc.array(bad, { maxLength: 3 }), (before, after) => {
        const others = [...before, ...after].filter(({ path }) => !/active/i.test(path ?? ""));
        const body = {
          Operations: [...others.slice(0, 1), { op: "replace", path: "active", value: "False" }, ...others.slice(1)],
        };
        fc.pre(!/active/i.test(JSON.stringify(others)));
        expect(saysLeft(body)).toBe(true);
        const outcome = UserFacts.safeParse(outcomeOf(() => patched(OTTO, body, KNOWN)));
        expect(outcome.success && outcome.data.active && outcome.data.userName !== OTTO.userName).toBe(false);
      }),
    );
  });

  test("is not one that says so and then takes it back, or says nothing", () => {
    const offThen = (value: unknown) => ({
      Operations: [
        { op: "replace", path: "active", value: false },
        { op: "replace", value: { active: value } },
      ],
    });
    expect(saysLeft(offThen(true))).toBe(false);
    expect(saysLeft(offThen(null))).toBe(true);
    for (const body of [
      null,
      1,
      [],
      {},
      { active: true },
      { active: null },
      { Operations: 1 },
      { Operations: [1, null] },
    ])
      expect(saysLeft(body)).toBe(false);
    for (const body of [{ active: false }, { Active: "False" }, { [`${CORE}`]: { active: false } }])
      expect(saysLeft(body)).toBe(true);
  });
});
