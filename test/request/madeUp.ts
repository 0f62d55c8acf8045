import fc from "fast-check";
import { DAY_MS, type EpochMs, later } from "../../src/clock.ts";
import { applyPlantEvents } from "../../src/plant/applyEvents.ts";
import type { PlantEvent } from "../../src/plant/events.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { contradictionsIn } from "../../src/workflow/check.ts";
import { RequestType } from "../../src/workflow/requestType.ts";

/** Some of them alone would forget a step: check-plant lets no type through that has no other clock for it. */
const clock = fc.constantFrom(
  {},
  { decide: "2 h" },
  { always: true, progress: "2 h" },
  { take: "1 h" },
  { take: "30 min", decide: "2 h" },
  { take: "5 min", always: true, again: "1 h", progress: "2 h" },
);

const step = fc.record({
  kind: fc.constantFrom("approve", "do", "confirm"),
  owner: fc.constantFrom(
    "assetOwner",
    "security",
    "network",
    "safety",
    "requester",
    "shiftLead",
    "ops",
    "team:it-servers",
  ),
  does: fc.constant("does it"),
  veto: fc.boolean(),
  clock,
});

/** Request types that nobody has written yet, and check-plant would let through. */
export const madeUpTypes: fc.Arbitrary<RequestType> = fc
  .array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((stages) =>
    RequestType.parse({
      ...{ type: "made-up", name: "Made up", icon: "🧩", title: "Made up for {machine}", asset: "machine" },
      fields: [{ id: "machine", label: "Machine", ask: "Which machine?", from: "requester", kind: "asset" }],
      stages: stages.map((steps, stage) => ({ steps: steps.map((each, at) => ({ ...each, id: `s${stage}-${at}` })) })),
    }),
  )
  .filter((type) => contradictionsIn(type).length === 0);

/** Something that changes in the plant while its requests go on. `nth`: whom or what it is about. */
export type PlantChange = {
  readonly what: "away" | "standIn" | "covered" | "frozen" | "ruled" | "left";
  readonly nth: number;
  /** Whether what happens next is decided by a process that has not heard of it. */
  readonly lagging: boolean;
};

export const plantChanges: fc.Arbitrary<PlantChange | null> = fc.option(
  fc.record({
    what: fc.constantFrom("away", "standIn", "covered", "frozen", "ruled", "left"),
    nth: fc.nat({ max: 40 }),
    lagging: fc.boolean(),
  }),
);

/** The plant after that change. */
export function changedPlant(plant: Plant, { what, nth }: PlantChange, at: EpochMs): Plant {
  if (what === "left") return without(plant, nth);
  const event = eventOf(plant, what, nth, at);
  return event === null ? plant : applyPlantEvents(plant, [event]);
}

function eventOf(
  plant: Plant,
  what: Exclude<PlantChange["what"], "left">,
  nth: number,
  at: EpochMs,
): PlantEvent | null {
  const found = {
    person: [...plant.people.keys()][nth % plant.people.size],
    team: [...plant.teams.keys()][nth % plant.teams.size],
    asset: [...plant.assets.keys()][nth % plant.assets.size],
  };
  if (found.person === undefined || found.team === undefined || found.asset === undefined) return null;
  const said = { by: found.person, at, from: at, to: later(at, DAY_MS) };
  switch (what) {
    case "away":
      return { type: "AbsenceSet", person: found.person, uncovered: [], ...said };
    case "standIn":
      return { type: "OverrideSet", team: found.team, person: found.person, ...said };
    case "covered": {
      const standIn = [...plant.people.keys()].at(-1 - (nth % plant.people.size)) ?? found.person;
      return { type: "StandInSet", person: found.person, standIn, ...said };
    }
    case "frozen":
      return { type: "FreezeSet", assets: [found.asset], lines: [], ...said };
    case "ruled":
      return { type: "OwnerRuled", asset: found.asset, team: found.team, reason: "theirs", by: found.person, at };
  }
}

/** Somebody is a member of no team any more. */
function without(plant: Plant, nth: number): Plant {
  const gone = [...plant.people.keys()][nth % plant.people.size];
  const teams = [...plant.teams].map(
    ([id, team]) => [id, { ...team, members: team.members.filter((person) => person !== gone) }] as const,
  );
  return { ...plant, teams: new Map(teams) };
}
