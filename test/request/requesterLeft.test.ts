import { PersonId as Id, type PersonId } from "../../src/plant/ids.ts";
import { demoText } from "../support/plantText.ts";
import { afterLeaving } from "../support/whoLeft.ts";
import { then } from "../workflow/walk.ts";
import {
  asked,
  deniz,
  karin,
  max,
  monday,
  ole,
  olga,
  open,
  otto,
  paula,
  piet,
  pressing,
  refusal,
  revisited,
  sina,
  typesSince,
} from "./scene.ts";

/** Without a line whose crew is OT: its shift leads would answer for OT's people. */
const file = demoText((text) => text.replace("team: ot-controls\n", "team: line-7-operators\n")).plant;
const vera = Id.parse("vera");

/** Who answers for a request once these people have left, and what is recorded each time the plant changes then. */
function answeredFor(requester: PersonId, ...left: readonly PersonId[]) {
  const walk = asked({ by: requester });
  const plant = afterLeaving(file, ...left);
  const first = revisited(walk, plant, monday("10:20"));
  const again = revisited(first, plant, monday("10:21"));
  return { by: open(first).asked.speaksFor, again: typesSince(first, again) };
}

describe("a request of somebody who has left", () => {
  const left = revisited(asked({ by: karin }), afterLeaving(file, karin), monday("10:20"));

  test("is nobody else's to withdraw, who read who answers for it, and that it was not them who asked", () => {
    const withdraw = { type: "withdraw", reason: "", by: otto, name: "Otto", at: monday("10:40") } as const;
    expect(refusal(left, withdraw).message).toBe(
      "Only Ole Petersen, who answers for HAM-1 in place of Karin Vogt, can do this.",
    );
  });

  test("is not handed to who answers for it, nor decided by them, and is not said to be theirs", () => {
    const hand = { type: "handOver", to: ole } as const;
    expect(refusal(left, pressing(left, "owner", otto, monday("10:40"), hand)).message).toBe(
      "Ole Petersen answers for this in place of Karin Vogt, so somebody else decides it.",
    );
    expect(refusal(left, pressing(left, "owner", ole, monday("10:40"), { type: "take" })).message).toBe(
      "Whoever answers for HAM-1 in place of Karin Vogt does not decide it; somebody else does.",
    );
  });

  test.each([
    ["who leads their team is answered for by its backup", karin, [karin], ole],
    ["who leads their team, in security, by its backup", sina, [sina], deniz],
    ["who was the backup of a team whose lead has left too, by who leads Ops", deniz, [sina, deniz], paula],
    ["of a team of which nobody is left to answer, by who leads Ops", karin, [karin, ole], paula],
    ["of such a team, by the next who leads Ops", karin, [karin, ole, paula], piet],
    ["who is lead and backup in one, by who leads Ops", vera, [vera], paula],
  ] as const)("%s", (_, requester, left, by) => {
    expect(answeredFor(requester, ...left)).toEqual({ by, again: [] });
  });

  test("is answered for by the next once who answered for it has left as well", () => {
    const first = revisited(asked({ by: karin }), afterLeaving(file, karin), monday("10:20"));
    const second = revisited(first, afterLeaving(file, karin, ole), monday("10:30"));
    expect(open(second).asked.speaksFor).toBe(paula);
    const withdrawn = then(second, { type: "withdraw", reason: "", by: paula, at: monday("10:40"), name: "Paula" });
    expect(withdrawn.state).toMatchObject({ status: "closed" });
  });

  test("goes to who leads Ops though all of them are away just then", () => {
    const away = [paula, piet].map((person) => ({ person, from: monday("06:00"), to: monday("20:00") }));
    const plant = { ...afterLeaving(file, karin, ole), absences: away };
    expect(open(revisited(asked({ by: karin }), plant, monday("10:20"))).asked.speaksFor).toBe(paula);
  });

  test("is the plant manager's where nobody leads Ops, and nobody's, of which nothing is recorded, where they have left too", () => {
    const left = [karin, ole, paula, piet];
    expect(answeredFor(karin, ...left)).toEqual({ by: max, again: [] });
    expect(answeredFor(karin, ...left, max)).toEqual({ by: null, again: [] });
    expect(answeredFor(olga, olga).by).not.toBeNull();
  });
});
