import { instant } from "../../src/clock.ts";
import { modelFrom } from "../../src/understand/model/model.ts";
import { NO_VOCABULARY } from "../../src/understand/text/vocabulary.ts";
import { understand } from "../../src/understand/understand.ts";
import { readMessages } from "../../tools/learning/messages.ts";
import { learn } from "../../tools/training/learn.ts";
import { type Authored, POOL, readAuthored } from "./authors.ts";
import { type Score, scoreOf } from "./score.ts";

// How well people are read of whom nothing was learned: each author's phrases are read by a model that was made without
// them. `npm run bench:left-out`; with `-- more.jsonl` the messages of a file ({"id","text","unaddressed","addressed"})
// count as one more author's, and are read by a model of all the phrases. What the rules and the words of concepts owe to
// an author they keep, so these figures flatter for authors whose errors were looked at.

const context = { vocabulary: { ...NO_VOCABULARY, code: "HAM" }, now: instant("2026-11-23T13:05:00+01:00") };
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function scoreWithout(author: string, phrases: readonly Authored[]): Score {
  const model = modelFrom(learn(phrases.filter((phrase) => phrase.author !== author)));
  const left = phrases.filter((phrase) => phrase.author === author);
  return scoreOf(
    left.map(({ label, text }, at) => ({
      message: { id: `${at}`, text, unaddressed: label, addressed: label, also: [] },
      reading: understand(text, { ...context, model }),
    })),
  );
}

function lineOf(author: string, score: Score): string {
  const figures = [
    score.addressedFirst,
    score.addressedShown,
    score.addressedHelpless,
    score.unaddressedRight,
    score.talkReadAsAsking,
    score.falseOffers,
    score.wrongOffers,
    score.rightOffers,
  ];
  return `| ${author} | ${score.messages} | ${figures.map(percent).join(" | ")} |`;
}

const known = readAuthored("workflows/phrases");
const more = process.argv
  .slice(2)
  .flatMap((file) =>
    readMessages(file).map(({ text, unaddressed }): Authored => ({ text, label: unaddressed, author: file })),
  );
const phrases = [...known, ...more];
const authors = [...new Set(phrases.map(({ author }) => author))].filter((author) => author !== POOL);

console.log("| left out | messages | first | shown | helpless | unaddressed | talk asks | false | wrong | offered |");
console.log("|---|---|---|---|---|---|---|---|---|---|");
for (const author of authors) console.log(lineOf(author, scoreWithout(author, phrases)));
