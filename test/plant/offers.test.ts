import { offersIn } from "../../src/plant/file/offers.ts";
import { readPlant, sayProblem } from "../../src/plant/file/read.ts";
import { hamburg, smallPlant } from "./cast.ts";

const withOffers = (offers: string) => readPlant(`${smallPlant}\noffersIn: ${offers}\n`, "p.yaml");
const line3 = { adapter: "web", conversation: "line-3" } as const;

describe("offers to people who did not address Referee", () => {
  test("are made nowhere unless the plant file says so", () => {
    expect(offersIn(hamburg, line3)).toBe(false);
  });

  test("are made in the channels it names, and on that platform only", () => {
    const reading = withOffers("{ web: [line-3] }");
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(offersIn(reading.plant, line3)).toBe(true);
    expect(offersIn(reading.plant, { adapter: "web", conversation: "ot" })).toBe(false);
    expect(offersIn(reading.plant, { adapter: "slack", conversation: "line-3" })).toBe(false);
  });

  test.each([
    {
      name: "a channel of nobody's",
      offers: "{ web: [line-33] }",
      says: 'line-33 is no channel of a team, a line or Ops on web  → did you mean "line-3"?',
    },
    {
      name: "a channel of another platform",
      offers: "{ teams: [somewhere-else] }",
      says: "somewhere-else is no channel of a team, a line or Ops on teams  → name a channel that one of them has",
    },
  ])("are not made in $name, and the administrator is told", ({ offers, says }) => {
    const reading = withOffers(offers);
    const said = (reading.ok ? [] : reading.problems).map(sayProblem);
    expect(said.join("\n")).toContain(says);
  });
});
