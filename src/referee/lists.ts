import { SECTION_NAMES, SECTIONS, type SectionName, teamsIn } from "../card/digest/digestSections.ts";
import { DAY_MS, type EpochMs } from "../clock.ts";
import { mayActFor } from "../plant/duty/authority.ts";
import { AccountId, type LineId, type PlantCode, type TeamId } from "../plant/ids.ts";
import type { Party } from "../plant/party.ts";
import type { Plant } from "../plant/plant.ts";
import { securityOf } from "../plant/who/owner.ts";
import { partiesOf, partyKey } from "../plant/who/partiesOf.ts";
import { type Actor, actorsOf, personIn } from "../request/actor.ts";
import { isOpenWithoutAgreement } from "../request/rules/agreementLost.ts";
import { alikeIn } from "../request/rules/alike.ts";
import { deniedUntil } from "../request/rules/back.ts";
import { ruleOf } from "../request/rules/guards.ts";
import { laterEndLapsedAt } from "../request/rules/laterEnd.ts";
import { openNow, openRank } from "../request/rules/openNow.ts";
import { plannedIn, touchedThings } from "../request/rules/overlap.ts";
import { answererOf } from "../request/rules/requester.ts";
import type { Closed, Open, RequestState, StepIn, StepState } from "../request/state.ts";
import type { ListEntry } from "../store/types.ts";
import { decides, kindOf } from "../workflow/kinds/kinds.ts";
import { subjectsOf } from "../workflow/value.ts";
import { holdingLists } from "./weekCounts.ts";

/**
 * What is listed for people, so that nobody who looks for their own things looks at every open request. Who belongs to a
 * party is asked when the list is read: a change of the plant moves no entry.
 */
export const LIST = {
  /** What waits for a party, or for a person in particular, by urgency: answers, things to do, to confirm and to rule on. */
  waits: (plant: PlantCode, party: string) => `waits-${plant}-${party}`,
  /** What waits for their yes or no, by urgency. Whoever asked for it may be one of them, and never decides. */
  decides: (plant: PlantCode, party: string) => `decides-${plant}-${party}`,
  /** What somebody asked for that is not over, drafts too, by when. */
  asked: (plant: PlantCode, actor: Actor) => `asked-${plant}-${actor}`,
  /** What somebody asked for that is over, by when it ended. */
  ended: (plant: PlantCode, actor: Actor) => `ended-${plant}-${actor}`,
  /** What a no ended that is not final yet, by when. */
  denied: (plant: PlantCode) => `denied-${plant}`,
  /** What ended before anybody decided or began, of one team or of the whole plant, by when: for the next digest. */
  lapsed: (plant: PlantCode, team: TeamId | null) => `lapsed-${plant}${team === null ? "" : `-${team}`}`,
  /** What stands in a section of the digest, of one team or of the whole plant, by what comes first there. */
  digest: (plant: PlantCode, section: SectionName, team: TeamId | null) =>
    `digest-${plant}-${section}${team === null ? "" : `-${team}`}`,
  /** What stands open, on one line or in the whole plant, by when it ends. */
  granted: (plant: PlantCode, line: LineId | null) => `granted-${plant}${line === null ? "" : `-${line}`}`,
  /** What stands open on the machines of a team, by when it ends. */
  grantedOf: (plant: PlantCode, team: TeamId) => `opened-${plant}-${team}`,
  /** Nothing stands in it: the board of the plant hears when something that is open, or was, is different. */
  board: (plant: PlantCode) => `board-${plant}`,
  /** What waits for the same yes, with nothing missing: of one type, about one machine; by since when. */
  alike: (plant: PlantCode, group: string) => `alike-${plant}-${group}`,
  /** What is late, what nobody owns and what stands open past its end, by since when. */
  stuck: (plant: PlantCode) => `stuck-${plant}`,
  /** What waits for an instant, by that. */
  held: (plant: PlantCode) => `held-${plant}`,
  /** What waits for a yes or no, by when it is due. */
  undecided: (plant: PlantCode) => `undecided-${plant}`,
  /** What is with a team, whoever of it took it, by when it is due. */
  team: (plant: PlantCode, team: TeamId) => `with-${plant}-${team}`,
  /** What was sent about a line or something on it, by when. */
  line: (plant: PlantCode, line: LineId) => `line-${plant}-${line}`,
  /** What is to be carried out on a machine or line (`asset-plc-12`), by when it begins. */
  planned: (plant: PlantCode, thing: string) => `planned-${plant}-${thing}`,
  /** Nothing stands in it: whoever watches it hears when the plant itself changes. */
  plant: (plant: PlantCode) => `changes-${plant}`,
} as const;

