import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { RELEASE } from "../../src/release.ts";
import { fewLabels } from "./fewLabels.ts";

/** Seconds: from an answer out of memory to the three seconds that Slack waits. */
const ANSWER_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
/** Seconds: a platform that answers well, up to the four after which Referee does not wait any more. */
const SEND_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4];
/** Seconds: five minutes for a line that stands, two weeks for what can wait. */
const DECISION_BUCKETS = [60, 300, 900, 3_600, 14_400, 28_800, 86_400, 259_200, 604_800, 1_209_600];

/**
 * Everything that is counted, by plant, type and team at most: never by person, request, conversation or text. All of it
 * belongs to this process, but what `installation` says of the record, which is the same in each.
 */
export type Meters = ReturnType<typeof createMeters>;

export function createMeters() {
  const registry = new Registry();
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `referee_${name}`, help, labelNames, registers: [registry] });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: `referee_${name}`, help, labelNames, registers: [registry] });
  const histogram = <L extends string>(name: string, help: string, buckets: number[], labelNames: readonly L[]) =>
    new Histogram({ name: `referee_${name}`, help, buckets, labelNames, registers: [registry] });
  gauge("info", "The release that runs here, always 1.", ["release"]).set({ release: RELEASE }, 1);
  // What Node itself tells: memory, CPU, event loop, garbage collection.
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    kept: { plant: fewLabels(), requestType: fewLabels(), team: fewLabels() },
    heard: counter("heard_total", "Messages, changes of messages, presses and forms that people sent.", [
      ...["platform", "what", "outcome"],
    ] as const),
    answer: histogram("answer_seconds", "From what people sent to its answer, once recorded.", ANSWER_BUCKETS, [
      ...["platform", "what"],
    ] as const),
    drafts: counter("drafts_total", "Drafts that messages were read as.", ["plant", "type"]),
    sent: counter("requests_sent_total", "Requests that were sent.", ["plant", "type"]),
    closed: counter("requests_closed_total", "Requests that ended, by what came of them.", [
      "plant",
      "type",
      "outcome",
    ]),
    decisions: counter("decisions_total", "Steps that were decided, done or confirmed.", [
      ...["plant", "type", "team", "verdict"],
    ] as const),
    decisionTime: histogram("decision_seconds", "From a step's coming to a team to its verdict.", DECISION_BUCKETS, [
      ...["type", "team"],
    ] as const),
    overdue: counter("overdue_total", "Clocks of steps that ran out.", ["plant", "type", "team", "clock"]),
    pings: counter("pings_total", "Messages said that call somebody by name.", ["platform"]),
    sends: counter("sends_total", "Messages posted or changed, by what the platform made of them.", [
      ...["platform", "method", "outcome"],
    ] as const),
    sendTime: histogram("send_seconds", "How long a platform took for one.", SEND_BUCKETS, ["platform", "method"]),
    rateLimits: counter("rate_limits_total", "Times a platform said: not so fast (429).", ["platform", "method"]),
    rateLimitWait: counter("rate_limit_wait_seconds_total", "How long it said to wait, in all.", [
      "platform",
      "method",
    ]),
    appends: counter("appends_total", "Appends to the record.", []),
    conflicts: counter("conflicts_total", "Appends that were decided again, as somebody else was first.", []),
    ready: gauge("ready", "1 while /readyz answers 200."),
    platformReady: gauge("platform_ready", "1 while people are heard and answered there.", ["platform"]),
    openRequests: gauge("open_requests", "Requests that are open.", ["plant"]),
    packedRequests: gauge("packed_requests", "Requests that are over and packed in Redis."),
    archivedRequests: gauge("archived_requests", "Requests that lie in archives."),
    lanesOwing: gauge("lanes_owing", "Conversations in which something is still to be said."),
    lanesLate: gauge("lanes_oldest_seconds", "How long nothing has moved in the slowest of them."),
    wakesDue: gauge("wakes_due", "Requests to look at, as an instant came."),
    wakesLate: gauge("wakes_oldest_seconds", "How late the latest of them is."),
    revisits: gauge("revisits_waiting", "Requests to look at anew after the plant changed."),
    loopAge: gauge("lease_loop_age_seconds", "Since this process last looked for what is due."),
    redisUp: gauge("redis_up", "1 while Redis answers."),
    redisLatency: gauge("redis_latency_seconds", "How long Redis took to answer a PING just now."),
    redisMemory: gauge("redis_memory_bytes", "What Redis uses."),
    redisMemoryMax: gauge("redis_memory_max_bytes", "What it may use; 0: whatever there is."),
    redisAofOk: gauge("redis_aof_ok", "1 while Redis writes its append-only file."),
    redisClients: gauge("redis_clients", "Connections to Redis."),
  };
}
