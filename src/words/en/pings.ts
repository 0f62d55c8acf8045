import type { Texts } from "../catalogue.ts";
import type { PingsWords } from "../said/pings.ts";

export const pings: Texts<PingsWords> = {
  "pings.answered": "{who} has answered.",
  "pings.works": "{who}: it works.",
  "pings.doesNotWork": "{who}: it does not work.",
  "pings.notNeeded": "No answer is needed here any more.",
  "pings.sentAs": "Sent as {key}.",
  "pings.nobodyCalled": "Nobody was called.",
  "pings.answeredTitle": "Answered",
  "pings.notes": "{count} notes on {key}.",
  "pings.notesFrom": "{count} notes on {key} from {who}.",
  "pings.asks": "{who} asks: {text}",
  "pings.noted": "{who}: {text}",
  "pings.sentFiles": "sent {count, plural, one {a file} other {{count} files}}",
  "pings.whoSentFiles": "{who} sent {count, plural, one {a file} other {{count} files}}.",
  "pings.endOf": "the end of {name} ({closing})",
  "pings.closes": "{who} {does}",
};
