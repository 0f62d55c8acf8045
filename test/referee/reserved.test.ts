import fc from "fast-check";
import { decodeAction } from "../../src/card/action.ts";
import { withoutButtons } from "../../src/card/buttons/withoutButtons.ts";
import type { Card } from "../../src/card/card.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { handOf } from "../../src/card/verbs/verbs.ts";
import { mayActFor } from "../../src/plant/duty/authority.ts";
import { AccountId, PersonId } from "../../src/plant/ids.ts";
import { personByAccount } from "../../src/plant/person.ts";
import { pressesOn, type Scene } from "../../src/referee/audience.ts";
import { forReader, reservedOn } from "../../src/referee/reserved.ts";
import { RequestId } from "../../src/request/ids.ts";
import { isDirect } from "../../src/request/rules/places.ts";
import { isSettled } from "../../src/request/state.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import { demo, monday, olga, otto, sina } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { sent, valuesFrom, type Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const isOps = (account: AccountId) => {
  const person = personByAccount(demo, account);
  return person !== null && mayActFor(demo, { type: "ops" }, person.id);
};
const isForOps = (value: string) => ["ops", "opsForOthers", "opsAfter"].includes(handOf(decodeAction(value).verb));

type Check = (scene: Scene, card: ReturnType<typeof requestCard>) => void;

/** Every place of states that requests of all types come to by chance, lines that stand among them; each as one of Ops, too. */
function everyScene(check: Check): void {
  fc.assert(
    fc.property(fc.constantFrom(...activeTypes), fc.constantFrom(olga, otto, sina), happenings, (type, by, all) => {
      let walk = sent({ plant: demo, type, by, at: monday("10:00") }, valuesFrom(type, "requester", monday("10:00")));
      checkPlaces(walk, check);
      for (const next of all) {
        walk = tried(walk, next, type);
        checkPlaces(walk, check);
      }
    }),
    { numRuns: 6 },
  );
}

function checkPlaces({ state, world }: Walk, check: Check): void {
  if (state.status !== "open" && state.status !== "closed") return;
  const places = [...state.places.values()].flatMap((place) => [place, { ...place, role: { type: "ops" } as const }]);
  for (const shown of places) check({ state, shown, world, now: state.at }, requestCard(request, state, shown, world));
}

const isTakeBack = (value: string) => decodeAction(value).verb === "takeBack";

function withoutTakeBack(card: Card): Card {
  return withoutButtons(card, isTakeBack);
}

describe("what only Ops can do on a card", () => {
  test("is kept for Ops wherever several read it, also while a line stands", () => {
    let looked = 0;
    everyScene((scene, card) => {
      if (isDirect(demo, scene.shown.spot)) return;
      const reserved = reservedOn(withoutTakeBack(card), "view", scene);
      const forOps = pressesOn(card).flatMap(({ value }) => (isForOps(value) ? [value] : []));
      expect(reserved?.values ?? []).toEqual(forOps);
      expect(reserved?.actors.filter((account) => !isOps(account)) ?? []).toEqual([]);
      looked += forOps.length;
    });
    expect(looked).toBeGreaterThan(10);
  });

  test("stands in nobody's own chat but those of Ops", () => {
    everyScene((scene, card) => {
      for (const handle of ["olga", "paula", "max", "otto"]) {
        const { adapter } = scene.shown.spot;
        const account = demo.people
          .get(PersonId.parse(handle))
          ?.accounts.find((each) => each.startsWith(`${adapter}:`));
        if (account === undefined) continue;
        const spot = { adapter, conversation: account.slice(adapter.length + 1), thread: null };
        const there = { ...scene, shown: { ...scene.shown, spot } };
        const left = pressesOn(forReader(card, there)).filter(({ value }) => isForOps(value));
        if (!isOps(AccountId.parse(account))) expect(left).toEqual([]);
      }
    });
  });
});

test("what only whoever gave an answer can do is kept for them", () => {
  let looked = 0;
  const look: Parameters<typeof everyScene>[0] = (scene, card) => {
    const presses = pressesOn(card).filter(({ value }) => isTakeBack(value));
    if (presses.length === 0 || isDirect(demo, scene.shown.spot)) return;
    const { state } = scene;
    if (state.status === "draft") return;
    const deciders = presses.map(({ value }) => {
      const step = state.steps.get(StepId.parse(decodeAction(value).step));
      return isSettled(step) ? step.verdict.by : "nobody";
    });
    const only = {
      ...card,
      blocks: presses.map((press) => ({ type: "actions", actions: [press], more: [] }) as const),
    };
    for (const account of reservedOn(only, "view", scene)?.actors ?? [])
      expect(deciders).toContain(personByAccount(demo, account)?.id);
    looked += 1;
  };
  // Few lives come to an answer that somebody may take back: on until some have.
  for (let times = 0; looked <= 3 && times < 20; times += 1) everyScene(look);
  expect(looked).toBeGreaterThan(3);
});
