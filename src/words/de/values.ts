import type { Texts } from "../catalogue.ts";
import type { ValuesWords } from "../said/values.ts";

export const values: Texts<ValuesWords> = {
  "values.thing":
    "{kind, select, endpoint {Bitte eine Maschine oder Adresse nennen.} place {Bitte die Linie oder Maschine nennen.} other {Bitte die Maschine oder das System nennen, z. B. PLC-12.}}",
  "values.whichOne": "Was davon: {choices}?",
  "values.network": "{said} ist keine Netzgröße: Hinter dem Strich steht 0 bis {most}.",
  "values.writeRange": "Einen Bereich bitte als {from}-{to} schreiben.",
  "values.addressOrder": "Ein Bereich beginnt mit seiner kleineren Adresse.",
  "values.badAddress": "{said} ist keine Adresse: Ihre vier Zahlen gehen von 0 bis 255, ohne Nullen davor.",
  "values.noAddress": "{said} ist weder eine Maschine noch eine Adresse.",
  "values.choose": "Bitte eine der Antworten wählen.",
  "values.instant": "Bitte Tag und Uhrzeit schreiben, z. B. Fr 18:00.",
  "values.text": "Bitte ein paar Worte schreiben.",
  "values.port": "Bitte einen Port schreiben, z. B. 502/tcp.",
  "values.portBounds": "Ports gehen von 1 bis {last}.",
  "values.portOrder": "Ein Bereich beginnt mit seinem kleineren Port.",
  "values.icmp": "ICMP-Typen gehen von 0 bis {last}.",
  "values.isIt": "Ist {one} gemeint oder {first} und {second}?",
  "values.portOf": "Bitte den Port schreiben, den {name} dort nutzt, z. B. 502/tcp.",
  "values.portsOf": "{name} nutzt {ports}. Bitte schreiben, welchen.",
  "values.quoted": "{text}",
};
