import { Line } from "../../tools/values/line.ts";
import { readLine } from "../../tools/values/readLine.ts";
import { demo, monday, openPort } from "../request/scene.ts";

function read(line: Record<string, unknown>) {
  const whole = { id: 1, language: "en", now: "2026-11-23T08:00+01:00", timeZone: "Europe/Berlin", ...line };
  return readLine(Line.parse(whole), { plant: demo, limits: openPort.limits, now: monday("08:00") });
}

describe("npm run read-value", () => {
  test.each([
    { kind: "port", before: "502/tcp, 161/udp", value: "502/tcp, 161/udp", shown: "502/tcp, 161/udp" },
    { kind: "asset or name", before: "text:spare PLC-12", value: "text:spare PLC-12", shown: "spare PLC-12" },
    {
      kind: "source",
      before: "Historian, 10.20.3.4",
      value: "asset:historian\nip:10.20.3.4",
      shown: "Historian, 10.20.3.4",
    },
    { kind: "instant", before: "1795777200000", language: "es", value: "1795777200000", shown: "vie 12:00" },
    { kind: "text", before: "", value: null, shown: "" },
  ])("leaves an input as it was shown: $kind “$before”", ({ value, shown, ...line }) => {
    expect(read({ ...line, raw: null })).toEqual({ id: "1", ok: true, value, shown, problem: null });
    expect(read({ ...line, raw: ` ${shown} ` })).toMatchObject({ ok: true, value, shown });
  });

  test("shows limits that were left by what stands at their boxes", () => {
    expect(read({ kind: "limit", raw: null, before: "read-only\none-source\ntext:by day" })).toMatchObject({
      value: "read-only\none-source\ntext:by day",
      shown: "Read only; One source address only; by day",
    });
  });

  test("shows an input that was left even where nobody could read it now", () => {
    expect(read({ kind: "instant", raw: null, before: "noon-ish" })).toMatchObject({ value: null, shown: "noon-ish" });
  });

  test.each([
    { kind: "source", raw: "Historian 10.20.3.4", shown: "Historian, 10.20.3.4" },
    { kind: "port", raw: "502/tcp FC 3+4", shown: "502/tcp, “FC 3+4”" },
    { kind: "instant", raw: "Fri 12:00", language: "de", shown: "Fr 12:00" },
    { kind: "limit", raw: "read only and one source, by day", shown: "Read only; One source address only; by day" },
    { kind: "choice", raw: "read only", options: ["read only", "read and write"], shown: "read only" },
  ])("says of $raw as $kind what a card would say", ({ shown, ...line }) => {
    expect(read({ ...line, before: "" })).toMatchObject({ ok: true, shown, problem: null });
  });

  test("says what stands at the input for what cannot be", () => {
    expect(read({ kind: "port", raw: "70000", before: "502/tcp" })).toEqual({
      id: "1",
      ok: false,
      value: null,
      shown: null,
      problem: "Ports go from 1 to 65535.",
    });
  });

  test("knows no other kinds and zones than there are", () => {
    expect(Line.safeParse({ id: 1, kind: "colour", raw: "red" }).success).toBe(false);
    expect(Line.safeParse({ id: 1, kind: "text", raw: "red", timeZone: "Moon/North" }).success).toBe(false);
  });
});
