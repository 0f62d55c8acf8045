import { readFileSync } from "node:fs";
import fc from "fast-check";
import { z } from "zod";
import { decodeAction } from "../../src/card/action.ts";
import { notRecordedCard } from "../../src/card/threadCard.ts";
import { DAY_MS, later } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import { fillFrom } from "../../src/intake/prefill.ts";
import { readPress } from "../../src/intake/press.ts";
import { type Spoken, spokenIn } from "../../src/intake/spoken.ts";
import { type PersonId, TeamId } from "../../src/plant/ids.ts";
import { decide } from "../../src/request/decide.ts";
import { RequestId } from "../../src/request/ids.ts";
import { readThread } from "../../src/understand/thread/readThread.ts";
import { Values } from "../../src/workflow/value.ts";
import { happenings, tried } from "../card/randomWalk.ts";
import {
  approve,
  approved,
  asked,
  askedLast,
  askedOf,
  deniz,
  friday,
  leadToo,
  max,
  monday,
  nils,
  olga,
  open,
  otto,
  paula,
  press,
  sina,
  stepOf,
} from "../request/scene.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import { sent, then, valuesFrom, type Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const kept = RequestId.parse("req_ba9876543210");

function spoken(walk: Walk, by: PersonId, text: string): Spoken | null {
  const reading = readThread(text, walk.world.plant.code);
  const at = walk.state.at;
  return spokenIn({ request, text, reading, place: null }, walk.state, { by, at, name: by }, walk.world);
}

/** What the words are answered with, as it is offered: behind each button stand the words. */
function offered(walk: Walk, by: PersonId, text: string): readonly string[] {
  const { state, world } = walk;
  const answer = spoken(walk, by, text);
  if (answer?.type !== "buttons" || (state.status !== "open" && state.status !== "closed")) return [];
  const { blocks } = notRecordedCard(
    request,
    state,
    answer.buttons,
    { words: text, ref: kept },
    "comment",
    world.plant,
  );
  const actions = blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
  return actions.flatMap((action) => (action.type === "press" ? [action.value] : [])).slice(0, -1);
}

const verbsFor = (walk: Walk, by: PersonId, text: string) =>
  offered(walk, by, text).map((value) => decodeAction(value).verb);

/** What stands in the form behind the first button, by input. */
function filled(walk: Walk, by: PersonId, text: string): Readonly<Record<string, string>> {
  const { state, world } = walk;
  const [value] = offered(walk, by, text);
  if (value === undefined || (state.status !== "open" && state.status !== "closed")) throw new Error("Nothing offered");
  const action = decodeAction(value);
  const pressing = readPress(action, state, { by, at: state.at, name: by }, world);
  if (pressing.type !== "form") throw new Error("It opens no form");
  const form = fillFrom(pressing.form, action.verb, text, state, state.at, world);
  return Object.fromEntries(
    form.inputs.map(({ id, initial, kind }) => [id, kind.type === "dateTime" ? JSON.stringify(kind) : initial]),
  );
}

const deny = { type: "deny", reason: "no login", yesIf: "a jump host" } as const;
const denied = () => press(approve(asked(), "owner", otto, monday("10:20")), "security", sina, monday("10:30"), deny);
const YES = { type: "approve", limits: [], values: {} } as const;
const DONE = { type: "finish", outcome: "done", evidence: "the way in, for Jan", onSite: "", values: {} } as const;

function riskTaken(): Walk {
  const walk = denied();
  const { id: step, ask } = stepOf(walk, "security");
  const values = Values.parse({ source: "asset:historian", port: "502/tcp", initiator: "source" });
  const command = { type: "takeRisk", step, ask, reason: "the batch is lost else", values } as const;
  return then(walk, { ...command, by: max, at: monday("11:00"), name: max });
}

function ruled(): Walk {
  const walk = press(asked(), "owner", otto, monday("10:10"), { type: "notMine", whose: null, reason: "" });
  const rule = { type: "rule", team: TeamId.parse("ot-scada"), reason: "they commissioned it" } as const;
  return press(walk, "owner", paula, monday("10:20"), rule);
}

function ownerLeadsToo(): Walk {
  const type = typeNamed("restart");
  const at = monday("10:00");
  const values = { ...valuesFrom(type, "requester", at), destination: "asset:plc-12" };
  return sent({ plant: leadToo(), type, by: olga, at }, values);
}

function brokenGlass(): Walk {
  const facts = { machine: "asset:plc-12", until: String(monday("13:00")) };
  const agreed = press(askedOf(typeNamed("break-glass"), facts), "operations", paula, monday("10:02"), YES);
  return press(agreed, "open", askedLast(agreed, "open")[0], monday("10:05"), DONE);
}

