import type { Plant } from "../../src/plant/plant.ts";
import type { Language } from "../../src/words/reader.ts";
import { say } from "../../src/words/say.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { friday, LINE_3, OT } from "./useStory.ts";

/** Line 3 speaks German in Slack, IT's network team Spanish on Teams; OT in Slack and security on Teams speak English. */
const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "nils"], both: ["deniz"] }, (plant) => ({
  ...plant,
  people: speaking(speaking(plant.people, "oksana", "de"), "nils", "es"),
  teams: speaking(speaking(plant.teams, "line-3-operators", "de"), "it-network", "es"),
  lines: speaking(plant.lines, "line-3", "de"),
}));

function speaking<Id, Value>(all: ReadonlyMap<Id, Value>, who: string, language: Language): ReadonlyMap<Id, Value> {
  return new Map([...all].map(([id, each]) => [id, id === who ? { ...each, language } : each]));
}

/** @returns the card of whoever asked */
async function asked() {
  await story.asks("oksana", "kannst du bis Freitag 12 Uhr Port 502 zur PLC-12 öffnen? wir wollen die Zähler lesen");
  if (story.buttons(LINE_3, "Noch nichts gesendet.").includes("Ausfüllen…"))
    await story.presses("oksana", LINE_3, "Ausfüllen…", { "Wofür ist es?": "Zähler lesen" });
  await story.presses("oksana", LINE_3, "Senden");
  return story.card(LINE_3, "HAM-1");
}

async function approved() {
  await asked();
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
}

describe("one request of a German operator, English approvers and a Spanish technician", () => {
  test("is asked for and followed in German", async () => {
    const { text } = await asked();
    expect(text).toContain("Port 502 zu PLC-12 öffnen");
    expect(text).toContain("In Prüfung. Noch nichts freigegeben.");
    expect(text).toContain("noch niemand, gefragt wurde Otto, Mo 09:00");
    expect(story.buttons(LINE_3, "HAM-1")).toEqual(
      expect.arrayContaining(["Notiz…", "Zurückziehen…", "Angabe ändern…"]),
    );
  });

  test("is approved in English, on both platforms", async () => {
    await asked();
    expect(story.card(OT, "HAM-1").text).toContain("Nothing approved yet.");
    const there = story.teams.text(story.teams.card("it-security", "HAM-1"));
    expect(there).toContain("Open port 502 to PLC-12");
    expect(there).toContain("Consider: Modbus has no login");
  });

  test("is carried out in Spanish, and the floor reads in German what was done", async () => {
    await approved();
    const there = story.teams.text(story.teams.card("it-network", "HAM-1"));
    expect(there).toContain("Abrir puerto 502/tcp hacia PLC-12");
    expect(there).toContain("Aprobado, no ejecutado. No es un permiso de trabajo.");
    expect(there).toContain("La línea sabe que se está tocando la red.");
    await story.teams.presses("nils", "it-network", "Abierto…", {
      "Número de regla o de ticket": "4711",
    });
    expect(story.buttons(LINE_3, "Funktioniert es?")).toEqual(["Funktioniert", "Funktioniert nicht…"]);
    await story.presses("oksana", LINE_3, "Funktioniert");
    expect(story.card(LINE_3, "Offen bis Fr 12:00.").text).toContain("Nils Hagen: geöffnet, Mo 09:00 („4711“)");
    expect(story.card(OT, "Open until Fri 12:00.").text).toContain("Nils Hagen: opened, Mon 09:00 (“4711”)");
    await story.until(friday("12:00:01"));
    expect(story.teams.text(story.teams.card("it-network", "Sigue abierto hasta que se cierre de nuevo"))).toContain(
      "Venció vie 12:00.",
    );
  });

  test("is refused in the language of whoever pressed what is not theirs", async () => {
    await asked();
    const card = story.teams.card("it-security", "HAM-1");
    await story.teams.fake.as("nils").presses(card, "Take it", { seenBy: "sina" });
    expect(story.teams.told("nils")).toBe("HAM-1 está con IT security. Se les puede dejar una nota.");
  });
});

test("a plant that says du is spoken to so", () => {
  const plant: Pick<Plant, "language" | "formOfAddress"> = { language: "de", formOfAddress: "informal" };
  expect(say(plant, "notice.yourTurn")).toBe("Du bist dran.");
  expect(say({ ...plant, formOfAddress: "formal" }, "notice.yourTurn")).toBe("Sie sind dran.");
});
