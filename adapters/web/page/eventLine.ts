import { z } from "zod";

/** An event of the record in words; the page knows no event by name, so it shows new ones too. */
export type EventLine = {
  /** `StepApproved` as `Step approved`. */
  readonly name: string;
  readonly at: number | null;
  readonly by: string;
  /** Every reason the event gives: why this owner, `otto: on call: weekly rota, Mon 06:00 to 18:00`. */
  readonly because: readonly string[];
  readonly json: string;
};

const Known = z.looseObject({
  type: z.string().catch("Event"),
  at: z.number().nullable().catch(null),
  by: z.unknown(),
});

/** Wherever the record gives a reason, it stands beside the people it is the reason for. */
const Reasoned = z
  .looseObject({
    because: z.union([z.string().nullable(), z.array(z.string()).transform((words) => words.join(", "))]).catch(null),
    people: z.array(z.string()).catch([]),
  })
  .catch({ because: null, people: [] });

export function eventLine(event: unknown): EventLine {
  const { type, at, by } = Known.catch({ type: "Event", at: null, by: null }).parse(event);
  return { name: spaced(type), at, by: saidBy(by), because: reasonsIn(event), json: JSON.stringify(event, null, 2) };
}

function spaced(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function saidBy(by: unknown): string {
  if (typeof by === "string") return by;
  if (typeof by !== "object" || by === null) return "";
  return Object.values(by).find((part) => typeof part === "string" && part !== "person") ?? "";
}

function reasonsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { because, people } = Reasoned.parse(value);
  const who = people.length === 0 ? "" : `${people.join(", ")}: `;
  const inside = Object.entries(value).flatMap(([name, part]) => (name === "because" ? [] : reasonsIn(part)));
  return because === null || because === "" ? inside : [`${who}${because}`, ...inside];
}
