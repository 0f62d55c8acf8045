import type { Texts } from "../catalogue.ts";
import type { StepsWords } from "../said/steps.ts";

export const steps: Texts<StepsWords> = {
  "steps.held": "en espera hasta {when}: {why}",
  "steps.disputed": "decide a quién le toca, desde {when} ({why})",
  "steps.asked": "espera la respuesta de {who} desde {when}",
  "steps.moved": "pasó de manos {count, plural, one {una vez} other {{count} veces}}: {why}",
  "steps.has": "lo tiene {who} desde {when}",
  "steps.nobody": "aún nadie",
  "steps.nobodyAsked": "aún nadie; se preguntó a {who} {when}",
  "steps.toTake": "aún nadie; se preguntó a {who}",
  "steps.opsKnows": "Ops lo sabe desde {when}",
  "steps.overdue": "vencido desde {when}",
  "steps.due": "vence {when}",
  "steps.approved": "{who} aprobó, {when}",
  "steps.approvedWithLimits": "{who} aprobó con condiciones, {when}",
  "steps.saidNo": "{who} dijo que no, {when}",
  "steps.did": "{who}: {what}, {when}",
  "steps.didProof": "{who}: {what}, {when} ({proof})",
  "steps.onSite": "en sitio: {who}",
  "steps.rolledBack": "{who} lo revirtió, {when}: {what}",
  "steps.failed": "{who} no pudo hacerlo, {when}: {what}",
  "steps.doesNotWork": "{who}: no funciona, {when}: {what}",
  "steps.notConfirmed": "nadie lo confirmó, {when}",
  "steps.notAnyMore": "ya no hace falta, {when}",
  "steps.together": "resuelto por la respuesta de {who} a otro paso, {when}",
  "steps.mayBeTouched": "acepta que se toque",
};
