import fc from "fast-check";
import { readInstant, readValue } from "../../src/intake/readValue.ts";
import type { Field } from "../../src/workflow/requestType.ts";
import { sayValue } from "../../src/workflow/value.ts";
import { demo, friday, lineDown, monday, openPort } from "../request/scene.ts";
import { anySignOrHalf } from "../support/anyText.ts";

const now = monday("09:00");

function field(id: string, type = openPort): Field {
  const found = type.fields.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${type.type} has no field ${id}`);
  return found;
}

describe("what somebody types", () => {
  test.each([
    { id: "destination", raw: "plc12", value: "asset:plc-12" },
    { id: "destination", raw: " PLC-12 ", value: "asset:plc-12" },
    { id: "destination", raw: "the old press", value: "text:the old press" },
    { id: "source", raw: "10.3.0.12", value: "ip:10.3.0.12" },
    { id: "source", raw: "10.3.0.0/24", value: "ip:10.3.0.0/24" },
    { id: "source", raw: "historian", value: "asset:historian" },
    { id: "port", raw: "502", value: "502/any" },
    { id: "port", raw: "502/tcp", value: "502/tcp" },
    { id: "port", raw: "udp 161", value: "161/udp" },
    { id: "port", raw: "tcp 135 - 139", value: "135-139/tcp" },
    { id: "port", raw: "502 and 44818", value: "502/any, 44818/any" },
    { id: "initiator", raw: "The Source", value: "source" },
    { id: "why", raw: "  for the report ", value: "for the report" },
    { id: "until", raw: "Fri 12:00", value: String(friday("12:00")) },
  ])("“$raw” as $id is read as $value", ({ id, raw, value }) => {
    expect(readValue(field(id), raw, demo, now)).toEqual({ ok: true, value });
  });

  test("as a place may be a line or a machine of it; the machine says more", () => {
    expect(readValue(field("place", lineDown), "line 3", demo, now)).toEqual({ ok: true, value: "line:line-3" });
    expect(readValue(field("place", lineDown), "the palletizer", demo, now)).toEqual({
      ok: true,
      value: "asset:palletizer",
    });
  });

  test.each([
    { id: "port", raw: "70000", problem: "Ports go from 1 to 65535." },
    { id: "port", raw: "0", problem: "Ports go from 1 to 65535." },
    { id: "port", raw: "139-135", problem: "A range begins with its lower port." },
    { id: "port", raw: "the usual one", problem: "Write a port, e.g. 502/tcp." },
    { id: "initiator", raw: "perhaps", problem: "Choose one of the answers." },
    { id: "until", raw: "soonish", problem: "Write a day and a time, e.g. Fri 18:00." },
    { id: "destination", raw: "plc-12 or plc-7", problem: "Which one: PLC-12 or PLC-7?" },
  ])("“$raw” as $id is asked for again: $problem", ({ id, raw, problem }) => {
    expect(readValue(field(id), raw, demo, now)).toEqual({ ok: false, problem });
  });

  test.each([
    { id: "port", raw: "70000", problem: "Ports gehen von 1 bis 65535." },
    { id: "until", raw: "irgendwann", problem: "Bitte Tag und Uhrzeit schreiben, z. B. Fr 18:00." },
    { id: "destination", raw: "plc-12 oder plc-7", problem: "Was davon: PLC-12 oder PLC-7?" },
    { id: "source", raw: "300.1.1.1", problem: /^„300\.1\.1\.1“ ist keine Adresse/ },
  ])("“$raw” as $id is asked for again in the language of whoever typed it", ({ id, raw, problem }) => {
    const read = readValue(field(id), raw, { ...demo, language: "de" }, now);
    expect(read.ok ? "" : read.problem).toEqual(typeof problem === "string" ? problem : expect.stringMatching(problem));
  });

  test("never breaks the reading, whatever it is", () => {
    const any = fc.tuple(fc.constantFrom(...openPort.fields), fc.string({ unit: anySignOrHalf, maxLength: 200 }));
    fc.assert(
      fc.property(any, ([each, raw]) => {
        const read = readValue(each, raw, demo, now);
        expect(read.ok || read.problem !== "").toBe(true);
      }),
    );
  });

  test("that was said by a form comes back as it was: sending a form off unchanged changes nothing", () => {
    const known = { destination: "asset:plc-12", until: String(friday("12:00")), port: "502/tcp", initiator: "both" };
    for (const [id, value] of Object.entries(known)) {
      expect(readValue(field(id), sayValue(field(id), value, demo, now), demo, now)).toEqual({ ok: true, value });
    }
  });
});

test("a day without sense is no instant", () => {
  expect(readInstant("the day after never", demo, now).ok).toBe(false);
});
