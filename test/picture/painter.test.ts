import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WeekFigures } from "../../src/card/week/weekFigures.ts";
import { DAY_MS, HOUR_MS, instant } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { createPainter } from "../../src/picture/painter.ts";
import { chartsOf } from "../../src/referee/week.ts";
import { hamburg } from "../plant/cast.ts";

const noLog = createLog({ level: "silent" });

const hours = (name: string, now: number | null, before: number | null) => ({
  name,
  ms: now === null ? null : now * HOUR_MS,
  beforeMs: before === null ? null : before * HOUR_MS,
});

const BUSY: WeekFigures = {
  from: instant("2026-11-23T00:00:00+01:00"),
  to: instant("2026-11-30T00:00:00+01:00"),
  held: [
    hours("OT controls", 31, 22),
    hours("IT security", 26, 38),
    hours("IT network", 12, 9.5),
    hours("Schichtleitung der Linie 3 und 4", 6, 2),
    hours("Żółta łódź", 4, 7),
    hours("others", 1.5, null),
  ],
  ages: [6, 4, 2, 0, 1].map((count, at) => ({ upToMs: [1, 3, 7, 14].map((days) => days * DAY_MS)[at] ?? null, count })),
  decided: [
    { ...hours("Open a port (7)", 9, 14), count: 7 },
    { ...hours("Remote access (5)", 4, 3), count: 5 },
    { ...hours("Restart (3)", 0.6, 0.5), count: 3 },
    { ...hours("Software install (1)", 30, null), count: 1 },
  ],
};

const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe("the picture of a week", () => {
  test("is small enough for a message on Teams, with as many bars as it ever has", async () => {
    const png = await createPainter(noLog)(chartsOf(BUSY, hamburg));
    expect(png?.length).toBeLessThan(32_000);
    expect(sizeOf(Buffer.from(png ?? "", "base64")).every((side) => side <= 1_024)).toBe(true);
    const folder = process.env.REFEREE_STORY_PICTURES;
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "week.png"), Buffer.from(png ?? "", "base64"));
  });

  test("is the same for the same figures, whoever draws it", async () => {
    const [one, other] = [createPainter(noLog), createPainter(noLog)];
    expect(await one(chartsOf(BUSY, hamburg))).toBe(await other(chartsOf(BUSY, hamburg)));
    expect(await one(chartsOf(BUSY, hamburg))).not.toBe(await one(chartsOf({ ...BUSY, decided: [] }, hamburg)));
  });
});
