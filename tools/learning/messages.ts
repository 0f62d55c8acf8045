import { readFileSync } from "node:fs";
import { z } from "zod";
import { LABELS } from "../../src/understand/labels.ts";

const label = z.enum(LABELS);

/** A message with what a person says it means. */
export const Message = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Read as channel talk, nobody addressed. */
  unaddressed: label,
  /** Read as said to Referee; null where no reading is the one right one. */
  addressed: label.nullable(),
  /** Readings that are right as well, in a message that asks for two things. */
  also: z.array(label).default([]),
  slots: z.strictObject({ ports: z.array(z.int()).optional(), ips: z.array(z.string()).optional() }).optional(),
});
export type Message = z.infer<typeof Message>;

export function readMessages(file: string): readonly Message[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => Message.parse(JSON.parse(line)));
}
