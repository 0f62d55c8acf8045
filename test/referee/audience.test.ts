import fc from "fast-check";
import { decodeAction } from "../../src/card/action.ts";
import type { Card, CardAction } from "../../src/card/card.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { RefusedError } from "../../src/errors.ts";
import { readPress } from "../../src/intake/press.ts";
import { AccountId, adapterOf } from "../../src/plant/ids.ts";
import { metaFor } from "../../src/referee/acting.ts";
import { audienceOf, type Scene } from "../../src/referee/audience.ts";
import { decide } from "../../src/request/decide.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import { isDirect } from "../../src/request/rules/places.ts";
import type { Closed, Open } from "../../src/request/state.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import { asked, called, demo, monday, olga, open, opened, otto, sina } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { sent, valuesFrom, type Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");

/** A guest and everybody of the plant, by the accounts they have on the platform of a place. */
function readersOf({ spot }: Place): readonly AccountId[] {
  const accounts = [...demo.people.values()].flatMap((person) => person.accounts);
  return [...accounts, AccountId.parse(`${spot.adapter}:stranger`)].filter((each) => adapterOf(each) === spot.adapter);
}

function sceneAt(walk: Walk, shown: Place): Scene & { readonly state: Open | Closed } {
  const { state, world } = walk;
  if (state.status !== "open" && state.status !== "closed") throw new Error(`The request is ${state.status}`);
  return { state, shown, world, now: state.at };
}

function placesOf(walk: Walk): readonly Place[] {
  return walk.state.status === "unstarted" ? [] : [...walk.state.places.values()];
}

function placeNamed(walk: Walk, name: string): Place {
  const place = placesOf(walk).find((each) => each.name === name);
  if (place === undefined) throw new Error(`There is no place ${name}`);
  return place;
}

function cardAt({ state, shown, world }: ReturnType<typeof sceneAt>): Card {
  return requestCard(request, state, shown, world);
}

function actorsAt(walk: Walk, name: string): readonly string[] | null {
  const scene = sceneAt(walk, placeNamed(walk, name));
  return audienceOf(cardAt(scene), "view", scene)?.actors.map((each) => each.slice("web:".length)) ?? null;
}

function buttonsOn(card: Card): readonly Extract<CardAction, { type: "press" }>[] {
  const actions = card.blocks.flatMap((block) => (block.type === "actions" ? [...block.actions, ...block.more] : []));
  return actions.filter((action) => action.type === "press");
}

/** What becomes of a press: `form` and `done` are taken; a refusal names its code. */
function pressBy(who: AccountId, button: string, { state, world, now }: Scene): string {
  const meta = metaFor({ account: who, name: "somebody" }, world, now, state);
  try {
    const pressing = readPress(decodeAction(button), state, meta, world);
    if (pressing.type === "form") return "form";
    decide(state, pressing.command, world);
    return "done";
  } catch (error) {
    if (error instanceof RefusedError) return error.code;
    throw error;
  }
}

/** Every place of every state that requests of all types come to by chance, asked by owners, too. */
function everyScene(check: (scene: ReturnType<typeof sceneAt>) => void, numRuns: number): void {
  fc.assert(
    fc.property(fc.constantFrom(...activeTypes), fc.constantFrom(olga, otto, sina), happenings, (type, by, all) => {
      const values = valuesFrom(type, "requester", monday("10:00"));
      let walk = sent({ plant: demo, type, by, at: monday("10:00") }, values);
      for (const next of [null, ...all]) {
        if (next !== null) walk = tried(walk, next, type);
        for (const place of placesOf(walk)) check(sceneAt(walk, place));
      }
    }),
    { numRuns },
  );
}

describe("the audience of a card", () => {
  test("holds everybody of whom a press of one of its buttons would be taken, and nobody else", () => {
    let looked = 0;
    everyScene((scene) => {
      const card = cardAt(scene);
      const audience = audienceOf(card, "view", scene);
      if (audience === null) return;
      looked += 1;
      for (const who of readersOf(scene.shown)) {
        const own = buttonsOn(card).filter(({ value }) => decodeAction(value).verb !== "note");
        const presses = own.map(({ value }) => pressBy(who, value, scene));
        const taken = presses.some((press) => press === "form" || press === "done");
        expect({ who, isActor: audience.actors.includes(who) }).toEqual({ who, isActor: taken });
      }
    }, 15);
    expect(looked).toBeGreaterThan(50);
  });

  test("is missing only where nobody has a button of their own, where a line stands, and in direct messages", () => {
    everyScene((scene) => {
      if (audienceOf(cardAt(scene), "view", scene) !== null || scene.state.rules.call !== null) return;
      const readers = readersOf(scene.shown);
      if (isDirect(demo, scene.shown.spot)) return;
      const own = buttonsOn(cardAt(scene)).filter(({ value }) => decodeAction(value).verb !== "note");
      const taken = readers.filter((who) => own.some(({ value }) => /form|done/.test(pressBy(who, value, scene))));
      expect(taken).toEqual([]);
    }, 15);
  });
});

describe("a request to open a port", () => {
  test("has its buttons in the owner's channel for the owner's people", () => {
    expect(actorsAt(asked(), "owner")).toEqual(["karin", "ole", "otto"]);
  });

  test("has its buttons where it was asked for whoever asked", () => {
    expect(actorsAt(asked(), "requester")).toEqual(["olga"]);
  });

  test("can be cut off in every place by those who may, and by them alone", () => {
    expect(actorsAt(opened(), "owner")).toContain("otto");
    expect(actorsAt(opened(), "owner")).toContain("olga");
    expect(actorsAt(opened(), "owner")).not.toContain("sina");
  });
});

test("a line that is down has its buttons for everybody, at once", () => {
  const walk = called(monday("10:00"));
  expect(placesOf(walk).map(({ name }) => actorsAt(walk, name))).toEqual(placesOf(walk).map(() => null));
  expect(open(walk).rules.call).not.toBeNull();
});
