import { asksForHelp } from "../../src/intake/helpWords.ts";

test.each([
  ...[
    "help",
    "Help!",
    "what can you do?",
    "how does this work",
    "zeig hilfe",
    "Was kannst du?",
    "was können Sie für mich tun",
  ],
  ...["¿qué puedes hacer?", "¿cómo funciona?", "please show commands"],
])("whoever asks what Referee is good for is told: %s", (text) => {
  expect(asksForHelp(text)).toBe(true);
});

test.each([
  ...[
    "help, line 3 stands",
    "I need help with port 502",
    "can somebody help me with the HMI",
    "Hilfe, es brennt",
    "Hilfe",
    "ayuda",
  ],
  ...["was kannst du zu PLC-12 sagen", "ayuda con el puerto 502", "what can you do about the stuck request"],
])("whoever wants something is not given the help card for it: %s", (text) => {
  expect(asksForHelp(text)).toBe(false);
});
