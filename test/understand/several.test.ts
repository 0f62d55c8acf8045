import { given } from "./support.ts";

const asked = (text: string) => given(text).parts.map(({ intent, text: part }) => [intent, part]);

describe("a message that asks for several things", () => {
  test.each([
    {
      name: "ports without a verb, and whose something is",
      text: "502 and 44818 for line 7, and who owns the gateway?",
      parts: [
        ["open-port", "502 and 44818 for line 7"],
        ["who-owns", "who owns the gateway?"],
      ],
    },
    {
      name: "a question behind a comma",
      text: "can you open 44818 for line 3, who owns the mes?",
      parts: [
        ["open-port", "can you open 44818 for line 3"],
        ["who-owns", "who owns the mes?"],
      ],
    },
    {
      name: "two requests",
      text: "restart the hmi and open 502 to plc-12",
      parts: [
        ["restart", "restart the hmi"],
        ["open-port", "open 502 to plc-12"],
      ],
    },
    {
      name: "in German",
      text: "bitte port 502 auf plc-12 freischalten und wer ist für den historian zuständig?",
      parts: [
        ["open-port", "bitte port 502 auf plc-12 freischalten"],
        ["who-owns", "wer ist für den historian zuständig?"],
      ],
    },
  ])("gets each of them: $name", ({ text, parts }) => {
    expect(asked(text)).toEqual(parts);
  });

  test("keeps each part's own facts", () => {
    const [ports, owner] = given("502 and 44818 for line 3, and who owns the historian?").parts;
    expect(ports?.slots.ports.map(({ from }) => from)).toEqual([502, 44818]);
    expect(ports?.slots.assets).toEqual([]);
    expect(owner?.slots.assets).toEqual(["historian"]);
  });
});

test.each([
  "502 and 44818 to plc-12 please",
  "can we open 502 from the historian to plc-12, and until friday only?",
  "tcp 502 and 44818. lunch?",
])("one thing stays one thing: %s", (text) => {
  expect(asked(text)).toEqual([]);
});
