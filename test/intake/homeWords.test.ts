import { asksForHome, asksForInbox } from "../../src/intake/homeWords.ts";

describe("words that ask for one's own inbox", () => {
  test.each([
    "what waits for me?",
    "What's waiting for me",
    "what is waiting for me today?",
    "hi, what is still open for me please",
    "my inbox",
    "inbox",
    "show me my approvals",
    "what do I have to approve?",
    "what's on my plate?",
    "is there anything waiting for me?",
    "was wartet auf mich",
    "Was wartet auf mich?",
    "was wartet noch auf mich?",
    "was liegt bei mir?",
    "was liegt gerade bei mir an?",
    "wartet etwas auf mich?",
    "was muss ich noch freigeben?",
    "mein Posteingang",
    "meine offenen Freigaben, bitte",
    "¿Qué me espera?",
    "qué me espera hoy",
    "que esta esperando por mi?",
    "¿qué tengo pendiente?",
    "¿Qué debo aprobar?",
    "mis pendientes",
    "muéstrame mi bandeja de entrada",
  ])("%s", (text) => {
    expect(asksForInbox(text)).toBe(true);
  });

  test.each([
    "what is waiting?",
    "what waits for OT controls?",
    "where is my request?",
    "what are my requests?",
    "can you open port 502 for me?",
    "was wartet auf Otto?",
    "was wartet auf IT?",
    "mein Zugang geht nicht",
    "the inbox of the MES is full",
    "was wartet auf mich wenn ich PLC-12 neu starte und danach Port 502 brauche?",
    "¿qué espera OT?",
    "",
  ])("are not: %s", (text) => {
    expect(asksForInbox(text)).toBe(false);
  });
});

describe("words that ask for one's home", () => {
  test.each(["home", "Home!", "my home", "show me my home", "Startseite", "meine Übersicht", "inicio", "mi inicio"])(
    "%s",
    (text) => {
      expect(asksForHome(text)).toBe(true);
    },
  );

  test.each(["start", "I go home", "can you open port 502?", "home office account for Olga", ""])(
    "are not: %s",
    (text) => {
      expect(asksForHome(text)).toBe(false);
    },
  );
});
