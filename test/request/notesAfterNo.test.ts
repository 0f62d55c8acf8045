import { notes } from "../../src/card/lines/quotes.ts";
import { Values } from "../../src/workflow/value.ts";
import { then } from "../workflow/walk.ts";
import { asked, monday, olga, open, otto, press } from "./scene.ts";

const picture = { name: "cabinet.jpg", link: null } as const;

describe("what is written after a no", () => {
  const denied = press(asked(), "owner", otto, monday("10:30"), { type: "deny", reason: "no", yesIf: "a jump host" });
  const said = { type: "note", place: null, by: olga, name: "Olga" } as const;
  const noted = then(denied, { ...said, text: "The jump host stands.", files: [picture], at: monday("10:40") });

  test("is read on the card of what the no ended", () => {
    if (noted.state.status !== "closed") throw new Error("It was denied");
    expect(notes(noted.state, noted.world.plant).map(({ text }) => text)).toEqual(["The jump host stands."]);
  });

  test("is read by those who decide once the no is taken back", () => {
    const back = press(noted, "owner", otto, monday("10:50"), { type: "takeBack", reason: "there is one" });
    expect(open(back).notes.map(({ text }) => text)).toEqual(["The jump host stands.", "there is one"]);
  });

  test("is read by those who decide once it is asked about once more", () => {
    const appeal = { type: "appeal", news: "There is a jump host now", values: Values.parse({}) } as const;
    const again = press(noted, "owner", olga, monday("10:50"), appeal);
    expect(open(again).notes).toContainEqual(
      expect.objectContaining({ text: "The jump host stands.", files: [picture], by: olga }),
    );
  });
});
