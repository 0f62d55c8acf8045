import { phones } from "../../src/card/lines/phones.ts";
import { sayStanding } from "../../src/card/lines/standing.ts";
import { stepLines } from "../../src/card/lines/stepLines.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import type { EpochMs } from "../../src/clock.ts";
import type { MessageReading } from "../../src/intake/reading.ts";
import { readReply } from "../../src/intake/reply.ts";
import type { PersonId, TeamId } from "../../src/plant/ids.ts";
import { homeTeamOf } from "../../src/plant/person.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { dependsOn } from "../../src/referee/dependsOn.ts";
import { RequestId } from "../../src/request/ids.ts";
import { REQUESTER_PLACE } from "../../src/request/place.ts";
import { keptFrom, mayRead } from "../../src/request/rules/mayRead.ts";
import { demoText } from "../support/plantText.ts";
import { afterLeaving } from "../support/whoLeft.ts";
import { then, type Walk } from "../workflow/walk.ts";
import {
  asked,
  called,
  last,
  monday,
  olga,
  open,
  otto,
  press,
  pressing,
  refusal,
  revisited,
  saturday,
  sina,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");

/** Olga has left while Otto waits for her answer; somebody of her line answers in her place. */
function waiting(walk = asksWhy()) {
  const now = revisited(walk, afterLeaving(demoText().plant, olga), monday("10:20"));
  const { speaksFor } = open(now).asked;
  if (speaksFor === null) throw new Error("Nobody answers in Olga's place");
  return { now, speaksFor, name: now.world.plant.people.get(speaksFor)?.name ?? "" };
}

/** The plant in which a team, or every one, is a vendor's. */
function ofVendors({ world: { plant } }: Walk, only?: TeamId): Plant {
  const isTheirs = (id: TeamId) => only === undefined || id === only;
  const teams = [...plant.teams].map(
    ([id, team]) => [id, isTheirs(id) ? { ...team, side: "vendor" as const } : team] as const,
  );
  return { ...plant, teams: new Map(teams) };
}

const asksWhy = () => press(asked(), "owner", otto, monday("10:05"), { type: "ask", question: "Why?" });

const wish = (text: string): MessageReading => ({
  ...{ drafts: [], arranged: null, queries: [], otherwise: null, danger: "bypass", text },
  ...{ openTimes: [], opens: false, courtesy: null },
});

describe("whoever answers for a request since its requester left", () => {
  test("is somebody it depends on, beside whoever asked: it is looked at anew when they leave, too", () => {
    const { now, speaksFor } = waiting();
    const things = dependsOn(open(now), now.world);
    expect(things).toContainEqual({ type: "person", id: speaksFor });
    expect(things).toContainEqual({ type: "person", id: olga });
  });

  test("is named where an answer is waited for", () => {
    const { now, name } = waiting();
    const [line] = stepLines(open(now), now.world, ({ id }) => id === "owner");
    expect(line?.says).toContain(name);
    const answer = { type: "answer", answer: "because" } as const;
    expect(refusal(now, pressing(now, "owner", sina, monday("10:30"), answer)).message).toContain(name);
  });

  test("is who a refusal sends people to", () => {
    const { now, name } = waiting();
    const longer = { type: "extend", until: saturday("12:00"), reason: "later" } as const;
    const refused = refusal(now, { ...longer, by: sina, at: monday("10:30"), name: "Sina" });
    expect(refused.message).toContain(name);
    const late = pressing(now, "security", sina, saturday("10:00"), { type: "approve", limits: [], values: {} });
    expect(refusal(now, late).message).toContain(name);
  });

  test("may read it though they are a vendor's guest, as who asked might", () => {
    const { now, speaksFor } = waiting();
    const plant = ofVendors(now);
    expect(keptFrom(plant, speaksFor)).toBe("guest");
    expect(mayRead(open(now), plant, speaksFor)).toBe(true);
    expect(mayRead(open(now), plant, sina)).toBe(false);
  });

  test("reads numbers of people in a chat of their own, being of the plant, though who called was a vendor's guest", () => {
    const { now } = waiting(called(monday("10:00")));
    const place = [...open(now).places.values()].find(({ role, left }) => role.type === "requester" && !left);
    if (place === undefined) throw new Error("Its requester has no card");
    const plant = ofVendors(now, homeTeamOf(now.world.plant, olga)?.id);
    const answeredBy = (speaksFor: PersonId | null) => ({ ...open(now), asked: { ...open(now).asked, speaksFor } });
    const own = { ...place, spot: { adapter: "office", conversation: "sina", thread: null } } as const;
    expect(phones(answeredBy(sina), own, plant)).toMatchObject([{ text: expect.stringContaining("Phone: Otto") }]);
    expect(phones(answeredBy(null), place, plant)).toMatchObject([
      { text: expect.stringContaining("In danger, call") },
    ]);
  });

  test("has no guard taken out of the way by what they write as a comment", () => {
    const { now, speaksFor } = waiting();
    const by = (person: typeof olga) => ({ by: person, at: monday("10:30"), name: "somebody" });
    const words = wish("please bridge the light curtain");
    const read = (person: typeof olga) => readReply(words, now.state, REQUESTER_PLACE, by(person), now.world);
    expect(() => read(speaksFor)).toThrow();
    expect(read(sina)).toMatchObject({ type: "note" });
  });

  test("is named as who withdrew it, and not told of what they did themselves", () => {
    const { now, speaksFor, name } = waiting();
    const withdrawn = withdraw(now, speaksFor, monday("10:40"));
    if (withdrawn.state.status !== "closed") throw new Error("It is withdrawn");
    const { state, world } = withdrawn;
    expect(sayStanding(state, world.plant)).toContain(name);
    const places = [...state.places.values()].filter(({ role, left }) => role.type === "requester" && !left);
    expect(places.length).toBeGreaterThan(0);
    const event = last(withdrawn, "RequestClosed");
    expect(places.map((place) => pingFor(event, { request, state, place, world }))).toEqual(places.map(() => null));
  });
});

const withdraw = (walk: Walk, by: typeof olga, at: EpochMs) =>
  then(walk, { type: "withdraw", reason: "", by, at, name: "somebody" });
