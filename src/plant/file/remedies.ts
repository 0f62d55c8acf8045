import { z } from "zod";

type Issue = z.core.$ZodIssue;
type Size = Extract<Issue, { code: "too_small" | "too_big" }>;

/** What is wrong with a value, and what whoever wrote it can do about it. */
export type Remark = { readonly what: string; readonly todo: string };

/** What a schema says of a value that stands in the file. A schema may name its own remedy: `params: { todo }`. */
export function remarkOn(issue: Issue, written: unknown): Remark {
  switch (issue.code) {
    case "too_small":
    case "too_big":
      return onSize(issue);
    case "invalid_type":
      return onType(issue, written);
    case "custom":
      return { what: issue.message, todo: OwnRemedy.safeParse(issue.params).data?.todo ?? SHOWN };
    default:
      return { what: issue.message, todo: SHOWN };
  }
}

/** For messages that show how it is written: `a time is written "06:00", in quotes`. */
const SHOWN = "write it that way";

const OwnRemedy = z.object({ todo: z.string() });

function onSize(issue: Size): Remark {
  const { what, todo } = issue.code === "too_small" ? onTooSmall(issue) : onTooBig(issue);
  const isOwn = !/^Too (?:small|big)/.test(issue.message);
  return { what: isOwn ? issue.message : what, todo };
}

function onTooSmall({ origin, minimum }: Extract<Size, { code: "too_small" }>): Remark {
  if (origin === "array")
    return { what: `needs at least ${entries(minimum)}`, todo: `add at least ${entries(minimum)}` };
  if (origin === "string") return { what: "must not be empty", todo: "fill it in" };
  return { what: `must be ${minimum} or more`, todo: `write ${minimum} or more` };
}

function onTooBig({ origin, maximum }: Extract<Size, { code: "too_big" }>): Remark {
  if (origin === "array") return { what: `has more than ${entries(maximum)}`, todo: `leave ${maximum} at most` };
  if (origin === "string")
    return { what: `is longer than ${maximum} characters`, todo: `say it in ${maximum} characters or fewer` };
  return { what: `must be ${maximum} or less`, todo: `write ${maximum} or less` };
}

function entries(count: number | bigint): string {
  return Number(count) === 1 ? "one" : `${count} entries`;
}

function onType(issue: Extract<Issue, { code: "invalid_type" }>, written: unknown): Remark {
  const own = issue.message.startsWith("Invalid input") ? null : issue.message;
  const { is, todo } = EXPECTED.get(issue.expected) ?? { is: issue.expected, todo: `write a ${issue.expected}` };
  const quotes = issue.expected === "string" && typeof written !== "object";
  return { what: own ?? `must be ${is}`, todo: quotes ? "put it in quotes" : todo };
}

const EXPECTED: ReadonlyMap<string, { readonly is: string; readonly todo: string }> = new Map([
  ["string", { is: "a text", todo: "write one text" }],
  ["array", { is: "a list", todo: "write it as a list: [one, two]" }],
  ["object", { is: "a block of keys and values", todo: "write its keys below it, further to the right" }],
  ["record", { is: "a block of keys and values", todo: "write its keys below it, further to the right" }],
  ["number", { is: "a number", todo: "write a number, without quotes" }],
  ["int", { is: "a whole number", todo: "write a whole number, without quotes" }],
  ["boolean", { is: "true or false", todo: "write true or false, without quotes" }],
]);
