import type { LoadedRequest } from "../../../src/referee/requests.ts";
import type { RequestId } from "../../../src/request/ids.ts";
import { readStanding } from "../../../src/work/standing.ts";
import type { Plot } from "./lives.ts";
import { placeProblems } from "./places.ts";
import { said } from "./said.ts";
import type { Stage } from "./stage.ts";

/** A request that was lived through, or not. */
export type Lived = { readonly plot: Plot; readonly n: number; readonly request: RequestId | null };

export type Verdict = {
  readonly problems: readonly string[];
  /** Said twice, the second copy taken back: what no protocol can close without a key at the platform. */
  readonly takenBack: number;
  /** Said twice on Teams, which neither finds nor takes back what it does not know: the limit that is written down. */
  readonly standTwice: number;
  readonly messages: number;
  readonly updates: number;
  readonly events: number;
};

/** What must be true of the whole record, and of all that people see, once everything has come to rest. */
export async function judge(stage: Stage, lives: readonly Lived[], sends: number): Promise<Verdict> {
  const problems: string[] = [];
  let events = 0;
  const keys: string[] = [];
  for (const { plot, n, request } of lives) {
    if (request === null) {
      problems.push(`${plot.name} #${n} did not get to its end`);
      continue;
    }
    const judged = await judgeRequest(stage, plot, request);
    events += judged.events;
    if (judged.key !== null) keys.push(judged.key);
    problems.push(...judged.problems.map((problem) => `${plot.name} #${n} ${request}: ${problem}`));
  }
  const spoken = await said(stage);
  problems.push(...spoken.problems, ...numberProblems(keys, sends), ...(await leftovers(stage)), ...stage.rollbacks);
  return { ...spoken, problems, events };
}

type Judged = { readonly problems: readonly string[]; readonly events: number; readonly key: string | null };

async function judgeRequest(stage: Stage, plot: Plot, request: RequestId): Promise<Judged> {
  try {
    const loaded = await stage.requests.load(request);
    const { state, events } = loaded;
    const problems = [
      ...lifeProblems(plot, loaded),
      ...(await chainProblems(stage, request)),
      ...(await placeProblems(stage, request, loaded)),
    ];
    return { problems, events: events.length, key: state.status === "closed" ? state.key : null };
  } catch (error) {
    // One record that is broken must not keep the others from being looked at.
    return { problems: [`cannot be judged: ${error}`], events: 0, key: null };
  }
}

function lifeProblems({ outcome }: Plot, { state, events }: LoadedRequest): readonly string[] {
  if (state.status !== "closed") return [`is ${state.status}, not closed`];
  const types = events.map((event) => ("step" in event ? `${event.type} ${event.step}` : event.type));
  const before = (one: string, other: string) => {
    const [first, then] = [types.indexOf(one), types.indexOf(other)];
    return then === -1 || (first !== -1 && first < then) ? [] : [`${other} came before ${one}`];
  };
  return [
    ...(state.outcome === outcome ? [] : [`ended as ${state.outcome}, not ${outcome}`]),
    ...before("StepApproved owner", "StepOpened network"),
    ...before("StepApproved security", "StepOpened network"),
    ...before("StepDone network", "StepOpened works"),
    ...before("GrantEnded", "StepOpened close"),
    ...(types.filter((type) => type === "RequestClosed").length === 1 ? [] : ["was closed more than once"]),
    ...(types.includes("PlaceUnreachable") ? ["a place was given up as unreachable"] : []),
    ...(events.some(({ at }, i) => at < (events[i - 1]?.at ?? 0)) ? ["time runs backwards in it"] : []),
  ];
}

async function chainProblems({ store }: Stage, request: RequestId): Promise<readonly string[]> {
  const report = await store.verifyChain(request);
  return report.type === "intact" ? [] : [`its chain is broken at ${report.brokenAt}`];
}

/** HAM-1 to HAM-n: none left out, none given twice. */
function numberProblems(keys: readonly string[], sends: number): readonly string[] {
  const numbers = keys.map((key) => Number(key.slice(key.indexOf("-") + 1))).toSorted((a, b) => a - b);
  const wrong = numbers.findIndex((number, i) => number !== i + 1);
  return [
    ...(wrong === -1 ? [] : [`request numbers have a gap or a double at ${wrong + 1}`]),
    ...(numbers.length === sends ? [] : [`${sends} were sent, ${numbers.length} have a number`]),
  ];
}

/** Nothing dirty, nothing due, nobody silenced. */
async function leftovers({ client, prefix }: Stage): Promise<readonly string[]> {
  const { open } = await readStanding(client, prefix);
  const wakes = await client.zrangebyscore(`${prefix}wakes`, "-inf", "+inf");
  const stray = wakes.map(String).filter((stream) => !stream.startsWith("plant_"));
  const places: string[] = [];
  for await (const keys of client.scanStream({ match: `${prefix}pl:*`, count: 500 })) places.push(...keys.map(String));
  const silenced = await Promise.all(
    places.map(async (key) => ((await client.hget(key, "blocked")) === null ? [] : [key])),
  );
  return [
    ...(open === 0 ? [] : [`${open} lanes or wakes are not done`]),
    ...(stray.length === 0 ? [] : [`wakes of closed requests: ${stray.join(" ")}`]),
    ...silenced.flat().map((key) => `${key} was silenced`),
  ];
}
