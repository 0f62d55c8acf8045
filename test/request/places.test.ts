import { AccountId, type AdapterName, type PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Plant, Team } from "../../src/plant/plant.ts";
import { isLive } from "../../src/request/rules/places.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { sent, type Walk, wokenAt } from "../workflow/walk.ts";
import { demo, deniz, monday, olga, open, openPort, paula, sina, stepOf } from "./scene.ts";

const SECURITY = TeamId.parse("it-security");
const facts = { destination: "asset:plc-12", until: String(monday("18:00")), why: "read the counters" };

/** The demo plant with another IT security; people of it are on the office chat only. */
function withSecurity(change: Partial<Team>): Plant {
  const team = demo.teams.get(SECURITY);
  if (team === undefined) throw new Error("The demo plant has IT security");
  return { ...demo, teams: new Map(demo.teams).set(SECURITY, { ...team, ...change }) };
}

function onlyOn(plant: Plant, id: PersonId, adapter: AdapterName): Plant {
  const person = plant.people.get(id);
  if (person === undefined) throw new Error(`The demo plant has ${id}`);
  const accounts = [AccountId.parse(`${adapter}:${id}`)];
  return { ...plant, people: new Map(plant.people).set(id, { ...person, accounts }) };
}

const askedIn = (plant: Plant, at = monday("10:00")) => sent({ plant, type: openPort, by: olga, at }, facts);
const unread = { channel: { web: "it-security" } };
const direct = (person: PersonId, adapter: AdapterName = "office") => ({ adapter, conversation: person, thread: null });

/** The conversations in which a step is shown, oldest first. */
function shownIn(walk: Walk, step: string) {
  return [...open(walk).places.values()].flatMap(({ role, spot }) =>
    role.type === "step" && role.step === step ? [spot] : [],
  );
}

describe("a step that is called like a place of every request", () => {
  test.each(["ops", "manager", "requester"])("leaves the place %s to whom it is for", (name) => {
    const id = StepId.parse(name);
    const stages = openPort.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => (step.id === "security" ? { ...step, id } : step)),
    }));
    const walk = sent({ plant: demo, type: { ...openPort, stages }, by: olga, at: monday("10:00") }, facts);
    expect(shownIn(walk, name)).toHaveLength(1);
    const [own] = [...open(walk).places.values()].filter((place) => place.name === name);
    expect(own?.role.type).not.toBe("step");
  });
});

describe("a team whose channel is on a platform where none of its people is", () => {
  test("is asked in the chat of whoever is asked first", () => {
    expect(shownIn(askedIn(withSecurity(unread)), "security")).toEqual([direct(sina)]);
  });

  test("is asked one by one: who comes next gets a card of their own", () => {
    const walk = wokenAt(askedIn(withSecurity(unread)), monday("11:00"));
    expect(shownIn(walk, "security")).toEqual([direct(sina), direct(deniz)]);
  });

  test("waits in the chat of one of them while its office is closed", () => {
    const walk = askedIn(withSecurity(unread), monday("05:00"));
    expect(shownIn(walk, "security")).toEqual([direct(sina)]);
  });

  test("is asked in its other channel, where it has one that is read", () => {
    const plant = withSecurity({ channel: { web: "it-security", office: "it-security" }, home: "web" });
    expect(shownIn(askedIn(plant), "security")).toEqual([
      { adapter: "office", conversation: "it-security", thread: null },
    ]);
  });

  test("is asked in the channel all the same while its people have only an address: a press there links them", () => {
    const plant = withSecurity(unread);
    const unlinked = [sina, deniz].reduce((people, id) => {
      const person = people.get(id);
      return person === undefined ? people : new Map(people).set(id, { ...person, accounts: [] });
    }, plant.people);
    expect(shownIn(askedIn({ ...plant, people: unlinked }), "security")).toEqual([
      { adapter: "web", conversation: "it-security", thread: null },
    ]);
  });
});

test("somebody who is not on the platform of their team's channel gets a card of their own when they are asked", () => {
  const plant = onlyOn(demo, deniz, "web");
  const walk = wokenAt(askedIn(plant), monday("11:00"));
  expect(shownIn(walk, "security")).toEqual([
    { adapter: "office", conversation: "it-security", thread: null },
    direct(deniz, "web"),
  ]);
});

test("whoever is asked first reads it in their own chat, too, when they are not where their team's channel is", () => {
  const walk = askedIn(onlyOn(demo, sina, "web"));
  expect(shownIn(walk, "security")).toEqual([
    direct(sina, "web"),
    { adapter: "office", conversation: "it-security", thread: null },
  ]);
  const step = stepOf(walk, "security");
  const live = [...open(walk).places.values()].filter((place) => isLive(place, step));
  expect(live).toHaveLength(2);
});

test("Ops hear in person of what they decide when none of them is where their channel is", () => {
  const plant: Plant = { ...demo, ops: { ...demo.ops, channel: { office: "ops" } } };
  const facts = { destination: "text:the old press", until: String(monday("18:00")), why: "read the counters" };
  const walk = sent({ plant, type: openPort, by: olga, at: monday("10:00") }, facts);
  const shown = [...open(walk).places.values()].filter(({ role }) => role.type === "ops");
  expect(shown.map(({ spot }) => spot)).toEqual([direct(paula, "web")]);
});
