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
