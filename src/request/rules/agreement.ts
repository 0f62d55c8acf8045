import { type EpochMs, earliest, latest } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import { vendorIn } from "../../plant/who/vendors.ts";
import { saying } from "../../words/say.ts";
import { isSameCall } from "../../workflow/agreedFit.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import { isOfVendor } from "../../workflow/meaning.ts";
import { fieldsFrom, type RequestType, type Step, stepsOf, type TypeId } from "../../workflow/requestType.ts";
import { instantOf, itemsOf, type Values } from "../../workflow/value.ts";
import { personIn } from "../actor.ts";
import type { Agreed, FrozenType } from "../events.ts";
import { type Draft, isSettled, type Open } from "../state.ts";
import { isInForce } from "./agreementLost.ts";
import { mostUntil } from "./extend.ts";

// What was agreed on for some time with a vendor need not be asked anew each time: while a request of the type that a step
// names stands open, for the same vendor and the same machines, and the step of the same name said yes in it.

type Asking = Pick<Draft, "values" | "asked">;
type Rules = Pick<RequestType, "type" | "fields" | "stages" | "asset" | "endsAt">;

/** The type of request by which some of a type's steps are answered beforehand; null where none are. */
export function agreedBy(type: Pick<RequestType, "stages">): TypeId | null {
  return stepsOf(type).flatMap(({ agreed }) => agreed ?? [])[0] ?? null;
}

/** The machines of the plant file that a request is about; null where it is about anything else, too. */
export function machinesOf({ asset }: Pick<RequestType, "asset">, values: Values): readonly string[] | null {
  const items = itemsOf(values[asset]);
  return items.length > 0 && items.every((item) => item.startsWith("asset:")) ? items : null;
}

/**
 * What answers steps of a request before anybody is asked: of the agreements that stand open the one that ends last. Null
 * where none covers it.
 */
export function agreedFor(
  type: Rules,
  asking: Asking,
  agreements: readonly Open[],
  plant: Plant,
  at: EpochMs,
): Agreed | null {
  const all = agreements.flatMap((agreement) => coveredBy(type, asking, agreement, plant, at) ?? []);
  const last = latest(all.map(({ until }) => until));
  return all.find(({ until }) => until === last) ?? null;
}

function coveredBy(type: Rules, asking: Asking, agreement: Open, plant: Plant, at: EpochMs): Agreed | null {
  // Nobody knows whether an account that is not linked is of somebody who said yes then.
  if (personIn(asking.asked.requester) === null) return null;
  const until = endOf(agreement, plant);
  if (!isInForce(agreement) || agreement.rules.type !== agreedBy(type) || until === null || until <= at) return null;
  if (!isSameVisit(type, asking.values, agreement, plant) || !endsWithin(type, asking.values, until)) return null;
  const steps = stepsOf(type).filter(({ agreed }) => agreed === agreement.rules.type);
  // Somebody of the plant still says yes or no to each request.
  if (stepsOf(type).filter(decides).length <= steps.length) return null;
  const answers = steps.flatMap((step) => answerIn(step, asking, agreement) ?? []);
  const facts = steps.flatMap(({ id }) => fieldsFrom(type, id));
  const isTold = facts.every(({ id, required }) => !required || agreement.values[id] !== undefined);
  if (answers.length < steps.length || !isTold) return null;
  const values = facts.flatMap(({ id }) => {
    const value = agreement.values[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  return {
    key: agreement.key,
    until,
    steps: answers,
    values: Object.fromEntries(values),
    limits: [...agreement.limits],
  };
}

/** Until when it holds: no longer than its type lets it be open in all, whatever was asked for. */
function endOf(agreement: Open, plant: Plant): EpochMs | null {
  return agreement.grant.status === "running" ? earliest([agreement.grant.until, mostUntil(agreement, plant)]) : null;
}

/** Of the same vendor of the plant file, at machines that were agreed on. */
function isSameVisit(type: Rules, values: Values, { rules, values: agreed }: Open, plant: Plant): boolean {
  const [vendor, other] = [vendorOf(type, values, plant), vendorOf(rules, agreed, plant)];
  const machines = machinesOf(type, values);
  const covered = new Set(machinesOf(rules, agreed) ?? []);
  return vendor !== null && vendor === other && machines?.every((item) => covered.has(item)) === true;
}

function vendorOf({ fields }: Pick<RequestType, "fields">, values: Values, plant: Plant) {
  const visitor = fields.find(isOfVendor);
  const said = visitor === undefined ? undefined : values[visitor.id];
  return said === undefined ? null : (vendorIn(plant, said)?.id ?? null);
}

function endsWithin({ endsAt }: Pick<RequestType, "endsAt">, values: Values, until: EpochMs): boolean {
  const end = endsAt === null ? null : instantOf(values[endsAt]);
  return end !== null && end <= until;
}

/** A yes that stands, and not of whoever asks now: nobody approves their own. */
function answerIn(rule: Step, { asked }: Asking, agreement: Open): Agreed["steps"][number] | null {
  const { id } = rule;
  const step = agreement.steps.get(id);
  const beforehand = stepsOf(agreement.rules).find((each) => each.id === id);
  if (beforehand === undefined || !isSameCall(rule, beforehand)) return null;
  if (!isSettled(step) || step.verdict.type !== "approved") return null;
  const { by } = step.verdict;
  const isTheirs = by === asked.requester || personIn(by) === asked.speaksFor;
  return step.party === null || isTheirs ? null : { step: id, party: step.party, by };
}

/** The rules without the steps that were agreed on before. */
export function withoutAgreed(rules: FrozenType, agreed: Pick<Agreed, "steps"> | null): FrozenType {
  if (agreed === null) return rules;
  const answered = new Set<string>(agreed.steps.map(({ step }) => step));
  const left = rules.stages.map((stage) => ({
    ...stage,
    steps: stage.steps
      .filter(({ id }) => !answered.has(id))
      .map((step) => ({ ...step, settles: step.settles.filter((id) => !answered.has(id)) })),
  }));
  return { ...rules, stages: left.filter(({ steps }) => steps.length > 0) };
}

/**
 * What was agreed on is what it was sent with: another vendor, machine or a later end is another request.
 * @throws RefusedError `NOT_ALLOWED`
 */
export function refuseBeyondAgreed(
  { agreed, rules, values, key }: Pick<Open, "agreed" | "rules" | "values" | "key">,
  changed: Values,
  plant: Plant,
): void {
  if (agreed === null) return;
  const visitor = rules.fields.find(isOfVendor);
  const fixed = [rules.asset, ...(visitor === undefined ? [] : [visitor.id])];
  const isOther = fixed.some((id) => changed[id] !== undefined && changed[id] !== values[id]);
  if (!isOther && endsWithin(rules, { ...values, ...changed }, agreed.until)) return;
  const when = sayInstant(agreed.until, plant);
  throw new RefusedError("NOT_ALLOWED", saying("vendor.notAgreed", { key, agreed: agreed.key, when }));
}
