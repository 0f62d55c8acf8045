import fc from "fast-check";
import { answersShown } from "../../src/card/forms/picked.ts";
import { pickInstant, pickThings } from "../../src/card/forms/pickers.ts";
import { instant, MINUTE_MS } from "../../src/clock.ts";
import { changesIn, readFacts } from "../../src/intake/filled.ts";
import { readField, readPickedInstant } from "../../src/intake/picked.ts";
import type { World } from "../../src/request/commands.ts";
import { RequestKey } from "../../src/request/ids.ts";
import type { Field } from "../../src/workflow/requestType.ts";
import { demo, friday, monday, openPort } from "../request/scene.ts";
import { withPresses } from "../support/manyPresses.ts";

const now = monday("10:00");
const world: World = { plant: demo, types: new Map(), nextKey: RequestKey.parse("HAM-1") };
const until = fieldCalled("until");
const source = fieldCalled("source");

function blank(id: string) {
  return { id, label: "Which?", hint: "", required: true };
}

function fieldCalled(id: string): Field {
  const field = openPort.fields.find((each) => each.id === id);
  if (field === undefined) throw new Error(`open-port has no field ${id}`);
  return field;
}

/** What a field reads from a form that showed nothing. */
function read(field: Field, changed: Record<string, string>) {
  return readField(field, { changed, emptied: new Set() }, demo, now);
}

describe("a day and a time that were picked", () => {
  test.each([
    { name: "in winter", date: "2026-11-27", time: "12:00", at: "2026-11-27T12:00:00+01:00" },
    { name: "in summer", date: "2027-07-01", time: "00:00", at: "2027-07-01T00:00:00+02:00" },
    { name: "an hour that summer time skips", date: "2027-03-28", time: "02:30", at: "2027-03-28T03:30:00+02:00" },
    { name: "an hour that comes twice", date: "2026-10-25", time: "02:30", at: "2026-10-25T02:30:00+02:00" },
  ])("are read on the plant's clocks: $name", ({ date, time, at }) => {
    expect(read(until, { "until.date": date, "until.time": time })).toEqual({ ok: true, value: String(instant(at)) });
  });

  test("give way to what was written beside them", () => {
    const both = { "until.date": "2026-12-01", "until.time": "08:00", until: "Fri 12:00" };
    expect(read(until, both)).toEqual({ ok: true, value: String(friday("12:00")) });
  });

  test.each([
    { name: "a day alone", changed: { "until.date": "2026-11-27" }, problem: "Pick a time as well, or write when." },
    { name: "a time alone", changed: { "until.time": "12:00" }, problem: "Pick a day as well, or write when." },
    {
      name: "a day of no calendar",
      changed: { "until.date": "2026-02-30", "until.time": "12:00" },
      problem: "Pick a day and a time.",
    },
    {
      name: "what no clock shows",
      changed: { "until.date": "2026-11-27", "until.time": "12:00Z" },
      problem: "Pick a day and a time.",
    },
  ])("are asked for at the field: $name", ({ changed, problem }) => {
    expect(read(until, changed)).toEqual({ ok: false, problem });
  });

  test("show an instant as the plant's clocks do, and are read back as it, to the minute, in every zone", () => {
    const zones = fc.constantFrom("Europe/Berlin", "America/Mexico_City", "Asia/Kolkata", "Pacific/Auckland");
    const instants = fc.integer({ min: 0, max: 730 * 24 * 60 }).map((minutes) => {
      return instant(new Date(instant("2026-11-23T00:00:00Z") + minutes * MINUTE_MS).toISOString());
    });
    fc.assert(
      fc.property(instants, zones, (at, timeZone) => {
        const plant = { ...demo, timeZone };
        const input = { ...blank("until"), ...pickInstant(String(at), plant) };
        const shown = Object.fromEntries(Object.entries(answersShown(input)).map(([name, text = ""]) => [name, text]));
        const { until: _, ...picked } = shown;
        const back = readPickedInstant("until", picked, plant, now);
        // Of an hour that comes twice, the first is read.
        const twice = pickInstant(String(at - 60 * MINUTE_MS), plant).kind;
        const isTwice = JSON.stringify(twice) === JSON.stringify(input.kind);
        expect(back).toEqual({ ok: true, value: String(isTwice ? at - 60 * MINUTE_MS : at) });
      }),
    );
  });
});

describe("machines that were chosen", () => {
  test("are all of them read, with what was written beside them, each once", () => {
    expect(read(source, { "source.chosen": "asset:historian\nasset:mes" })).toEqual({
      ok: true,
      value: "asset:historian\nasset:mes",
    });
    expect(read(source, { "source.chosen": "asset:historian", source: "Historian, 10.20.3.4" })).toEqual({
      ok: true,
      value: "asset:historian\nip:10.20.3.4",
    });
  });

  test("may be none, when somebody writes instead", () => {
    expect(read(source, { source: "the old press" })).toEqual({ ok: true, value: "text:the old press" });
  });

  test("are asked for again when the plant does not have them, or what was written cannot be", () => {
    expect(read(source, { "source.chosen": "asset:gone" })).toMatchObject({ ok: false });
    expect(read(source, { "source.chosen": "line:line-3" })).toMatchObject({ ok: false });
    expect(read(source, { "source.chosen": "asset:mes", source: "256.1.1.1" })).toMatchObject({ ok: false });
  });

  test("stand in the form as chosen, and what is in no list beside them", () => {
    const input = pickThings(source, "asset:historian\nip:10.20.3.4\ntext:the old press", demo, now);
    expect(input).toMatchObject({ initial: "10.20.3.4, “the old press”", kind: { chosen: ["asset:historian"] } });
  });

  test("come back as they were, whatever a request names", () => {
    const items = fc.constantFrom(
      ...[...demo.assets.keys()].map((id) => `asset:${id}`),
      "ip:10.20.3.4",
      "text:the old press",
      "host:mes.vendor.example",
    );
    fc.assert(
      fc.property(fc.uniqueArray(items, { minLength: 1, maxLength: 5 }), (named) => {
        const input = { ...blank("source"), ...pickThings(source, named.join("\n"), demo, now) };
        const shown = Object.entries(answersShown(input)).flatMap(([name, text = ""]) =>
          text === "" ? [] : [[name, text]],
        );
        const back = read(source, Object.fromEntries(shown));
        expect(back?.ok === true && back.value.split("\n").toSorted()).toEqual(named.toSorted());
      }),
    );
  });

  test("are listed up to a number a form can keep, those that are known among them", () => {
    const { kind } = pickThings(source, "asset:press-899", withPresses(demo, 900), now);
    expect(kind).toMatchObject({ options: { length: 201 }, chosen: ["asset:press-899"] });
  });
});

describe("a fact that is picked or written, whichever", () => {
  const facts = { fields: [until], type: openPort, values: {}, sendsAnew: false };

  test("is asked for at its field when it is needed and neither was done", () => {
    const given = readFacts(facts, changesIn({}, new Map()), now, world);
    expect(given).toEqual({ type: "errors", errors: { until: "This is needed: pick it, or write it here." } });
  });

  test("is not asked for again where it is known", () => {
    const known = { ...facts, values: { until: String(friday("12:00")) } };
    expect(readFacts(known, changesIn({}, new Map()), now, world)).toEqual({ type: "values", values: {} });
  });
});
