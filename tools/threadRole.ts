import type { Verb } from "../src/card/action.ts";
import { looksDecided } from "../src/card/lines/comment.ts";
import { VERBS_OF, type VerbOf } from "../src/intake/verbsOf.ts";
import type { Meaning } from "../src/understand/thread/meaning.ts";
import { readThread } from "../src/understand/thread/readThread.ts";
import type { Step } from "../src/workflow/requestType.ts";

/** Who writes in the thread of a sent request, and so which buttons could be theirs. */
export const ROLES = ["approver", "doer", "confirmer", "requester", "ops", "other"] as const;
export type Role = (typeof ROLES)[number];

type Hand = { readonly kind: Step["kind"] | null; readonly verbs: readonly Verb[] };

const HANDS_OF: Readonly<Record<Role, Hand>> = {
  approver: { kind: "approve", verbs: ["approve", "limits", "deny", "take", "ask", "notMine", "handOver"] },
  doer: { kind: "do", verbs: ["take", "done", "rolledBack", "failed", "ask", "notMine", "handOver"] },
  confirmer: { kind: "confirm", verbs: ["confirm", "notFixed"] },
  requester: { kind: null, verbs: ["withdraw", "change", "appeal", "cutOff"] },
  ops: { kind: null, verbs: ["unrule", "close", "cutOff"] },
  other: { kind: null, verbs: [] },
};

/** The buttons words are answered with, where the request is at a point at which they stand; or that they are a comment. */
export function threadOutput(id: string, text: string, role: Role, code: string) {
  const { meanings, because, rest, condition } = readThread(text, code);
  const offers = meanings.flatMap((meaning) => offerFor(meaning, HANDS_OF[role], condition !== null));
  const answers = meanings.filter((meaning) => ANSWERED.has(meaning));
  const isComment = offers.length === 0 && answers.length === 0;
  return {
    id,
    role,
    meanings,
    offers: [...new Set(offers)],
    answers: offers.length === 0 ? answers : [],
    comment: isComment,
    marked: isComment && looksDecided(text),
    rest,
    condition,
    because,
  };
}

const ANSWERED: ReadonlySet<Meaning> = new Set<Meaning>(["whoHasIt", "status", "whyDenied"]);

function offerFor(meaning: Meaning, { kind, verbs }: Hand, isLimited: boolean): readonly Verb[] {
  const isTheirs = (way: VerbOf) => verbs.includes(way.verb) && (way.kind === undefined || way.kind === kind);
  const way = VERBS_OF[meaning].find(isTheirs);
  if (way === undefined) return [];
  return [way.verb === "approve" && isLimited ? "limits" : way.verb];
}
