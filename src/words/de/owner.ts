import type { Texts } from "../catalogue.ts";
import type { OwnerWords } from "../said/owner.ts";

export const owner: Texts<OwnerWords> = {
  "owner.cutOffSecurity": "{name} ist sofort zu trennen, sagt {who}.",
  "owner.attack": "{name}: Es könnte ein Angriff sein. Die IT-Sicherheit wird auch gerufen.",
  "owner.over": "{name}. {outcome} Es ist nichts mehr zu tun; falls schon etwas getan wurde, bitte hier schreiben.",
  "owner.deadline": "{name} {deadline}",
  "owner.deadlineYou": "{name} {deadline}: es wartet auf {you, select, informal {dich} other {Sie}}",
  "owner.mended": "{who} ist fertig mit {name}. Läuft es wieder?",
  "owner.mendedWhat": "{who} ist fertig mit {name}: {what}. Läuft es wieder?",
  "owner.runsAgain": "Läuft es wieder? Das hat zu {name} noch niemand gesagt.",
  "owner.howGoes":
    "{you, select, informal {Du hast} other {Sie haben}} {name}. Wie läuft es? Hier schreiben: Alle Beteiligten lesen es.",
  "owner.howGoesSince":
    "{you, select, informal {Du hast} other {Sie haben}} {name} seit {when}. Wie läuft es? Hier schreiben: Alle Beteiligten lesen es.",
  "owner.due": ", fällig {when}",
  "owner.withYou": "{name} liegt jetzt bei {you, select, informal {dir} other {Ihnen}}{due}.",
  "owner.notWorking":
    "{name} liegt wieder bei {you, select, informal {dir} other {Ihnen}}{due}. {who} sagt, dass es nicht funktioniert: {what}",
  "owner.othersLook":
    "{name} funktioniert nicht, sagt {who}: {what} {whose} sieht es sich noch einmal an; falls es am eigenen Teil liegen kann, bitte hier schreiben.",
  "owner.notDone": "{name}. {outcome} Wer helfen kann, schreibt es bitte hier.",
  "owner.reminder": "Erinnerung: {name} wartet auf {you, select, informal {deine} other {Ihre}} Antwort{due}.",
  "owner.nudged": "Ops fragt, wie es um {name} steht{due}.",
  "owner.handed": "{who} übergibt {you, select, informal {dir} other {Ihnen}} {name}{due}.",
  "owner.overdue":
    "{name} ist überfällig. Ops weiß es; die Antwort liegt weiter bei {you, select, informal {dir} other {Ihnen}}.",
  "owner.yourStep": "{you, select, informal {Dein} other {Ihr}} Schritt, {does}: {what}",
  "owner.asking": "{asks}: {what}",
  "owner.whyYou": "{you, select, informal {Warum du} other {Warum Sie}}: {why}.",
  "owner.released": "{name} liegt jetzt bei {you, select, informal {dir} other {Ihnen}}{due}: {who} hatte es ({why}).",
  "owner.nobodyAnswered":
    "{name} hat noch niemand beantwortet ({does}), daher jetzt die Frage an {you, select, informal {dich} other {Sie}}{due}.",
  "owner.nobodyTook":
    "bei {owner} hat noch niemand {name} übernommen, daher jetzt die Frage an {you, select, informal {dich} other {Sie}}{due}.",
  "owner.saidLast": "Zuletzt gesagt: {text} ({who}, {when}).",
  "owner.had": "{line}; {who} hatte es.",
  "owner.again": "{name} liegt wieder bei {you, select, informal {dir} other {Ihnen}}{due}.",
  "owner.questionAnswered": "{who} hat geantwortet: {answer}",
};