function agreement(): Walk {
  const until = String(later(monday("10:00"), 60 * DAY_MS));
  const facts = { machine: "asset:palletizer", visitor: "PackTec", sponsor: "Karin", until };
  const one = press(askedOf(typeNamed("vendor-agreement"), facts), "owner", otto, monday("10:10"), YES);
  const told = Values.parse({ jumpHost: "asset:historian", secondFactor: "yes", recorded: "yes" });
  const both = press(one, "security", sina, monday("10:20"), { ...YES, values: told });
  return press(both, "network", nils, monday("11:00"), { ...DONE, evidence: "account 12", onSite: "Nils" });
}

const reviewer = (walk: Walk) => {
  const step = [...open(walk).steps.keys()].find((id) =>
    open(walk)
      .rules.stages.at(-1)
      ?.steps.some((s) => s.id === id),
  );
  if (step === undefined) throw new Error("Nobody reviews it");
  return askedLast(walk, step)[0];
};

describe("words in a thread lead whoever may do it, and nobody else, to its one button", () => {
  test.each<[string, () => Walk, PersonId, string, PersonId, readonly string[]]>([
    [
      "a no asked about once more",
      denied,
      olga,
      "appeal",
      otto,
      [
        "ask again, we have a new firewall now",
        "bitte noch einmal prüfen, wir haben jetzt eine Firewall",
        "preguntad otra vez, ahora tenemos un cortafuegos",
      ],
    ],
    ["a fact that is another one after a no", denied, olga, "appeal", otto, ["until Thursday 12:00"]],
    [
      "a risk taken",
      denied,
      max,
      "takeRisk",
      paula,
      ["I take the risk", "ich übernehme das Risiko", "asumo el riesgo"],
    ],
    [
      "a risk taken back",
      riskTaken,
      max,
      "takeBack",
      deniz,
      ["I no longer take the risk", "ich übernehme das Risiko nicht mehr", "ya no asumo el riesgo"],
    ],
    [
      "a ruling lifted",
      ruled,
      paula,
      "unrule",
      olga,
      ["lift the ruling", "wir heben die Zuordnung auf", "retiro la asignación"],
    ],
    ["a yes to both", ownerLeadsToo, otto, "both", olga, ["approve both", "beide freigegeben", "los dos aprobados"]],
    [
      "a step for a colleague",
      asked,
      otto,
      "handOver",
      nils,
      ["hand this to Karin", "gib das an Karin weiter", "pásalo a Karin"],
    ],
    ["a step for another team", asked, otto, "notMine", nils, ["hand this to IT network"]],
    [
      "an end of what was agreed on",
      agreement,
      sina,
      "cutOff",
      nils,
      ["end the agreement", "Vereinbarung beenden", "rescindimos el acuerdo"],
    ],
  ])("%s", (_, walk, by, verb, other, texts) => {
    for (const text of texts) {
      expect([text, verbsFor(walk(), by, text)]).toEqual([text, [verb]]);
      expect([text, verbsFor(walk(), other, text)]).toEqual([text, []]);
    }
  });

  test("a review of what was opened in an emergency", () => {
    const walk = brokenGlass();
    for (const text of ["reviewed, nothing odd in the log", "geprüft, alles in Ordnung", "revisado, todo bien"]) {
      expect(verbsFor(walk, reviewer(walk), text)).toContain("done");
      expect(verbsFor(walk, nils, text)).toEqual([]);
    }
  });
});

describe("the form behind it", () => {
  test("has what is new, and the facts that are others now", () => {
    const form = filled(denied(), olga, "ask again until Thursday 12:00, we have a new firewall now");
    expect(form).toMatchObject({ note: "ask again until Thursday 12:00, we have a new firewall now" });
    expect(JSON.stringify(form)).toContain("2026-11-26");
    expect(JSON.stringify(filled(denied(), olga, "ask again, we have a new firewall now"))).not.toContain("2026-11-26");
  });

  test("has the reason for a risk, where the words have one", () => {
    expect(filled(denied(), max, "I take the risk, the batch is lost else").reason).toBe("the batch is lost else");
    expect(filled(denied(), max, "I take the risk").reason).toBe("");
  });

  test("has the colleague, or the team, that the words name", () => {
    expect(filled(asked(), otto, "hand this to Karin please").person).toBe("karin");
    expect(filled(asked(), otto, "hand this to IT network").team).toBe("it-network");
  });

  test("has what was seen in a review", () => {
    const walk = brokenGlass();
    expect(filled(walk, reviewer(walk), "reviewed, nothing odd in the log").evidence).toBe("nothing odd in the log");
  });
});

test("a button for two steps is still one for both when words lead to it", () => {
  const walk = ownerLeadsToo();
  const [value] = offered(walk, otto, "approve both");
  const action = decodeAction(value ?? "");
  expect(action).toMatchObject({ verb: "both", words: kept });
  expect(readPress(action, walk.state, { by: otto, at: walk.state.at, name: "Otto" }, walk.world).type).toBe("form");
});

