import { asksForDigest } from "../../src/intake/digestWords.ts";
import { demo } from "../request/scene.ts";

const OT = ["ot-controls", "ot-scada"];

describe("the digest is asked for", () => {
  test.each([
    { text: "digest", teams: [], day: "now" },
    { text: "Digest please!", teams: [], day: "now" },
    { text: "show me the digest", teams: [], day: "now" },
    { text: "today's digest", teams: [], day: "now" },
    { text: "the daily summary, please", teams: [], day: "now" },
    { text: "digest for OT", teams: OT, day: "now" },
    { text: "digest for ot", teams: OT, day: "now" },
    { text: "Can you show me the digest of OT SCADA?", teams: ["ot-scada"], day: "now" },
    { text: "yesterday's digest", teams: [], day: "yesterday" },
    { text: "the digest from yesterday", teams: [], day: "yesterday" },
    { text: "Digest bitte", teams: [], day: "now" },
    { text: "Zeig mir den Digest für OT controls", teams: ["ot-controls"], day: "now" },
    { text: "Digest von gestern", teams: [], day: "yesterday" },
    { text: "den gestrigen Digest", teams: [], day: "yesterday" },
    { text: "Tagesübersicht für die OT", teams: OT, day: "now" },
    { text: "Zusammenfassung von heute", teams: [], day: "now" },
    { text: "Muéstrame el resumen", teams: [], day: "now" },
    { text: "resumen de OT", teams: OT, day: "now" },
    { text: "el resumen de ayer", teams: [], day: "yesterday" },
    { text: "digest del equipo OT SCADA", teams: ["ot-scada"], day: "now" },
    { text: "el resumen del día, por favor", teams: [], day: "now" },
  ])("by “$text”", ({ text, teams, day }) => {
    expect(asksForDigest(text, demo)).toEqual({ type: "digest", teams, day });
  });

  test.each([
    { text: "the digest is wrong" },
    { text: "can we open port 502 to PLC-12 for the digest server?" },
    { text: "digest for the canteen" },
    { text: "what did the digest say about PLC-12?" },
    { text: "need a summary of the alarms exported" },
  ])("and not by “$text”", ({ text }) => {
    expect(asksForDigest(text, demo)).toBeNull();
  });
});
