import type { EpochMs } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { cutText } from "../../plainText.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import { type Told, told, toldTogether } from "../../plant/told/told.ts";
import { toldFreeze } from "../../plant/told/toldFreeze.ts";
import { type Saying, say, saying } from "../../words/say.ts";
import { decides, kindOf } from "../../workflow/kinds/kinds.ts";
import { fieldsFrom, isCheckedOnSite, type Step, stepsOf } from "../../workflow/requestType.ts";
import { contradicts, isTyped, type Values, withValues } from "../../workflow/value.ts";
import { sayWho, THE_RULES } from "../actor.ts";
import type { CommandOf, StepCommand, World } from "../commands.ts";
import type { EventOf, Limit, RequestEvent } from "../events.ts";
import { carrying } from "../files.ts";
import { factsOf } from "../retold.ts";
import { isSettled, type Open, type RequestState, type Verdict, type WithBall } from "../state.ts";
import { isWorkDone, reopened, worksBefore } from "./again.ts";
import { mayTakeBack } from "./back.ts";
import { currentStage } from "./currentStage.ts";
import { changesTo, missingFrom, requireValid, tellsNothingNew } from "./draft.ts";
import { filesOfHolders } from "./evidence.ts";
import { refuseEarlierEnd } from "./extend.ts";
import { freezeInEmergency, frozenNow } from "./freeze.ts";
import { kept, refuseOwn, requireBall, requireCurrent, requireOpen, requireWords, ruleOf } from "./guards.ts";
import { noteOfReferee } from "./noteOfReferee.ts";
import { dispute } from "./openStep.ts";
import { tellOps } from "./places.ts";
import { answererName, isRequesters } from "./requester.ts";
import { tellRiskOwner } from "./riskOwner.ts";
import { inWordsOf, stillNeeded } from "./rulesRead.ts";
import { refuseUnsafe } from "./safety.ts";
import { saidOtherwise, saidTheSame } from "./saidOtherwise.ts";
import { refuseSecondNo } from "./secondNo.ts";
import { hasAnsweredBeside } from "./secondVoice.ts";
import { answeredWith } from "./settles.ts";
import { refuseUnsafeDone } from "./unsafeWork.ts";
import { beginsFirst, grantEnd, windowsOf } from "./window.ts";

export function approve(state: RequestState, command: CommandOf<"approve">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  if (isRepeat(open, command, { type: "approved", limits: limitsIn(command) }, world)) return [];
  const { rule } = requireVoice(open, command, world);
  refuseUnsafe(open, world.plant);
  refuseLateGrant(open, command, world);
  refuseLateWindow(open, command, world);
  const { step, ask, by, at } = command;
  refuseNoTime(open, command, world);
  refuseEarlierEnd(open, command, world);
  const facts = givenFacts(open, rule, command, world);
  return [
    ...facts,
    ...facts.flatMap((given) => voided(open, given, world)),
    { type: "StepApproved", step, limits: limitsIn(command), ask, by, at },
    ...settledBy(open, rule, world, at),
  ];
}

function limitsIn({ limits }: CommandOf<"approve">): Limit[] {
  return limits.map((limit) => ({ ...limit, text: kept(limit.text) }));
}

/** What a yes here answers too. */
function settledBy(open: Open, rule: Step, { plant }: World, at: EpochMs): readonly RequestEvent[] {
  const others = answeredWith(open, rule, plant).filter((each) => !isSettled(open.steps.get(each)));
  return others.map((step) => ({ type: "StepSettled", step, through: rule.id, by: THE_RULES, at }));
}

/** A note says that a fact changed; the card has it as a whole. */
const MOST_OF_FACT = 100;

/** A fact that others have approved and that is changed voids their approvals: they are told, and asked again. */
function voided(
  open: Open,
  { step: giver, values, by, at }: EventOf<"FactsGiven">,
  { plant }: World,
): readonly RequestEvent[] {
  const changes = fieldsFrom(open.rules, giver).flatMap((field) => {
    const [before, now] = [open.values[field.id], values[field.id]];
    if (before === undefined || now === undefined || !contradicts(field, before, now)) return [];
    // Words are not Referee's to say: the cards have them.
    if (isTyped(field, before) || isTyped(field, now)) return [{ field: field.id }];
    const fact = (value: string): Told =>
      value === "" ? told("notes.leftOpen") : { field: field.id, value: cutText(value, MOST_OF_FACT), seen: at };
    return [told("notes.change", { label: { field: field.id }, now: fact(now), was: fact(before) })];
  });
  if (changes.length === 0) return [];
  const text = told("notes.changed", { who: sayWho(by, open.asked, plant), changes: toldTogether(changes) });
  const given = stepsOf(open.rules)
    .filter(decides)
    .map(({ id }) => open.steps.get(id))
    .filter(isSettled);
  return [
    noteOfReferee(plant, text, at, factsOf(open.rules, plant)),
    ...given.flatMap((step) => reopened(step, "a fact it was given on has changed", at)),
  ];
}

