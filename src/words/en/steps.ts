import type { Texts } from "../catalogue.ts";
import type { StepsWords } from "../said/steps.ts";

export const steps: Texts<StepsWords> = {
  "steps.held": "on hold until {when}: {why}",
  "steps.disputed": "decides whose it is, since {when} ({why})",
  "steps.asked": "waits for {who}'s answer since {when}",
  "steps.moved": "moved {count, plural, one {once} other {{count} times}}: {why}",
  "steps.has": "{who} has it since {when}",
  "steps.nobody": "nobody has it yet",
  "steps.nobodyAsked": "nobody has it yet, {who} {count, plural, one {was} other {were}} asked {when}",
  "steps.toTake": "nobody yet, {who} {count, plural, one {was} other {were}} asked",
  "steps.opsKnows": "Ops knows since {when}",
  "steps.overdue": "overdue since {when}",
  "steps.due": "due {when}",
  "steps.approved": "{who} approved, {when}",
  "steps.approvedWithLimits": "{who} approved with limits, {when}",
  "steps.saidNo": "{who} said no, {when}",
  "steps.did": "{who}: {what}, {when}",
  "steps.didProof": "{who}: {what}, {when} ({proof})",
  "steps.onSite": "on site: {who}",
  "steps.rolledBack": "{who} rolled it back, {when}: {what}",
  "steps.failed": "{who} could not do it, {when}: {what}",
  "steps.doesNotWork": "{who}: it does not work, {when}: {what}",
  "steps.notConfirmed": "not confirmed by anybody, {when}",
  "steps.notAnyMore": "not to be done any more, {when}",
  "steps.together": "settled by what {who} answered to another step, {when}",
  "steps.mayBeTouched": "agrees that it may be touched",
};
