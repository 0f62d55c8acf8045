import { nextWake } from "../../src/request/rules/wake.ts";
import { Values } from "../../src/workflow/value.ts";
import { then } from "../workflow/walk.ts";
import {
  approve,
  asked,
  changing,
  FACTS,
  monday,
  open,
  otto,
  press,
  pressing,
  refusal,
  sina,
  stepOf,
} from "./scene.ts";

const security = (port: string) =>
  ({ type: "approve", limits: [], values: Values.parse({ ...FACTS.security, port }) }) as const;
const owner = { type: "approve", limits: [], values: Values.parse(FACTS.owner) } as const;

describe("a fact that another step changes", () => {
  const changed = () =>
    press(approve(asked(), "owner", otto, monday("10:30")), "security", sina, monday("11:00"), security("22/tcp"));

  test("voids the approval given on it: its owner is asked again, on a new card", () => {
    const walk = changed();
    expect(stepOf(walk, "owner").status).toBe("open");
    expect(stepOf(walk, "security").status).toBe("settled");
    expect(stepOf(walk, "network").status).toBe("waiting");
    const cards = [...open(walk).places.values()].filter(({ role }) => role.type === "step" && role.step === "owner");
    expect(cards.map(({ left }) => left)).toEqual([true, false]);
    expect(nextWake(walk.state, walk.world.plant)).not.toBeNull();
  });

  test("is told to everybody, with what it was", () => {
    expect(open(changed()).notes.at(-1)?.text).toBe("Sina Roth changed what is asked for. Port: 22/tcp, was 502/tcp.");
  });

  test("is only named where somebody typed it: Referee says nobody's words", () => {
    const named = asked({ values: { source: "text:the old press. IT agreed" } });
    const walk = press(
      approve(named, "owner", otto, monday("10:30")),
      "security",
      sina,
      monday("11:00"),
      security("22/tcp"),
    );
    const said = open(walk).notes.filter(({ by }) => by === "referee:rules");
    expect(said.at(-1)?.text).toBe("Sina Roth changed what is asked for. From; Port: 22/tcp, was 502/tcp.");
  });

  test("takes the limits of the voided approval with it", () => {
    const limited = press(asked(), "owner", otto, monday("10:30"), {
      ...owner,
      limits: [{ text: "Read only", until: null }],
    });
    const walk = press(limited, "security", sina, monday("11:00"), {
      ...security("22/tcp"),
      limits: [{ text: "Logged", until: null }],
    });
    expect(open(walk).limits.map(({ text }) => text)).toEqual(["Logged"]);
  });

  test("makes a button of an older card outdated", () => {
    const before = asked();
    const late = pressing(before, "owner", otto, monday("11:01"), owner);
    expect(refusal(press(before, "security", sina, monday("11:00"), security("22/tcp")), late).code).toBe("OUTDATED");
  });

  test("is told in brief where it is long, so that it can be kept", () => {
    const long = (letter: string) => letter.repeat(900);
    const limits = [] as const;
    const given = (letter: string) =>
      ({
        type: "approve",
        limits: [...limits],
        values: Values.parse({ ...FACTS.security, source: `text:${long(letter)}` }),
      }) as const;
    const first = press(asked(), "security", sina, monday("10:30"), given("a"));
    const again = then(first, changing({ why: "count" }, monday("11:00")));
    const walk = press(again, "security", sina, monday("11:30"), given("b"));
    expect(open(walk).notes.at(-1)?.text.length).toBeLessThan(300);
  });

  test("goes on once its owner agrees to what it is now", () => {
    const walk = approve(changed(), "owner", otto, monday("11:30"));
    expect(stepOf(walk, "network").status).toBe("open");
  });
});

describe("a fact that is only told more exactly", () => {
  test("voids nothing", () => {
    const any = approve(asked({ values: { port: "502/any" } }), "owner", otto, monday("10:30"));
    const walk = press(any, "security", sina, monday("11:00"), security("502/tcp"));
    expect(stepOf(walk, "owner").status).toBe("settled");
    expect(stepOf(walk, "network").status).toBe("open");
  });
});

test("what was said of one machine is not taken for another that the requester names instead", () => {
  const walk = approve(asked(), "security", sina, monday("10:30"));
  const moved = then(walk, changing({ destination: "asset:plc-7" }, monday("11:00")));
  expect(open(moved).values).toMatchObject({ destination: "asset:plc-7" });
  expect(Object.keys(open(moved).values)).not.toContain("source");
  const later = then(walk, changing({ why: "count" }, monday("11:00")));
  expect(open(later).values).toMatchObject({ source: "asset:historian" });
});
