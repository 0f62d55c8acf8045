import {
  ASKS_SOMEONE,
  BLOCKED,
  NEEDS,
  OFF_AND_ON,
  ORDERS,
  PERMISSION,
  PLEASE,
  POSSIBLE,
  TELL_ME,
  WOULD_YOU,
} from "./askingTurns.ts";
import { wantsClosed } from "./closingTurns.ts";
import { FAULT_NOW, STILL } from "./faultTurns.ts";
import { ABILITY, ADVICE, HOW_TO } from "./howToTurns.ts";
import { ANNOUNCES, CONTRAST, FORBIDS, OWN_PLAN, PLANNED } from "./noticeTurns.ts";
import { ASKS_HISTORY, ASKS_OWNER, ASKS_STATUS, ASKS_WHETHER, QUESTION } from "./questionTurns.ts";
import { DECIDED, DONE, HANDLED, PAST, RESOLVED } from "./reportTurns.ts";
import { CODE, isOnlyTalk, OFF_TOPIC, SMALL_TALK, STATES } from "./talkTurns.ts";
import { HEDGED, HYPOTHETICAL, isQuoted, JOKE, QUOTE } from "./unmeantTurns.ts";

/** What a turn of phrase says about the kind of utterance, whatever it is about. */
const TURNS = {
  please: PLEASE,
  asksSomeone: ASKS_SOMEONE,
  wouldYou: WOULD_YOU,
  orders: ORDERS,
  needs: NEEDS,
  permission: PERMISSION,
  possible: POSSIBLE,
  blocked: BLOCKED,
  offAndOn: OFF_AND_ON,
  tellMe: TELL_ME,
  faultNow: FAULT_NOW,
  still: STILL,
  asksOwner: ASKS_OWNER,
  asksStatus: ASKS_STATUS,
  asksHistory: ASKS_HISTORY,
  asksWhether: ASKS_WHETHER,
  question: QUESTION,
  done: DONE,
  resolved: RESOLVED,
  past: PAST,
  howTo: HOW_TO,
  ability: ABILITY,
  advice: ADVICE,
  hypothetical: HYPOTHETICAL,
  hedged: HEDGED,
  joke: JOKE,
  quote: QUOTE,
  forbids: FORBIDS,
  contrast: CONTRAST,
  announces: ANNOUNCES,
  planned: PLANNED,
  ownPlan: OWN_PLAN,
  handled: HANDLED,
  decided: DECIDED,
  smallTalk: SMALL_TALK,
  offTopic: OFF_TOPIC,
  code: CODE,
  states: STATES,
} as const;

const TURN_NAMES = [
  "please",
  "asksSomeone",
  "wouldYou",
  "orders",
  "needs",
  "permission",
  "possible",
  "blocked",
  "offAndOn",
  "tellMe",
  "faultNow",
  "still",
  "asksOwner",
  "asksStatus",
  "asksHistory",
  "asksWhether",
  "question",
  "done",
  "resolved",
  "past",
  "howTo",
  "ability",
  "advice",
  "hypothetical",
  "hedged",
  "joke",
  "quote",
  "forbids",
  "contrast",
  "announces",
  "planned",
  "ownPlan",
  "handled",
  "decided",
  "smallTalk",
  "offTopic",
  "code",
  "states",
] as const satisfies readonly (keyof typeof TURNS)[];

// "Line 3 is not down" tells no fault.
const NO_FAULT =
  / (?:is|are|stands?) (?:down|standing|stopped|idle|off|empty) (?:anyway|then|that day)(?= |$)| (?:steht|stehen) (?:[^| ]+ )?(?:sowieso|eh|ohnehin|dann)(?= |$)| est(?:a|an|ara|aran) parad[oa]s? (?:igual|igualmente|de todas formas|de todos modos)(?= |$)| und nicht mehr (?=de[nrm] |die |das |an |auf |uber )| nothing (?:is|was) (?:down|broken|stuck|stopped|wrong)(?= |$)| (?:[^| ]+ )?(?:is|are|was|am) not (?:down|black|standing|stopped|dead|stuck|offline|out|frozen)(?= |$)/g;

// "¡Qué pena!" asks nothing.
const EXCLAIMED = / que (?:pena|lastima|verguenza|risa|bien|alegria|lio|susto)(?= |$)/g;
const ASKED: ReadonlySet<Cue> = new Set(["question", "asksHistory", "asksStatus"] as const);

// "Can't get into the archive" asks nobody to.
const CANNOT = / (?:can|could|may) not(?= )/g;
const OF_SOMEONE: ReadonlySet<Cue> = new Set(["asksSomeone", "permission"] as const);

export type Cue = keyof typeof TURNS | "quoted" | "closes" | "onlyTalk";

/** The cues that a line shows, in a fixed order. */
export function cuesIn(line: string): ReadonlySet<Cue> {
  const cues = new Set<Cue>(turnsIn(line));
  const padded = ` ${line}`;
  if (cues.has("faultNow") && !FAULT_NOW.test(padded.replace(NO_FAULT, ""))) cues.delete("faultNow");
  if (wantsClosed(padded)) cues.add("closes");
  if (isQuoted(line)) cues.add("quoted");
  if (isOnlyTalk(line)) cues.add("onlyTalk");
  return cues;
}

function turnsIn(line: string): readonly Cue[] {
  const padded = ` ${line}`;
  const asked = padded.replace(EXCLAIMED, "");
  const able = padded.replace(CANNOT, " cannot");
  const heardFor = (cue: Cue) => (ASKED.has(cue) ? asked : OF_SOMEONE.has(cue) ? able : padded);
  return TURN_NAMES.filter((cue) => TURNS[cue].test(heardFor(cue)));
}
