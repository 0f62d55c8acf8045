import { dated, onCard, plainTitle, sayFact, sayLimit, sentence, titleOf } from "../../src/card/words.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { sayList } from "../../src/words/sayList.ts";
import { FieldId } from "../../src/workflow/requestType.ts";
import { nameValue } from "../../src/workflow/value.ts";
import { demo, friday, lineDown, monday, openPort, tuesday } from "../request/scene.ts";

const values = (all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).map(([id, value]) => [FieldId.parse(id), value]));

describe("an instant on a card", () => {
  test.each([
    { name: "today", at: monday("17:00"), says: "Mon 17:00" },
    { name: "tomorrow", at: tuesday("10:00"), says: "Tue 10:00" },
    { name: "this week", at: friday("12:00"), says: "Fri 12:00" },
  ])("says its day, $name too: the card is read again tomorrow", ({ at, says }) => {
    expect(onCard(at, monday("09:00"), demo)).toBe(says);
  });

  test("of a heading has its date and no year", () => {
    expect(dated(monday("06:00"), demo)).toBe("Mon 23 Nov 06:00");
  });

  test("that is a fact is said like any other", () => {
    const until = openPort.fields.find(({ id }) => id === "until");
    expect(until && sayFact(until, String(monday("12:00")), demo, monday("09:00"))).toBe("Mon 12:00");
  });
});

describe("what a request is called", () => {
  test.each([
    {
      name: "with all it takes",
      known: { port: "502/tcp", destination: "asset:plc-12" },
      title: "Open port 502/tcp to PLC-12",
    },
    {
      name: "with what has no port, which is not called one",
      known: { port: "icmp:8", destination: "asset:plc-12" },
      title: "Open ICMP type 8 (echo request) to PLC-12",
    },
    {
      name: "without what was only typed beside a port",
      known: { port: "502/tcp\ntext:FC 3+4", destination: "asset:plc-12" },
      title: "Open port 502/tcp to PLC-12",
    },
    { name: "while a part of it is not known", known: { destination: "asset:plc-12" }, title: "Open a port: PLC-12" },
    { name: "while nothing of it is known", known: {}, title: "Open a port" },
    {
      name: "with the words of whoever asked",
      known: { destination: "text:the old press" },
      title: "Open a port: “the old press”",
    },
  ])("$name: $title", ({ known, title }) => {
    expect(plainTitle(openPort, values(known), demo, monday("09:00"))).toBe(title);
  });

  test("has its picture in front on a card", () => {
    expect(titleOf(lineDown, values({ place: "line:line-3" }), demo, monday("09:00"))).toBe("🛑 Line 3 is down");
  });

  test("stays short, however long the words are", () => {
    const long = plainTitle(
      lineDown,
      values({ place: `text:${"the old press behind ".repeat(20)}` }),
      demo,
      monday("09:00"),
    );
    expect(long.length).toBeLessThan(80);
  });
});

test.each([
  { names: [], says: "nobody" },
  { names: ["Anna"], says: "Anna" },
  { names: ["Anna", "Ben"], says: "Anna and Ben" },
  { names: ["Anna", "Ben", "Cem"], says: "Anna, Ben and Cem" },
])("$names are listed as: $says", ({ names, says }) => {
  expect(sayList(names, demo)).toBe(says);
});

test.each([
  { text: "too wide", says: "Too wide." },
  { text: "Really?", says: "Really?" },
  { text: "it stands.", says: "It stands." },
])("“$text” is said as a sentence: $says", ({ text, says }) => {
  expect(sentence(text)).toBe(says);
});

describe("several machines of one request", () => {
  const title = (destination: string) =>
    titleOf(openPort, values({ port: "502/any", destination }), demo, monday("09:00"));

  test("are all named in what it is called", () => {
    expect(title("asset:plc-12\nasset:plc-7\nasset:hmi-3")).toBe("🔌 Open port 502 to PLC-12, PLC-7 and HMI line 3");
  });

  test("are counted where they are many", () => {
    const many = ["safety-plc-3", "robot-cell", "hmi-3", "gateway-7", "gateway-3"].map((id) => `asset:${id}`);
    expect(title(many.join("\n"))).toBe("🔌 Open port 502 to Safety PLC line 3, Robot cell line 7 and 3 more");
  });
});

describe("a value within a sentence, cut at twenty signs", () => {
  const named = (id: string, value: string, language: "en" | "de" = "en") => {
    const field = openPort.fields.find((each) => each.id === id);
    return field && nameValue(field, value, readIn(demo, language), monday("09:00"), 20);
  };

  test.each([
    ["port", "502/tcp\ntext:FC 3 and FC 4 of the second gateway", "502/tcp, “FC 3 and FC 4 of th…”"],
    ["port", "1001/tcp, 1002/tcp, 1003/tcp, 1004/tcp", "1001/tcp, 1002/tcp,…"],
    ["destination", "asset:plc-12\nasset:plc-7\nasset:hmi-3\nasset:robot-cell", "PLC-12, PLC-7 and 2 more"],
    ["why", "read the counters of the line", "“read the counters o…”"],
  ])("is as long as that of each part, of many things the first: %s, %j", (id, value, said) => {
    expect(named(id, value)).toBe(said);
  });

  test("has what was typed in its reader's marks, in a fact too", () => {
    const port = openPort.fields.find(({ id }) => id === "port");
    const value = "502/tcp\ntext:FC 3“. IT";
    expect(named("port", value, "de")).toBe("502/tcp, „FC 3'. IT“");
    expect(port && sayFact(port, value, readIn(demo, "de"), monday("09:00"))).toBe("502/tcp, „FC 3'. IT“");
  });
});

test.each([
  { text: "Read only", says: "Read only" },
  { text: "Read only”. IT agreed", says: "“Read only'. IT agreed”" },
  { text: "only from the jump host", says: "“only from the jump host”" },
])("a limit that was ticked is the type's own label, one that was written is quoted: $text", ({ text, says }) => {
  expect(sayLimit(text, { rules: openPort }, demo)).toBe(says);
});
