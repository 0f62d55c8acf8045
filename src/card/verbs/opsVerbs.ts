import { RefusedError } from "../../errors.ts";
import type { TeamId } from "../../plant/ids.ts";
import type { World } from "../../request/commands.ts";
import { ownerOf } from "../../request/rules/owners.ts";
import type { Closed, Open } from "../../request/state.ts";
import { closingSteps } from "../../workflow/requestType.ts";
import { form, INPUT, input, text } from "../forms/inputs.ts";
import { partyLabel } from "../words.ts";
import { teams } from "./passVerbs.ts";
import { aboutStep, asking, teamIn, type VerbRow } from "./verb.ts";

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
      make: (action, _, { plant }) =>
        form(action, "Decide whose it is", "Decide", "This decides whose it is, not whether it is allowed.", [
          { ...input(INPUT.team, "Whose is it?"), kind: { type: "choice", options: teams(plant) } },
          text(INPUT.reason, "Why?"),
        ]),
    },
    command: (given) => ({
      ...aboutStep(given),
      type: "rule",
      team: requiredTeam(given.said(INPUT.team)),
      reason: given.said(INPUT.reason),
    }),
  },
  close: {
    hand: "ops",
    label: "verbs.close",
    style: "danger",
    by: "form",
    form: asking(
      "Close with a reason",
      "Close",
      "This ends the request. It is never an approval.",
      text(INPUT.reason, "Why?"),
    ),
    command: ({ meta, said }) => ({ ...meta, type: "close", reason: said(INPUT.reason) }),
  },
  cutOff: {
    hand: "cutter",
    label: "verbs.cutOff",
    style: "danger",
    by: "form",
    form: {
      of: "sent",
      make: (action, state, world) =>
        form(action, "Cut off now", "Cut off", sayWhoCloses(state, world), [text(INPUT.reason, "Why?")]),
    },
    command: ({ meta, said }) => ({ ...meta, type: "cutOff", reason: said(INPUT.reason) }),
  },
  setFreezeAside: {
    hand: "opsForOthers",
    label: "verbs.setFreezeAside",
    by: "form",
    form: asking(
      "Go on now",
      "Go on",
      "The freeze is set aside for this request alone. Everybody involved sees why.",
      text(INPUT.reason, "Why can it not wait?"),
    ),
    command: ({ meta, said }) => ({ ...meta, type: "setFreezeAside", reason: said(INPUT.reason) }),
  },
  ruleOut: {
    hand: "opsForOthers",
    label: "verbs.ruleOut",
    by: "form",
    form: asking(
      "Somebody else asked",
      "It is somebody else",
      "Those who bear that name may decide then.",
      text(INPUT.reason, "How do you know?"),
    ),
    command: ({ meta, said }) => ({ ...meta, type: "ruleOut", reason: said(INPUT.reason) }),
  },
} as const satisfies Record<string, VerbRow>;

/** It is people who close it, so nothing is promised that they cannot keep. */
function sayWhoCloses(state: Open | Closed, world: World): string {
  const [rule] = closingSteps(state.rules);
  if (rule === undefined) return "";
  const who = partyLabel(world.plant, ownerOf(state, rule, world).party, state.asked);
  return `${who} is asked to close it now. If nobody of them is at work, Ops hear of it at once.`;
}

function requiredTeam(text: string): TeamId {
  const team = teamIn(text);
  if (team !== null) return team;
  throw new RefusedError("FIELD_MISSING", "Choose a team.");
}
