import { SECOND_MS } from "../../src/clock.ts";
import { assertNever } from "../../src/errors.ts";
import type { Counted } from "../../src/referee/counted.ts";
import type { Meters } from "./meters.ts";

/** Counts what was recorded of requests. */
export function countOn(meters: Meters): (counted: readonly Counted[]) => void {
  return (counted) => {
    for (const each of counted) countOne(meters, each);
  };
}

function countOne(meters: Meters, counted: Counted): void {
  const { kept } = meters;
  const where = { plant: kept.plant(counted.plant), type: kept.requestType(counted.requestType) };
  switch (counted.type) {
    case "drafted":
      meters.drafts.inc(where);
      break;
    case "sent":
      meters.sent.inc(where);
      break;
    case "decided": {
      const team = kept.team(counted.team);
      meters.decisions.inc({ ...where, team, verdict: counted.verdict });
      meters.decisionTime.observe({ type: where.type, team }, counted.tookMs / SECOND_MS);
      break;
    }
    case "overdue":
      meters.overdue.inc({ ...where, team: kept.team(counted.team), clock: counted.clock });
      break;
    case "closed":
      meters.closed.inc({ ...where, outcome: counted.outcome });
      break;
    default:
      assertNever(counted, "counted");
  }
}
