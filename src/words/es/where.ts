import type { Texts } from "../catalogue.ts";
import type { WhereWords } from "../said/where.ts";

export const where: Texts<WhereWords> = {
  "where.openUntil": "abierto hasta {when}",
  "where.onItsWay": "de camino al siguiente paso",
  "where.with": "con {who}",
  "where.withDue": "con {who}, vence {when}",
  "where.withOverdue": "con {who}, vencido desde {when}",
  "where.waitsFor": "espera la respuesta de {who}",
  "where.held": "con {who}, en espera hasta {when}",
  "where.disputed": "con Ops, que decide a quién le toca",
};
