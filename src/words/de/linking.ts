import type { Texts } from "../catalogue.ts";
import type { LinkingWords } from "../said/linking.ts";

export const linking: Texts<LinkingWords> = {
  "linking.notKnown": "Das Werk kennt dieses Konto nicht, also gibt es nichts zu trennen.",
  "linking.inTheFile": "Dieses Konto steht in der Werksdatei. Die Administration des Werks kann es dort herausnehmen.",
  "linking.notYours":
    "Nichts wurde getrennt. Ops-Leitungen trennen andere, mit der Kennung aus der Werksdatei; Konten, die in der Datei stehen, werden dort herausgenommen.",
  "linking.unlinked":
    "{count, plural, one {Ein Konto ist} other {# Konten sind}} nicht mehr verknüpft und {count, plural, one {kann} other {können}} nichts entscheiden. Wer eines hat, schreibt von dort „link“, um es wieder zu verknüpfen.",
  "linking.codeGiven":
    "Dafür gibt es schon einen Code. {you, select, informal {Schreib} other {Schreiben Sie}} noch einmal „link“ für einen anderen.",
  "linking.fromKnown":
    "Bitte von dem Konto aus schreiben, unter dem das Werk {you, select, informal {dich} other {Sie}} kennt. Dieses kennt es noch nicht.",
  "linking.tooManyTries": "Von diesem Konto wurden zu viele Codes versucht. Bitte zehn Minuten warten.",
  "linking.codeUnknown":
    "Dieser Code ist nicht bekannt, oder seine zehn Minuten sind vorbei. Vom neuen Konto aus „link“ schreiben, um einen anderen zu bekommen.",
  "linking.alreadyKnown":
    "Dieses Konto ist als {who} bekannt. Um ein weiteres eigenes Konto zu verknüpfen, von dort aus „link“ an Referee schreiben.",
  "linking.offer":
    "Innerhalb von zehn Minuten „link {code}“ an Referee schreiben, von dem Konto aus, unter dem das Werk {you, select, informal {dich} other {Sie}} schon kennt. Den Code niemandem geben. Ohne ein solches Konto hilft die Administration des Werks.",
  "linking.notLinked":
    "Das wurde nicht verknüpft: Das Werk kennt {you, select, informal {dich} other {Sie}} auf {platform} unter einem anderen Konto oder kennt jenes als das von jemand anderem. Die Administration des Werks kann das ändern.",
  "linking.linked":
    "Das Konto auf {platform}, das sich {name} nennt, ist jetzt mit {you, select, informal {dir} other {Ihnen}} verknüpft.",
  "linking.asks":
    "Hat jemand diesen Code geschickt, dann nichts tun: Was von jenem Konto aus gedrückt wird, würde als {you, select, informal {deines} other {Ihres}} zählen, auch Freigaben. Ein Konto auf {platform}, das sich {name} nennt, möchte {you, select, informal {du} other {Sie}} sein. Gehört es {you, select, informal {dir} other {Ihnen}}, dann „link {code} yes“ schreiben.",
  "linking.asksFrom":
    "Hat jemand diesen Code geschickt, dann nichts tun: Was von jenem Konto aus gedrückt wird, würde als {you, select, informal {deines} other {Ihres}} zählen, auch Freigaben. Ein Konto auf {platform} mit der Adresse {address}, das sich {name} nennt, möchte {you, select, informal {du} other {Sie}} sein. Gehört es {you, select, informal {dir} other {Ihnen}}, dann „link {code} yes“ schreiben.",
  "linking.nothingWaits": "Darauf wartet nichts mehr.",
  "linking.taken": "Wofür diese Nachricht ist, wurde schon gesagt.",
};
