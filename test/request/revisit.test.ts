import { evolvePlant, leftBetween, NEW_PLANT, plantIn } from "../../src/plant/inForce/state.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { readPlantEvent } from "../../src/plant/stored.ts";
import { servedBy } from "../../src/plant/who/served.ts";
import { local } from "../plant/cast.ts";
import { demoText, withFreeze, withoutPerson } from "../support/plantText.ts";
import { wokenAt } from "../workflow/walk.ts";
import {
  approve,
  approved,
  asked,
  askedLast,
  demo,
  lars,
  monday,
  nils,
  ole,
  olga,
  open,
  opened,
  otto,
  press,
  pressing,
  refusal,
  revisited,
  sina,
  stepOf,
  take,
  typesSince,
} from "./scene.ts";

/** The plant after its file was changed, with who left it. */
function changed(change: (text: string) => string): Plant {
  const { plant } = demoText(change);
  const left = leftBetween(demo, plant);
  const event = { type: "PlantPublished", plant: "HAM", version: plant.version, left, by: "referee:files", at: 1 };
  return servedBy(plantIn(evolvePlant(NEW_PLANT, readPlantEvent(JSON.stringify(event))), plant), ["web", "office"]);
}

const withoutOtto = changed(withoutPerson("otto", "ole"));
const frozen = (window: string) =>
  changed(withFreeze(`{ name: trial run, assets: [plc-12], when: { type: once, ${window} } }`));

describe("a plant that changes under a request", () => {
  test("changes nothing where everybody can act as before", () => {
    for (const walk of [asked(), press(asked(), "owner", otto, monday("10:05"), take), approved(), opened()])
      expect(typesSince(walk, revisited(walk, demo, monday("11:31")))).toEqual([]);
  });

  test("looked at twice, changes nothing the second time", () => {
    const walk = revisited(press(asked(), "owner", otto, monday("10:05"), take), withoutOtto, monday("10:20"));
    expect(typesSince(walk, revisited(walk, withoutOtto, monday("10:21")))).toEqual([]);
  });
});

describe("somebody who is in the plant file no longer", () => {
  test("gives up what they have to the next in the chain, who reads why", () => {
    const walk = press(asked(), "owner", otto, monday("10:05"), take);
    const after = revisited(walk, withoutOtto, monday("10:20"));
    expect(typesSince(walk, after)).toEqual(["StepReleased", "StepPinged"]);
    expect(stepOf(after, "owner")).toMatchObject({
      status: "open",
      ball: { takenBy: null, released: { person: otto, reason: "is no longer in the plant file" } },
    });
    expect(askedLast(after, "owner")).toEqual([ole]);
  });

  test("leaves the time to decide as it was", () => {
    const walk = press(asked(), "owner", otto, monday("10:05"), take);
    const before = stepOf(walk, "owner");
    const after = stepOf(revisited(walk, withoutOtto, monday("10:20")), "owner");
    expect("ball" in after && "ball" in before && after.ball.clocks.dueAt === before.ball.clocks.dueAt).toBe(true);
  });

  test("is asked no more, and the next is asked at once", () => {
    const walk = asked();
    const after = revisited(walk, withoutOtto, monday("10:02"));
    expect(typesSince(walk, after)).toEqual(["StepPinged"]);
    expect(askedLast(after, "owner")).toEqual([ole]);
  });

  test("decides no more with a button that is older", () => {
    const walk = { ...asked(), world: { ...asked().world, plant: withoutOtto } };
    const command = pressing(walk, "owner", otto, monday("10:05"), { type: "take" });
    expect(refusal(walk, command).code).toBe("NOT_YOUR_BALL");
  });

  test("keeps their name on what they decided", () => {
    expect(withoutOtto.former.get(otto)).toMatchObject({ name: "Otto Brandt" });
  });

  test("leaves a question that they asked to whoever comes next", () => {
    const walk = press(asked(), "owner", otto, monday("10:05"), { type: "ask", question: "why?" });
    const after = revisited(walk, withoutOtto, monday("10:20"));
    const answered = press(after, "owner", olga, monday("10:30"), { type: "answer", answer: "for the report" });
    expect(stepOf(answered, "owner")).toMatchObject({ status: "open", ball: { takenBy: null } });
    expect(askedLast(answered, "owner")).toEqual([ole]);
  });
});

test("whoever was moved to another team gives up what they have of the old one", () => {
  const moved = changed((text) =>
    text
      .replace("members: [otto, ole, karin]", "members: [ole, karin]")
      .replaceAll("person: otto", "person: ole")
      .replace("members: [vera, mira]", "members: [vera, mira, otto]"),
  );
  const walk = press(asked(), "owner", otto, monday("10:05"), take);
  const after = revisited(walk, moved, monday("10:20"));
  expect(stepOf(after, "owner")).toMatchObject({ ball: { released: { reason: "acts for OT controls no more" } } });
  expect(askedLast(after, "owner")).toEqual([ole]);
});

