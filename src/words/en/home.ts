import type { Texts } from "../catalogue.ts";
import type { HomeWords } from "../said/home.ts";

export const home: Texts<HomeWords> = {
  "home.title": "Your home",
  "home.waiting": "Waiting for you, most urgent first",
  "home.waitingNone": "Nothing waits for you.",
  "home.mine": "What you asked for, newest first",
  "home.mineNone": "You have asked for nothing these days.",
  "home.granted": "Open on your lines and machines, the first to end first",
  "home.grantedNone": "Nothing is open on your lines and machines.",
  "home.grantedAll": "Open in the plant, the first to end first",
  "home.grantedAllNone": "Nothing is open in the plant.",
  "home.oneByOne": "One by one:",
  "home.ask": "Ask…",
  "home.asOf": "As of {when}.",
  "home.stranger":
    "The plant does not know this account, so other people's requests are not shown. If you are one of its people, write “link” to me.",
  "home.old": "Your home stands further down now",
  "home.askTitle": "Ask",
  "home.askIntro": "One sentence is enough. Nothing is sent to anybody before you have seen the draft.",
  "home.askLabel": "What do you need?",
  "home.askHint": "For example: can we open port 502 to PLC-12 until Friday noon?",
  "home.askMissing": "Write what you need; a few words are enough.",
  "home.turnNobody": "nobody owns it",
  "home.turnWorks": "does it work?",
  "home.dueAt": "{what}, due {when}",
  "home.overdueSince": "{what}, overdue since {when}",
  "home.turnFor": "for {party}",
  "home.turnBy": "{turn}, asked by {who}: {text}",
  "home.notSent": "Not sent yet: {text}",
  "home.grantedFor": "{name}: {until}, for {who}; {watch}",
  "home.watches": "Referee watches its end",
};
