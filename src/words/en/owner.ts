import type { Texts } from "../catalogue.ts";
import type { OwnerWords } from "../said/owner.ts";

export const owner: Texts<OwnerWords> = {
  "owner.cutOffSecurity": "{name} is to be cut off now, said {who}.",
  "owner.attack": "{name}: it may be an attack. Security are called, too.",
  "owner.over": "{name}. {outcome} Nothing more is to be done; if something was done already, say so here.",
  "owner.deadline": "{name} {deadline}",
  "owner.deadlineYou": "{name} {deadline}: it waits for you",
  "owner.mended": "{who} is done with {name}. Does it run again?",
  "owner.mendedWhat": "{who} is done with {name}: {what}. Does it run again?",
  "owner.runsAgain": "Does it run again? Nobody has said so yet for {name}.",
  "owner.howGoes": "You have {name}. How does it go? Write it here: everybody involved reads it.",
  "owner.howGoesSince": "You have {name} since {when}. How does it go? Write it here: everybody involved reads it.",
  "owner.due": ", due {when}",
  "owner.withYou": "{name} is with you now{due}.",
  "owner.notWorking": "{name} is with you again{due}. {who} says that it does not work: “{what}”",
  "owner.othersLook":
    "{name} does not work, says {who}: “{what}” {whose} looks at it again; if it may be your part, say so here.",
  "owner.reminder": "A reminder: {name} waits for your answer{due}.",
  "owner.nudged": "Ops asks how it goes with {name}{due}.",
  "owner.handed": "{who} hands {name} to you{due}.",
  "owner.overdue": "{name} is overdue. Ops knows; it is still yours to answer.",
  "owner.yourStep": "Your step, {does}: {what}",
  "owner.asking": "{asks}: {what}",
  "owner.whyYou": "Why you: {why}.",
  "owner.released": "{name} is with you now{due}: {who}, who had it, {why}.",
  "owner.nobodyAnswered": "nobody has answered {name} yet ({does}), so you are asked now{due}.",
  "owner.nobodyTook": "nobody of {owner} has taken {name} yet, so you are asked now{due}.",
  "owner.saidLast": "Said last: “{text}” ({who}, {when}).",
  "owner.had": "{line}; {who} had it.",
  "owner.again": "{name} is with you again{due}.",
  "owner.questionAnswered": "{who} answered: {answer}",
};
