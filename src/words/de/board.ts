import type { Texts } from "../catalogue.ts";
import type { BoardWords } from "../said/board.ts";

export const board: Texts<BoardWords> = {
  "board.title": "{plant} · {count, plural, =0 {jetzt ist nichts offen} other {# jetzt offen}}",
  "board.none": "Nichts, was über Referee geöffnet wurde, ist offen.",
  "board.order": "Was zuerst endet, steht zuerst:",
  "board.rest": "{plant} · was jetzt noch offen ist",
  "board.line": "{name}: {until}; {watch}",
  "board.does": "{who}: {does}",
  "board.thenDoes": "danach {who}: {does}",
  "board.leaves": "Was nachweislich geschlossen ist, verlässt diese Liste.",
};
