import { EpochMs } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import type { TeamId } from "../../plant/ids.ts";
import type { World } from "../../request/commands.ts";
import { isOpenWithoutAgreement } from "../../request/rules/agreementLost.ts";
import { ownerOf } from "../../request/rules/owners.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say, saying } from "../../words/say.ts";
import { closingSteps } from "../../workflow/requestType.ts";
import type { Action } from "../action.ts";
import { sayRules, sayUndoing } from "../forms/disputes.ts";
import { form, INPUT, input, text } from "../forms/inputs.ts";
import { partyLabel } from "../words.ts";
import { teams } from "./passVerbs.ts";
import { aboutStep, asking, asksText, teamIn, type VerbRow } from "./verb.ts";

/** What Ops can do about a request that does not move; what stands open others may have cut off too. */
export const OPS_VERBS = {
  nudge: {
    hand: "ops",
    label: "verbs.nudge",
    by: "press",
    command: (given) => ({ ...aboutStep(given), type: "nudge" }),
  },
  rule: {
    hand: "opsForOthers",
    label: "verbs.rule",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, { plant }) =>
        form(action, say(plant, "forms.decideWhose"), say(plant, "forms.decide"), sayRules(action, state, plant), [
          { ...input(INPUT.team, say(plant, "forms.whoseIsIt")), kind: { type: "choice", options: teams(plant) } },
          text(INPUT.reason, say(plant, "forms.why")),
        ]),
    },
    command: (given) => ({
      ...aboutStep(given),
      type: "rule",
      team: requiredTeam(given.said(INPUT.team)),
      reason: given.said(INPUT.reason),
    }),
  },
  unrule: {
    hand: "opsAfter",
    label: "verbs.unrule",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, { plant }) =>
        form(action, say(plant, "verbs.unrule"), say(plant, "verbs.unrule"), sayUndoing(action, state, plant), [
          text(INPUT.reason, say(plant, "forms.why")),
        ]),
    },
    command: ({ meta, action, said }) => ({
      ...meta,
      type: "undoRuling",
      ruledAt: ruledAt(action),
      reason: said(INPUT.reason),
    }),
  },
  close: {
    hand: "ops",
    label: "verbs.close",
    style: "danger",
    by: "form",
    form: asking("verbs.close", "forms.close", "forms.endsIt", asksText(INPUT.reason, "forms.why")),
    command: ({ meta, said }) => ({ ...meta, type: "close", reason: said(INPUT.reason) }),
  },
  cutOff: {
    hand: "cutter",
    label: "verbs.cutOff",
    style: "danger",
    by: "either",
    form: {
      of: "sent",
      make: (action, state, world) =>
        isOpenWithoutAgreement(state)
          ? null
          : form(
              action,
              say(world.plant, "verbs.cutOff"),
              say(world.plant, "forms.cutOff"),
              sayWhoCloses(state, world),
              [text(INPUT.reason, say(world.plant, "forms.why"))],
            ),
    },
    command: ({ meta, said }) => ({ ...meta, type: "cutOff", reason: said(INPUT.reason) }),
  },
  setFreezeAside: {
    hand: "opsForOthers",
    label: "verbs.setFreezeAside",
    by: "form",
    form: asking("verbs.setFreezeAside", "forms.goOn", "forms.freezeAside", asksText(INPUT.reason, "forms.whyNow")),
    command: ({ meta, said }) => ({ ...meta, type: "setFreezeAside", reason: said(INPUT.reason) }),
  },
  ruleOut: {
    hand: "opsForOthers",
    label: "verbs.ruleOut",
    by: "form",
    form: asking("verbs.ruleOut", "forms.somebodyElse", "forms.mayDecide", asksText(INPUT.reason, "forms.howKnown")),
    command: ({ meta, said }) => ({ ...meta, type: "ruleOut", reason: said(INPUT.reason) }),
  },
} as const satisfies Record<string, VerbRow>;

/** It is people who close it, so nothing is promised that they cannot keep. */
function sayWhoCloses(state: Open | Closed, world: World): string {
  const [rule] = closingSteps(state.rules);
  if (rule === undefined) return "";
  const who = partyLabel(world.plant, ownerOf(state, rule, world).party, state.asked);
  return say(world.plant, "forms.whoCloses", { who });
}

/** @throws RefusedError for a button that names no ruling */
function ruledAt({ arg }: Action): EpochMs {
  const at = EpochMs.safeParse(Number(arg));
  if (at.success && arg !== "") return at.data;
  throw new RefusedError("OUTDATED", saying("refused.newerCard"));
}

function requiredTeam(text: string): TeamId {
  const team = teamIn(text);
  if (team !== null) return team;
  throw new RefusedError("FIELD_MISSING", saying("refused.chooseTeam"));
}
