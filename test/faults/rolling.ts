// A rolling deploy and its roll-back: `npm run test:rolling [seed] [requests]`. People live through their requests on one
// Redis while the release before this one gives way to this one, process by process, and comes back the same way, both and
// Redis being killed meanwhile and everything delivered again. It is judged as the crash story is: nothing lost, nothing
// said twice but in the named cases, and the same people decided the same as on a day of this release alone. Where git
// does not hold the release before, nothing is tried, and that is what it says.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringReleaseBefore } from "./rolling/releaseBefore.ts";
import { forwardAndBack } from "./story/deploy.ts";
import { tellTwice } from "./story/tell.ts";

/** As many as are done within a minute and a half on two cores, the packages of the release before included. */
const REQUESTS = "16";

async function main(seed: number, requests: number): Promise<boolean> {
  const dir = await mkdtemp(join(tmpdir(), "ref-before-"));
  try {
    const before = await bringReleaseBefore(dir);
    if (before.type === "notHere") {
      console.log(`The rolling deploy was NOT tried: ${before.because}`);
      console.log("0 passed, 0 failed, 1 not run");
      return true;
    }
    console.log(`seed ${seed}: ${requests} requests; the release before is ${before.release}`);
    const cast = { before: before.folder, begin: ["before", "before"] } as const;
    const sound = await tellTwice({ seed, requests, cast, deploys: forwardAndBack });
    console.log(sound ? "1 passed, 0 failed" : "0 passed, 1 failed");
    return sound;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const [seed = String(process.pid * 7919 + 1), requests = REQUESTS] = process.argv.slice(2);
process.exit((await main(Number(seed), Number(requests))) ? 0 : 1);
