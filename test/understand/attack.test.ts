import { isAttack } from "../../src/understand/danger.ts";

test.each([
  "PLC-12 was hacked",
  "there is a ransom note on the SCADA screen",
  "somebody broke into the historian",
  "line 3 is down, ransomware on the screen",
  "intrusion detected on PLC-7",
  "all files on the historian are encrypted",
  "I think we are under attack, PLC-7 changes its setpoints",
  "PLC-12 seems compromised",
  "someone logged in to PLC-7 without permission",
  "no drill: the historian got infected",
  "wir wurden gehackt, die SCADA zeigt eine Lösegeldforderung",
  "Auf dem SCADA-Server ist ein Trojaner",
  "Die Maus auf der SCADA bewegt sich von selbst",
  "unbefugter Zugriff auf PLC-12 bemerkt",
  "Hackerangriff auf Linie 3",
  "nos han hackeado el SCADA",
  "hay un virus en el historian",
  "ciberataque en la línea 3",
  "El ratón de la SCADA se mueve solo",
])("“%s” tells of an attack", (text) => {
  expect(isAttack(text)).toBe(true);
});

test.each([
  "can we scan PLC-12 for malware?",
  "what happens if PLC-12 gets hacked?",
  "we need ransomware protection on SCADA",
  "please install antivirus on the historian",
  "PLC-12 was not hacked, it was a power cut",
  "cyber awareness training about ransomware on Monday",
  "we want to test our ransomware plan next week",
  "Schulung: was tun gegen Ransomware",
  "life hack for the palletizer: hit it",
  "line 3 is down",
  "the intruder drill is at 10",
  "simulacro de ciberataque el lunes",
])("“%s” does not", (text) => {
  expect(isAttack(text)).toBe(false);
});
