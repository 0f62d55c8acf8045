import type { Texts } from "../catalogue.ts";
import type { RiskWords } from "../said/risk.ts";

export const risk: Texts<RiskWords> = {
  "risk.safety": "What Safety denies is nobody's risk to take.",
  "risk.noVeto": "This no is no veto, so there is no risk to take. Whoever asked can ask again with new facts.",
  "risk.nobody": "{plant} names nobody who may take this risk. An administrator can, in the plant file: riskOwner.",
  "risk.onlyOwner": "Only {who} may take this risk.",
  "risk.ownNo": "The no is your own. Take it back instead.",
  "risk.saidNo": "You said no to it yourself.",
  "risk.answered": "You answered a step beside it, and two answers are two people.",
  "risk.tooLate": "{key} can be brought back no longer. It is to be asked for anew.",
  "risk.intro": "{party} said no: {reason}",
  "risk.ifTaken":
    "If you take that risk, it goes on without their yes, and everybody involved reads your name and why.",
  "risk.whyTake": "Why is it worth the risk?",
  "risk.taken": "{who} takes the risk, {when}: {reason} ({denier} had said no: {denied})",
  "risk.step": "{denier} said no; {who} takes the risk, {when}",
  "risk.halted": "{who} took the risk, {taken}; wants that back since {when}: {reason}",
  "risk.backIntro": "The no stands again, and it ends with it. Everybody involved reads why.",
  "risk.tookBack": "{who} no longer takes the risk of {name}, and the no stands again: {reason}",
  "risk.told": "{who} takes the risk of {name}, to which a no had been said: {reason}",
  "risk.mayTake": "Only {who} may take the risk of it, by name and with a reason.",
  "risk.deniedAgain": "{name} was denied again, with new facts.",
};
