import { demoText } from "../support/plantText.ts";
import { afterLeaving } from "../support/whoLeft.ts";
import { wokenUntil } from "../workflow/walk.ts";
import { askedOf, demo, lineDown, max, monday, paula, piet, stepOf } from "./scene.ts";

const file = demoText().plant;

/** Whom a line that stands rings, while nobody takes it, at each rank. */
function rung(...left: readonly (typeof paula)[]) {
  const walk = askedOf(lineDown, { place: "asset:plc-12" });
  const plant = left.length === 0 ? demo : afterLeaving(file, ...left);
  const later = wokenUntil({ ...walk, world: { ...walk.world, plant } }, monday("12:00"));
  const steps = [...("steps" in later.state ? later.state.steps.keys() : [])];
  const [first = ""] = steps;
  const step = stepOf(later, first);
  return "ball" in step ? step.ball.pings.map(({ rank, people }) => ({ rank, people })) : [];
}

describe("a line that stands and that nobody takes", () => {
  test("rings all who lead Ops, then the plant manager", () => {
    expect(rung()).toEqual(
      expect.arrayContaining([
        { rank: "ops", people: [paula, piet] },
        { rank: "manager", people: [max] },
      ]),
    );
  });

  test("rings and names nobody who has left", () => {
    expect(rung(paula)).toEqual(expect.arrayContaining([{ rank: "ops", people: [piet] }]));
    expect(rung(paula, max).flatMap(({ people }) => people)).not.toContain(max);
    expect(rung(paula, max).flatMap(({ people }) => people)).not.toContain(paula);
  });

  test("rings the plant manager where nobody leads Ops any more", () => {
    expect(rung(paula, piet).flatMap(({ people }) => people)).toContain(max);
  });
});
