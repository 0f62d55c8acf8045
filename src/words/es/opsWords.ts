import type { Texts } from "../catalogue.ts";
import type { OpsWordsWords } from "../said/opsWords.ts";

export const opsWords: Texts<OpsWordsWords> = {
  "opsWords.nobodyTaken": "{name}: nadie se ha encargado aún.",
  "opsWords.nudgedLater": "{name}: se pregunta de nuevo a {who} {when}",
  "opsWords.notSaidRuns": "nadie ha dicho aún si funciona",
  "opsWords.stillToCome": "{deadline}; falta aún: {what}",
  "opsWords.security": "también se llama a seguridad",
  "opsWords.cutOff": "se debe cortar ya: {who}, {when}",
  "opsWords.lostRequester": "no se localiza a {who} donde lo solicitó",
  "opsWords.lostParty": "no se localiza a {who} en su canal",
  "opsWords.frozen": "espera hasta {when} a que acabe la congelación «{name}»",
  "opsWords.frozenOver": "espera hasta {when} a que acabe la congelación «{name}», y terminaría antes",
  "opsWords.stillOpen": "sigue abierto tras su final; {who} lo cierra {when}",
  "opsWords.unanswered": "{who} no ha respondido a una pregunta desde {when}",
  "opsWords.whose": "¿a quién le toca? ({why})",
  "opsWords.overdueWith": "vencido con {who}",
  "opsWords.overdueClosing": "vencido: {closing}",
  "opsWords.nobodyOf": "nadie de {who} se ha encargado aún",
  "opsWords.nobodyClosing": "nadie se ha encargado aún: {closing}",
  "opsWords.notDone": "{who} no pudo ejecutarlo: {what}",
  "opsWords.stillStands": "sigue parado; lo tiene {who}, y se le preguntó cómo va",
  "opsWords.heldBack":
    "Referee frena lo que llega demasiado rápido: {who}. Leen cuándo se acepta lo siguiente y a quién llamar. Lo abierto sigue, y no se frena a nadie más. Se dice una vez al día.",
  "opsWords.heldKind":
    "{who} ({kind, select, draft {solicitudes nuevas} call {llamadas de ayuda} note {notas} question {preguntas} other {códigos para vincular}})",
};
