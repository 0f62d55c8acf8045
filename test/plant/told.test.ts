import fc from "fast-check";
import { HOUR_MS, later } from "../../src/clock.ts";
import { chainOf } from "../../src/plant/duty/chain.ts";
import { LineId, TeamId } from "../../src/plant/ids.ts";
import { retold, type Told, tell, told, toldTogether } from "../../src/plant/told/told.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { StoredTold } from "../../src/request/stored/parts.ts";
import { LANGUAGES } from "../../src/words/reader.ts";
import { hamburg, monday, otControls } from "./cast.ts";

const backup = told("duty.backup", { team: { party: { type: "team", team: TeamId.parse("ot-controls") } } });
const onCall = told("duty.onCall", {
  why: told("duty.weekly", { when: { from: monday("06:00"), to: monday("14:00"), seen: monday("00:00") } }),
});

describe("what Referee says and keeps", () => {
  test.each([
    { language: "en", says: "on call: weekly rota, 06:00 to 14:00; backup of OT controls" },
    { language: "de", says: "Bereitschaft: Wochenplan, 06:00 bis 14:00; Vertretung von OT controls" },
    { language: "es", says: "de guardia: turno semanal, 06:00 a 14:00; suplente de OT controls" },
  ] as const)("is read in $language by whoever reads that", ({ language, says }) => {
    expect(tell(readIn(hamburg, language), toldTogether([onCall, backup]))).toBe(says);
  });

  test("stands in the words it was kept in where this release cannot say it, or the plant has it no more", () => {
    expect(retold(hamburg, { says: "duty.ofALaterRelease" })).toBeNull();
    expect(retold(hamburg, { says: "duty.backup" })).toBeNull();
    expect(retold(hamburg, told("duty.owns", { name: { line: LineId.parse("line-99") } }))).toBeNull();
    expect(tell(hamburg, told("duty.owns", { name: { line: LineId.parse("line-99") } }))).toBe("owns line-99");
  });

  test("is dropped, and nothing with it, where a later release kept it otherwise", () => {
    expect(StoredTold.parse({ sings: "duty.backup" })).toBeUndefined();
    expect(StoredTold.parse(undefined)).toBeUndefined();
  });

  test.each(LANGUAGES)("is said in %s like what was never kept, whenever somebody is asked", (language) => {
    const read = readIn(hamburg, language);
    const hours = fc.integer({ min: 0, max: 14 * 24 });
    fc.assert(
      fc.property(hours, (hour) => {
        for (const { because } of chainOf(hamburg, otControls, later(monday("00:00"), hour * HOUR_MS))) {
          const kept: Told | undefined = StoredTold.parse(JSON.parse(JSON.stringify(because)));
          expect(kept).toEqual(because);
          expect(retold(read, because)).not.toBe("");
        }
      }),
    );
  });
});
