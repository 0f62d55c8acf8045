import { readFileSync } from "node:fs";
import { z } from "zod";

// What people type after Send, and to ask about requests: by whom, where, after what, and what they are answered with.

const Line = z.object({
  after: z.enum(["nothing", "asked", "late", "denied", "opened", "called"]),
  by: z.string(),
  in: z.enum(["owner", "thread", "anywhere"]),
  text: z.string(),
  shows: z.string(),
  button: z.string().optional(),
});
export type Line = z.infer<typeof Line>;
export type Before = Line["after"];

const LINES = readFileSync(new URL("talk.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
export const TALK: readonly Line[] = LINES.map((line) => Line.parse(JSON.parse(line)));
export const BEFORE: readonly Before[] = [...new Set(TALK.map(({ after }) => after))];

/** What somebody sees of Referee, with the buttons on it. */
export type Seen = { readonly text: string; readonly buttons: readonly string[] };

/** A platform on which people type. */
export type Talkers = {
  /** Brings about what the lines are said after. */
  readonly bring: Readonly<Record<Before, () => Promise<void>>>;
  writes(line: Line): Promise<void>;
  /** Everything somebody sees now, wherever it stands. */
  sees(person: string): readonly Seen[];
  /** Waits until they see something new that shows a text; what is new, where that comes to nothing. */
  until(person: string, isThere: () => boolean): Promise<void>;
};

/** Says every line that is said after something, one after the other. @returns what was not answered as it should be */
export async function unanswered(talkers: Talkers, after: Before): Promise<readonly string[]> {
  await talkers.bring[after]();
  const wrong: string[] = [];
  for (const line of TALK.filter((each) => each.after === after)) {
    const before = talkers.sees(line.by);
    const fresh = () => newIn(talkers.sees(line.by), before);
    await talkers.writes(line);
    await talkers.until(line.by, () => fresh().some((seen) => isAnswer(seen, line)));
    if (!fresh().some((seen) => isAnswer(seen, line)))
      wrong.push(`“${line.text}” by ${line.by}: ${JSON.stringify(fresh())}`);
  }
  return wrong;
}

/** The same thing said twice is new the second time. */
function newIn(now: readonly Seen[], before: readonly Seen[]): readonly Seen[] {
  const left = before.map((seen) => JSON.stringify(seen));
  return now.filter((seen) => {
    const at = left.indexOf(JSON.stringify(seen));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function isAnswer({ text, buttons }: Seen, { shows, button }: Line): boolean {
  return text.includes(shows) && (button === undefined || buttons.includes(button));
}
