import type { Texts } from "../catalogue.ts";
import type { SameWords } from "../said/same.ts";

export const same: Texts<SameWords> = {
  "same.heading": "Dasselbe, Stand {when}:",
  "same.waiting": "{key} fragt danach: {who}, {when}; jetzt {where}.",
  "same.yours": "{key} fragt danach: {you, select, informal {du} other {Sie}} selbst, {when}; jetzt {where}.",
  "same.told": "{key}: {what}",
  "same.standsOpen": "{times, plural, =1 {} other {#-mal angefragt. }}{key} ist offen bis {until}.",
  "same.allowed": "{times, plural, =1 {} other {#-mal angefragt. }}Zuletzt freigegeben als {key}, {when}.",
  "same.allowedUntil":
    "{times, plural, =1 {} other {#-mal angefragt. }}Zuletzt freigegeben als {key}, {when}, bis {until}.",
  "same.limits": "Auflagen: {limits}.",
  "same.join": "{key} anschließen",
  "same.like": "Wie {key}",
  "same.joined":
    "Hier {you, select, informal {erfährst du} other {erfahren Sie}}, wie {key} ausgeht. {you, select, informal {Dein} other {Ihr}} Entwurf ist weggelegt; nichts davon wurde gesendet.",
  "same.over": "{key} ist vorbei. {outcome} Falls noch nötig, bitte den eigenen Entwurf senden.",
  "same.filled": "Ausgefüllt wie {key}. Was damals entschieden wurde, wird neu gefragt.",
  "same.notSame": "Das ist nicht mehr dasselbe. Bitte senden oder ändern.",
  "same.likeAllowed":
    "Wie {key} (angefragt {when}, damals freigegeben); Unterschiede: {count, plural, =0 {keine} other {{fields}}}.",
  "same.likeDenied":
    "Wie {key} (nicht freigegeben, {when}); Unterschiede: {count, plural, =0 {keine} other {{fields}}}.",
  "same.likeOpen":
    "Wie {key} (angefragt {when}, beim Senden noch nicht entschieden); Unterschiede: {count, plural, =0 {keine} other {{fields}}}.",
  "same.alsoWait": "Warten auch darauf: {who}.",
  "same.waitsToo": "{who} wartet auch darauf und erfährt hier, wie es ausgeht.",
  "same.nowOpen": "{request}: offen bis {until}.",
  "same.ended": "{request}. {outcome}",
};
