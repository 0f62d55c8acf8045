import type { Texts } from "../catalogue.ts";
import type { WhereWords } from "../said/where.ts";

export const where: Texts<WhereWords> = {
  "where.openUntil": "open until {when}",
  "where.onItsWay": "on its way to the next step",
  "where.with": "with {who}",
  "where.withDue": "with {who}, due {when}",
  "where.withOverdue": "with {who}, overdue since {when}",
  "where.waitsFor": "waits for {who}'s answer",
  "where.held": "with {who}, on hold until {when}",
  "where.disputed": "with Ops, who decide whose it is",
};
