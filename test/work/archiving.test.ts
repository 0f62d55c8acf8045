import { RefereeError } from "../../src/errors.ts";
import { createLog } from "../../src/log.ts";
import { createArchiving } from "../../src/work/archiving.ts";

const lines: string[] = [];
const log = createLog({ level: "info", write: (line) => lines.push(line) });
beforeEach(() => {
  lines.length = 0;
});

describe("a process that archives", () => {
  test("says how many were archived, as soon as it starts", async () => {
    const archiving = createArchiving({ archiveDue: async () => 3 }, log);
    archiving.start();
    await archiving.stop();
    expect(lines.join()).toContain('"archived":3');
  });

  test("says which file is in the way, and goes on", async () => {
    const full = new RefereeError(
      "ARCHIVE_UNWRITABLE",
      "The archive /srv/a.archive cannot be written: the disk is full.",
    );
    const archiving = createArchiving({ archiveDue: () => Promise.reject(full) }, log);
    archiving.start();
    await archiving.stop();
    expect(lines.join()).toContain("/srv/a.archive cannot be written");
  });

  test("is asked to stop between two rounds, and does not wait for a disk that never answers", async () => {
    const asked: boolean[] = [];
    const stuck = createArchiving(
      {
        archiveDue: (isStopped = () => false) => {
          asked.push(isStopped());
          return new Promise(() => undefined);
        },
      },
      log,
      10,
    );
    stuck.start();
    await stuck.stop();
    expect(asked).toEqual([false]);
  });
});
