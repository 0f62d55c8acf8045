import { EpochMs } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import type { HeldKind } from "../../src/plant/events.ts";
import { AccountId, PersonId } from "../../src/plant/ids.ts";
import { readIn } from "../../src/plant/who/language.ts";
import { createRefereeQuotas, type Doing } from "../../src/referee/quotas.ts";
import type { Actor } from "../../src/request/actor.ts";
import { createQuotas } from "../../src/store/quotas.ts";
import { demo, monday, olga } from "../request/scene.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const told: { readonly kind: HeldKind; readonly by: Actor }[] = [];
const logged: string[] = [];
const quotas = createRefereeQuotas({
  store: createQuotas(redis, prefix),
  plants: { heldBack: async (_plant, { kind, by }) => void told.push({ kind, by }) },
  log: createLog({ level: "warn", write: (line) => void logged.push(line) }),
  now: () => monday("10:00"),
});
const KINDS: readonly HeldKind[] = ["draft", "call", "note", "question", "code"];

/** How many of so many go through, at one moment. */
async function passing(
  kind: Doing["kind"],
  by: readonly Actor[],
  each: number,
  conversation = "C0LINE3",
): Promise<number> {
  let passed = 0;
  for (const actor of by)
    for (let n = 0; n < each; n += 1) {
      const spot = { adapter: "slack", conversation } as const;
      const meta = { by: actor, name: "Nadia", at: monday("10:00") };
      if ((await quotas.formHeldBack({ kind, meta, plant: demo, spot, act: `${n}` })) === null) passed += 1;
    }
  return passed;
}

const strangers = (count: number, of: string) =>
  Array.from({ length: count }, (_, n) => AccountId.parse(`slack:U0${of}${n}`));
const people = (count: number, of: string) => Array.from({ length: count }, (_, n) => PersonId.parse(`${of}${n}`));

beforeAll(() => redis.set(`${prefix}clock`, `@${EpochMs.parse(monday("10:00"))}`));

test("no flood of drafts holds back what calls for help, which has room of its own", async () => {
  const flood = people(10, "flood");
  expect(await passing("draft", flood, 30, "C0CALL")).toBe(120);
  expect(await passing("callDraft", flood, 2, "C0CALL")).toBe(20);
  expect(await passing("callDraft", strangers(1, "CALLS"), 9, "C0CALL")).toBe(3);
  expect(told.filter(({ kind }) => kind === "call").map(({ by }) => by)).toContain("slack:U0CALLS0");
});

test("who is held back reads it in the language in which they read the plant", async () => {
  const plant = readIn(demo, "de");
  const meta = { by: AccountId.parse("slack:U0GERMAN"), name: "Nadia", at: monday("10:00") };
  const spot = { adapter: "slack", conversation: "C0GERMAN" } as const;
  const answers = [];
  for (let n = 0; n < 4; n += 1)
    answers.push(await quotas.formHeldBack({ kind: "call", meta, plant, spot, act: `de${n}` }));
  expect(answers.at(-1)).toContain("Wenn es nicht warten kann: die Schichtleitung anrufen");
});

describe("a flood", () => {
  test.each(KINDS.map((kind) => ({ kind, most: { draft: 6, call: 2, note: 10, question: 8, code: 3 }[kind] })))(
    "of one unknown account ends after $most of $kind",
    async ({ kind, most }) => {
      expect(await passing(kind, strangers(1, `ONE${kind}`), 30, kind)).toBe(most);
    },
  );

  test.each(KINDS)("of %s by many unknown accounts ends, in one conversation and in all of them", async (kind) => {
    const here = await passing(kind, strangers(20, `HERE${kind}`), 3, `C0HERE${kind}`);
    const everywhere = await passing(kind, strangers(100, `ALL${kind}`), 1, `C0ALL${kind}`);
    expect(here).toBeLessThanOrEqual(30);
    expect(here + everywhere).toBeLessThanOrEqual(80);
  });

  test("takes nothing from the plant's own people", async () => {
    await passing("call", strangers(50, "LOUD"), 3);
    expect(await passing("call", [olga], 3)).toBe(3);
  });

  test("is told to Ops with whose and of what", async () => {
    told.length = 0;
    const [account] = strangers(1, "TOLD");
    await passing("draft", strangers(1, "TOLD"), 10, "C0TOLD");
    expect(told[0]).toEqual({ kind: "draft", by: account });
  });
});

describe("a bad day", () => {
  test.each(KINDS.map((kind) => ({ kind, each: kind === "call" ? 1 : 3 })))(
    "on which forty people of the plant send $each of $kind at once hinders nobody",
    async ({ kind, each }) => {
      for (const line of [1, 2, 3, 4])
        expect(await passing(kind, people(10, `bad-${line}-`), each, `C0${kind}${line}`)).toBe(10 * each);
    },
  );
});

test("a flood is one line in the log, and told once where nobody needs to hear it each time", async () => {
  const by = AccountId.parse("slack:U0FLOOD");
  const meta = { by, name: "Nadia", at: monday("10:00") };
  const spot = { adapter: "slack", conversation: "C0FLOOD" } as const;
  const answers = [];
  for (let n = 0; n < 20; n += 1)
    answers.push(await quotas.answerHeldBack({ kind: "note", meta, plant: demo, spot, act: `flood${n}` }, "It stays."));
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => null));
  expect(answers[10]).toMatchObject({
    type: "private",
    text: expect.stringContaining("It stays. Referee takes no more"),
  });
  expect(answers.slice(11)).toEqual(Array.from({ length: 9 }, () => ({ type: "nothing" })));
  expect(logged.filter((line) => line.includes("U0FLOOD"))).toHaveLength(1);
});
