import fc from "fast-check";
import { teamOf } from "../../src/card/people.ts";
import { EpochMs, HOUR_MS } from "../../src/clock.ts";
import { mayActFor } from "../../src/plant/duty/authority.ts";
import { chainOf } from "../../src/plant/duty/chain.ts";
import { onCallOf } from "../../src/plant/duty/onCall.ts";
import type { PlantEvent } from "../../src/plant/events.ts";
import { PersonId, TeamId } from "../../src/plant/ids.ts";
import { evolvePlant, NEW_PLANT, type PlantState, plantIn, plantWithAll } from "../../src/plant/inForce/state.ts";
import { nameOf, personByAccount } from "../../src/plant/person.ts";
import { tell } from "../../src/plant/told/told.ts";
import { peopleFor } from "../../src/plant/who/channel.ts";
import { type DirectoryWord, heardOfDirectory, leavingAccepted, mostLeaving } from "../../src/plant/who/leaving.ts";
import { demoText } from "../support/plantText.ts";
import { afterLeaving } from "../support/whoLeft.ts";

const demo = demoText().plant;
const people = [...demo.people.keys()];
const otto = PersonId.parse("otto");
const NOON = EpochMs.parse(Date.parse("2026-11-30T12:00:00Z"));
const later = (ms: number) => EpochMs.parse(NOON + ms);

const word = (person: PersonId, has: DirectoryWord["has"]): DirectoryWord => ({ person, user: `u-${person}`, has });
const says = (state: PlantState, words: readonly DirectoryWord[], at = NOON) =>
  heardOfDirectory(state.leaving, plantWithAll(state, demo), words, at);
const told = (state: PlantState, words: readonly DirectoryWord[], at = NOON) =>
  says(state, words, at).reduce(evolvePlant, state);
const left = (count: number, from = 0) => people.slice(from, from + count).map((person) => word(person, "left"));

describe("who has left, as the directory says", () => {
  const plant = plantIn(told(NEW_PLANT, [word(otto, "left")]), demo);

  test("has no account, no say and no turn from then on, and goes on being called by name", () => {
    const [account] = demo.people.get(otto)?.accounts ?? [];
    expect(account && personByAccount(plant, account)).toBeNull();
    expect(mayActFor(plant, { type: "team", team: TeamId.parse("ot-controls") }, otto)).toBe(false);
    const chain = chainOf(plant, { type: "team", team: TeamId.parse("ot-controls") }, NOON);
    expect(chain.flatMap((link) => link.people)).not.toContain(otto);
    expect(tell(plant, chain[0]?.because ?? "")).toContain("Otto Brandt has left, as the directory says");
    expect(nameOf(plant, otto)).toBe("Otto Brandt");
  });

  test("is on call for nobody, also where somebody put them there in chat", () => {
    const [team, period] = [TeamId.parse("ot-scada"), { from: NOON, to: later(HOUR_MS) }];
    const override: PlantEvent = { type: "OverrideSet", team, person: otto, ...period, by: otto, at: NOON };
    const standIn: PlantEvent = {
      type: "StandInSet",
      person: PersonId.parse("sven"),
      standIn: otto,
      ...period,
      by: otto,
      at: NOON,
    };
    const asked = (state: PlantState) => onCallOf(plantIn(state, demo), team, NOON).people;
    const before = [override, standIn].reduce(evolvePlant, NEW_PLANT);
    expect(asked(before)).toEqual([otto]);
    expect(asked(told(before, [word(otto, "left")]))).toEqual(["sven"]);
  });

  test("has it again when the directory says so, and what is said again changes nothing", () => {
    const gone = told(NEW_PLANT, [word(otto, "left")]);
    expect(says(gone, [word(otto, "left")])).toEqual([]);
    const back = told(gone, [word(otto, "returned")]);
    expect(says(back, [word(otto, "returned")])).toEqual([]);
    expect(plantIn(back, demo)).toEqual(plantIn({ ...NEW_PLANT, former: back.former }, demo));
  });
});

describe("a directory that says that everybody has left", () => {
  const most = mostLeaving(people.length);

  test("is believed of as many as leave, and then nobody loses their say before an administrator says yes", () => {
    const state = told(NEW_PLANT, left(people.length));
    expect(state.leaving.left.size).toBe(most);
    expect(state.leaving.waiting.size).toBe(people.length - most);
    const accepted = leavingAccepted(state.leaving, plantWithAll(state, demo), { name: "Olga", because: "sold" }, NOON);
    const now = accepted.reduce(evolvePlant, state);
    expect(now.leaving.left.size).toBe(people.length);
    expect(now.leaving.waiting.size).toBe(0);
  });

  test("is not believed any sooner because it waits an hour, as long as somebody waits", () => {
    const state = told(NEW_PLANT, left(most + 1));
    expect(says(state, left(1, most + 1), later(2 * HOUR_MS)).map(({ type }) => type)).toEqual(["LeavingHeld"]);
  });

  test("is believed again of as many in the next hour, where nobody waits", () => {
    const state = told(NEW_PLANT, left(most));
    expect(says(state, left(1, most), later(HOUR_MS + 1)).map(({ type }) => type)).toEqual(["PersonLeft"]);
  });

  test("takes back what it said, and nobody waits any more", () => {
    const state = told(NEW_PLANT, left(people.length));
    const back = told(
      state,
      people.map((person) => word(person, "returned")),
    );
    expect(back.leaving.left.size + back.leaving.waiting.size).toBe(0);
  });
});

