import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { smallPlant } from "../plant/cast.ts";

type Run = { readonly code: number | string; readonly out: string; readonly err: string };

/** Asks as an administrator does. */
function onCall(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: "" };
    execFile(process.execPath, ["--import", "tsx", "tools/onCall.ts", ...args], { env }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

const calendar = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "UID:1",
  "SUMMARY:Sven Adler",
  "DTSTART;TZID=W. Europe Standard Time:20261123T080000",
  "DTEND;TZID=W. Europe Standard Time:20261123T160000",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:2",
  "SUMMARY:Urlaub Karin Vogt",
  "DTSTART:20261124T080000",
  "DTEND:20261124T160000",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

describe("npm run on-call", () => {
  let file = "";
  beforeEach(async () => {
    const directory = await mkdtemp(join(tmpdir(), "on-call-"));
    file = join(directory, "mine.yaml");
    const list = "onCall: { type: list, people: [sven] }";
    await writeFile(file, smallPlant.replace(list, "onCall: { type: ical, file: scada.ics }"));
    await writeFile(join(directory, "scada.ics"), calendar);
  });
  afterEach(() => rm(join(file, ".."), { recursive: true }));

  test("prints the turns, and beside them what is not certain and the hours that nobody has", async () => {
    const { code, out, err } = await onCall(file, "ot-scada", "2026-11-23T08:00", "2026-11-24T00:00");
    expect(
      out
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      {
        from: "2026-11-23T08:00+01:00",
        until: "2026-11-23T16:00+01:00",
        person: "sven",
        because: "calendar scada.ics, Mon 08:00 to 16:00",
      },
    ]);
    expect(err).toContain('the event "Urlaub Karin Vogt" says that somebody is away');
    expect(err).toContain("nobody is on call for OT SCADA from 2026-11-23T16:00+01:00 to 2026-11-24T00:00+01:00");
    expect(code).toBe(0);
  });

  test("asks the address of a calendar, and says why where it cannot be used", async () => {
    const server = createServer((_, response) => response.end(calendar)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    const text = await readFile(file, "utf8");
    const at = (url: string, more = "") => text.replace("file: scada.ics", `url: "${url}"${more}`);
    const printed = async (plant: string) => {
      await writeFile(file, plant);
      return onCall(file, "ot-scada", "2026-11-23T08:00", "2026-11-24T00:00");
    };
    const good = await printed(at(`${base}/scada.ics`, ", insideNetwork: true"));
    expect(good.out).toContain('"person":"sven","because":"calendar 127.0.0.1, Mon 08:00 to 16:00"');
    expect(good.err).toContain('the event "Urlaub Karin Vogt" says that somebody is away');
    const inside = await printed(at(`${base}/scada.ics?token=s3cret`));
    expect(inside.err).toContain("127.0.0.1 lies in a private network  → write insideNetwork: true");
    expect([inside.out, inside.err.includes("s3cret")]).toEqual(["", false]);
    await new Promise((resolve) => server.close(resolve));
  });

  test("says which teams there are when it is asked for another, and how instants are written", async () => {
    expect((await onCall(file, "nobodys", "2026-11-23", "2026-11-24")).err).toMatch(
      /No team is called "nobodys": ot-controls, /,
    );
    expect((await onCall(file, "ot-scada", "monday", "2026-11-24")).err).toContain('"monday" is no instant');
    expect((await onCall(file, "ot-scada", "2026-11-24", "2026-11-23")).err).toContain(
      "2026-11-23 is not after 2026-11-24",
    );
    expect((await onCall(file)).code).toBe(1);
  });
});
