import type { Party } from "../plant/party.ts";
import type { RequestEvent } from "../request/events.ts";
import type { RequestState, StepState } from "../request/state.ts";

/** Where it is counted: never whose it was, and never which request. */
export type Where = { readonly plant: string; readonly requestType: string };

/** What happened to a request, as far as it is counted. `tookMs`: plant time. */
export type Counted =
  | ({ readonly type: "drafted" | "sent" } & Where)
  /** `team`: the id of the team that had it; else `requester`, `person`, `shiftLead`, `ops` or `manager`. */
  | ({ readonly type: "decided"; readonly team: string; readonly verdict: string; readonly tookMs: number } & Where)
  | ({ readonly type: "overdue"; readonly team: string; readonly clock: "take" | "decide" } & Where)
  | ({ readonly type: "closed"; readonly outcome: string } & Where);

/** What one append to a request comes to, from the states before and after it. */
export function countedIn(
  before: RequestState,
  after: RequestState,
  events: readonly RequestEvent[],
): readonly Counted[] {
  if (events.length === 0 || after.status === "unstarted") return [];
  const where = whereOf(after);
  return [
    ...events.flatMap((event) => countedOf(event, before, where)),
    ...decidedBetween(before, after).map((decided) => ({ type: "decided" as const, ...decided, ...where })),
  ];
}

function countedOf(event: RequestEvent, before: RequestState, where: Where): readonly Counted[] {
  switch (event.type) {
    case "DraftStarted":
      return [{ type: "drafted", ...where }];
    case "RequestSent":
      return [{ type: "sent", ...where }];
    case "StepOverdue": {
      const step = stepsOf(before).get(event.step);
      const team = step === undefined ? null : teamOf(step);
      return team === null ? [] : [{ type: "overdue", clock: event.clock, team, ...where }];
    }
    case "RequestClosed":
      return [{ type: "closed", outcome: event.outcome, ...where }];
    default:
      return [];
  }
}

/** A draft whose type nobody has said yet is of none. */
function whereOf(state: Exclude<RequestState, { status: "unstarted" }>): Where {
  const requestType = state.status === "draft" ? (state.reading.type ?? "unknown") : state.rules.type;
  return { plant: state.asked.plant, requestType };
}

type Decided = { readonly team: string; readonly verdict: string; readonly tookMs: number };

/** What went through with another step was decided there. */
function decidedBetween(before: RequestState, after: RequestState): readonly Decided[] {
  const old = stepsOf(before);
  return [...stepsOf(after).values()].flatMap((step) => {
    const was = old.get(step.id);
    if (step.status !== "settled" || was === undefined || step.verdict.type === "through") return [];
    if (was.status !== "open" && was.status !== "asked") return [];
    const { verdict } = step;
    return [{ team: partyLabel(was.ball.party), verdict: verdict.type, tookMs: verdict.at - was.ball.since }];
  });
}

const NONE: ReadonlyMap<string, StepState> = new Map();

function stepsOf(state: RequestState): ReadonlyMap<string, StepState> {
  return state.status === "open" || state.status === "closed" ? state.steps : NONE;
}

function teamOf(step: StepState): string | null {
  return step.status === "open" || step.status === "asked" ? partyLabel(step.ball.party) : null;
}

function partyLabel(party: Party): string {
  if (party.type === "team") return party.team;
  return party.type === "account" ? "requester" : party.type;
}
