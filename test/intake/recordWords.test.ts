import { DAY_MS } from "../../src/clock.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { recordAskIn } from "../../src/intake/recordWords.ts";
import { instantFrom } from "../../src/plant/time/localTime.ts";
import { demo, monday } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";

describe("a question to the record", () => {
  test.each([
    ["my requests", "mine"],
    ["show me my requests please", "mine"],
    ["Meine Anfragen?", "mine"],
    ["mis solicitudes", "mine"],
    ["where is my request?", "newest"],
    ["is it open yet", "newest"],
    ["was my request denied and why", "newest"],
    ["ist es schon freigegeben?", "newest"],
    ["¿cuándo abren el puerto?", "newest"],
    ["what is open now?", "granted"],
    ["board", "granted"],
    ["show me the board please", "granted"],
    ["zeig mir die Tafel", "granted"],
    ["tablero", "granted"],
    ["how long will this take?", "newest"],
    ["wie lange dauert das noch?", "newest"],
    ["¿cuánto va a tardar?", "newest"],
    ["was ist gerade offen?", "granted"],
    ["¿qué está abierto ahora?", "granted"],
    ["what is stuck?", "stuck"],
    ["what's overdue?", "stuck"],
    ["was hängt gerade?", "stuck"],
    ["¿qué está atascado?", "stuck"],
    ["what is on hold?", "held"],
    ["what is still undecided?", "undecided"],
    ["was ist noch unentschieden", "undecided"],
    ["what waits for my team?", "myTeam"],
    ["was liegt bei unserem Team?", "myTeam"],
    ["when is the next freeze?", "freeze"],
    ["wann ist die nächste Änderungssperre?", "freeze"],
    ["who approved HAM-1?", "decided"],
    ["who has already approved the port on PLC-12?", "decided"],
    ["wer hat HAM-1 genehmigt?", "decided"],
    ["¿quién aprobó HAM-1?", "decided"],
    ["why was HAM-1 denied?", "decided"],
    ["what is PLC-12", "whatIs"],
    ["was ist PLC-12?", "whatIs"],
    ["¿qué es PLC-12?", "whatIs"],
  ])("'%s' is %s", (text, ask) => {
    expect(recordAskIn(text)).toBe(ask);
  });

  test.each([
    "can you open port 502 to PLC-12?",
    "please approve my request",
    "line 3 is down",
    "who owns PLC-12?",
    "what happened to PLC-12 today?",
    "thanks",
    "we are stuck, nothing moves",
    "open port 502",
  ])("'%s' is none", (text) => {
    expect(recordAskIn(text)).toBeNull();
  });
});

describe("when something happened", () => {
  const types = new Map(activeTypes.map((type) => [type.type, type]));
  const whenIn = (text: string) => {
    const [query] = readMessage(text, { plant: demo, types, now: monday("10:00") }).queries;
    return query?.type === "whatHappened" ? query.when : undefined;
  };

  test.each([
    { text: "what happened to PLC-12?", when: null },
    { text: "what happened to PLC-12 today?", when: { from: monday("00:00"), to: monday("00:00") + DAY_MS } },
    {
      text: "why was PLC-12 restarted on saturday?",
      when: { from: monday("00:00") - 2 * DAY_MS, to: monday("00:00") - DAY_MS },
    },
    {
      text: "what happened to PLC-12 at 14:00?",
      when: { from: monday("12:00") - DAY_MS, to: monday("16:00") - DAY_MS },
    },
    { text: "what happened to PLC-12 at 9:30?", when: { from: monday("07:30"), to: monday("11:30") } },
  ])("is never what is still to come: '$text'", ({ text, when }) => {
    expect(whenIn(text)).toEqual(when);
  });
});

test.each([
  {
    zone: "Europe/Berlin",
    now: "2026-10-26T10:00",
    text: "on saturday",
    from: "2026-10-24T00:00",
    to: "2026-10-25T00:00",
  },
  {
    zone: "Europe/Berlin",
    now: "2027-03-27T10:00",
    text: "on sunday",
    from: "2027-03-21T00:00",
    to: "2027-03-22T00:00",
  },
  {
    zone: "Europe/Berlin",
    now: "2027-03-28T10:00",
    text: "at 14:00",
    from: "2027-03-27T12:00",
    to: "2027-03-27T16:00",
  },
  {
    zone: "America/Chicago",
    now: "2026-11-02T10:00",
    text: "on saturday",
    from: "2026-10-31T00:00",
    to: "2026-11-01T00:00",
  },
  {
    zone: "America/Chicago",
    now: "2027-03-13T10:00",
    text: "on sunday",
    from: "2027-03-07T00:00",
    to: "2027-03-08T00:00",
  },
])("what happened $text is the last such day of the plant also where the clocks change, $zone $now", (row) => {
  const plant = { ...demo, timeZone: row.zone };
  const at = (local: string) => instantFrom(local, row.zone);
  const types = new Map(activeTypes.map((type) => [type.type, type]));
  const [query] = readMessage(`what happened to PLC-12 ${row.text}?`, { plant, types, now: at(row.now) }).queries;
  expect(query).toMatchObject({ when: { from: at(row.from), to: at(row.to) } });
});
