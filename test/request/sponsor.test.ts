import { typeNamed } from "../workflow/activeTypes.ts";
import { then, type Walk } from "../workflow/walk.ts";
import { askedOf, changing, karin, last, monday, olga, otto } from "./scene.ts";

const remote = typeNamed("remote-access");

const looksAfter = (sponsor: string) => askedOf(remote, { visitor: "Elena Ruiz, PackTec", sponsor });
const toldOf = ({ events }: Walk) => events.flatMap((event) => (event.type === "RequestJoined" ? [event.sponsor] : []));

describe("whoever looks after a visitor", () => {
  test("is told of it by the rules, in their own chat, as soon as it is sent", () => {
    const walk = looksAfter("Karin Vogt");
    expect(last(walk, "RequestJoined")).toMatchObject({
      sponsor: karin,
      by: "referee:rules",
      spot: { conversation: "karin" },
      at: monday("10:00"),
    });
  });

  test("is told once, whatever else happens", () => {
    const noted = then(looksAfter("Karin"), {
      ...{ type: "note", text: "she is late", place: null },
      ...{ by: olga, name: "Olga", at: monday("10:20") },
    });
    expect(toldOf(noted)).toEqual([karin]);
  });

  test("and whoever is named instead of them are both told", () => {
    const walk = then(looksAfter("Karin"), changing({ sponsor: "Otto" }, monday("10:10")));
    expect(toldOf(walk)).toEqual([karin, otto]);
  });

  test("hears where they asked, when it is they who asked", () => {
    expect(toldOf(looksAfter("Olga Weber"))).toEqual([]);
  });

  test.each(["Elena Ruiz (PackTec)", "somebody", "Otto and Karin"])("is nobody, when it is '%s'", (name) => {
    expect(toldOf(looksAfter(name))).toEqual([]);
  });
});
