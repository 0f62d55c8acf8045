import { directoryOf } from "../../../adapters/web/directory.ts";
import { chatOf, type LocalId } from "../../../adapters/web/localId.ts";
import * as labels from "../../../adapters/web/play/labels.ts";
import { CAST, MOMENTS } from "../../../adapters/web/play/moments.ts";
import { PAGE_LANGUAGES } from "../../../adapters/web/texts.ts";
import { CATALOGUES } from "../../../src/words/catalogues.ts";
import { LANGUAGES } from "../../../src/words/reader.ts";
import { loadRequestTypes } from "../../../src/workflow/read.ts";
import { typeFor } from "../../../src/workflow/texts.ts";
import { demoPlant } from "./standIn.ts";

const directory = directoryOf([demoPlant()], ["web", "office"]);
const seats = MOMENTS.flatMap(({ steps }) => steps).flatMap((step) => ("as" in step ? [step] : []));

describe("the guided play", () => {
  test("has fourteen moments", () => {
    expect(MOMENTS).toHaveLength(14);
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
    const first = MOMENTS.flatMap(({ steps }) => steps.find((step) => "as" in step) ?? []);
    const told = first.flatMap(({ tell }) => Object.values(tell));
    expect(told).toHaveLength(3 * MOMENTS.length);
    expect(told.filter((tell) => !/(Floor|Office) chat|(Werks|Büro)chat|chat de (planta|oficina)/.test(tell))).toEqual(
      [],
    );
  });

  test("tells every step, so that a person can do it", () => {
    const told = MOMENTS.flatMap(({ steps }) => steps).flatMap(({ tell }) => Object.values(tell));
    expect(Math.min(...told.map(({ length }) => length))).toBeGreaterThan(10);
  });

  test.each(PAGE_LANGUAGES)("calls buttons and questions in %s what they are called on the cards", async (language) => {
    const types = await loadRequestTypes("workflows");
    const ofTypes = types.ok
      ? [...types.types.values()].map((type) => JSON.stringify(typeFor(type, { language })))
      : [];
    const known = [...Object.values<string>(CATALOGUES[language]), ...ofTypes].join("\n");
    const names = Object.values(labels).map((texts) => texts[language]);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("is told in every language in which Referee speaks", () => {
    expect(PAGE_LANGUAGES).toEqual(LANGUAGES);
  });
});
