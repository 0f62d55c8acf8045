import fc from "fast-check";
import { turns } from "../../src/understand/turns/turns.ts";

const fits = (form: string, line: string) => turns([form], { ACT: "open close take_away" }).test(` ${line}`);

describe("a turn of phrase", () => {
  test.each([
    { form: "can|could you", line: "hi could you help" },
    { form: "any (small)? chance", line: "any chance today" },
    { form: "any (small)? chance", line: "any small chance" },
    { form: "restart*", line: "restarting now" },
    { form: "let _ in", line: "please let siemens in" },
    { form: "can ... be opened", line: "can port 502 please be opened" },
    { form: "^ ACT the", line: "hello please open the door" },
    { form: "^ ACT the", line: "it is dead | take away the old one" },
    { form: "on it $", line: "otto is on it | thanks" },
    { form: "wrote | please", line: "he wrote | please open" },
    { form: "fire in|im hall", line: "fire i am hall" },
    { form: "außer_kraft setzen", line: "not halt auser kraft setzen" },
    { form: "außer_kraft setzen", line: "not halt ausser kraft setzen" },
    { form: "überbrück*", line: "uberbrucken" },
    { form: "überbrück*", line: "ueberbruecken" },
    { form: "señal", line: "senal" },
    { form: "mgmt wants", line: "management wants" },
  ])("'$form' is in '$line'", ({ form, line }) => {
    expect(fits(form, line)).toBe(true);
  });

  test.each([
    { form: "can|could you", line: "scan yours" },
    { form: "let _ in", line: "let in" },
    { form: "can ... be opened", line: "can it | must be opened" },
    { form: "^ ACT the", line: "who can open the door" },
    { form: "on it $", line: "on it since monday" },
  ])("'$form' is not in '$line'", ({ form, line }) => {
    expect(fits(form, line)).toBe(false);
  });
});

describe("many forms at once", () => {
  const WORDS = ["open", "close", "take", "away", "the", "door", "please", "senal", "restart", "restarts", "|", "x"];
  const item = fc.oneof(
    fc.constantFrom(
      "open",
      "close|x",
      "ACT",
      "restart*",
      "_",
      "...",
      "(please|the)?",
      "take_away",
      "door|restart*",
      "señal",
    ),
  );
  const form = fc
    .tuple(fc.boolean(), fc.array(item, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([starts, items, ends]) => [...(starts ? ["^"] : []), ...items, ...(ends ? ["$"] : [])].join(" "));
  const line = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));

  test("find what each of them finds, word for word", () => {
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 4 }), line, (forms, said) => {
        const found = turns(forms, LISTS).test(` ${said}`);
        expect(found).toBe(forms.some((each) => isIn(each.split(" "), said.split(" "))));
      }),
      { numRuns: 3_000 },
    );
  });
});

const LISTS: Readonly<Record<string, string>> = { ACT: "open close take_away" };

/** What the page about turns of phrase says of them, tried at every word. */
function isIn(items: readonly string[], words: readonly string[]): boolean {
  if (items[0] === "^") {
    const starts = words.flatMap((word, at) => (word === "|" ? [at + 1] : []));
    return [0, ...starts].some((at) => fitsAfterFillers(items.slice(1), words, at));
  }
  return words.some((_, at) => fitsAt(items, words, at)) || fitsAt(items, words, words.length);
}

function fitsAfterFillers(items: readonly string[], words: readonly string[], at: number): boolean {
  if (fitsAt(items, words, at)) return true;
  return words[at] === "please" && fitsAfterFillers(items, words, at + 1);
}

function fitsAt([item, ...rest]: readonly string[], words: readonly string[], at: number): boolean {
  if (item === undefined) return true;
  const word = words[at];
  if (item === "$") return word === undefined || word === "|";
  if (item === "...") {
    const after = fitsAt(rest, words, at);
    return after || [1, 2, 3, 4, 5].some((more) => isFree(words, at, more) && fitsAt(rest, words, at + more));
  }
  if (item.startsWith("(")) return fitsAt(rest, words, at) || fitsAt([item.slice(1, -2), ...rest], words, at);
  return item.split("|").some((one) =>
    (LISTS[one] ?? one).split(" ").some((each) => {
      const parts = each === "_" ? [each] : each.split("_");
      return parts.every((part, more) => isWord(part, words[at + more])) && fitsAt(rest, words, at + parts.length);
    }),
  );
}

function isFree(words: readonly string[], at: number, more: number): boolean {
  return words.slice(at, at + more).filter((word) => word !== "|").length === more;
}

function isWord(part: string, word: string | undefined): boolean {
  if (word === undefined || word === "|" || word === "") return false;
  if (part === "_") return true;
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part.replace("ñ", "n");
}
