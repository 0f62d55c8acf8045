import { encodeArrangement } from "../../src/card/presence/presenceAction.ts";
import { instant, later, MINUTE_MS } from "../../src/clock.ts";
import type { Arrangement } from "../../src/plant/arrangement/arrangement.ts";
import { AccountId, LineId, PersonId } from "../../src/plant/ids.ts";
import { OT, useStory } from "./useStory.ts";

const story = useStory();
const [otto, ole] = [PersonId.parse("otto"), PersonId.parse("ole")];
let pressed = 0;

/** What somebody's client sends, drawn or made up. */
async function presses(person: string, arrangement: Arrangement): Promise<string> {
  pressed += 1;
  const answer = await story.world.referee.receive({
    ...{ type: "pressed", id: `slack:pressed-${pressed}`, name: person, value: encodeArrangement(arrangement) },
    account: AccountId.parse(`slack:U0${person.toUpperCase()}`),
    spot: { adapter: "slack", conversation: OT, thread: null },
  });
  await story.world.settled();
  return answer.type === "private" ? answer.text : answer.type;
}

const START = instant("2026-11-30T09:00:00+01:00");
const inMinutes = (minutes: number) => later(START, minutes * MINUTE_MS);
const heardBy = (person: string, text: string) => story.said(person).filter((each) => each.includes(text)).length;

test("what ends before it begins is refused, and told to nobody", async () => {
  const backwards = { from: inMinutes(300), to: inMinutes(60) };
  expect(await presses("ole", { type: "standIn", person: otto, standIn: ole, ...backwards })).toContain(
    "before it begins",
  );
  expect(heardBy("U0OTTO", "stands in for you")).toBe(0);
});

test("a button pressed again and again changes nothing more, and others are told once", async () => {
  const swap = { type: "standIn", person: otto, standIn: ole, from: inMinutes(60), to: inMinutes(300) } as const;
  const freeze = {
    type: "freeze",
    assets: [],
    lines: [LineId.parse("line-3")],
    from: inMinutes(0),
    to: inMinutes(90),
  } as const;
  for (let times = 0; times < 3; times += 1) {
    expect(await presses("ole", swap)).toContain("Noted");
    expect(await presses("lars", freeze)).toContain("Noted");
  }
  expect(heardBy("U0OTTO", "stands in for you")).toBe(1);
  expect(heardBy(OT, "Line 3 is frozen")).toBe(1);
});

test("whoever arranges more than anybody has to arrange is held back", async () => {
  const swaps = Array.from({ length: 34 }, (_, at) => ({ from: inMinutes(at * 10 + 10), to: inMinutes(at * 10 + 15) }));
  const answers: string[] = [];
  for (const span of swaps)
    answers.push(await presses("ole", { type: "standIn", person: otto, standIn: ole, ...span }));
  expect(answers.filter((each) => each.startsWith("Noted"))).toHaveLength(30);
  expect(heardBy("U0OTTO", "stands in for you")).toBe(30);
});
