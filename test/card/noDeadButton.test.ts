import fc from "fast-check";
import { decodeAction } from "../../src/card/action.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import { canHandOver } from "../../src/card/verbs/passVerbs.ts";
import { VERBS } from "../../src/card/verbs/verbs.ts";
import { RefusedError } from "../../src/errors.ts";
import { readPress } from "../../src/intake/press.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import { decide } from "../../src/request/decide.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import { readerOf } from "../../src/request/rules/places.ts";
import { approved, askedOf, leadToo, monday, nils, olga, open, stepOf } from "../request/scene.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import { sent, valuesFrom, type Walk } from "../workflow/walk.ts";
import { happenings, tried } from "./randomWalk.ts";

const request = RequestId.parse("req_0123456789ab");
const lives = fc.tuple(fc.constantFrom(...activeTypes.map(({ type }) => type)), happenings);

function placesOf({ state }: Walk): readonly Place[] {
  return state.status === "unstarted" ? [] : [...state.places.values()];
}

/** The values of all buttons on the card of a place, as it stands now. */
function buttonsOn(place: Place | undefined, { state, world }: Walk): readonly string[] {
  if (place === undefined || (state.status !== "open" && state.status !== "closed")) return [];
  const { blocks } = requestCard(request, state, place, world);
  const actions = blocks.flatMap((block) => (block.type === "actions" ? [...block.actions, ...block.more] : []));
  return [...new Set(actions.flatMap((action) => (action.type === "press" ? [action.value] : [])))];
}

/** Why a person cannot do it; null where the form opens, or the press is taken. */
function refusedTo(value: string, by: PersonId, { state, world }: Walk): string | null {
  const action = decodeAction(value);
  if (VERBS[action.verb].by === "words") return null;
  try {
    const meta = { by, at: state.at, name: by };
    const pressing = readPress(action, state, meta, world);
    if (pressing.type === "command") decide(state, pressing.command, world);
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return error.message;
    throw error;
  }
}

/** Those buttons of a place that all of these people are refused. */
function deadAt(place: Place, walk: Walk, people: readonly PersonId[]): readonly string[] {
  return buttonsOn(place, walk).flatMap((value) => {
    const { verb } = decodeAction(value);
    const whys = people.map((by) => refusedTo(value, by, walk));
    return whys.some((why) => why === null) ? [] : [`${verb}: ${whys[0]}`];
  });
}

function neverDead(find: (walk: Walk) => readonly string[], asked = askedOf): void {
  fc.assert(
    fc.property(lives, ([id, all]) => {
      const type = typeNamed(id);
      let walk = asked(type);
      expect(find(walk)).toEqual([]);
      for (const next of all) {
        walk = tried(walk, next, type);
        expect(find(walk)).toEqual([]);
      }
    }),
    { numRuns: 16 },
  );
}

test("no button stands on a card that nobody of the plant can press", () => {
  neverDead((walk) => placesOf(walk).flatMap((place) => deadAt(place, walk, [...walk.world.plant.people.keys()])));
});

test("nor where one person has two steps of it", () => {
  neverDead(
    (walk) => placesOf(walk).flatMap((place) => deadAt(place, walk, [...walk.world.plant.people.keys()])),
    (type) => {
      const { state } = askedOf(type);
      const values = { ...valuesFrom(type, "requester", state.at), [type.asset]: "asset:plc-12" };
      return sent({ plant: leadToo(), type, by: olga, at: monday("10:00") }, values);
    },
  );
});

test("no button stands in somebody's own chat that they cannot press", () => {
  neverDead((walk) =>
    placesOf(walk).flatMap((place) => {
      const reader = readerOf(walk.world.plant, place.spot);
      return reader === null ? [] : deadAt(place, walk, [reader.id]);
    }),
  );
});

test("nobody alone in their team is offered to hand it to a colleague", () => {
  const walk = approved();
  const place = placesOf(walk).find(({ role }) => role.type === "step" && role.step === "network");
  expect(buttonsOn(place, walk).map((value) => decodeAction(value).verb)).toContain("handOver");
  const { plant } = walk.world;
  const alone = { ...plant, people: new Map([...plant.people].filter(([id]) => id === nils)) };
  expect(canHandOver(stepOf(walk, "network"), open(walk), plant)).toBe(true);
  expect(canHandOver(stepOf(walk, "network"), open(walk), alone)).toBe(false);
});
