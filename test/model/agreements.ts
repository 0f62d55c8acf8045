import { DAY_MS, type EpochMs, later } from "../../src/clock.ts";
import { machinesOf } from "../../src/request/rules/agreement.ts";
import type { Open, RequestState } from "../../src/request/state.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { stepsOf } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { demo, monday, nils, olga, open, otto, press, sina } from "../request/scene.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import { sent } from "../workflow/walk.ts";

export const VENDOR = "PackTec";

let standing: Open | null = null;

/** Agreed on with PackTec for the palletizer, by all who are asked, and set up. */
function agreement(): Open {
  if (standing !== null) return standing;
  const type = typeNamed("vendor-agreement");
  const until = String(later(monday("10:00"), 60 * DAY_MS));
  const facts = { machine: "asset:palletizer", visitor: VENDOR, sponsor: "Karin", why: "service", until };
  const asked = sent({ plant: demo, type, by: olga, at: monday("10:00") }, Values.parse(facts));
  const yes = { type: "approve", limits: [], values: {} } as const;
  const one = press(asked, "owner", otto, monday("10:10"), yes);
  const told = Values.parse({ jumpHost: "asset:historian", secondFactor: "yes", recorded: "yes" });
  const both = press(one, "security", sina, monday("10:20"), { ...yes, values: told });
  const done = { type: "finish", outcome: "done", evidence: "account 12", onSite: "", values: {} } as const;
  standing = open(press(both, "network", nils, monday("11:00"), done));
  return standing;
}

/** One that stands open for what somebody is about to ask for, from yesterday on for so many days; none where none can. */
export function agreementsFor(state: RequestState, type: RequestType, at: EpochMs, days: number): readonly Open[] {
  const isAgreed = stepsOf(type).some(({ agreed }) => agreed !== null);
  const machines = isAgreed && state.status === "draft" ? machinesOf(type, state.values) : null;
  if (machines === null) return [];
  const base = agreement();
  const values = Values.parse({ ...base.values, machine: machines.join("\n") });
  const grant = { status: "running", since: later(at, -DAY_MS), until: later(at, days * DAY_MS) } as const;
  return [{ ...base, values, grant }];
}

/** As somebody has just had it cut off. */
export function cutOff(at: EpochMs): Open {
  return { ...agreement(), grant: { status: "ended", at, by: otto, because: "cutOff", reason: "", now: true } };
}

/** Whether somebody was passed over whom nothing that was agreed on beforehand spares. */
export function passedOver({ rules, agreed }: Open, types: readonly RequestType[] = activeTypes): string | null {
  const type = types.find((each) => each.type === rules.type);
  const asked = new Set<string>(stepsOf(rules).map(({ id }) => id));
  const spared = new Set<string>(agreed?.steps.map(({ step }) => step));
  const missing = stepsOf(type ?? { stages: [] }).find(
    ({ id, agreed: by }) => by !== null && !asked.has(id) && !spared.has(id),
  );
  return missing === undefined ? null : `nobody is asked for ${missing.id}`;
}
