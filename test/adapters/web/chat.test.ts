import fc from "fast-check";
import { Chat } from "../../../adapters/web/chat.ts";
import { Entry, type Wrote } from "../../../adapters/web/entry.ts";
import { eventLine } from "../../../adapters/web/page/eventLine.ts";
import { windUntil } from "../../../adapters/web/page/plantMoment.ts";
import { threadsOf } from "../../../adapters/web/threads.ts";
import { instant } from "../../../src/index.ts";
import { anySignOrHalf } from "../../support/anyText.ts";

function wrote(id: string, overrides: Partial<Wrote> = {}): Wrote {
  const nobody = { thread: null, mention: [], card: null, effect: null, to: null, source: null };
  return {
    type: "Wrote",
    id,
    at: 0,
    conversation: "web:line-3",
    author: "web:olga",
    text: id,
    ...nobody,
    ...overrides,
  };
}

/** Anything a card may be. Reading drops a key named like an object's prototype, on purpose; no card has one. */
const cards = fc.jsonValue().filter((card) => !JSON.stringify(card).includes("__proto__"));

function chatOf(...entries: readonly Entry[]): Chat {
  const chat = new Chat();
  for (const entry of entries) chat.apply(entry);
  return chat;
}

describe("the chat's log", () => {
  test("that holds an utterance twice, after a lost answer, shows it once", () => {
    const chat = chatOf(wrote("m1", { effect: "ping" }), wrote("m2", { effect: "ping" }));
    expect(chat.messages().map(({ id }) => id)).toEqual(["m1"]);
    expect(chat.saidAs("ping")).toBe("m1");
  });

  test("keeps an edited message where it stood", () => {
    const edit: Entry = { type: "Edited", id: "m1", at: 5, text: "newer", mention: [], card: null };
    expect(
      chatOf(wrote("m1"), wrote("m2"), edit)
        .messages()
        .map(({ text }) => text),
    ).toEqual(["newer", "m2"]);
  });

  test("reads back whatever was kept, to the letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: anySignOrHalf }), cards, (text, card) => {
        const kept = JSON.stringify({ ...wrote("m1", { text }), card });
        expect(Entry.parse(JSON.parse(kept))).toEqual(JSON.parse(kept));
      }),
    );
  });
});

describe("a conversation", () => {
  test("shows replies below what they answer, in the order of what began", () => {
    const chat = chatOf(wrote("m1"), wrote("m2"), wrote("m3", { thread: "m1" }));
    const shown = threadsOf(chat.messages()).map(({ root, replies }) => [root.id, ...replies.map(({ id }) => id)]);
    expect(shown).toEqual([["m1", "m3"], ["m2"]]);
  });

  test("shows a reply whose beginning is not there for itself", () => {
    expect(threadsOf(chatOf(wrote("m3", { thread: "gone" })).messages())).toHaveLength(1);
  });
});

describe("an event in the record", () => {
  test("is shown by its name in words, who did it, and every reason it gives", () => {
    const event = {
      type: "BallMoved",
      at: 5,
      by: "referee:clock",
      ball: { pinged: ["otto"], because: "weekly rota, Mon 06:00 to 18:00" },
    };
    expect(eventLine(event)).toMatchObject({
      name: "Ball moved",
      at: 5,
      by: "referee:clock",
      because: ["weekly rota, Mon 06:00 to 18:00"],
    });
  });

  test.each([null, 7, "text", [], {}])("is shown even when it is %j", (event) => {
    expect(eventLine(event).name).toBe("Event");
  });
});

describe("winding to a moment of the plant's day", () => {
  const workday = { weekdays: [1, 2, 3, 4], from: "08:30", to: "10:00" };
  const berlin = { timeZone: "Europe/Berlin", holidays: [], frozen: [] };
  const hours = (count: number) => count * 3_600_000;

  test.each([
    { name: "on a Sunday afternoon", now: "2026-11-22T17:30:00+01:00", ms: hours(15) },
    { name: "in the middle of it", now: "2026-11-23T09:12:00+01:00", ms: 0 },
    { name: "just after it", now: "2026-11-23T10:00:00+01:00", ms: hours(22.5) },
    { name: "on a Friday", now: "2026-11-27T08:30:00+01:00", ms: hours(72) },
    { name: "across the spring change of the clocks", now: "2027-03-26T08:30:00+01:00", ms: hours(71) },
  ])("$name winds exactly that far", ({ now, ms }) => {
    expect(windUntil(instant(now), berlin, workday)).toBe(ms);
  });

  test.each([
    { name: "passes a freeze of days", now: "2026-12-11T12:00:00+01:00", next: "2026-12-21T08:30:00+01:00" },
    { name: "keeps a day from one", now: "2026-12-10T08:30:00+01:00", next: "2026-12-10T08:30:00+01:00" },
    { name: "passes holidays", now: "2026-12-23T12:00:00+01:00", next: "2026-12-28T08:30:00+01:00" },
  ])("to a day like others $name", ({ now, next }) => {
    const plant = {
      ...berlin,
      holidays: ["2026-12-24"],
      frozen: [{ from: instant("2026-12-14T06:00:00+01:00"), to: instant("2026-12-19T22:00:00+01:00") }],
    };
    expect(windUntil(instant(now), plant, { ...workday, ordinary: true })).toBe(instant(next) - instant(now));
    expect(windUntil(instant("2026-12-24T07:30:00+01:00"), plant, workday)).toBe(hours(1));
  });
});
