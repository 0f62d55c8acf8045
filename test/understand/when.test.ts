import { instant } from "../../src/clock.ts";
import { fold } from "../../src/understand/text/fold.ts";
import { findTimes } from "../../src/understand/time/findTimes.ts";
import { NOTHING_SAID } from "../../src/understand/time/said.ts";
import { endOf, readWhen, whyOpen } from "../../src/understand/time/when.ts";

const plant = {
  timeZone: "Europe/Berlin",
  shifts: [
    { id: "early", name: "Early", from: "06:00", to: "14:00" },
    { id: "late", name: "Late", from: "14:00", to: "22:00" },
    { id: "night", name: "Night", from: "22:00", to: "06:00" },
  ],
};
/** Monday, in the early afternoon. */
const context = { plant, now: instant("2026-11-23T13:05:00+01:00") };
const times = (text: string) => findTimes(fold(text), context);
const at = (iso: string) => ({ type: "instant", at: instant(iso) });

describe("until when, as people write it on a Monday at 13:05", () => {
  test.each([
    { said: "until friday noon", until: "2026-11-27T12:00:00+01:00" },
    { said: "till 6pm", until: "2026-11-23T18:00:00+01:00" },
    { said: "till 4", until: "2026-11-23T16:00:00+01:00" },
    { said: "until 1800", until: "2026-11-23T18:00:00+01:00" },
    { said: "until Friday", until: "2026-11-27T18:00:00+01:00" },
    { said: "by end of week", until: "2026-11-27T18:00:00+01:00" },
    { said: "bis morgen 18 Uhr", until: "2026-11-24T18:00:00+01:00" },
    { said: "bis 31.12.", until: "2026-12-31T18:00:00+01:00" },
    { said: "hasta el viernes", until: "2026-11-27T18:00:00+01:00" },
  ])("'$said'", ({ said, until }) => {
    expect(endOf(times(said).until, context)).toBe(instant(until));
  });
});

describe("from when, as people write it on a Monday at 13:05", () => {
  test.each([
    { said: "tonight after second shift", from: "2026-11-23T22:00:00+01:00" },
    { said: "from 1.12.2026 8:00", from: "2026-12-01T08:00:00+01:00" },
  ])("'$said' begins then", ({ said, from }) => {
    expect(times(said).from).toEqual(at(from));
  });

  test.each([
    { said: "Sunday early shift", is: "2026-11-29T06:00:00+01:00" },
    { said: "mañana 10h", is: "2026-11-24T10:00:00+01:00" },
    { said: "in 2 h", is: "2026-11-23T15:05:00+01:00" },
    { said: "1.12.2026 8:00", is: "2026-12-01T08:00:00+01:00" },
  ])("'$said' is then", ({ said, is }) => {
    expect(times(said).at).toEqual(at(is));
  });

  test("a window over midnight ends on the next day", () => {
    expect(times("sat 22-02")).toMatchObject({
      from: at("2026-11-28T22:00:00+01:00"),
      until: at("2026-11-29T02:00:00+01:00"),
    });
  });

  test("a time that summer time skips is the hour after it", () => {
    const saturday = { plant, now: instant("2027-03-27T12:00:00+01:00") };
    expect(findTimes("tomorrow at 2:30", saturday).at).toEqual(at("2027-03-28T03:30:00+02:00"));
  });
});

describe("how long", () => {
  test.each([
    { said: "for 2 h", hours: 2 },
    { said: "two hours", hours: 2 },
    { said: "2 Tage lang", hours: 48 },
    { said: "durante 30 minutos", hours: 0.5 },
    { said: "1 h 30 min", hours: 1.5 },
  ])("'$said' is $hours h", ({ said, hours }) => {
    expect(times(said).durationMs).toBe(hours * 3_600_000);
  });

  test.each(["since 10 min", "every 5 min", "in 2 hours", "an hour ago", "vor 2 Stunden", "2-3 h"])(
    "'%s' is no duration",
    (said) => {
      expect(times(said).durationMs).toBeNull();
    },
  );
});

describe("what is not said is not guessed", () => {
  test("a day without a time is a day", () => {
    expect(times("on Sunday").at).toEqual({ type: "day", day: "2026-11-29", part: false });
  });

  test("nor is the hour of a morning", () => {
    expect(times("morgen früh").at).toEqual({ type: "day", day: "2026-11-24", part: true });
  });

  test.each(["modbus 502 plc 12", "may i connect it", "dns servers 10.2.3.4", "last night", "the second scanner"])(
    "'%s' names no time",
    (said) => {
      expect(times(said)).toEqual(NOTHING_SAID);
    },
  );

  test("a plant without shifts does not know the late shift", () => {
    expect(findTimes("after late shift", { ...context, plant: { ...plant, shifts: [] } }).from).toBeNull();
  });
});

describe("the answer to 'until when?'", () => {
  test.each([
    { answer: "Fri 18:00", is: "2026-11-27T18:00:00+01:00" },
    { answer: "friday", is: "2026-11-27T18:00:00+01:00" },
    { answer: "2 h", is: "2026-11-23T15:05:00+01:00" },
    { answer: "2026-12-01 08:00", is: "2026-12-01T08:00:00+01:00" },
    { answer: "1 Nov 2026 12:00", is: "2026-11-01T12:00:00+01:00" },
    { answer: "22:00-02:00", is: "2026-11-24T02:00:00+01:00" },
  ])("'$answer'", ({ answer, is }) => {
    expect(readWhen(answer, context)).toBe(instant(is));
  });

  test.each(["", "soon", "whenever", "32.13.", "tomorrow morning"])("'%s' is asked again", (answer) => {
    expect(readWhen(answer, context)).toBeNull();
  });

  test.each([
    { answer: "12/11", why: "“12/11”: which day is meant?" },
    { answer: "friday 4", why: "“friday 4”: at which hour?" },
    { answer: "Friday or Saturday", why: "“friday or saturday”: which time is meant?" },
    { answer: "today 22:00 to today 20:00", why: "“today 22:00 to today 20:00”: it would end before it begins." },
  ])("'$answer' is asked again, and why", ({ answer, why }) => {
    expect(readWhen(answer, context)).toBeNull();
    expect(whyOpen(answer, context)).toBe(why);
  });
});

describe("both ends of a stretch", () => {
  const from = "2026-11-23T14:00:00+01:00";
  const until = "2026-11-23T16:00:00+01:00";
  test.each([
    "Port 502 zu PLC-12 heute von 14 bis 16 öffnen",
    "Port 502 heute zwischen 14 und 16 öffnen",
    "von 14 bis 16 Fernzugriff",
    "today from 14 to 16 remote access",
    "from 14 to 16 remote access",
    "hoy de 14 a 16 acceso remoto",
    "hoy entre 14 y 16 abrir el puerto",
  ])("are read in '%s', whatever word follows", (said) => {
    expect(times(said)).toMatchObject({ from: at(from), until: at(until) });
  });

  test.each([
    "raise it from 14 to 16 bar",
    "von 14 bis 16 Pumpen",
    "between 14 and 16 cameras need an address",
    "ports from 14 to 16 machines",
    "VLAN von 14 bis 16 anlegen",
    "entre 14 y 16 sensores",
  ])("are no hours in '%s'", (said) => {
    expect(times(said).until).toBeNull();
  });
});
