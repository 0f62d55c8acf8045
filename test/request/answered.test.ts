import fc from "fast-check";
import { DAY_MS, type EpochMs, later, MINUTE_MS } from "../../src/clock.ts";
import { PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { workedBetween } from "../../src/plant/time/workingTime.ts";
import { evolve } from "../../src/request/evolve.ts";
import { type Answered, answeredBetween } from "../../src/request/rules/answered.ts";
import { type RequestState, UNSTARTED } from "../../src/request/state.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { then, type Walk } from "../workflow/walk.ts";
import { approve, approved, asked, demo, deny, friday, monday, olga, otto, press, sina, tuesday } from "./scene.ts";

const ot = TeamId.parse("ot-controls");
const security = TeamId.parse("it-security");

/** The demo plant, with three people in IT security. */
const staffed = withMembers(demo, security, ["sina", "deniz", "amira"]);

function withMembers(plant: Plant, id: TeamId, members: readonly string[]): Plant {
  const team = plant.teams.get(id);
  if (team === undefined) throw new Error(`The demo plant has ${id}`);
  const there = { ...team, members: members.map((each) => PersonId.parse(each)) };
  return { ...plant, teams: new Map(plant.teams).set(id, there) };
}

function statesOf({ events }: Walk): readonly RequestState[] {
  const states: RequestState[] = [UNSTARTED];
  for (const event of events) states.push(evolve(states.at(-1) ?? UNSTARTED, event));
  return states;
}

/** All that teams answered in a life, as it would be recorded event by event. */
function answersIn(walk: Walk, plant: Plant = staffed): readonly Answered[] {
  const states = statesOf(walk);
  return states.flatMap((after, index) => answeredBetween(states[index - 1] ?? UNSTARTED, after, plant));
}

const minutesOf = (walk: Walk, plant: Plant = staffed) =>
  answersIn(walk, plant).map(({ team, ms }) => [team, ms / MINUTE_MS] as const);

const ask = { type: "ask", question: "which counters?" } as const;
const answer = { type: "answer", answer: "all of them" } as const;

describe("how long a team took", () => {
  test("is the time from when a request came to them to their yes, or their no", () => {
    expect(minutesOf(approved())).toEqual([
      [ot, 30],
      [security, 60],
    ]);
    expect(minutesOf(press(asked(), "owner", otto, monday("10:45"), deny))).toEqual([[ot, 45]]);
  });

  test("is in their working time: the night is not in it", () => {
    // IT security works from 08:00 to 17:00.
    const late = approve(asked({ at: monday("16:30") }), "security", sina, tuesday("08:15"));
    expect(minutesOf(late)).toEqual([[security, 45]]);
  });

  test("leaves out the time in which a question was with whoever asked", () => {
    const questioned = press(asked(), "owner", otto, monday("10:10"), ask);
    const back = press(questioned, "owner", olga, monday("12:00"), answer);
    expect(minutesOf(approve(back, "owner", otto, monday("12:05")))).toEqual([[ot, 15]]);
    expect(minutesOf(press(questioned, "owner", otto, monday("12:05"), deny))).toEqual([[ot, 10]]);
  });

  test("is said once of an answer that is taken back and given again", () => {
    const back = press(approved(), "owner", otto, monday("11:10"), { type: "takeBack", reason: "the other PLC" });
    expect(minutesOf(approve(back, "owner", otto, friday("09:00")))).toEqual(minutesOf(approved()));
  });

  test.each([[["otto"]], [["otto", "ole"]]])("is not said of %p, since each would know who it was", (members) => {
    expect(minutesOf(approved(), withMembers(staffed, ot, members))).toEqual([[security, 60]]);
  });

  test("counts two steps that a team answers at once as one answer, by the one it had longer", () => {
    const [before, after] = [asked().state, approved().state];
    if (before.status !== "open" || after.status !== "open") throw new Error("It is open");
    const both = (state: typeof before) => {
      const step = state.steps.get(StepId.parse("owner"));
      if (step === undefined) throw new Error("It has an owner");
      return {
        ...state,
        steps: new Map(state.steps).set(StepId.parse("security"), { ...step, id: StepId.parse("security") }),
      };
    };
    expect(answeredBetween(both(before), both(after), staffed)).toHaveLength(1);
  });

  test("says nothing where nobody answered yet, or somebody withdrew it", () => {
    const withdrawn = then(asked(), { type: "withdraw", reason: "", by: olga, at: monday("10:20"), name: "Olga" });
    expect(answersIn(withdrawn)).toEqual([]);
  });
});

test("whatever was asked and answered before a yes, it is what a look at every moment of it finds", () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(gaps, (minutes) => {
      const walk = questioned(minutes);
      const states = statesOf(walk);
      const [answered, ...others] = answersIn(walk);
      if (answered === undefined) throw new Error("It was answered");
      expect(others).toEqual([]);
      const until = states.findIndex((state) => state.at === answered.at);
      expect(lookedAt(states.slice(0, until + 1), answered)).toContain(answered.ms);
    }),
  );
});

/** Questions and their answers by turns, so many minutes apart, and at last a no. */
function questioned(minutes: readonly number[]): Walk {
  const said = { question: [otto, ask], answer: [olga, answer], last: [otto, deny] } as const;
  let [walk, at] = [asked(), monday("10:00")];
  for (const [index, gap] of minutes.entries()) {
    at = later(at, gap * MINUTE_MS);
    const [by, what] = said[index === minutes.length - 1 ? "last" : index % 2 === 0 ? "question" : "answer"];
    walk = press(walk, "owner", by, at, what);
  }
  return walk;
}

/** For each step that is answered now, how long its team had it in hand since it came to them last, ms. */
function lookedAt(states: readonly RequestState[], answered: Answered): readonly number[] {
  const now = states.at(-1);
  if (now?.status !== "open" && now?.status !== "closed") return [];
  return [...now.steps.values()].flatMap((step) => {
    const isIt = step.status === "settled" && step.verdict.at === answered.at;
    return isIt && step.before !== null ? [heldIn(states, step.id, step.before.since, answered)] : [];
  });
}

function heldIn(states: readonly RequestState[], id: StepId, since: EpochMs, { team, at }: Answered): number {
  const party = { type: "team", team } as const;
  return states.reduce((ms, state, index) => {
    const was = state.status === "open" ? state.steps.get(id) : undefined;
    if (was?.status !== "open" || was.ball.since !== since) return ms;
    return ms + workedBetween(demo, party, state.at, states[index + 1]?.at ?? later(at, DAY_MS));
  }, 0);
}
