import { PersonId, TeamId } from "../../src/plant/ids.ts";
import { ownPersonIn, vendorIn, vendorOf } from "../../src/plant/who/vendors.ts";
import { demo } from "../request/scene.ts";

const packtec = TeamId.parse("packtec");

test.each([
  ["Elena Ruiz, PackTec", packtec],
  ["somebody of PackTec service", packtec],
  ["Elena Ruiz (PackTec)", packtec],
  ["pack tec", packtec],
  ["Marco Bianchi, Krones", undefined],
  ["PacTec", undefined],
  ["", undefined],
])("'%s' names the vendor %s", (text, vendor) => {
  expect(vendorIn(demo, text)?.id).toBe(vendor);
});

test.each([
  ["Otto Brandt", "otto"],
  ["otto", "otto"],
  ["me, Karin Vogt, tel. 113", "karin"],
  ["Otto and Karin", null],
  ["Elena Ruiz (PackTec)", null],
  ["Oto Brand", null],
  ["the shift lead", null],
])("'%s' names %s of the plant's own", (text, person) => {
  expect(ownPersonIn(demo, text)).toBe(person);
});

test("a vendor's people are guests, and the plant's own are not", () => {
  expect(vendorOf(demo, PersonId.parse("elena"))?.id).toBe(packtec);
  expect(vendorOf(demo, PersonId.parse("otto"))).toBeNull();
});

test.each(["Industrie Robotik", "Service Meyer"])("a word that many begin with names no vendor: %s", (name) => {
  const team = demo.teams.get(packtec);
  if (team === undefined) throw new Error("The demo plant has PackTec");
  const other = { ...team, id: TeamId.parse("robots"), name, members: [] };
  const plant = { ...demo, teams: new Map(demo.teams).set(other.id, other) };
  expect(vendorIn(plant, "the service technician of RoboFix, Industrie 4")).toBeNull();
  expect(vendorIn(plant, `somebody of ${name}`)?.id).toBe(other.id);
});
