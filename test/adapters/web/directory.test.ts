import { directoryOf } from "../../../adapters/web/directory.ts";
import { testPlant } from "./standIn.ts";

const directory = directoryOf([testPlant()]);
const person = (id: string) => directory.people.find((candidate) => candidate.id === id);

describe("the people of the local chat", () => {
  test("are those who have a web account", () => {
    expect(directory.people.map(({ id }) => id)).toEqual(["olga", "otto", "sina", "lars", "paula"]);
  });

  test("stand on the page from the start when they are one of each side", () => {
    expect(directory.people.filter(({ featured }) => featured)).toHaveLength(5);
  });

  test("have the channels of their team, of their line, and of Ops", () => {
    expect(person("olga")?.channels).toEqual(["line-3"]);
    expect(person("lars")?.channels).toEqual(["line-3"]);
    expect(person("otto")?.channels).toEqual(["ot-controls"]);
    expect(person("paula")?.channels).toEqual(["ops"]);
  });

  test("are introduced by what they are there for", () => {
    expect(person("olga")?.role).toBe("Line 3 operators");
    expect(person("lars")?.role).toBe("Shift lead, line 3");
    expect(person("sina")?.role).toBe("IT security, lead");
  });
});

test("a channel that a line and its team share is named after the line", () => {
  expect(directory.channels.filter(({ id }) => id === "line-3")).toEqual([
    { id: "line-3", name: "Line 3", plant: "HAM" },
  ]);
});
