import { readFileSync } from "node:fs";
import { type EpochMs, instant } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import { readPlant, sayProblem } from "../../src/plant/file/read.ts";
import { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { servedBy } from "../../src/plant/who/served.ts";
import type { RequestCommand, StepCommand } from "../../src/request/commands.ts";
import { decide } from "../../src/request/decide.ts";
import type { EventOf, EventType, RequestEvent } from "../../src/request/events.ts";
import type { Open, StepState } from "../../src/request/state.ts";
import { type RequestType, StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { sent, then, valuesFrom, type Walk } from "../workflow/walk.ts";

/** The plant every newcomer plays with. Its people are the cast: Olga runs line 3, Otto is OT, Sina is IT security. */
export const demo: Plant = readDemo();
export const olga = PersonId.parse("olga");
export const oksana = PersonId.parse("oksana");
export const ivan = PersonId.parse("ivan");
export const otto = PersonId.parse("otto");
export const ole = PersonId.parse("ole");
export const karin = PersonId.parse("karin");
export const sina = PersonId.parse("sina");
export const deniz = PersonId.parse("deniz");
export const nils = PersonId.parse("nils");
export const paula = PersonId.parse("paula");
export const piet = PersonId.parse("piet");
export const sabine = PersonId.parse("sabine");
export const lars = PersonId.parse("lars");
export const leyla = PersonId.parse("leyla");
export const mira = PersonId.parse("mira");
export const max = PersonId.parse("max");

export const openPort = typeNamed("open-port");
export const lineDown = typeNamed("line-down");
export const other = typeNamed("other");

function readDemo(): Plant {
  const reading = readPlant(readFileSync("plants/demo.yaml", "utf8"), "plants/demo.yaml");
  if (!reading.ok) throw new Error(reading.problems.map(sayProblem).join("\n"));
  return servedBy(reading.plant, ["web", "office"]);
}

/** The plant in which those on call of OT controls lead the shift of every line, too. */
export function leadToo(): Plant {
  const onCall = [...demo.teams.values()].find((team) => team.id === "ot-controls")?.onCall;
  if (onCall === undefined) throw new Error("OT controls have nobody on call");
  const lines = [...demo.lines].map(([key, line]) => [key, { ...line, shiftLeads: onCall }] as const);
  return { ...demo, lines: new Map(lines) };
}

/** Monday 23 November 2026 in Hamburg, e.g. `monday("10:00")`; the days after it likewise. */
export const monday = onDay("2026-11-23");
export const tuesday = onDay("2026-11-24");
export const friday = onDay("2026-11-27");
export const saturday = onDay("2026-11-28");

function onDay(day: string): (time: string) => EpochMs {
  return (time) => instant(`${day}T${time}:00+01:00`);
}

/** Olga's request to open port 502 to PLC-12 until Friday noon, sent on Monday at 10:00 unless said otherwise. */
export function asked({
  by = olga,
  at = monday("10:00"),
  values = {},
}: {
  by?: PersonId;
  at?: EpochMs;
  values?: Record<string, string>;
} = {}): Walk {
  const facts = {
    destination: "asset:plc-12",
    until: String(friday("12:00")),
    why: "read the counters",
    port: "502/tcp",
    ...values,
  };
  return sent({ plant: demo, type: openPort, by, at }, facts);
}

/** A request of any type as Olga sends it on Monday at 10:00, with some value for whatever is not said here. */
export function askedOf(type: RequestType, values: Record<string, string> = {}): Walk {
  const at = monday("10:00");
  return sent({ plant: demo, type, by: olga, at }, { ...valuesFrom(type, "requester", at), ...values });
}

/** Olga changes what she asked for. */
export function changing(values: Record<string, string>, at: EpochMs) {
  return { type: "change", values: Values.parse(values), by: olga, at, name: "Olga" } as const;
}

/** Who was asked last for a step that is open. */
export function askedLast(walk: Walk, step: string): readonly [PersonId, ...PersonId[]] {
  const now = stepOf(walk, step);
  const [first, ...others] = now.status === "open" ? (now.ball.pings.at(-1)?.people ?? []) : [];
  if (first === undefined) throw new Error(`Nobody is asked for ${step}`);
  return [first, ...others];
}

export function called(at: EpochMs): Walk {
  return sent({ plant: demo, type: lineDown, by: olga, at }, { place: "asset:plc-12" });
}

type More<C> = C extends StepCommand ? Omit<C, "step" | "ask" | "by" | "at" | "name"> : never;

/** Somebody presses a button about a step, as the step stands now. */
export function press(walk: Walk, step: string, by: PersonId, at: EpochMs, what: More<StepCommand>): Walk {
  return then(walk, pressing(walk, step, by, at, what));
}

export function pressing(walk: Walk, step: string, by: PersonId, at: EpochMs, what: More<StepCommand>): StepCommand {
  return { ...what, step: StepId.parse(step), ask: stepOf(walk, step).ask, by, at, name: by };
}

/** What is pressed again and again. */
export const take = { type: "take" } as const;
export const deny = { type: "deny", reason: "no login", yesIf: "a jump host" } as const;
export const back = { type: "takeBack", reason: "it was the other PLC" } as const;
export const finish = { type: "finish", outcome: "done", evidence: "rule 4711", onSite: "Nils", values: {} } as const;
export const works = { type: "confirm", outcome: "works", note: "" } as const;

export const FACTS = {
  owner: { access: "read" },
  security: { source: "asset:historian", port: "502/tcp", initiator: "source" },
} as const;

export function approve(walk: Walk, step: "owner" | "security", by: PersonId, at: EpochMs): Walk {
  return press(walk, step, by, at, { type: "approve", limits: [], values: Values.parse(FACTS[step]) });
}

export function approved(): Walk {
  return approve(approve(asked(), "owner", otto, monday("10:30")), "security", sina, monday("11:00"));
}

export function opened(): Walk {
  return press(approved(), "network", nils, monday("11:30"), finish);
}

/** The plant is another one now, and Referee looks at what it touches. */
export function revisited(walk: Walk, plant: Plant, at: EpochMs): Walk {
  const there = { ...walk, world: { ...walk.world, plant } };
  return then(there, { type: "revisit", by: "referee:rules", name: "Referee", at });
}

export function open(walk: Walk): Open {
  if (walk.state.status !== "open") throw new Error(`The request is ${walk.state.status}`);
  return walk.state;
}

export function stepOf(walk: Walk, step: string): StepState {
  const { state } = walk;
  const found = state.status === "open" || state.status === "closed" ? state.steps.get(StepId.parse(step)) : undefined;
  if (found === undefined) throw new Error(`There is no step ${step}`);
  return found;
}

/** The events since an earlier moment of the same story. */
export function since(before: Walk, after: Walk): readonly RequestEvent[] {
  return after.events.slice(before.events.length);
}

export function typesSince(before: Walk, after: Walk): readonly EventType[] {
  return since(before, after).map(({ type }) => type);
}

export function last<T extends EventType>(walk: Walk, type: T): EventOf<T> {
  const found = walk.events.findLast((event): event is EventOf<T> => event.type === type);
  if (found === undefined) throw new Error(`No ${type} happened`);
  return found;
}

/** The code with which a command is refused; it must be refused. */
export function refusal(walk: Decided, command: RequestCommand): { code: string; message: string } {
  const { code, message } = refused(walk, command);
  return { code, message };
}

type Decided = Pick<Walk, "world" | "state">;

export function refused({ world, state }: Decided, command: RequestCommand): RefusedError {
  try {
    const events = decide(state, command, world);
    throw new Error(`It was not refused: ${events.map(({ type }) => type).join(", ")}`);
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}