describe("the last who leads Ops", () => {
  const [paula, piet] = [PersonId.parse("paula"), PersonId.parse("piet")];
  const lastHeld = told(NEW_PLANT, [word(paula, "left"), word(piet, "left")]);

  test("keeps their say until an administrator says yes, and is held once", () => {
    expect([...lastHeld.leaving.left.keys()]).toEqual([paula]);
    expect([...lastHeld.leaving.waiting.keys()]).toEqual([piet]);
    expect(says(NEW_PLANT, [word(paula, "left"), word(piet, "left")])).toMatchObject([
      { type: "PersonLeft" },
      { type: "LeavingHeld", lastOfOps: true, waiting: 1 },
    ]);
    expect(says(lastHeld, [word(piet, "left")])).toEqual([]);
    expect(mayActFor(plantIn(lastHeld, demo), { type: "ops" }, piet)).toBe(true);
    const yes = leavingAccepted(lastHeld.leaving, plantWithAll(lastHeld, demo), { name: "Max", because: "sold" }, NOON);
    const after = yes.reduce(evolvePlant, lastHeld);
    expect([...after.leaving.left.keys()]).toEqual([paula, piet]);
    expect(after.leaving.lastOfOps.size + after.leaving.waiting.size).toBe(0);
  });

  test("holds up nobody who leaves after them, and is not let go with those an hour takes", () => {
    const after = told(lastHeld, [word(otto, "left"), word(PersonId.parse("sven"), "left")]);
    expect([...after.leaving.left.keys()]).toEqual([paula, otto, "sven"]);
    const [event] = says(after, [word(PersonId.parse("olga"), "left")]);
    expect(event).toMatchObject(
      mostLeaving(people.length) > 3 ? { type: "PersonLeft" } : { type: "LeavingHeld", waiting: 1 },
    );
  });

  test("leaves once the plant file names another who is there, and stays should it name who has left", () => {
    const led = (instead: string) =>
      demoText((text) => text.replace("leads: [paula, piet]", `leads: [piet, ${instead}]`)).plant;
    const again = (file: typeof demo) =>
      heardOfDirectory(lastHeld.leaving, plantWithAll(lastHeld, file), [word(piet, "left")], NOON);
    expect(again(led("lars"))).toMatchObject([{ type: "PersonLeft", person: piet }]);
    expect(again(demo)).toEqual([]);
    const after = again(led("lars")).reduce(evolvePlant, lastHeld);
    expect(after.leaving.waiting.size + after.leaving.lastOfOps.size).toBe(0);
  });

  test("is there again when the directory has another of them back or has them back", () => {
    const back = told(lastHeld, [word(piet, "returned")]);
    expect(back.leaving.waiting.size + back.leaving.lastOfOps.size).toBe(0);
    const other = told(lastHeld, [word(paula, "returned")]);
    expect(says(other, [word(piet, "left")])).toMatchObject([{ type: "PersonLeft", person: piet }]);
  });

  test("is the plant manager where nobody leads Ops, and nobody who has left is asked or named", () => {
    const gone = afterLeaving(demo, paula, piet);
    expect(chainOf(gone, { type: "ops" }, NOON).flatMap((link) => link.people)).toEqual(["max"]);
    expect(peopleFor(gone, { type: "ops" })).toEqual(["max"]);
    expect(teamOf(gone, { type: "ops" })).toEqual(["max"]);
    expect(peopleFor(plantIn(lastHeld, demo), { type: "ops" })).toEqual([piet]);
    const ot = { type: "team", team: TeamId.parse("ot-controls") } as const;
    const withoutOtto = plantIn(told(NEW_PLANT, [word(otto, "left"), word(PersonId.parse("karin"), "left")]), demo);
    expect([...new Set(peopleFor(withoutOtto, ot))]).toEqual(["ole"]);
    expect(teamOf(withoutOtto, { type: "person", person: otto })).toEqual([]);
  });
});

test("whatever a directory says in whatever order, within an hour no more lose their say than leave, and only whom it named", () => {
  const words = fc.array(
    fc.record({ person: fc.constantFrom(...people), has: fc.constantFrom("left" as const, "returned" as const) }),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(words, (all) => {
      const state = all.reduce<PlantState>(
        (before, { person, has }, at) => told(before, [word(person, has)], later(at)),
        NEW_PLANT,
      );
      expect(state.leaving.left.size).toBeLessThanOrEqual(mostLeaving(people.length));
      expect(demo.ops.leads.some((lead) => !state.leaving.left.has(lead))).toBe(true);
      const lastOf = new Map(all.map(({ person, has }) => [person, has]));
      for (const person of state.leaving.left.keys()) expect(lastOf.get(person)).toBe("left");
      for (const [person, has] of lastOf)
        expect(state.leaving.left.has(person) || state.leaving.waiting.has(person)).toBe(has === "left");
    }),
  );
});