export function deny(state: RequestState, command: CommandOf<"deny">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const said = { type: "denied", reason: kept(command.reason), yesIf: kept(command.yesIf) } as const;
  if (isRepeat(open, command, said, world)) return [];
  const voice = requireVoice(open, command, world);
  const { step, ask, by, at } = command;
  const { party } = voice.step.ball;
  refuseSecondNo(open, voice.rule, party, command, world);
  const reason = requireWords(command.reason, "other");
  const yesIf = requireWords(command.yesIf, "yesIf");
  return [
    ...tellRiskOwner(open, voice.rule, party, command, world),
    { type: "StepDenied", step, reason, yesIf, ask, by, at },
  ];
}

/** Done, rolled back or failed. What was to be closed at its end and is not, is Ops' matter, never over. */
export function finish(state: RequestState, command: CommandOf<"finish">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const said = { type: command.outcome, evidence: kept(command.evidence), onSite: kept(command.onSite) } as const;
  if (isRepeat(open, command, said, world)) return [];
  const { rule, step: own } = requireVoice(open, command, world);
  const { step, by, at, outcome } = command;
  if (outcome !== "done" && !kindOf(rule).canFail) throw new RefusedError("OUTDATED", saying("refused.notThisStep"));
  if (outcome === "done") refuseUnsafeDone(open, rule, world.plant);
  const files = filesOfHolders(open, rule, own, world.plant);
  // A picture says as much as a number.
  const isShown = outcome === "done" && (rule.evidence === null || files.length > 0);
  const evidence = isShown
    ? kept(command.evidence)
    : requireWords(command.evidence, sayEvidence(open, rule, outcome, world));
  const onSite = isCheckedOnSite(rule) ? requireWords(command.onSite, "onSite") : kept(command.onSite);
  if (outcome !== "done" && currentStage(open)?.opens === "end")
    return dispute(open, rule, told("notes.notClosedYet", { evidence }), world, at);
  const facts = givenFacts(open, rule, command, world);
  return [
    ...facts,
    { type: "StepDone", step, outcome, evidence, onSite, ...carrying(files), by, at },
    ...(outcome === "done" ? [] : tellOps(open, world.plant, { at })),
    ...duringFreeze(open, rule, world, at),
  ];
}

/** What was done is recorded whenever it was done; that it was done in a freeze is said to everybody. */
function duringFreeze(open: Open, rule: Step, { plant }: World, at: EpochMs): readonly RequestEvent[] {
  const frozen = frozenNow(open, rule, plant, at) ?? freezeInEmergency(open, rule, plant, at);
  if (frozen === null) return [];
  return [noteOfReferee(plant, told("notes.duringFreeze", { name: toldFreeze(frozen.freeze) }), at)];
}

function sayEvidence({ rules }: Open, { id }: Step, outcome: CommandOf<"finish">["outcome"], world: World): Saying {
  if (outcome !== "done") return saying("refused.write", { what: "happened" });
  return inWordsOf(rules, world, (read, reader) => {
    const evidence = stepsOf(read).find((step) => step.id === id)?.evidence ?? null;
    return evidence === null ? say(reader, "refused.writeDone") : say(reader, "refused.writeThat", { what: evidence });
  });
}

export function confirm(state: RequestState, command: CommandOf<"confirm">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  if (isRepeat(open, command, { type: command.outcome, note: kept(command.note) }, world)) return [];
  const { rule } = requireVoice(open, command, world);
  const { step, by, at, outcome } = command;
  if (outcome === "doesNotWork" && !isWorkDone(open, step))
    throw new RefusedError("NOT_ALLOWED", saying("refused.notDoneYet"));
  const note = outcome === "works" ? kept(command.note) : requireWords(command.note, "notWorking");
  return [
    { type: "StepConfirmed", step, outcome, note, ...againOf(open, command), by, at },
    ...(outcome === "works" ? settledBy(open, rule, world, at) : []),
  ];
}

/** For an event: which step is done again. A form that was opened before it could be chosen means the last. */
function againOf(
  { rules, key }: Open,
  { step, outcome, again }: CommandOf<"confirm">,
): { readonly again?: Step["id"] } {
  if (outcome === "works") return {};
  const works = worksBefore(rules, step);
  const work = again === undefined ? works.at(-1) : works.find(({ id }) => id === again);
  if (work !== undefined) return { again: work.id };
  if (again === undefined) return {};
  throw new RefusedError("OUTDATED", saying("refused.noSuchStep", { key }));
}

type Decision = CommandOf<"approve" | "deny" | "finish" | "confirm">;
type Voice = { readonly rule: Step; readonly step: WithBall };

