import { MINUTE_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import type { ReadAddress, Validators } from "../outgoing/readAddress.ts";
import { addressesOf, takeIn } from "../plant/calendar/byAddress.ts";
import type { CalendarAddress, Plant } from "../plant/plant.ts";
import type { Plants } from "./plants.ts";

/** How often an address is read again. */
const READ_AGAIN_MS = 15 * MINUTE_MS;

/** Reads the calendars that plant files name by an address. */
export type Calendars = {
  /** Reads all of them now. Never throws: what cannot be read stays as it was, and the log says why. */
  readAll(): Promise<void>;
  /** Reads all of them, and again at intervals. */
  start(): void;
  stop(): void;
};

export type CalendarsOptions = {
  readonly plants: Pick<Plants, "all" | "calendars" | "calendarRead">;
  readonly read: ReadAddress;
  readonly log: Log;
};

const NEVER_READ: Validators = { etag: null, lastModified: null };

/**
 * Every process reads them; only what is new is recorded, so that all decide by the same text, a restart keeps it, and an
 * address that fails changes nothing.
 */
export function createCalendars({ plants, read, log }: CalendarsOptions): Calendars {
  // Many servers write the hour of the export into the text and its tag: nothing is recorded then, and the tag is new.
  const newest = new Map<string, Validators>();
  const troubles = new Map<string, string>();

  async function readOne(plant: Plant, address: CalendarAddress): Promise<void> {
    const { id, url, insideNetwork } = address;
    const before = (await plants.calendars(plant.code)).get(id);
    const known = before === undefined ? NEVER_READ : (newest.get(id) ?? before);
    const answer = await read(url, { known, insideNetwork });
    if (answer.type === "refused") return fails(plant, address, answer.why);
    if (answer.type === "same") {
      works(plant, address);
      return await plants.calendarRead(plant.code, { calendar: id, text: null, ...known });
    }
    const { etag, lastModified } = answer;
    const taken = takeIn(answer.text, plant.timeZone, address.holds);
    if ("fault" in taken) return fails(plant, address, taken.fault);
    works(plant, address);
    await plants.calendarRead(plant.code, { calendar: id, text: taken.text, etag, lastModified });
    newest.set(id, { etag, lastModified });
  }

  function fails({ code }: Plant, { id, url }: CalendarAddress, why: string): void {
    if (troubles.get(id) === why) return;
    troubles.set(id, why);
    log.warn("a calendar cannot be read; what was read last counts", { plant: code, host: new URL(url).host, why });
  }

  function works({ code }: Plant, { id, url }: CalendarAddress): void {
    if (troubles.delete(id)) log.info("a calendar is read again", { plant: code, host: new URL(url).host });
  }

  let again: NodeJS.Timeout | undefined;
  async function readAll(): Promise<void> {
    try {
      const all = await plants.all();
      const reading = all.flatMap((plant) => addressesOf(plant).map((address) => readOne(plant, address)));
      for (const each of await Promise.allSettled(reading))
        if (each.status === "rejected") log.warn("a calendar could not be recorded", { error: each.reason });
    } catch (error) {
      log.warn("the calendars could not be read", { error });
    }
  }

  return {
    readAll,
    start: () => {
      clearInterval(again);
      again = setInterval(() => void readAll(), READ_AGAIN_MS).unref();
      void readAll();
    },
    stop: () => clearInterval(again),
  };
}
