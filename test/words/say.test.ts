import { CATALOGUES } from "../../src/words/catalogues.ts";
import { say } from "../../src/words/say.ts";
import { sayChoice, sayList } from "../../src/words/sayList.ts";
import { typed } from "../../src/words/typed.ts";

describe("what Referee says", () => {
  test("is said in the language of its reader", () => {
    const when = { when: "Fri 18:00" };
    expect(say({ language: "en" }, "standing.openUntil", when)).toBe("Open until Fri 18:00.");
    expect(say({ language: "de" }, "standing.openUntil", when)).toBe("Offen bis Fri 18:00.");
    expect(say({ language: "es" }, "standing.openUntil", when)).toBe("Abierto hasta Fri 18:00.");
  });

  test("is English where nothing is known of its reader", () => {
    expect(say({}, "standing.doneNotConfirmed")).toBe("Done, not confirmed yet.");
  });

  test("counts as each language counts", () => {
    const one = { given: 1, total: "2" };
    expect(say({ language: "en" }, "standing.inReview", one)).toBe("In review. 1 of 2 approvals are given.");
    expect(say({ language: "es" }, "standing.inReview", one)).toBe("En revisión. Hay 1 aprobación de 2.");
    expect(say({ language: "de" }, "standing.inReview", { given: 0, total: "2" })).toBe(
      "In Prüfung. Noch nichts freigegeben.",
    );
  });

  test("keeps braces and quotes that people typed as they were typed", () => {
    expect(
      say({ language: "de" }, "standing.failedBecause", { when: "Mo", reason: typed("it's {broken} '{0}'") }),
    ).toBe("Nicht ausgeführt, Mo: „it's {broken} '{0}'“");
  });

  test("can be tried out with a catalogue of one's own", () => {
    const words = { ...CATALOGUES.en, "standing.doneNotConfirmed": "Fertig!" };
    expect(say({ words }, "standing.doneNotConfirmed")).toBe("Fertig!");
    expect(say({}, "standing.doneNotConfirmed")).toBe("Done, not confirmed yet.");
  });
});

describe("names in a row", () => {
  test.each([
    { language: "en", all: "Ana, Ben and Inés", some: "Ana or Inés", none: "nobody" },
    { language: "de", all: "Ana, Ben und Inés", some: "Ana oder Inés", none: "niemand" },
    { language: "es", all: "Ana, Ben e Inés", some: "Ana o Inés", none: "nadie" },
  ] as const)("are joined as in $language", ({ language, all, some, none }) => {
    expect(sayList(["Ana", "Ben", "Inés"], { language })).toBe(all);
    expect(sayChoice(["Ana", "Inés"], { language })).toBe(some);
    expect(sayList([], { language })).toBe(none);
  });
});
