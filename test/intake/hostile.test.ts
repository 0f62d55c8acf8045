import { readText } from "../../adapters/slack/text.ts";
import { htmlText, typedText } from "../../adapters/teams/text.ts";
import { filesIn } from "../../src/intake/filesIn.ts";
import { readLinkWords } from "../../src/intake/linkWords.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { withoutSecrets } from "../../src/intake/withoutSecrets.ts";
import { cutText, oneLine } from "../../src/plainText.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { readThread } from "../../src/understand/thread/readThread.ts";
import { demo, monday } from "../request/scene.ts";
import { cpuMs } from "../support/cpuTime.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

/** As much as a body that an adapter takes can hold. */
const LONG = 200_000;

/** Pieces that a pattern begins to fit and does not end to. */
const PIECES = [
  "<",
  "<at",
  "<at ",
  "<at>",
  "</at>",
  "&",
  "&lt;",
  "<@U",
  "<@U1|",
  "<br",
  "<br ",
  " ",
  "\n",
  " \n",
  "\n ",
  "\t",
  "\r",
  "\u00a0",
  "a",
  "a ",
  "a-",
  "1",
  "1.",
  "1,",
  "1:",
  "10.0.0.",
  "::",
  "fe80:",
  "port ",
  "502,",
  "502-",
  "password ",
  "password: ",
  "user a ",
  "user ",
  "=",
  ":",
  "/",
  "//",
  "http://",
  "a@",
  "a.",
  '"',
  "“",
  "„",
  "«",
  "'",
  "(",
  ")",
  "[",
  "{",
  "_",
  "until ",
  "from ",
  "line 3 ",
  "PLC-",
  "and ",
  "not ",
  "who ",
  "<!channel>",
  "e\u0301",
  "😀",
  "\u200d",
  "\ud83d",
  "x\n",
  "pw is ",
  "key ",
  "login ",
  "Friday ",
  "8-",
  "8 to ",
];

/** Of those the ones that the readers of meaning take longest for. */
const HEAVY = ["<", "a ", "1.", "10.0.0.", "502-", "password ", "user a ", "key ", "8 to ", "x\n"];

/** On a busy machine, many times what it takes; what grows with the square of its length takes longer on any. */
const MOST_MS = 1_000;

const types = new Map(activeTypes.map((type) => [type.type, type]));
const account = AccountId.parse("slack:U0GUEST");
const spot = { adapter: "slack", conversation: "C1", thread: "1" } as const;
const activity = (text: string) => ({ text, entities: [], recipient: { id: "28:bot" } });
const said = (text: string) =>
  ({
    type: "said",
    id: "1",
    account,
    name: text,
    text,
    spot,
    isReply: false,
    via: "mention",
    quoted: null,
    files: [{ name: text, link: null }],
  }) as const;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "a message of Slack": (text) => readText(text, "U0BOT", new Map()),
  "a message of Teams": (text) => typedText(activity(text)),
  "a message of Teams as HTML": htmlText,
  "a text as one line": oneLine,
  "a text that is cut": (text) => cutText(text, 100_000),
  "a code for linking": readLinkWords,
  "words in the thread of a request": (text) => readThread(text, "HAM"),
  "the name of a file": (text) => filesIn([{ name: text, link: text }]),
};

describe.each(Object.entries(READERS))("%s", (_, read) => {
  test.each(PIECES)("is read within a second when it is %j two hundred thousand signs long", (piece) => {
    expect(cpuMs(() => read(piece.repeat(LONG / piece.length)))).toBeLessThan(MOST_MS);
  });
});

test.each(HEAVY)("a message of %j, two hundred thousand signs long, is cleaned and understood in seconds", (piece) => {
  const ms = cpuMs(() => {
    const { inbound } = withoutSecrets(said(piece.repeat(LONG / piece.length)));
    readMessage(inbound.type === "said" ? inbound.text : "", { plant: demo, types, now: monday("10:00") });
  });
  expect(ms).toBeLessThan(10 * MOST_MS);
});

test("of a message no more is read than anybody can write", () => {
  const { inbound } = withoutSecrets(said("ok ".repeat(LONG)));
  expect(inbound.type === "said" && inbound.text.length).toBe(40_000);
  expect(inbound.name.length).toBe(1_000);
});
