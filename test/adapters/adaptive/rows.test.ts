import fc from "fast-check";
import type { CardButton } from "../../../adapters/adaptive/elements.ts";
import { inRows } from "../../../adapters/adaptive/rows.ts";

function button(title: string, mode: "primary" | "secondary" = "primary"): CardButton {
  return { type: "Action.Submit", title, mode, data: {} };
}

/** Buttons as they would stand, rows below each other; those of the menu in brackets. */
function laidOut(...buttons: readonly CardButton[]): readonly string[] {
  return inRows(buttons).map((row) =>
    row.map(({ title, mode }) => (mode === "secondary" ? `(${title})` : title)).join(" "),
  );
}

describe("the buttons of a card", () => {
  test("stand beside each other as long as a phone has room", () => {
    expect(laidOut(button("Send"), button("Change…"), button("Discard"))).toEqual(["Send Change… Discard"]);
  });

  test("go on below, so that nobody on a phone has to guess that there are more", () => {
    const labels = ["Approve…", "Approve with limits…", "Deny…", "Take it", "Ask a question…"];
    expect(laidOut(...labels.map((label) => button(label)), button("Not mine…", "secondary"))).toEqual([
      "Approve… Approve with limits…",
      "Deny… Take it",
      "Ask a question… (Not mine…)",
    ]);
  });

  test("leave room for the menu, and never leave it alone", () => {
    const row = ["Add a note…", "Hand it over…", "Nudge"].map((label) => button(label));
    expect(laidOut(...row)).toHaveLength(1);
    expect(laidOut(...row, button("Withdraw…", "secondary"))).toEqual([
      "Add a note… Hand it over…",
      "Nudge (Withdraw…)",
    ]);
  });

  test("are all there, in their order, with the menu in one place", () => {
    const anyButton = fc.record({
      title: fc.string({ maxLength: 40 }),
      mode: fc.constantFrom("primary" as const, "secondary" as const),
    });
    fc.assert(
      fc.property(fc.array(anyButton, { maxLength: 12 }), (all) => {
        const buttons = all.map(({ title, mode }) => button(title, mode));
        const rows = inRows(buttons);
        const inSight = (each: CardButton) => each.mode === "primary";
        expect(rows.flat().filter(inSight)).toEqual(buttons.filter(inSight));
        expect(rows.flat()).toHaveLength(buttons.length);
        expect(rows.filter((row) => !row.every(inSight)).length).toBeLessThanOrEqual(1);
        expect(rows.filter((row) => row.length === 0)).toEqual([]);
      }),
    );
  });
});
