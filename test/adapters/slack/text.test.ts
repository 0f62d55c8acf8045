import fc from "fast-check";
import { cut, escapeText, mentionedIn, readText, unmarked } from "../../../adapters/slack/text.ts";
import { closingMark } from "../../../src/words/quoted.ts";
import { readMrkdwn } from "../../fakes/slack/shown.ts";
import { anySignOrHalf } from "../../support/anyText.ts";

const names = new Map([["U0OTTO", "Otto"]]);
const read = (raw: string) => readText(raw, "U0REFEREE", names);

describe("a text from Slack is read as a person reads it", () => {
  test.each([
    { name: "its own mention goes", raw: "<@U0REFEREE> open port 502", text: "open port 502" },
    { name: "also in the middle", raw: "hey <@U0REFEREE> open port 502", text: "hey open port 502" },
    { name: "a person is called by name", raw: "ask <@U0OTTO>", text: "ask @Otto" },
    { name: "an unknown person stays an id", raw: "ask <@U0NOBODY>", text: "ask @U0NOBODY" },
    { name: "a channel by its name", raw: "see <#C0LINE3|line-3>", text: "see #line-3" },
    { name: "a broadcast as words", raw: "<!here> it stopped", text: "@here it stopped" },
    { name: "a group by its name", raw: "<!subteam^S0OT|@ot-team> look", text: "@ot-team look" },
    { name: "an address without its label", raw: "from <http://plc12.local|plc12.local>", text: "from plc12.local" },
    {
      name: "a label that hides its address shows it",
      raw: "<http://evil.example|the manual>",
      text: "the manual (http://evil.example)",
    },
    { name: "a mail address", raw: "<mailto:olga@plant.example|olga@plant.example>", text: "olga@plant.example" },
    { name: "entities are undone", raw: "5 &lt; 7 &amp; 9 &gt; 8", text: "5 < 7 & 9 > 8" },
    { name: "but only once", raw: "&amp;lt;@U0OTTO&amp;gt;", text: "&lt;@U0OTTO&gt;" },
    { name: "line breaks stay", raw: "one\ntwo", text: "one\ntwo" },
  ])("$name", ({ raw, text }) => expect(read(raw)).toBe(text));

  test("and knows who is mentioned in it", () => {
    expect(mentionedIn("<@U0OTTO> and <@W0INES|ines>, not &lt;@U0OLGA&gt;")).toEqual(["U0OTTO", "W0INES"]);
  });
});

describe("a text that is too long for Slack", () => {
  test.each([
    { text: "“abcdef” by Olga", cut: "“abc…”" },
    { text: "„abcdef“ von Olga", cut: "„abc…“" },
    { text: "«abcdef» de Olga", cut: "«abc…»" },
    { text: "“ab” by Olga", cut: "“ab” …" },
    { text: "abcd“ef” by Olga", cut: "abcd…" },
  ])("is cut inside the quotation: $text", ({ text, cut: shown }) => expect(cut(text, 6)).toBe(shown));

  test("never ends with a quotation that is open, and is never longer", () => {
    const quote = fc.tuple(fc.constantFrom("“”", "„“", "«»"), fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(quote, { minLength: 1, maxLength: 4 }), fc.integer({ min: 3, max: 60 }), (quotes, max) => {
        const text = quotes.map(([marks, words]) => `${marks[0]}${words}${marks[1]} by Olga. `).join("");
        const shown = cut(text, max);
        expect(shown.length).toBeLessThanOrEqual(Math.max(max, 1));
        expect(closingMark(shown)).toBe("");
      }),
    );
  });

  test("is cut inside the quotation in a line that mentions somebody, too", () => {
    expect(escapeText("“a & b” by Olga", 13)).toBe("“a &amp; b” …");
    expect(escapeText("“a & b & c” by Olga", 12)).toBe("“a &amp; b…”");
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 3, max: 60 }), (words, max) => {
        const shown = escapeText(`“${words.replaceAll(/[“”„«»]/g, "<")}” by Olga & Otto`, max);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(closingMark(shown)).toBe("");
      }),
    );
  });

  test("is cut with an ellipsis, and never through a character", () => {
    expect(cut("abcdef", 4)).toBe("abc…");
    expect(cut("ab🔌cd", 4)).toBe("ab…");
  });

  test("never grows past its limit, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: anySignOrHalf, maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        expect(cut(text, max).length).toBeLessThanOrEqual(max);
        expect(cut(text, max)).not.toBe("");
      }),
    );
  });

  test("is not cut through an entity", () => {
    expect(escapeText("a&b", 5)).toBe("a…");
    expect(escapeText("<<<<", 16)).toBe("&lt;&lt;&lt;&lt;");
    expect(escapeText("<<<<<", 16)).toBe("&lt;&lt;&lt;…");
  });
});

describe("a text that somebody typed", () => {
  test("never becomes a mention or a link, whatever it is", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "&",
      "!",
      "@",
      "#",
      "|",
      "channel",
      "here",
      "U0OTTO",
      "http://evil.example",
      "&lt;",
      " ",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
        (text) => {
          const { notifies, links } = readMrkdwn(escapeText(text, 3_000), true);
          expect({ notifies, links }).toEqual({ notifies: [], links: [] });
        },
      ),
    );
  });

  test("comes back from Slack as it was typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "&", "lt;", "amp;", "a", "@"), minLength: 1 }),
        (text) => {
          expect(read(escapeText(text, 1_000))).toBe(text);
        },
      ),
    );
  });

  test("cannot turn its reading direction round", () => expect(cut("port \u202e205", 20)).toBe("port 205"));
});

test.each([
  ["*bold* _it_ ~no~ `code`", "∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ"],
  ["(*bold*), _“it”_", "(∗bold∗), ˍ“it”ˍ"],
  ["MES_01 a*b 5~6", "MES_01 a*b 5~6"],
  [
    ":white_check_mark: IT :+1::skin-tone-2: ok:heavy_check_mark:",
    "꞉white_check_mark꞉ IT ꞉+1꞉꞉skin-tone-2꞉ ok꞉heavy_check_mark꞉",
  ],
  [":häkchen: 10:20:white_check_mark:", "꞉häkchen꞉ 10:20꞉white_check_mark꞉"],
  ["10.2.3.4:44818: open", "10.2.3.4:44818: open"],
  ["09:00:15 fe80::1:2 00:1a:2b:3c:4d:5e 502:tcp", "09:00:15 fe80::1:2 00:1a:2b:3c:4d:5e 502:tcp"],
])("what somebody typed as markup is none where somebody is mentioned in Slack: %s", (typed, shown) => {
  expect(unmarked(typed)).toBe(shown);
});
