import { AccountId } from "../../src/plant/ids.ts";
import { weightOf } from "../../src/referee/weight.ts";
import type { RequestEvent } from "../../src/request/events.ts";
import { evolve } from "../../src/request/evolve.ts";
import { PlaceName } from "../../src/request/place.ts";
import { type RequestState, UNSTARTED } from "../../src/request/state.ts";
import { asked, demo, lineDown, monday, olga, otto } from "../request/scene.ts";
import { sent, then, type Walk, wokenAt } from "../workflow/walk.ts";

const at = monday("10:00");
const stranger = AccountId.parse("slack:U0NADIA");
const called = () => sent({ plant: demo, type: lineDown, by: olga, at }, { place: "line:line-3" });
/** What the newest events of a walk weigh. */
const weighs = (walk: Walk, before: Pick<Walk, "events">) =>
  weightOf(walk.state, walk.events.slice(before.events.length), walk.world);

const noted = (walk: Walk, by: RequestEvent["by"]) =>
  then(walk, { type: "note", text: "Any news?", place: PlaceName.parse("elsewhere"), by, name: "Nadia", at });

describe("what goes first in a conversation", () => {
  test("is a line that stands, and every hop of its call", () => {
    const call = called();
    expect(weighs(call, { events: [] })).toBe("call");
    expect(weighs(wokenAt(call, monday("10:05")), call)).toBe("call");
    expect(weighs(wokenAt(call, monday("10:20")), call)).toBe("call");
  });

  test.each([
    { what: "who is about to call", walk: called, weight: "callDraft" },
    { what: "no other draft", walk: asked, weight: "usual" },
  ] as const)("is then $what", ({ walk, weight }) => {
    const { events, world } = walk();
    const started = events.slice(0, 1);
    expect(weightOf(started.reduce<RequestState>(evolve, UNSTARTED), started, world)).toBe(weight);
  });

  test("is not what is said on the way, by whomever", () => {
    const wish = asked();
    expect(weighs(noted(wish, stranger), wish)).toBe("chatter");
    expect(weighs(noted(wish, otto), wish)).toBe("chatter");
    const call = called();
    expect(weighs(noted(call, stranger), call)).toBe("chatter");
    expect(weighs(noted(call, otto), call)).toBe("usual");
  });

  test("is nothing of an ordinary request", () => {
    expect(weighs(asked(), { events: [] })).toBe("usual");
  });
});