/** All lists a request stands in. */
export function listsOf(state: RequestState, plant: Plant): readonly ListEntry[] {
  if (state.status === "unstarted") return [];
  const { plant: code, requester } = state.asked;
  switch (state.status) {
    case "draft":
      return state.discarded === null ? [{ name: LIST.asked(code, requester), score: state.startedAt }] : [];
    case "closed":
      return [
        { name: LIST.ended(code, requester), score: state.closedAt },
        ...lapsedOf(state),
        ...(deniedUntil(state) === null ? [] : [{ name: LIST.denied(code), score: state.closedAt }]),
        ...linesOf(state, plant),
      ];
    default:
      return [
        { name: LIST.asked(code, requester), score: state.sentAt },
        ...waitsOf(state),
        ...grantedOf(state, plant),
        ...lapsedOf(state),
        ...linesOf(state, plant),
        ...standingsOf(state),
        ...digestsOf(state),
        ...holdingLists(state, plant),
        ...plannedOf(state, plant),
        ...alikeIn(state).map(({ step, group }) => ({ name: LIST.alike(code, group), score: step.ball.since })),
      ];
  }
}

/** In one word each, as lists name them: everybody somebody may act for at an instant. */
export function partyKeysOf(plant: Plant, by: Actor, at: EpochMs): readonly string[] {
  const person = personIn(by);
  const parties = person === null ? [] : partiesOf(plant, person, at).map(partyKey);
  return [...new Set([...actorsOf(plant, by).map(actorKey), ...parties])];
}

/** Whether what is open anywhere in the plant concerns somebody: Ops, security and who runs the plant. */
export function seesAllOpen(plant: Plant, by: Actor, at: EpochMs): boolean {
  const person = personIn(by);
  if (person === null) return false;
  const all: readonly Party[] = [{ type: "ops" }, { type: "manager" }, securityOf(plant)];
  return all.some((party) => mayActFor(plant, party, person, { at }));
}

/** The lists of what stands open that concern somebody: of the whole plant, or of their lines and machines. */
export function grantedFor(plant: Plant, by: Actor, at: EpochMs): readonly string[] {
  const person = personIn(by);
  if (person === null) return [];
  if (seesAllOpen(plant, by, at)) return [LIST.granted(plant.code, null)];
  const parties = partiesOf(plant, person, at);
  const lines = [...plant.lines.values()].filter(({ id, team }) =>
    parties.some(
      (party) => (party.type === "shiftLead" && party.line === id) || (party.type === "team" && party.team === team),
    ),
  );
  const owners = new Set([...plant.assets.values()].map(({ owner }) => owner));
  const teams = parties.flatMap((party) => (party.type === "team" && owners.has(party.team) ? [party.team] : []));
  return [...lines.map(({ id }) => LIST.granted(plant.code, id)), ...teams.map((id) => LIST.grantedOf(plant.code, id))];
}

function actorKey(by: Actor): string {
  const person = personIn(by);
  if (person !== null) return partyKey({ type: "person", person });
  const account = AccountId.safeParse(by);
  return account.success ? partyKey({ type: "account", account: account.data }) : by;
}

type Waiting = {
  readonly list: keyof Pick<typeof LIST, "waits" | "decides">;
  readonly party: string;
  readonly urgency: number;
};

/** Each list once, with what is most urgent in it. */
function waitsOf(state: Open): readonly ListEntry[] {
  const most = new Map<string, number>();
  for (const { list, party, urgency } of [...state.steps.values()].flatMap((step) => waitingIn(state, step))) {
    const name = LIST[list](state.asked.plant, party);
    most.set(name, Math.min(urgency, most.get(name) ?? urgency));
  }
  return [...most].map(([name, score]) => ({ name, score }));
}

function waitingIn(state: Open, step: StepState): readonly Waiting[] {
  switch (step.status) {
    case "asked": {
      const party = actorKey(answererOf(state.asked));
      return [{ list: "waits", party, urgency: step.question.at }];
    }
    case "disputed":
      return [{ list: "waits", party: "ops", urgency: urgencyOf(state, step.since) }];
    case "open": {
      const list = decides(ruleOf(state, step.id)) ? "decides" : "waits";
      return holders(state, step).map((party) => ({ list, party, urgency: urgencyOf(state, dueOf(step)) }));
    }
    default:
      return [];
  }
}

/** Whoever took it; until then everybody of the party, and who was pinged beside them and may answer. */
function holders(state: Open, step: StepIn<"open">): readonly string[] {
  const { party, takenBy, pings } = step.ball;
  if (takenBy !== null) return [partyKey({ type: "person", person: takenBy })];
  const isWatched = !kindOf(ruleOf(state, step.id)).fallsToOps;
  // Escalation adds watchers, never voters; for what is to be done whoever is rung may say "on it".
  const asked = pings.filter(({ rank }) => !isWatched || (rank !== "ops" && rank !== "manager"));
  const people = asked.flatMap((ping) => ping.people).map((person): Party => ({ type: "person", person }));
  const rung = asked.some(({ rank }) => rank === "ops" || rank === "manager");
  return [...new Set([party, ...people, ...(rung ? [{ type: "ops" } as const] : [])].map(partyKey))];
}

