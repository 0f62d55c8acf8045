import type { PersonId } from "../../src/plant/ids.ts";
import { then, type Walk } from "../workflow/walk.ts";
import {
  approved,
  asked,
  back,
  ivan,
  last,
  monday,
  nils,
  olga,
  open,
  opened,
  otto,
  press,
  pressing,
  refusal,
  sina,
  stepOf,
  tuesday,
  typesSince,
} from "./scene.ts";

const cutOff = (by: PersonId, reason = "strange traffic", at = tuesday("10:10")) =>
  ({ type: "cutOff", reason, by, at, name: by }) as const;
const withdraw = (by: PersonId, reason: string, at = monday("10:20")) =>
  ({ type: "withdraw", reason, by, at, name: by }) as const;

const noted = (walk: Walk, command: Parameters<typeof then>[1]) => {
  const after = then(walk, command);
  return typesSince(walk, after).map((type) => [type, last(after, "NoteAdded").by, last(after, "NoteAdded").text]);
};

describe("what was cut off already", () => {
  const cut = () => then(opened(), cutOff(otto, "strange traffic", tuesday("10:00")));

  test("is refused to whoever may not say so, as before it was", () => {
    for (const by of [ivan, nils]) {
      expect(refusal(opened(), cutOff(by)).code).toBe("NOT_ALLOWED");
      expect(refusal(cut(), cutOff(by)).code).toBe("NOT_ALLOWED");
    }
  });

  test("keeps the reason of others who may, once, and of whoever did it what is new", () => {
    expect(typesSince(cut(), then(cut(), cutOff(otto)))).toEqual([]);
    expect(noted(cut(), cutOff(sina, "a scan of the subnet"))).toEqual([["NoteAdded", sina, "a scan of the subnet"]]);
    expect(noted(cut(), cutOff(otto, "and a scan"))).toEqual([["NoteAdded", otto, "and a scan"]]);
    const twice = then(cut(), cutOff(sina, "a scan of the subnet"));
    expect(typesSince(twice, then(twice, cutOff(sina, "a scan of the subnet")))).toEqual([]);
    expect(open(twice).grant).toMatchObject({ status: "ended", by: otto, at: tuesday("10:00") });
  });
});

describe("what was withdrawn already", () => {
  const withdrawn = () => then(asked(), withdraw(olga, "not needed", monday("10:10")));

  test("is nobody else's to withdraw", () => {
    expect(refusal(withdrawn(), withdraw(otto, "not needed")).code).toBe("NOT_ALLOWED");
  });

  test("keeps another reason of whoever asked", () => {
    expect(typesSince(withdrawn(), then(withdrawn(), withdraw(olga, "not needed")))).toEqual([]);
    expect(noted(withdrawn(), withdraw(olga, "it is HAM-2 now"))).toEqual([["NoteAdded", olga, "it is HAM-2 now"]]);
  });
});

describe("what was taken back already", () => {
  test("was by whoever answered it, and not by who has it and never did", () => {
    const taken = press(asked(), "owner", otto, monday("10:20"), { type: "take" });
    expect(refusal(taken, pressing(taken, "owner", otto, monday("10:30"), back)).code).toBe("OUTDATED");
  });

  test("keeps another reason of theirs", () => {
    const walk = press(approved(), "owner", otto, monday("11:10"), back);
    const again = (reason: string) => pressing(walk, "owner", otto, monday("11:20"), { ...back, reason });
    expect(typesSince(walk, then(walk, again(back.reason)))).toEqual([]);
    expect(noted(walk, again("the window is wrong, too"))).toEqual([["NoteAdded", otto, "the window is wrong, too"]]);
  });

  test("asked of those who had begun keeps another reason, too", () => {
    const begun = press(approved(), "network", nils, monday("11:05"), { type: "take" });
    const walk = press(begun, "owner", otto, monday("11:10"), back);
    expect(stepOf(walk, "owner")).toMatchObject({ verdict: { halt: { reason: back.reason } } });
    const again = pressing(walk, "owner", otto, monday("11:20"), { ...back, reason: "the window, too" });
    expect(noted(walk, again)).toEqual([["NoteAdded", otto, "the window, too"]]);
  });
});
