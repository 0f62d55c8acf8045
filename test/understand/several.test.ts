import { shownOf } from "../../src/understand/shown.ts";
import { slotsAs } from "../../src/understand/understand.ts";
import { given, monday } from "./support.ts";

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

describe("one port is closed and another opened", () => {
  test.each([
    { text: "close port 502 and open 503", parts: ["network-change 502", "open-port 503"] },
    { text: "open 503 and close 502", parts: ["open-port 503", "network-change 502"] },
    { text: "please close 502 to plc-12, open 503 instead", parts: ["network-change 502", "open-port 503"] },
    { text: "could you block 23 on the gateway and allow 4840", parts: ["network-change 23", "open-port 4840"] },
    { text: "we no longer need port 502, please open 503", parts: ["network-change 502", "open-port 503"] },
    { text: "502 zu und 503 auf bitte", parts: ["network-change 502", "open-port 503"] },
    { text: "Port 502 schließen und 503 öffnen", parts: ["network-change 502", "open-port 503"] },
    { text: "Port 502 brauchen wir nicht mehr, bitte 503 öffnen", parts: ["network-change 502", "open-port 503"] },
    { text: "cierra el puerto 502 y abre el 503", parts: ["network-change 502", "open-port 503"] },
    { text: "close the vpn of Siemens and open 502 to plc-12", parts: ["status ", "open-port 502"] },
  ])("$text", ({ text, parts }) => {
    const reading = given(text);
    expect(reading.parts.map(({ intent, slots }) => `${intent} ${slots.ports.map(({ from }) => from).join()}`)).toEqual(
      parts,
    );
    expect(shownOf(reading)).toEqual(parts.map((part) => part.split(" ")[0]));
  });

  test("whichever way it is read, the one to be closed is not among those to be opened", () => {
    const { ports, otherPorts } = slotsAs(
      "on the old gateway close port 502 but leave port 503 open",
      "open-port",
      monday,
    );
    expect([ports, otherPorts].map((list) => list.map(({ from }) => from))).toEqual([[503], [502]]);
  });

  test.each([
    { text: "open port 502 to plc-12 and close it at 18:00", ports: [502] },
    { text: "open port 502 to plc-12 and close the port at 18:00", ports: [502] },
    { text: "Port 502 bis Freitag öffnen, dann wieder schließen", ports: [502] },
    { text: "502 und 44818 öffnen", ports: [502, 44818] },
    { text: "Port 502 und 503 gehen nicht mehr, bitte öffnen", ports: [502, 503] },
    { text: "the firewall blocks 502 to plc-12", ports: [502] },
  ])("to open for a while is one wish: $text", ({ text, ports }) => {
    const { parts, slots, addressedIntent } = given(text);
    expect([addressedIntent, parts, slots.ports.map(({ from }) => from)]).toEqual(["open-port", [], ports]);
  });
});

test.each(["open 1430 please", "please open gate 1201"])("an hour or a gate is no port: %s", (text) => {
  expect(given(text).slots.ports).toEqual([]);
});

test.each([
  "502 and 44818 to plc-12 please",
  "can we open 502 from the historian to plc-12, and until friday only?",
  "tcp 502 and 44818. lunch?",
])("one thing stays one thing: %s", (text) => {
  expect(asked(text)).toEqual([]);
});
