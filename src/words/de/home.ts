import type { Texts } from "../catalogue.ts";
import type { HomeWords } from "../said/home.ts";

export const home: Texts<HomeWords> = {
  "home.title": "{you, select, informal {Deine} other {Ihre}} Startseite",
  "home.waiting": "Wartet auf {you, select, informal {dich} other {Sie}}, das Dringendste zuerst",
  "home.waitingNone": "Nichts wartet auf {you, select, informal {dich} other {Sie}}.",
  "home.mine": "{you, select, informal {Deine} other {Ihre}} Anfragen, neueste zuerst",
  "home.mineNone": "In letzter Zeit keine Anfragen.",
  "home.granted":
    "Offen an {you, select, informal {deinen} other {Ihren}} Linien und Maschinen, das früheste Ende zuerst",
  "home.grantedNone": "An {you, select, informal {deinen} other {Ihren}} Linien und Maschinen ist nichts offen.",
  "home.grantedAll": "Offen im Werk, das früheste Ende zuerst",
  "home.grantedAllNone": "Im Werk ist nichts offen.",
  "home.oneByOne": "Einzeln:",
  "home.ask": "Anfragen…",
  "home.asOf": "Stand {when}.",
  "home.stranger":
    "Das Werk kennt dieses Konto nicht, daher werden Anfragen anderer nicht gezeigt. {you, select, informal {Gehörst du} other {Gehören Sie}} dazu, bitte „link“ an mich schreiben.",
  "home.old": "Die Startseite steht jetzt weiter unten",
  "home.askTitle": "Anfragen",
  "home.askIntro":
    "Ein Satz genügt. Nichts wird gesendet, bevor {you, select, informal {du} other {Sie}} den Entwurf gesehen {you, select, informal {hast} other {haben}}.",
  "home.askLabel": "Was wird gebraucht?",
  "home.askHint": "Zum Beispiel: Können wir Port 502 zur PLC-12 bis Freitagmittag öffnen?",
  "home.askMissing": "Bitte schreiben, was gebraucht wird; wenige Worte genügen.",
  "home.turnNobody": "niemand zuständig",
  "home.turnWorks": "funktioniert es?",
  "home.dueAt": "{what}, fällig {when}",
  "home.overdueSince": "{what}, überfällig seit {when}",
  "home.turnFor": "für {party}",
  "home.turnBy": "{turn}, angefragt von {who}: {text}",
  "home.notSent": "Noch nicht gesendet: {text}",
  "home.grantedFor": "{name}: {until}, für {who}; {watch}",
  "home.watches": "Referee achtet auf das Ende",
};
