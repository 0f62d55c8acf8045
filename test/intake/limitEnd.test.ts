import { readLimits } from "../../src/intake/limits.ts";
import { demo, friday, monday } from "../request/scene.ts";

const end = (typed: string) => readLimits({ limitUntil: typed }, [], demo, monday("10:00"), friday("12:00"));

describe("until when at the latest, in the form of an approval with limits", () => {
  test("is no later than what is asked for ends by itself", () => {
    expect(end("Fri 18:00")).toEqual({
      type: "errors",
      errors: { limitUntil: "It ends before that: Fri 12:00. Leave this empty, or name an earlier end." },
    });
  });

  test("may be the same end, or an earlier one", () => {
    for (const typed of ["Fri 12:00", "Thu 12:00"]) expect(end(typed).type).toBe("limits");
  });

  test("is no sooner than what is asked for begins", () => {
    const from = (typed: string) =>
      readLimits({ limitUntil: typed }, [], demo, monday("10:00"), friday("12:00"), null, friday("08:00"));
    expect(from("Thu 12:00")).toEqual({
      type: "errors",
      errors: { limitUntil: "It is to begin Fri 08:00: name an end after that, or deny it." },
    });
    expect(from("Fri 09:00").type).toBe("limits");
  });

  test("may be any for what has no end of its own", () => {
    expect(readLimits({ limitUntil: "Fri 18:00" }, [], demo, monday("10:00")).type).toBe("limits");
  });
});
