import { DAY_MS, type EpochMs, HOUR_MS, later, MINUTE_MS } from "../../src/clock.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import type { Words } from "./lives.ts";

/** What is said at a plant, by type and field. Null: it is left out. */
const SAID: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  "open-port": {
    why: "read the counters for the shift report",
    impact: "can-wait",
    stopsAt: null,
    functions: "3 and 4",
    rate: "once a minute",
  },
  "remote-access": {
    ...{ visitor: "Elena Ruiz, PackTec", sponsor: "Olga Weber", why: "find out why the gripper stops" },
    ...{ stopsAt: null, agreement: "service contract 2026-14", watcher: "Ole Petersen, +49 40 5550 102" },
  },
  "account-access": {
    ...{ person: "Jonas Keller", why: "look up alarms on the night shift", impact: "can-wait", stopsAt: null },
    training: "introduced by Otto on 20 November",
  },
  "firmware-update": {
    ...{ why: "it loses its connection after a restart", impact: "can-wait", stopsAt: null },
    ...{ versions: "2.8.1 to 2.9.4", source: "the maker's download page, hash compared" },
    ...{ tested: "on the spare in the workshop", backup: "of today, restored on the spare" },
    ...{ rollback: "old version from USB, decided by 07:30", spare: "one, in the workshop", weakness: "none known" },
  },
  "line-down": { symptom: "red light, nothing moves", lastChange: "a new recipe at 9:30", cyber: "no" },
};

/** How long after it is asked, by type and field. */
const AFTER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "open-port": { until: 4 * DAY_MS + 6 * HOUR_MS },
  "remote-access": { from: DAY_MS + 4 * HOUR_MS, until: DAY_MS + 6 * HOUR_MS },
  "account-access": { until: 28 * DAY_MS },
  "firmware-update": { from: 4 * DAY_MS + 20 * HOUR_MS, until: 4 * DAY_MS + 22 * HOUR_MS },
  "line-down": { since: -5 * MINUTE_MS },
};

const ASKED: Readonly<Record<string, string>> = {
  "line-down": "line 3 stands at PLC-12, can somebody come?",
};

/** What people of a plant would write about a type, for pictures that a stranger can believe. */
export function lifelike({ type }: RequestType): Words {
  const text = ASKED[type];
  return { said: (_, { id }, at) => saidIn(type, id, at), ...(text === undefined ? {} : { text }) };
}

function saidIn(type: string, field: string, at: EpochMs): string | null | undefined {
  const after = AFTER[type]?.[field];
  return after === undefined ? SAID[type]?.[field] : String(later(at, after));
}
