import { AccountId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { canLink, personByEmail } from "../../src/plant/who/links.ts";
import { hamburg, person } from "./cast.ts";

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

test("an account that is somebody's does not become anybody else's", () => {
  expect(canLink(hamburg, person("ole"), AccountId.parse("slack:U0OTTO"))).toBe(false);
});
