import type { EventOf } from "./events.ts";
import { allWaiting, withClocks } from "./evolveStep.ts";
import { type Extension, isSettled, type Open } from "./state.ts";

type Event = EventOf<"ExtensionAsked" | "ExtensionGranted" | "ExtensionRefused">;

/** A request that is open, with a later end asked for, agreed or refused. */
export function evolveExtension(state: Open, event: Event, version: number): Open {
  switch (event.type) {
    case "ExtensionAsked":
      return asked(state, event, version);
    case "ExtensionGranted":
      return granted(state, event);
    default:
      return { ...state, extensions: lastIs(state, "refused") };
  }
}

/** What became of the end that was asked for last; the others are decided. */
export function lastIs({ extensions }: Open, status: Exclude<Extension["status"], "asked">): Open["extensions"] {
  return extensions.map((each) => (each.status === "asked" ? { ...each, status } : each));
}

/** Their steps come beside those there are; whoever was given one is asked again. */
function asked(state: Open, event: EventOf<"ExtensionAsked">, version: number): Open {
  if (state.grant.status !== "running") return state;
  const { until, reason, by, at, rules } = event;
  const given = new Map(event.steps.map(({ step, of }) => [step, state.steps.get(of)?.givenTo ?? null]));
  const fresh = [...allWaiting(rules, version)].map(
    ([id, step]) => [id, { ...step, givenTo: given.get(id) ?? null }] as const,
  );
  const extension: Extension = {
    ...{ until, before: state.grant.until, reason, by, at, status: "asked" },
    steps: event.steps.map(({ step }) => step),
  };
  return {
    ...state,
    rules,
    // That its end comes before all have answered is told, though it was told of the first approvals, or of a later end before.
    deadlinesTold: new Set([...state.deadlinesTold].filter((told) => told !== extension.before)),
    steps: new Map([...fresh, ...state.steps]),
    extensions: [...state.extensions, extension],
  };
}

/** It is open until then, whatever an earlier limit of its time said: those who set it have agreed. What they agreed under now binds, too. */
function granted(state: Open, { until, clocks = [] }: EventOf<"ExtensionGranted">): Open {
  const { grant, rules, values, limits } = state;
  if (grant.status !== "running") return state;
  const untimed = [...limits, ...limitsAsked(state)]
    .map((limit) => ({ ...limit, until: null }))
    .filter(({ text }) => text !== "");
  return {
    ...state,
    grant: { ...grant, until },
    values: rules.endsAt === null ? values : { ...values, [rules.endsAt]: String(until) },
    limits: untimed,
    steps: clocks.reduce(withClocks, state.steps),
    extensions: lastIs(state, "granted"),
  };
}

/** Under which limits those who were asked agreed to the end that is asked for. */
function limitsAsked({ extensions, steps }: Open): Open["limits"] {
  const ids = extensions.filter(({ status }) => status === "asked").flatMap((each) => each.steps);
  const settled = ids.map((id) => steps.get(id)).filter(isSettled);
  return settled.flatMap(({ verdict }) => (verdict.type === "approved" ? verdict.limits : []));
}