test("whoever is away from now on gives up what they have, and whoever is asked next reads until when", () => {
  const walk = press(asked(), "owner", otto, monday("10:05"), take);
  const away = { ...demo, absences: [{ person: otto, from: monday("10:15"), to: local("2026-11-30T06:00") }] };
  const after = revisited(walk, away, monday("10:20"));
  expect(stepOf(after, "owner")).toMatchObject({ ball: { released: { reason: "is away until Mon 30 Nov 06:00" } } });
});

test("a machine that is another team's now is asked of them, unless somebody has it", () => {
  const others = changed((text) => text.replace(/(name: PLC-12,[^}]*)owner: ot-controls/, "$1owner: ot-scada"));
  const after = revisited(asked(), others, monday("10:20"));
  expect(stepOf(after, "owner")).toMatchObject({ status: "open", ball: { party: { type: "team", team: "ot-scada" } } });
  const taken = press(asked(), "owner", otto, monday("10:05"), take);
  expect(typesSince(taken, revisited(taken, others, monday("10:20")))).toEqual([]);
});

describe("a freeze", () => {
  test("that left the plant file holds nothing any more", () => {
    const walk = approve(
      approve(asked({ at: monday("13:00") }), "owner", otto, monday("13:10")),
      "security",
      sina,
      monday("13:52"),
    );
    expect(stepOf(walk, "network").status).toBe("held");
    const after = revisited(walk, { ...demo, freezes: [] }, monday("13:53"));
    expect(stepOf(after, "network")).toMatchObject({ status: "open", ball: { pings: [{ people: [nils] }] } });
  });

  test("that came into it holds what nobody has begun", () => {
    const after = revisited(approved(), frozen('from: "2026-11-23T08:00", to: "2026-11-24T20:00"'), monday("11:20"));
    expect(stepOf(after, "network")).toMatchObject({ status: "held", freeze: "trial run" });
  });

  test("that came into it takes nothing from whoever has begun", () => {
    const walk = press(approved(), "network", nils, monday("11:10"), take);
    const after = revisited(walk, frozen('from: "2026-11-23T08:00", to: "2026-11-24T20:00"'), monday("11:20"));
    expect(stepOf(after, "network")).toMatchObject({ status: "open", ball: { takenBy: nils } });
  });

  test("that begins later is known from now on, and holds when it begins", () => {
    const later = frozen('from: "2026-11-23T12:00", to: "2026-11-24T20:00"');
    const after = revisited(approved(), later, monday("11:20"));
    expect(stepOf(wokenAt(after, monday("12:00")), "network")).toMatchObject({ status: "held", freeze: "trial run" });
    const gone = revisited(after, demo, monday("11:40"));
    // The next in the plant file is that of December.
    const next = local("2026-12-14T06:00");
    expect(stepOf(gone, "network")).toMatchObject({ status: "open", ball: { frozenFrom: next } });
  });

  test("that ends later than it did holds for longer", () => {
    const first = revisited(approved(), frozen('from: "2026-11-23T08:00", to: "2026-11-23T20:00"'), monday("11:20"));
    const longer = revisited(first, frozen('from: "2026-11-23T08:00", to: "2026-11-25T10:00"'), monday("11:30"));
    expect(stepOf(longer, "network")).toMatchObject({ status: "held", until: local("2026-11-25T10:00") });
  });
});

describe("a requester who left the plant", () => {
  const withoutOlga = changed(withoutPerson("olga", "oksana"));

  test("is answered for by who leads the shift on their line", () => {
    const walk = press(asked(), "owner", otto, monday("10:05"), { type: "ask", question: "why?" });
    const after = revisited(walk, withoutOlga, monday("10:20"));
    expect(open(after).asked).toMatchObject({ requester: olga, speaksFor: lars });
    const answered = press(after, "owner", lars, monday("10:30"), { type: "answer", answer: "for the report" });
    expect(stepOf(answered, "owner")).toMatchObject({ status: "open", ball: { takenBy: otto } });
    expect([...open(after).places.values()].at(-1)).toMatchObject({
      role: { type: "requester" },
      spot: { conversation: "lars" },
    });
  });

  test("leaves what they were to confirm to their line", () => {
    const after = revisited(opened(), withoutOlga, monday("12:00"));
    expect(askedLast(after, "works")).not.toContain(olga);
  });

  test("still decides nothing of it, should they come back", () => {
    const after = revisited(asked(), withoutOlga, monday("10:20"));
    const back = { ...after, world: { ...after.world, plant: demo } };
    expect(
      refusal(back, pressing(back, "owner", olga, monday("10:30"), { type: "approve", limits: [], values: {} })).code,
    ).toBe("OWN_REQUEST");
  });
});

test("a team that is in the plant file no longer leaves what it has to the owner there is now", () => {
  const scada = changed((text) => text.replace(/(name: PLC-12,[^}]*)owner: ot-controls/, "$1owner: ot-scada"));
  const walk = press(asked(), "owner", otto, monday("10:05"), take);
  const gone = { ...scada, teams: new Map([...scada.teams].filter(([id]) => id !== "ot-controls")) };
  expect(stepOf(revisited(walk, gone, monday("10:20")), "owner")).toMatchObject({
    ball: { party: { type: "team", team: "ot-scada" }, takenBy: null },
  });
});
