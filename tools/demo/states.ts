import { windUntil } from "../../adapters/web/page/plantMoment.ts";
import type { PlantMoment } from "../../adapters/web/play/play.ts";
import type { Chat, Seat } from "./chat.ts";

/** What becomes of the demo plant: its people act, and its clock is wound. */
export type Live = { readonly chat: Chat; readonly until: (moment: PlantMoment) => Promise<void> };

export const liveIn = (chat: Chat): Live => ({
  chat,
  until: async (moment) => {
    const { now, plant } = await chat.clock();
    const far = windUntil(now, plant, moment);
    if (far !== null && far > 0) await chat.wind(far);
  },
});

const at = (person: string, place: string): Seat => ({ as: person, in: place });
const OLGA = at("web:olga", "web:line-3");
const OTTO = at("web:otto", "web:ot-controls");
const SINA = at("office:sina", "office:it-security");
const NILS = at("office:nils", "office:it-network");
const MORNING: PlantMoment = { weekdays: [1, 2], from: "08:30", to: "10:00" };
const NEXT_MORNING: PlantMoment = { weekdays: [2, 3, 4], from: "06:05", to: "10:00" };
const THURSDAY: PlantMoment = { weekdays: [4], from: "09:00", to: "10:00" };
const SATURDAY: PlantMoment = { weekdays: [6], from: "10:00", to: "18:00" };
const MONDAY: PlantMoment = { weekdays: [1], from: "08:30", to: "10:00" };
const TUESDAY: PlantMoment = { weekdays: [2], from: "06:05", to: "08:00" };

const HOUR_MS = 3_600_000;

/** @returns what its cards show */
async function asksForPort({ chat }: Live, port: number, machine: string, until: string): Promise<string> {
  await chat.says(OLGA, `@Referee can we open port ${port} to ${machine}?`);
  await chat.presses(OLGA, "Fill in", { "Until when": until, "What is it for": "read the counters for the report" });
  await chat.presses(OLGA, "Send");
  return `Open port ${port} to ${machine}`;
}

const approves = ({ chat }: Live, what: string) =>
  chat.presses(OTTO, "Approve", { "May it only read": "read only" }, what);
const denies = ({ chat }: Live, seat: Seat, why: string) =>
  chat.presses(seat, "Deny", { "Why not": why, "What would make it a yes": "a gateway in between" });

/** A day on which all was decided: the next morning's digest has nothing for anybody. */
async function quiet(live: Live): Promise<void> {
  await live.until(MORNING);
  await asksForPort(live, 502, "PLC-12", "Fri 16:00");
  await denies(live, OTTO, "there is a gateway for that");
  await live.until(NEXT_MORNING);
}

/** The day before a morning on which Ops have much to decide: what nobody took or owns, what ended undecided, what is late. */
async function busyDay(live: Live): Promise<void> {
  const { chat } = live;
  // Not on line 3: in December that one is frozen.
  const opened = await asksForPort(live, 502, "PLC-7", "Fri 12:00");
  await approves(live, opened);
  const facts = { "Which machine or address connects": "Historian", "Which side opens": "the source" };
  await chat.presses(SINA, "Approve", facts, opened);
  await chat.presses(NILS, "Opened", { "Rule or ticket number": "rule 4711" }, opened);
  const nobodys = await asksForPort(live, 443, "PLC-7", "Fri 12:00");
  await chat.presses(OTTO, "Not mine", { Why: "it is the packaging line's" }, nobodys);
  await asksForPort(live, 102, "PLC-7", "today 17:00");
  const late = await asksForPort(live, 80, "PLC-12", "tomorrow 12:00");
  await chat.presses(OTTO, "Take it", undefined, late);
  const asked = await asksForPort(live, 22, "PLC-7", "Thu 12:00");
  await chat.presses(SINA, "Ask a question", { Question: "from where?" }, asked);
  for (const port of [21, 25, 53, 123]) await asksForPort(live, port, "PLC-12", "Fri 12:00");
}

/** Two weeks and two mornings: what was decided late, never or not yet, the picture of the week, a full digest, a line that stands. */
async function busy(live: Live): Promise<void> {
  const { chat } = live;
  await live.until(MORNING);
  await approves(live, await asksForPort(live, 502, "PLC-12", "Fri 16:00"));
  await chat.wind(3 * HOUR_MS);
  await denies(live, SINA, "the office reaches it by the gateway");
  await asksForPort(live, 443, "PLC-12", "Fri 16:00");
  await chat.presses(OTTO, "Take it");
  await live.until(THURSDAY);
  await asksForPort(live, 102, "PLC-12", "Fri 16:00");
  await live.until(SATURDAY);
  await live.until(MONDAY);
  await asksForPort(live, 4840, "PLC-12", "Fri 16:00");
  await denies(live, OTTO, "not while the trial runs");
  await asksForPort(live, 44818, "PLC-12", "Fri 16:00");
  await chat.presses(OTTO, "Not mine", { Why: "it is the packaging line's" });
  await live.until(THURSDAY);
  await asksForPort(live, 20000, "PLC-12", "Fri 16:00");
  await chat.presses(OTTO, "Ask a question", { Question: "who reads it?" });
  await live.until(SATURDAY);
  await live.until(MONDAY);
  await busyDay(live);
  await live.until(TUESDAY);
  await chat.says(OLGA, "@Referee line 3 is down");
  await chat.presses(OLGA, "Call OT now");
}

/** The states in which the demo plant can be looked at. */
export const STATES: Readonly<Record<string, (live: Live) => Promise<void>>> = { quiet, busy };
