// One process that packs and archives errands that are over, to be killed, or to lose its Redis, at a named moment: see archiveTrial.ts.
import { z } from "zod";
import { DAY_MS, instant } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { openArchiveFolder } from "../../src/store/archiveFolder.ts";
import { createArchiver } from "../../src/store/archiver.ts";
import { openWorkerClient } from "../../src/store/clients.ts";
import { createPacking } from "../../src/store/packing.ts";
import { StreamId } from "../../src/store/types.ts";

export const ArchiveSetup = z.object({
  path: z.string(),
  prefix: z.string(),
  dir: z.string(),
  streams: z.array(StreamId),
  fault: z.object({ moment: z.string(), kind: z.enum(["kill", "redis"]) }).nullable(),
});
export type ArchiveSetup = z.infer<typeof ArchiveSetup>;

async function play({ path, prefix, dir, streams, fault }: ArchiveSetup): Promise<void> {
  const log = createLog({ level: "silent" });
  const redis = openWorkerClient({ path }, log);
  let armed = fault;
  const checkpoint = async (moment: string) => {
    if (armed?.moment !== moment) return;
    const { kind } = armed;
    armed = null;
    if (kind === "kill") process.kill(process.pid, "SIGKILL");
    const resumed = new Promise<void>((resolve) => process.once("message", () => resolve()));
    process.send?.("fault");
    await resumed;
  };
  const packing = createPacking(redis, prefix, () => checkpoint("packLooked"));
  for (const stream of streams) {
    await packing.pack(stream, { places: [], shared: [], at: instant("2026-03-01T00:00:00Z") });
    await checkpoint("packed");
  }
  const folder = openArchiveFolder(dir);
  await createArchiver({ redis, prefix, folder, afterMs: DAY_MS, log, checkpoint }).archiveDue();
  process.exit(0);
}

await play(ArchiveSetup.parse(JSON.parse(process.argv[2] ?? "null")));
