import { readFileSync } from "node:fs";
import { z } from "zod";
import { LABELS, type Label, WORKFLOW_LABELS } from "../../src/understand/labels.ts";
import type { Message } from "../../tools/learning/messages.ts";

const QUESTIONS = {
  "question:owner": "who-owns",
  "question:oncall": "who-owns",
  "question:history": "what-happened",
  "question:why": "what-happened",
  "question:waiting": "status",
} as const satisfies Readonly<Record<string, Label>>;

const Line = z.strictObject({
  text: z.string(),
  type: z.enum([...WORKFLOW_LABELS, "none", "other", ...Object.keys(QUESTIONS)]),
  lang: z.enum(["en", "de", "es"]),
  voice: z.string(),
});

/** Messages whose author named their type or question. `ofNone`: what they ask for has no type of its own. */
export type Strangers = { readonly ofAType: readonly Message[]; readonly ofNone: readonly Message[] };

export function readStrangers(file: string): Strangers {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const all = lines.map((line, at) => ({ ...Line.parse(JSON.parse(line)), id: `u${at + 1}` }));
  const messageOf = ({ id, text, type }: (typeof all)[number]): Message => {
    const label = labelOf(type);
    return { id, text, unaddressed: label ?? "none", addressed: label, also: [] };
  };
  return {
    ofAType: all.filter(({ type }) => type !== "other").map(messageOf),
    ofNone: all.filter(({ type }) => type === "other").map(messageOf),
  };
}

function labelOf(type: string): Label | null {
  return LABELS.find((label) => label === type) ?? Object.entries(QUESTIONS).find(([id]) => id === type)?.[1] ?? null;
}
