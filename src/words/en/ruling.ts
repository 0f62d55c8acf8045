import type { Texts } from "../catalogue.ts";
import type { RulingWords } from "../said/ruling.ts";

export const ruling: Texts<RulingWords> = {
  "ruling.newer": "Ops have ruled otherwise since. Nothing was changed.",
  "ruling.remembered": "{who} ruled, {when}, that {team} owns {things}: {reason}",
  "ruling.holds": "It is remembered and holds for every later request, until Ops take it back or rule otherwise.",
  "ruling.willHold":
    "It is remembered for {things} and holds for every later request, until you take it back or rule otherwise.",
  "ruling.undoIntro":
    "From then on the plant file counts for {things} again. Whoever has not begun gives it back; what was decided stays. Everybody involved reads why.",
  "ruling.undone": "{who} took back the ruling that {team} owns {things}: {reason}",
  "ruling.fileCounts": "From now on the plant file counts.",
  "ruling.youDecided": "What you decided stays.",
};
