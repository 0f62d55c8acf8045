import type { Texts } from "../catalogue.ts";
import type { BoardWords } from "../said/board.ts";

export const board: Texts<BoardWords> = {
  "board.title": "{plant} · {count, plural, =0 {nothing is open now} other {# open now}}",
  "board.none": "Nothing that was opened through Referee is open.",
  "board.order": "What ends first stands first:",
  "board.rest": "{plant} · more that is open now",
  "board.line": "{name}: {until}; {watch}",
  "board.does": "{who}: {does}",
  "board.thenDoes": "then {who}: {does}",
  "board.leaves": "What is shown to be closed leaves this list.",
};
