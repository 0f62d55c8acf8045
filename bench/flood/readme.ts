import { cpus, loadavg, totalmem } from "node:os";
import { systemClock } from "../../src/clock.ts";
import type { Platform } from "./stage.ts";

/** Times in ms. `unsaid`: calls whose card did not stand ten seconds after the flood. `loopMs`: p99 of how late timers ran. */
export type Measured = {
  readonly platform: Platform;
  readonly calls: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly unsaid: number;
  /** Calls that a limit did not take: whoever called was told so, and whom to phone. */
  readonly heldBack: number;
  readonly deeds: number;
  readonly posts: number;
  readonly refused: number;
  readonly loopMs: number;
};

export function readme(
  measured: readonly Measured[],
  run: { readonly seconds: number; readonly everyMs: number },
): string {
  const day = new Date(systemClock()).toISOString().slice(0, 10);
  const [cpu] = cpus();
  const load = loadavg().map((average) => average.toFixed(1));
  const head = [
    "| | calls | p50 ms | p99 ms | longest ms | not said | held back | deeds of the flood | messages posted | told to wait | timers late, p99 ms |",
  ];
  const rows = measured.map(
    (one) =>
      `| ${one.platform === "slack" ? "Slack" : "Teams"} | ${one.calls} | ${one.p50.toFixed(0)} | ${one.p99.toFixed(0)} | ${one.longest.toFixed(0)} | ${one.unsaid} | ${one.heldBack} | ${one.deeds} | ${one.posts} | ${one.refused} | ${one.loopMs.toFixed(0)} |`,
  );
  return `# How fast a call for help comes through a flood

\`npm run bench:flood ${run.seconds} ${run.everyMs}\` writes this page. Ten people of the demo plant and four accounts it does not know
write, send, ask and add notes to each other's requests in the channel of line 3, each every 0.7 s, whatever they are
answered: more than any limit takes, so that what the limits let through is what a call has to pass. Meanwhile somebody
calls for the palletizer every ${run.everyMs / 1_000} s. Measured is the time from that press until the call's card was accepted by the
platform in the owners' channel. Slack and Teams are the fakes of the tests, with the rates the two publish; Referee has
the pacing it has in a plant. Flood, fakes, Referee and Redis share the machine.

${day}: ${cpus().length} × ${cpu?.model.trim() ?? ""}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, load average
${load.join(" ")} at the end, ${run.seconds} s on each platform.

${head[0]}
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

"Held back" are calls beyond what one conversation may send in an hour: whoever called was told so at once, with the number to
phone. "Timers late" is how far the machine was behind: it is in every figure before it. Wanted: p99 of at most 2,000 ms.

Calls that come in the same second into one channel are named together in the second message there, which calls their owners;
their cards follow at the pace of the platform, on Slack one a second. One person may call six times at once, a channel twenty times.
`;
}
