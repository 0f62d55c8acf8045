import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { Person, Plant } from "../../src/plant/plant.ts";
import { canLink, linksEnded, peopleLikeEmail, personByEmail } from "../../src/plant/who/links.ts";
import { hamburg, monday, person } from "./cast.ts";

const teams = AccountId.parse("teams:3d8c0f2e-0000-4000-8000-000000000001");

function withEmail(plant: Plant, id: string, email: string): Plant {
  const known = plant.people.get(person(id));
  if (known === undefined) throw new Error(`Nobody is called ${id}`);
  return { ...plant, people: new Map(plant.people).set(known.id, { ...known, email }) };
}

describe("an address in the plant file", () => {
  test("names its person, in capitals or not", () => {
    expect(personByEmail(hamburg, "Ole@Hamburg.example")?.id).toBe("ole");
    expect(personByEmail(hamburg, "ole@hamburg.example.org")).toBeNull();
  });

  test("names nobody by what follows a plus sign, and is like its person's all the same", () => {
    expect(personByEmail(hamburg, "ole+tablet@hamburg.example")).toBeNull();
    expect(peopleLikeEmail(hamburg, "OLE+tablet@hamburg.example").map(({ id }) => id)).toEqual(["ole"]);
    expect(peopleLikeEmail(withEmail(hamburg, "otto", "otto+it@hamburg.example"), "otto@hamburg.example")).toHaveLength(
      1,
    );
    expect(peopleLikeEmail(hamburg, "ole@hamburg.example.org")).toEqual([]);
  });

  test("that two people share names nobody", () => {
    const shared = withEmail(hamburg, "otto", "OLE@hamburg.example");
    expect(personByEmail(shared, "ole@hamburg.example")).toBeNull();
  });
});

describe("an account nobody has", () => {
  test("may become the account of somebody who has none on its platform", () => {
    expect(canLink(hamburg, person("otto"), teams)).toBe(true);
  });

  test("does not become the second account of somebody on one platform", () => {
    expect(canLink(hamburg, person("otto"), AccountId.parse("slack:U0SECOND"))).toBe(false);
  });
});

describe("links when another plant file comes into force", () => {
  const otto = person("otto");
  const file = withEmail(hamburg, "otto", "otto.brandt@hamburg.example");
  const before = applyPlantEvents(file, [
    { type: "AccountLinked", person: otto, account: teams, by: "referee:directory", at: monday("08:00") },
  ]);
  const entry = before.people.get(otto);
  const withOtto = (change: Partial<Person>): Plant => {
    if (entry === undefined) throw new Error("Otto is in the plant");
    const people = new Map(hamburg.people).set(otto, { ...entry, accounts: [], ...change });
    return { ...hamburg, people };
  };
  const ended = (after: Plant) => linksEnded(before, after).map(({ account }) => account);

  test.each<{ how: string; change: Partial<Person> }>([
    { how: "as they were", change: {} },
    { how: "under another address", change: { email: "o.brandt@hamburg.example" } },
    { how: "married", change: { name: "Otto Weiss" } },
    { how: "under another name with the address they had", change: { name: "O. W." } },
  ])("stay for whoever is in it $how", ({ change }) => {
    expect(ended(withOtto(change))).toEqual([]);
  });

  test("end for whoever is in it no longer", () => {
    const people = new Map(hamburg.people);
    people.delete(otto);
    expect(ended({ ...hamburg, people })).toEqual([teams]);
  });

  test("end for whoever it gives another account on that platform", () => {
    expect(ended(withOtto({ accounts: [AccountId.parse("teams:another")] }))).toEqual([teams]);
    expect(ended(withOtto({ accounts: [AccountId.parse("slack:another")] }))).toEqual([]);
  });

  test("end for a new person under an id that was used before", () => {
    expect(ended(withOtto({ name: "Nina Falk", email: "nina.falk@hamburg.example" }))).toEqual([teams]);
    expect(ended(withOtto({ name: "Nina Falk", email: "" }))).toEqual([teams]);
  });

  test.each([
    { name: "Anna Brandt", email: "anna.brandt@hamburg.example" },
    { name: "Anna Brandt", email: "" },
    { name: "Otto Falk", email: "otto.falk@hamburg.example" },
  ])("end for $name <$email> under the id of Otto Brandt: one of their names is no proof", (change) => {
    expect(ended(withOtto(change))).toEqual([teams]);
  });

  test("stay under another address for whoever writes more of the same name", () => {
    expect(ended(withOtto({ name: "Otto Karl Brandt", email: "okb@hamburg.example" }))).toEqual([]);
  });

  test("end for an account that it gives to somebody else", () => {
    const ole = hamburg.people.get(person("ole"));
    if (ole === undefined) throw new Error("Ole is in the plant");
    const people = new Map(withOtto({}).people).set(ole.id, { ...ole, accounts: [...ole.accounts, teams] });
    expect(ended({ ...hamburg, people })).toEqual([teams]);
  });
});

test("an account whose link ended may still be theirs, unless the directory knows of somebody else", () => {
  const links = (by: "referee:directory" | "referee:files") =>
    applyPlantEvents(hamburg, [
      { type: "AccountLinked", person: person("otto"), account: teams, by: "referee:directory", at: monday("08:00") },
      { type: "AccountUnlinked", person: person("otto"), account: teams, by, at: monday("09:00") },
    ]).resembling.get(teams);
  expect([...(links("referee:files") ?? [])]).toEqual(["otto"]);
  expect(links("referee:directory")).toBeUndefined();
});

test("an account that is somebody's does not become anybody else's", () => {
  expect(canLink(hamburg, person("ole"), AccountId.parse("slack:U0OTTO"))).toBe(false);
});
