import type { Texts } from "../catalogue.ts";
import type { BoardWords } from "../said/board.ts";

export const board: Texts<BoardWords> = {
  "board.title":
    "{plant} · {count, plural, =0 {ahora no hay nada abierto} one {# abierto ahora} other {# abiertos ahora}}",
  "board.none": "No hay abierto nada que se abriera a través de Referee.",
  "board.order": "Primero, lo que antes termina:",
  "board.rest": "{plant} · más que está abierto ahora",
  "board.line": "{name}: {until}; {watch}",
  "board.does": "{who}: {does}",
  "board.thenDoes": "después {who}: {does}",
  "board.leaves": "Lo que consta cerrado sale de esta lista.",
};
