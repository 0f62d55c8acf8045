import { correctionsIn } from "../../src/intake/correction.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { Values } from "../../src/workflow/value.ts";
import { demo, monday, openPort } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

const context = { plant: demo, types: new Map(activeTypes.map((type) => [type.type, type])), now: monday("10:00") };

function draftOf(said: string) {
  const [draft] = readMessage(said, context).drafts;
  return { type: draft?.reading.type, ...draft?.values };
}

describe("what a message tells is not asked again", () => {
  test.each([
    {
      said: "please reboot the HMI of line 7 right now, frozen",
      facts: { type: "restart", machine: "asset:hmi-7", symptom: "frozen", moment: "now" },
    },
    {
      said: "can someone restart HMI line 7 today at 13:30, screen is frozen",
      facts: { type: "restart", symptom: "screen is frozen", moment: "agreed", at: String(monday("13:30")) },
    },
    {
      said: "please restart the palletizer now, gripper hangs, production stands",
      facts: { type: "restart", machine: "asset:palletizer", impact: "standing", moment: "now" },
    },
    {
      said: "PackTec needs remote access to the palletizer tonight 20-22, Elena Ruiz, Greifer einstellen, Otto schaut zu",
      facts: {
        type: "remote-access",
        visitor: "Elena Ruiz (PackTec)",
        sponsor: "Otto Brandt",
        why: "Greifer einstellen",
      },
    },
    {
      said: "elena from packtec needs to get on the palletizer tonight 8 to 10pm",
      facts: { type: "remote-access", machine: "asset:palletizer", visitor: "Elena Ruiz (PackTec)" },
    },
    {
      said: "Krones needs remote access to the palletizer tomorrow, Marco Bianchi, adjusting the gripper",
      facts: { type: "remote-access", visitor: "Marco Bianchi, Krones", why: "adjusting the gripper" },
    },
    {
      said: "Krones necesita acceso remoto a la paletizadora mañana por favor, Marco Bianchi, ajustar la pinza",
      facts: { visitor: "Marco Bianchi, Krones", why: "ajustar la pinza" },
    },
    { said: "open port 22 to PLC-12 until tomorrow noon for log download", facts: { why: "for log download" } },
    {
      said: "open 502 to plc-12 until friday for reading temps for the quality report",
      facts: { why: "for reading temps for the quality report" },
    },
    { said: "bitte Port 502 zur PLC-12 freischalten zum Auslesen der Logs", facts: { why: "zum Auslesen der Logs" } },
    { said: "open 502 to plc-12 or we stop at 14:00", facts: { stopsAt: String(monday("14:00")), impact: "stops" } },
  ])("'$said'", ({ said, facts }) => {
    expect(draftOf(said)).toMatchObject(facts);
  });

  test("and a company alone is nobody who could visit", () => {
    expect(draftOf("PackTec needs remote access to the palletizer tonight")).not.toHaveProperty("visitor");
  });
});

describe("a reply that takes a fact back", () => {
  const known = Values.parse({
    destination: "asset:plc-12",
    port: "502/any",
    until: String(monday("12:00")),
    why: "to read counters",
  });
  const corrected = (said: string) => correctionsIn(said, openPort, known, context);

  test.each([
    { said: "wrong port, i meant 503", values: { port: "503/any" } },
    { said: "sorry, 503", values: { port: "503/any" } },
    { said: "not 502, i meant 503/udp", values: { port: "503/udp" } },
    { said: "falscher Port, ich meinte 503", values: { port: "503/any" } },
    { said: "nicht 502 sondern 503", values: { port: "503/any" } },
    { said: "puerto equivocado, quise decir 503", values: { port: "503/any" } },
    { said: "sorry, i meant plc-7", values: { destination: "asset:plc-7" } },
    { said: "wrong machine, not plc-12 but plc-7", values: { destination: "asset:plc-7" } },
  ])("changes that fact alone: '$said'", ({ said, values }) => {
    expect(corrected(said)).toEqual(values);
  });

  test.each([
    "502 is fine",
    "port 503 is open already",
    "the historian has plc-7 already",
    "wrong number of people came",
  ])("is not '%s'", (said) => {
    expect(corrected(said)).toEqual({});
  });
});