/** The checks every decision shares: the right button, the right person, not on their own request, not for two. */
function requireVoice(open: Open, command: Decision, world: World): Voice {
  const step = requireCurrent(open, command, world);
  const rule = ruleOf(open, step.id);
  if (!kindOf(rule).answeredBy.includes(command.type))
    throw new RefusedError("OUTDATED", saying("refused.notThisStep"));
  refuseOwn(open, rule, command.by, world);
  if (isRequesters(open, rule, command.by)) return { rule, step };
  requireBall(open, rule, step.ball, command, world);
  if (decides(rule)) refuseSecondVoice(open, rule, command, world);
  return { rule, step };
}

/** One person answering for both would be one pair of eyes. */
function refuseSecondVoice(open: Open, rule: Step, { by, at }: StepCommand, { plant }: World): void {
  if (!hasAnsweredBeside(open, rule, by)) return;
  throw new RefusedError(
    "NOT_ALLOWED",
    saying("refused.youAnswered", {
      who: sayWho(by, open.asked, plant),
      key: open.key,
      when: sayInstant(at, plant, { reference: at }),
    }),
  );
}

function refuseLateGrant(open: Open, { at }: StepCommand, { plant }: World): void {
  if (open.rules.endsAt === null || grantEnd(open, at) > at) return;
  const end = sayInstant(grantEnd(open, at), plant, { reference: at });
  throw new RefusedError("OUTDATED", saying("refused.endPassed", { when: end, who: answererName(open, plant) }));
}

/** A limit that leaves no time at all is a no without its reason. */
function refuseNoTime(
  { rules, values: before }: Open,
  { limits, values, at }: CommandOf<"approve">,
  { plant }: World,
): void {
  const begins = beginsFirst({ rules, values: withValues(before, values) });
  for (const { until } of limits) {
    if (until === null) continue;
    if (until <= at) throw new RefusedError("FIELD_INVALID", saying("refused.limitPast"));
    if (begins === null || until > begins) continue;
    const when = sayInstant(begins, plant, { reference: at });
    throw new RefusedError("FIELD_INVALID", saying("refused.limitBefore", { when }));
  }
}

function refuseLateWindow(open: Open, { at }: StepCommand, { plant }: World): void {
  const late = windowsOf(open.rules, open.values).find(({ until }) => until !== null && until <= at);
  if (late === undefined) return;
  const agreed = sayInstant(late.from, plant, { reference: at });
  throw new RefusedError("OUTDATED", saying("refused.timePassed", { when: agreed, who: answererName(open, plant) }));
}

/** What one person says in an answer, beside the facts they give with it. */
type Word = Pick<Verdict, "type"> & {
  readonly limits?: readonly Limit[];
  readonly reason?: string;
  readonly yesIf?: string;
  readonly evidence?: string;
  readonly onSite?: string;
  readonly note?: string;
};

/**
 * A second press by the person who already answered, that says what they said: it happened, nothing more does.
 * @throws RefusedError `SAID_OTHERWISE` where it says something else
 */
export function isRepeat(open: Open, command: Decision | CommandOf<"takeRisk">, said: Word, world: World): boolean {
  const step = open.steps.get(command.step);
  if (!isSettled(step) || step.verdict.by !== command.by || step.verdict.type !== said.type) return false;
  const { verdict } = step;
  const areFacts = !("values" in command) || tellsNothingNew(open.values, command.values);
  if (areFacts && saidTheSame(verdict, said)) return true;
  const what = verdict.type === "approved" && areFacts ? otherLimits(verdict.limits, said.limits ?? []) : "words";
  const canTakeBack = mayTakeBack(open, step, command, world);
  throw saidOtherwise(open, { at: verdict.at, what: areFacts ? what : "facts", canTakeBack }, world.plant, command.at);
}

function otherLimits(before: readonly Limit[], now: readonly Limit[]): "noLimits" | "limits" | "otherLimits" {
  if (before.length === 0) return "noLimits";
  return now.length === 0 ? "limits" : "otherLimits";
}

/** @throws RefusedError `FIELD_MISSING` when the step still owes a fact, `FIELD_INVALID` when one is wrong */
export function givenFacts(
  open: Open,
  rule: Step,
  command: Pick<CommandOf<"approve" | "finish" | "takeRisk">, "values" | "by" | "at">,
  world: World,
): readonly EventOf<"FactsGiven">[] {
  const changed = changedFacts(open, rule, command.values, world);
  const values = withValues(open.values, changed ?? {});
  const missing = missingFrom(values, open.rules, rule.id);
  if (missing.length > 0) {
    throw new RefusedError("FIELD_MISSING", stillNeeded(missing, open.rules, world));
  }
  return changed === null
    ? []
    : [{ type: "FactsGiven", step: rule.id, values: changed, by: command.by, at: command.at }];
}

function changedFacts(open: Open, rule: Step, values: Values, world: World): Values | null {
  const own = fieldsFrom(open.rules, rule.id);
  requireValid(values, own, open.rules, world);
  const changed = changesTo(open.values, values);
  return Object.keys(changed).length === 0 ? null : changed;
}
