import type { Texts } from "../catalogue.ts";
import type { WhereWords } from "../said/where.ts";

export const where: Texts<WhereWords> = {
  "where.openUntil": "offen bis {when}",
  "where.onItsWay": "unterwegs zum nächsten Schritt",
  "where.with": "bei {who}",
  "where.withDue": "bei {who}, fällig {when}",
  "where.withOverdue": "bei {who}, überfällig seit {when}",
  "where.waitsFor": "wartet auf Antwort von {who}",
  "where.held": "bei {who}, wartet bis {when}",
  "where.disputed": "bei Ops, die klären, wer zuständig ist",
};
