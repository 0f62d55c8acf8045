import { directoryOf } from "../../../adapters/web/directory.ts";
import { chatOf, type LocalId } from "../../../adapters/web/localId.ts";
import { CAST, MOMENTS } from "../../../adapters/web/play/moments.ts";
import { demoPlant } from "./standIn.ts";

const directory = directoryOf([demoPlant()], ["web", "office"]);
const seats = MOMENTS.flatMap(({ steps }) => steps).flatMap((step) => ("as" in step ? [step] : []));

describe("the guided play", () => {
  test("has eleven moments", () => {
    expect(MOMENTS).toHaveLength(11);
  });

  test("is cast from the demo plant", () => {
    const people = directory.people.map(({ id }) => id);
    expect(people).toEqual(expect.arrayContaining([...CAST, ...seats.map((step) => step.as)]));
  });

  test("happens where its people are", () => {
    const open = (as: LocalId) => directory.people.find(({ id }) => id === as)?.accounts ?? [];
    const channels = directory.channels.map(({ id }) => id);
    expect(seats.filter((step) => ![...channels, ...open(step.as)].includes(step.in))).toEqual([]);
  });

  test("has everybody act in a chat they are in", () => {
    const accounts = new Map(directory.people.map((person) => [person.id, person.accounts.map(chatOf)]));
    expect(seats.filter((step) => !accounts.get(step.as)?.includes(chatOf(step.in)))).toEqual([]);
  });

  test("says in which chat each moment begins", () => {
    const first = MOMENTS.map(({ steps }) => steps.find((step) => "as" in step)?.tell ?? "");
    expect(first.filter((tell) => !/(Floor|Office) chat/.test(tell))).toEqual([]);
  });

  test("tells every step, so that a person can do it", () => {
    const told = MOMENTS.flatMap(({ steps }) => steps).map(({ tell }) => tell.length);
    expect(Math.min(...told)).toBeGreaterThan(10);
  });
});
