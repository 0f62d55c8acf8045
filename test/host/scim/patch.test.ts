import { patched } from "../../../host/scim/patch.ts";
import { UserFacts } from "../../../host/scim/resources.ts";
import { ScimError } from "../../../host/scim/scimError.ts";

const KNOWN = ["userName", "externalId", "displayName", "name", "emails", "active", "members"];
const OTTO = {
  userName: "otto@x.example",
  active: true,
  name: { familyName: "Brandt" },
  emails: [{ type: "work", value: "otto@x.example", primary: true }],
};
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
