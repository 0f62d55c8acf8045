import { RefusedError } from "../../errors.ts";
import type { Party } from "../../plant/party.ts";
import type { Asset, Plant } from "../../plant/plant.ts";
import { safetyTeams } from "../../plant/who/safetyTeams.ts";
import { saying } from "../../words/say.ts";
import { carriesOut, decides } from "../../workflow/kinds/kinds.ts";
import { type Stage, Step, StepId } from "../../workflow/requestType.ts";
import { SAFETY_DOES } from "../../workflow/texts.ts";
import { guardsOf, type Values } from "../../workflow/value.ts";
import type { FrozenType } from "../events.ts";
import { isSettled, type Open } from "../state.ts";
import { refuseGuards } from "./emergency.ts";

/**
 * The rules with the safety step that these values call for, where one of the assets protects people, or what nobody found
 * in the plant file is called as one that does; also when a fact was changed after sending.
 */
export function withSafety(rules: FrozenType, values: Values, plant: Plant): FrozenType {
  return lacksSafety(rules, values, plant) ? { ...rules, stages: [safetyStage(rules), ...rules.stages] } : rules;
}

function lacksSafety(rules: FrozenType, values: Values, plant: Plant): boolean {
  return rules.call === null && guardsOf(plant, values[rules.asset]).length > 0 && !asksSafety(rules);
}

/**
 * Whether a type asks Safety by itself: for a yes that nothing goes around, before anything is carried out; or for all that
 * is. Whoever only looks afterwards, or may be passed over, was not asked.
 */
function asksSafety(rules: FrozenType): boolean {
  const work = rules.stages.flatMap(({ steps }) => steps.filter(carriesOut));
  const isAsked = agreedFirst(rules).some(({ veto, owner }) => veto && owner === "safety");
  return isAsked || (work.length > 0 && work.every(({ owner }) => owner === "safety"));
}

/** The steps that agree before anything is carried out. */
function agreedFirst({ stages }: FrozenType): readonly Step[] {
  const first = stages.findIndex(({ steps }) => steps.some(carriesOut));
  return (first === -1 ? stages : stages.slice(0, first)).flatMap(({ steps }) => steps.filter(decides));
}

type Sent = Pick<Open, "rules" | "values" | "steps">;

/** Whether Safety is to be asked of what was sent, and neither its rules ask them nor have they agreed. */
function isUnasked(sent: Sent, plant: Plant): boolean {
  return lacksSafety(sent.rules, sent.values, plant) && !hasAgreed(sent, plant);
}

/**
 * Whether Safety said yes before the work by another step of the type: what was sent by the rules of before may have had one
 * that could be passed over, and was not.
 */
function hasAgreed({ rules, steps }: Sent, plant: Plant): boolean {
  return agreedFirst(rules).some(({ id }) => {
    const step = steps.get(id);
    return isSettled(step) && step.verdict.type === "approved" && isSafetyTeam(step.party, plant);
  });
}

/** Whether they are still to answer such a step. Until they have said yes nobody begins. */
function isToAgree({ rules, steps }: Sent, plant: Plant): boolean {
  return agreedFirst(rules).some((rule) => {
    const step = steps.get(rule.id);
    return step !== undefined && !isSettled(step) && isSafetys(rule, "ball" in step ? step.ball.party : null, plant);
  });
}

/**
 * What was marked as protecting people after a request was sent has no step of Safety in it: nobody agrees to that, nor to
 * a later end of it.
 * @throws RefusedError `NOT_ALLOWED`
 */
export function refuseUnsafe(sent: Sent & Pick<Open, "key">, plant: Plant): void {
  const { rules, values, key } = sent;
  refuseGuards(rules, values, plant);
  if (!isUnasked(sent, plant) || isToAgree(sent, plant)) return;
  const name = guardsOf(plant, values[rules.asset])[0]?.name ?? "";
  throw new RefusedError("NOT_ALLOWED", saying("refused.safetySince", { name, key }));
}

/** What protects people and was asked of nobody who answers for that; null where they were asked, or nothing does. */
export function unaskedGuard(sent: Sent, plant: Plant): Asset | null {
  const { rules, values } = sent;
  if (!rules.emergency && !isUnasked(sent, plant)) return null;
  return guardsOf(plant, values[rules.asset])[0] ?? null;
}

/** Whether a step is Safety's, by its role or by whose it is: what protects people is nobody's risk to take. */
export function isSafetys({ owner }: Pick<Step, "owner">, party: Party | null, plant: Plant): boolean {
  if (owner === "safety") return true;
  return isSafetyTeam(party, plant) || safetyTeams(plant).some(({ id }) => owner === `team:${id}`);
}

function isSafetyTeam(party: Party | null, plant: Plant): boolean {
  return party?.type === "team" && safetyTeams(plant).some(({ id }) => id === party.team);
}

/** Goes before everything else, under an id that no step of the type has. No ruling, no limit and no haste goes around it. */
function safetyStage({ stages, alarm }: FrozenType): Stage {
  const taken = new Set<string>([...stages.flatMap(({ steps }) => steps), ...(alarm?.steps ?? [])].map(({ id }) => id));
  const ids = [SAFETY.id, ...[...taken].map((_, i) => `${SAFETY.id}-${i + 1}`)];
  return { opens: "next", steps: [{ ...SAFETY, id: StepId.parse(ids.find((id) => !taken.has(id))) }] };
}

const SAFETY = Step.parse({
  id: "safety",
  kind: "approve",
  owner: "safety",
  does: SAFETY_DOES,
  clock: { take: "1 h", decide: "8 h" },
  veto: true,
});