const ALL = readFileSync(new URL("../understand/thread/disputes.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);

/** Why what was offered is refused to whoever it was offered to; null where it is taken, or opens its form. */
function refused(value: string, by: PersonId, { state, world }: Walk): string | null {
  const action = decodeAction(value);
  try {
    const pressing = readPress(action, state, { by, at: state.at, name: by }, world);
    if (pressing.type === "command") decide(state, pressing.command, world);
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return `${action.verb}: ${error.message}`;
    throw error;
  }
}

test("nothing that words are answered with refuses whoever wrote them", () => {
  const people = [olga, otto, sina, nils, paula, max];
  const lives = fc.tuple(fc.constantFrom(...activeTypes.map(({ type }) => type)), happenings, fc.nat());
  fc.assert(
    fc.property(lives, ([id, all, from]) => {
      const type = typeNamed(id);
      let walk = askedOf(type);
      for (const [at, next] of all.entries()) {
        walk = tried(walk, next, type);
        const text = ALL[(from + at) % ALL.length] ?? "";
        for (const by of people)
          expect(offered(walk, by, text).flatMap((value) => refused(value, by, walk) ?? [])).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
});

test("words that a no ends nothing of stay a comment", () => {
  expect(spoken(approved(), olga, "ask again, we have a new firewall now")).toBeNull();
  expect(spoken(denied(), otto, "I take the risk")).toBeNull();
  expect(friday("12:00")).toBeGreaterThan(denied().state.at);
});

describe("whoever writes what is written on a button of theirs", () => {
  test.each([
    { by: otto, text: "Approve", verb: "approve" },
    { by: otto, text: "Freigeben", verb: "approve" },
    { by: otto, text: "aprobar.", verb: "approve" },
    { by: otto, text: "approve with limits…", verb: "limits" },
    { by: otto, text: "Mit Auflagen freigeben", verb: "limits" },
    { by: otto, text: "HAM-1: Ablehnen", verb: "deny" },
    { by: otto, text: "Rechazar", verb: "deny" },
    { by: otto, text: "Rückfrage", verb: "ask" },
    { by: otto, text: "Übernehmen", verb: "take" },
    { by: otto, text: "No me toca", verb: "notMine" },
    { by: paula, text: "Erinnern", verb: "nudge" },
    { by: paula, text: "please remind security", verb: "nudge" },
    { by: paula, text: "Close with a reason", verb: "close" },
    { by: olga, text: "Angabe ändern", verb: "change" },
  ])("is offered it: $by, “$text”", ({ by, text, verb }) => {
    expect(verbsFor(asked(), by, text)[0]).toBe(verb);
  });

  test("is offered that of the type's own words, too", () => {
    expect(verbsFor(approved(), nils, "Geöffnet")[0]).toBe("done");
    expect(verbsFor(approved(), nils, "Abierto")[0]).toBe("done");
  });

  test("and of nobody else's", () => {
    expect(verbsFor(asked(), nils, "Freigeben")).toEqual([]);
    expect(verbsFor(asked(), otto, "Erinnern")).toEqual([]);
  });

  test("reads an empty question in its form, not the name of its button", () => {
    expect(filled(asked(), otto, "Rückfrage")).toEqual({ question: "" });
  });

  test("yes to both, in three languages, is for both", () => {
    const both = ["yes to both", "beides ja", "sí a ambos", "Beides freigeben", "ja, beides"];
    const by = askedLast(ownerLeadsToo(), "owner")[0];
    expect(both.map((text) => verbsFor(ownerLeadsToo(), by, text)[0])).toEqual(both.map(() => "both"));
  });
});

describe("what Ops write where something does not move", () => {
  const notOurs = () => press(asked(), "owner", otto, monday("10:10"), { type: "notMine", whose: null, reason: "" });
  const frozen = () => {
    const at = monday("13:52");
    const walk = asked({ at: monday("12:52") });
    return approve(approve(walk, "owner", otto, at), "security", sina, at);
  };

  test("names the team whose it is, and is offered to rule so", () => {
    expect(verbsFor(notOurs(), paula, "this belongs to OT SCADA")[0]).toBe("rule");
    expect(filled(notOurs(), paula, "this belongs to OT SCADA")).toMatchObject({ team: "ot-scada" });
  });

  test("lets it go on though it is frozen, with their reason", () => {
    const text = "go on despite the freeze, the line loses batches";
    expect(verbsFor(frozen(), paula, text)).toEqual(["setFreezeAside"]);
    expect(filled(frozen(), paula, text)).toEqual({ reason: "the line loses batches" });
    expect(verbsFor(frozen(), otto, text)).toEqual([]);
  });
});