/** What has no instant by which it is due comes after what has one. */
const NO_HURRY_MS = 365 * DAY_MS;

function dueOf({ ball }: StepIn<"open">): number {
  return ball.overdue?.at ?? ball.clocks.dueAt ?? ball.since + NO_HURRY_MS;
}

/** A line that stands comes before everything else: below zero there is nothing but these. */
function urgencyOf({ rules }: Open, dueAt: number): number {
  return rules.call === null ? dueAt : dueAt - STANDING_FIRST;
}
const STANDING_FIRST = 1e14;

function linesOf(state: Open | Closed, plant: Plant): readonly ListEntry[] {
  return [...lineIdsOf(state, plant)].map((line) => ({
    name: LIST.line(state.asked.plant, line),
    score: state.sentAt,
  }));
}

function lineIdsOf({ rules, values }: Open | Closed, plant: Plant): ReadonlySet<LineId> {
  return new Set(subjectsOf(rules, values, plant).flatMap(({ line }) => (line === null ? [] : [line.id])));
}

/** By what people ask: is it stuck, on hold, undecided; with whom is it. Each list once, with what comes first in it. */
function standingsOf(state: Open): readonly ListEntry[] {
  const { plant } = state.asked;
  const open = openNow(state);
  const late = open?.type === "pastEnd" ? [{ name: LIST.stuck(plant), score: open.since }] : [];
  const first = new Map<string, number>();
  for (const { name, score } of [...late, ...[...state.steps.values()].flatMap((step) => standingOf(state, step))])
    first.set(name, Math.min(score, first.get(name) ?? score));
  return [...first].map(([name, score]) => ({ name, score }));
}

function standingOf(state: Open, step: StepState): readonly ListEntry[] {
  const { plant } = state.asked;
  const withTeam = (party: Party, score: number) =>
    party.type === "team" ? [{ name: LIST.team(plant, party.team), score }] : [];
  switch (step.status) {
    case "held":
      return [{ name: LIST.held(plant), score: step.until }, ...withTeam(step.party, step.until)];
    case "disputed":
      return [{ name: LIST.stuck(plant), score: step.since }];
    case "open": {
      const due = dueOf(step);
      const { overdue, party } = step.ball;
      return [
        ...(overdue === null ? [] : [{ name: LIST.stuck(plant), score: overdue.at }]),
        ...(decides(ruleOf(state, step.id)) ? [{ name: LIST.undecided(plant), score: due }] : []),
        ...withTeam(party, due),
      ];
    }
    default:
      return [];
  }
}

function plannedOf(state: Open, plant: Plant): readonly ListEntry[] {
  const starts = plannedIn(state).map(({ from }) => from);
  if (starts.length === 0) return [];
  const score = Math.min(...starts);
  return touchedThings(state, plant).map((thing) => ({ name: LIST.planned(state.asked.plant, thing), score }));
}

function grantedOf(state: Open, plant: Plant): readonly ListEntry[] {
  const open = openNow(state);
  if (open === null) return [];
  const { plant: code } = state.asked;
  const teams = subjectsOf(state.rules, state.values, plant).flatMap(({ asset }) =>
    asset === null ? [] : [asset.owner],
  );
  const names = [
    ...[null, ...lineIdsOf(state, plant)].map((line) => LIST.granted(code, line)),
    ...[...new Set(teams)].map((team) => LIST.grantedOf(code, team)),
  ];
  // What goes on without its agreement stands among what should be closed already.
  const score = isOpenWithoutAgreement(state) ? state.agreed.until : openRank(open);
  return names.map((name) => ({ name, score }));
}

/** The request, or the later end that was asked for it. */
function lapsedOf(state: Open | Closed): readonly ListEntry[] {
  const { plant } = state.asked;
  const score = state.status === "closed" && state.outcome === "lapsed" ? state.closedAt : laterEndLapsedAt(state);
  if (score === null) return [];
  return [null, ...teamsIn(state)].map((team) => ({ name: LIST.lapsed(plant, team), score }));
}

/** In every section it may stand in: which of these is the first depends on when it is read. */
function digestsOf(state: Open): readonly ListEntry[] {
  const teams = [null, ...teamsIn(state)];
  return SECTION_NAMES.flatMap((section) => {
    const score = SECTIONS[section].rank(state);
    return score === null ? [] : teams.map((team) => ({ name: LIST.digest(state.asked.plant, section, team), score }));
  });
}
