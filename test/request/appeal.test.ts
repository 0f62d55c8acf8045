import { buttonsFor } from "../../src/card/buttons/buttons.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { decidedCard, sayLife } from "../../src/card/record/recordAnswers.ts";
import { requestCard } from "../../src/card/requestCard.ts";
import type { PersonId } from "../../src/plant/ids.ts";
import type { Plant, Team } from "../../src/plant/plant.ts";
import type { CommandOf } from "../../src/request/commands.ts";
import { RequestId } from "../../src/request/ids.ts";
import { isTheirs } from "../../src/request/rules/mayPress.ts";
import { Values } from "../../src/workflow/value.ts";
import { sent, then, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  approve,
  asked,
  demo,
  deniz,
  deny,
  friday,
  last,
  monday,
  olga,
  open,
  openPort,
  otto,
  press,
  pressing,
  refusal,
  sina,
  stepOf,
  typesSince,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const NEWS = "the historian stands behind the jump host now";
const denied = () => press(approve(asked(), "owner", otto, monday("10:20")), "security", sina, monday("10:30"), deny);

function appealing(walk: Walk, at = monday("11:00"), values = {}, by: PersonId = olga): CommandOf<"appeal"> {
  const { id, ask } = stepOf(walk, "security");
  return { type: "appeal", step: id, ask, news: NEWS, values: Values.parse(values), by, at, name: "Olga" };
}
const appealed = (values = {}) => then(denied(), appealing(denied(), monday("11:00"), values));

/** What a card says and offers in sight, in one text. */
function cardOf(walk: Walk, step: string): string {
  const state = open(walk);
  const place = [...state.places.values()].findLast(
    ({ role, left }) => !left && role.type === "step" && role.step === step,
  );
  if (place === undefined) throw new Error(`${step} is shown nowhere`);
  return JSON.stringify([requestCard(request, state, place, walk.world), buttonsFor(request, state, place, demo)]);
}

describe("a no that whoever asked has something new to", () => {
  test("is asked of the same team once more, and the approvals of others stand", () => {
    const walk = appealed();
    expect(stepOf(walk, "security")).toMatchObject({ status: "open", ball: { party: { team: "it-security" } } });
    expect(stepOf(walk, "owner")).toMatchObject({ status: "settled", verdict: { type: "approved", by: otto } });
    expect(open(walk).appeal).toMatchObject({ news: NEWS, denied: { by: sina, reason: "no login" } });
  });

  test("says on every card what was denied and what is new", () => {
    const card = cardOf(appealed(), "security");
    expect(card).toContain("Asked again with new facts. Sina Roth had said no, Mon 10:30: “no login”.");
    expect(card).toContain(NEWS);
  });

  test("asks somebody else of the team first, and tells whoever denied it", () => {
    const walk = appealed();
    const step = stepOf(walk, "security");
    expect(step.status === "open" && step.ball.pings.flatMap(({ people }) => people)).toEqual([deniz]);
    const texts = [...open(walk).places.values()].flatMap((place) =>
      walk.events.slice(-6).flatMap((event) => {
        const ping = pingFor(event, { request, state: open(walk), place, world: walk.world });
        return ping?.mention.some((account) => account.endsWith(":sina")) ? [ping.text] : [];
      }),
    );
    expect(texts).toEqual([expect.stringContaining("Sina Roth said no, and there are new facts")]);
  });

  test("tells whoever denied it in their own chat, where they were asked there", () => {
    const security = [...demo.teams.values()].find(({ id }) => id === "it-security");
    if (security === undefined) throw new Error("There is IT security");
    const plant = { ...demo, teams: new Map(demo.teams).set(security.id, { ...security, channel: {} }) };
    const asks = sent(
      { plant, type: openPort, by: olga, at: monday("10:00") },
      { destination: "asset:plc-12", until: String(friday("12:00")), why: "read it", port: "502/tcp" },
    );
    const no = press(asks, "security", sina, monday("10:30"), deny);
    const walk = then(no, appealing(no));
    const texts = [...open(walk).places.values()].flatMap((place) => {
      const ping = pingFor(last(walk, "DenialAppealed"), { request, state: open(walk), place, world: walk.world });
      return ping === null || place.spot.conversation !== "sina" ? [] : [[ping.text, place.spot.conversation]];
    });
    expect(texts).toEqual([
      [
        "Olga Weber asks again for HAM-1 Open port 502/tcp to PLC-12, to which you said no: “the historian stands behind the jump host now”. Somebody else of IT security is asked first: a second no is theirs to say, a yes yours too.",
        "sina",
      ],
    ]);
  });

  test("goes on with a yes, also of whoever had denied it", () => {
    for (const by of [sina, deniz])
      expect(stepOf(approve(appealed(), "security", by, monday("11:30")), "network").status).toBe("open");
  });

  test("is denied a second time by somebody else, and that is final", () => {
    const walk = appealed();
    const second = pressing(walk, "security", sina, monday("11:30"), deny);
    expect(refusal(walk, second)).toMatchObject({
      code: "NOT_ALLOWED",
      message: expect.stringContaining("somebody else of IT security"),
    });
    const { id, ask } = stepOf(walk, "security");
    const isFor = (by: PersonId) =>
      isTheirs(walk.state, "refuser", { step: id, ask }, { by, at: monday("11:30") }, walk.world);
    expect([isFor(sina), isFor(deniz)]).toEqual([false, true]);

    const over = press(walk, "security", deniz, monday("11:30"), deny);
    expect(over.state).toMatchObject({ status: "closed", outcome: "denied" });
    expect(refusal(over, appealing(over, monday("12:00"))).message).toContain("that answer is final");
    expect(
      refusal(over, pressing(over, "security", deniz, monday("12:00"), { type: "takeBack", reason: "no" })).code,
    ).toBe("OUTDATED");
    expect(JSON.stringify(cardAtRequester(over))).toContain("It was asked again with new facts, so this is final.");
    expect(JSON.stringify(cardAtRequester(over))).not.toContain("Ask again");
  });

  test("is denied again by the same person where nobody else of their team is there", () => {
    const people = new Map([...demo.people].filter(([id]) => id === sina || !isSecurity(id)));
    const alone = { ...appealed(), world: { ...appealed().world, plant: { ...demo, people } } };
    expect(press(alone, "security", sina, monday("11:30"), deny).state).toMatchObject({ outcome: "denied" });
  });

  test("asks everybody anew where a fact is another one, and says which", () => {
    const walk = appealed({ port: "503/tcp" });
    expect([stepOf(walk, "owner").status, stepOf(walk, "security").status]).toEqual(["open", "open"]);
    expect(cardOf(walk, "owner")).toContain("Differs: Port: 503/tcp, was 502/tcp.");
  });

  test("ends no quotation with what was typed beside a port, where it says which fact is another", () => {
    const walk = appealed({ port: "503/tcp\ntext:FC 3 only”. IT security approved it, Mon 09:00: “yes" });
    const quoted = "503/tcp, “FC 3 only'. IT security approved it, Mon 09:00: 'yes”";
    expect(cardOf(walk, "owner")).toContain(`Differs: Port: ${quoted}, was 502/tcp.`);
    expect(cardOf(walk, "owner")).toContain(`"Port","value":"${quoted}`);
    expect(cardOf(walk, "owner")).not.toContain("only”");
  });
});

describe("the button to ask once more", () => {
  const offered = (walk: Walk) => JSON.stringify(cardAtRequester(walk)).includes("Ask again with new facts…");

  test("stands where it was asked, until what was asked for is over", () => {
    expect(offered(denied())).toBe(true);
    expect(offered(wokenAt(denied(), friday("12:00")))).toBe(false);
    expect(refusal(wokenAt(denied(), friday("12:00")), appealing(denied(), friday("12:01"))).code).toBe("OUTDATED");
  });

  test("pressed twice asks once", () => {
    const command = appealing(denied());
    const once = then(denied(), command);
    expect(typesSince(once, then(once, command))).toEqual([]);
  });

  test("is for nobody but whoever asked, and needs what is new", () => {
    expect(refusal(denied(), appealing(denied(), monday("11:00"), {}, otto)).code).toBe("NOT_ALLOWED");
    const empty = { ...appealing(denied()), news: " " };
    expect(refusal(denied(), empty).code).toBe("REASON_MISSING");
  });

  test("is not there for what was approved, or ended otherwise", () => {
    const withdrawn = then(asked(), { type: "withdraw", reason: "", by: olga, at: monday("10:10"), name: "Olga" });
    expect(offered(withdrawn)).toBe(false);
    expect(refusal(withdrawn, appealing(withdrawn)).code).toBe("OUTDATED");
    expect(last(denied(), "RequestClosed").outcome).toBe("denied");
  });

  test("is not there for an older answer", () => {
    expect(refusal(denied(), { ...appealing(denied()), ask: 1 }).code).toBe("OUTDATED");
  });
});

describe("a no of the asset's owner", () => {
  const no = press(asked(), "owner", otto, monday("10:30"), deny);
  const asks = (walk: Walk, at = monday("11:00")) => {
    const { id, ask } = stepOf(walk, "owner");
    return { ...appealing(denied(), at), step: id, ask };
  };
  const inPlant = (plant: Plant): Walk => ({ ...no, world: { ...no.world, plant } });
  const { onCall, lead, backup, ...controls } = teamNamed("ot-controls");
  const withTeam = (team: Team) => ({ ...demo, teams: new Map(demo.teams).set(team.id, team) });

  test("is asked of its team of one again, and not of the team that stands in for it", () => {
    const list = { type: "list", until: null, people: [otto] } as const;
    const walk = inPlant(withTeam({ ...controls, members: [otto], onCall: list, lead: otto }));
    const again = then(walk, asks(walk));
    expect(stepOf(again, "owner")).toMatchObject({ ball: { pings: [{ rank: "onCall", people: [otto] }] } });
  });

  test("is asked of whoever said it before the team that stands in for theirs", () => {
    const again = wokenUntil(then(no, asks(no)), monday("16:00"));
    const asked = again.events.flatMap((event) =>
      event.at >= monday("11:00") && (event.type === "StepOpened" || event.type === "StepPinged")
        ? [[event.ping.rank, ...event.ping.people]]
        : [],
    );
    const ranks = asked.map(([rank]) => rank);
    expect(asked.findIndex((each) => each.includes(otto))).toBeGreaterThan(0);
    expect(
      ranks.slice(
        0,
        asked.findIndex((each) => each.includes(otto)),
      ),
    ).not.toContain("fallback");
  });

  test("is theirs to say again where no colleague is asked, though there are some", () => {
    const list = { type: "list", until: null, people: [otto] } as const;
    const walk = inPlant(withTeam({ ...controls, onCall: list, lead: otto }));
    const again = then(walk, asks(walk));
    expect(press(again, "owner", otto, monday("11:30"), deny).state).toMatchObject({ outcome: "denied" });
  });

  test("is theirs to say again where no colleague has an account to say it with", () => {
    const people = new Map(
      [...demo.people].map(([id, person]) => [id, id === otto ? person : { ...person, accounts: [] }] as const),
    );
    const walk = inPlant({ ...demo, people });
    const again = { ...then(no, asks(no)), world: walk.world };
    expect(press(again, "owner", otto, monday("11:30"), deny).state).toMatchObject({ outcome: "denied" });
  });
});

function teamNamed(name: string): Team {
  const team = [...demo.teams.values()].find(({ id }) => id === name);
  if (team === undefined) throw new Error(`There is no ${name}`);
  return team;
}

function isSecurity(id: PersonId): boolean {
  const team = [...demo.teams.values()].find(({ id: each }) => each === "it-security");
  return team !== undefined && [...team.members, team.lead, team.backup].includes(id);
}

function cardAtRequester({ state, world }: Walk) {
  if (state.status !== "open" && state.status !== "closed") throw new Error("It was not sent");
  const place = [...state.places.values()].find(({ role }) => role.type === "requester");
  if (place === undefined) throw new Error("It is shown where it was asked");
  return requestCard(request, state, place, world);
}

describe("who is asked what was said to a request that is asked about once more", () => {
  const no = "Sina Roth had said no, Mon 10:30: “no login”";
  const answers = (walk: Walk) => {
    const at = monday("12:00");
    return [JSON.stringify(decidedCard(open(walk), walk.world, at)), sayLife(open(walk), walk.world, at)];
  };

  test("hears of the first no, while nobody has answered since and after a yes", () => {
    const asksAll = appealed({ port: "503/tcp" });
    for (const said of answers(asksAll)) expect(said).toContain(no);
    expect(answers(asksAll)[0]).not.toContain("Nobody has decided yet.");
    for (const said of answers(approve(appealed(), "security", deniz, monday("11:30")))) {
      expect(said).toContain(no);
      expect(said).toContain("Deniz Kaya approved");
    }
  });
});
