import { AccountId } from "../../src/plant/ids.ts";
import {
  type Actor,
  actorFor,
  isReferee,
  personIn,
  sayWho,
  THE_CLOCK,
  THE_DIRECTORY,
  THE_LANES,
  THE_RULES,
} from "../../src/request/actor.ts";
import { demo, otto } from "./scene.ts";

const nadia = AccountId.parse("slack:U0NADIA");
const asked = { requester: nadia, requesterName: "Nadia Novak" };

test.each<readonly [Actor, boolean]>([
  [THE_CLOCK, true],
  [THE_RULES, true],
  [THE_LANES, true],
  [THE_DIRECTORY, false],
  [otto, false],
  [nadia, false],
])("what Referee did by itself is told from what somebody did: %s", (actor, byItself) => {
  expect(isReferee(actor)).toBe(byItself);
});

test("whoever the plant knows acts as a person, and everybody else as an account, which decides nothing", () => {
  expect(actorFor(otto, AccountId.parse("web:otto"))).toBe(otto);
  expect(personIn(actorFor(otto, nadia))).toBe(otto);
  expect(actorFor(null, nadia)).toBe(nadia);
  expect(personIn(actorFor(null, nadia))).toBeNull();
  expect(personIn(THE_CLOCK)).toBeNull();
});

describe("who did something is said", () => {
  test("by the plant's name of a person", () => {
    expect(sayWho(otto, asked, demo, "Somebody Else")).toBe("Otto Brandt");
  });

  test("by the name under which an account asked, with that nobody vouches for it", () => {
    expect(sayWho(nadia, asked, demo)).toBe("Nadia Novak (Slack, not linked)");
    expect(sayWho(nadia, asked, demo, "Somebody Else")).toBe("Nadia Novak (Slack, not linked)");
  });

  test("of another account by the name it has there, never by that of whoever asked", () => {
    const other = AccountId.parse("slack:U0OTHER");
    expect(sayWho(other, asked, demo, "Peter Pan")).toBe("Peter Pan (Slack, not linked)");
    expect(sayWho(other, asked, demo)).toBe("an account on Slack that is not linked");
  });

  test("of Referee as Referee", () => {
    expect(sayWho(THE_CLOCK, asked, demo)).toBe("Referee");
  });
});
