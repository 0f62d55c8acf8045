import { directoryOf } from "../../../adapters/web/directory.ts";
import { CAST, MOMENTS } from "../../../adapters/web/play/moments.ts";
import { demoPlant } from "./standIn.ts";

const directory = directoryOf([demoPlant()], ["web"]);
const seats = MOMENTS.flatMap(({ steps }) => steps).flatMap((step) => ("as" in step ? [step] : []));

describe("the guided play", () => {
  test("has eight moments", () => {
    expect(MOMENTS).toHaveLength(8);
  });

  test("is cast from the demo plant", () => {
    const people = directory.people.map(({ id }) => id);
    expect(people).toEqual(expect.arrayContaining([...CAST, ...seats.map((step) => step.as)]));
  });

  test("happens where its people are", () => {
    const places = [...directory.channels.map(({ id }) => id), ...directory.people.map(({ id }) => id)];
    expect(places).toEqual(expect.arrayContaining([...new Set(seats.map((step) => step.in))]));
  });

  test("tells every step, so that a person can do it", () => {
    const told = MOMENTS.flatMap(({ steps }) => steps).map(({ tell }) => tell.length);
    expect(Math.min(...told)).toBeGreaterThan(10);
  });
});
