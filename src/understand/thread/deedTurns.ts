import { type Lists, turns } from "../turns/turns.ts";

const WORDS: Lists = {
  DID: `opened closed installed updated upgraded restarted rebooted created configured enabled unlocked connected replaced
    implemented finished completed deployed patched flashed activated whitelisted provisioned disabled`,
  THING: "port ports rule rules access account vpn firewall_rule connection user update login it all everything",
  SET: "open opened closed set_up active in_place created live done finished in ready removed configured deployed installed",
};

/** It is carried out. */
export const DONE = turns(
  [
    "^ (it|this|that|all|everything|job|work|already|now|just)? (is|are|has_been)? (all|now|already)? done|finished|completed|implemented|complete (now|at|since|and|by|from|with|thanks|rule|ticket|see)?",
    "^ (i|we|just|have)? (have|just)? (just|now|already)? DID it|the|this|that|rule|port|now|again|_",
    "^ (the|your)? THING (<n>)? (is|are|was|has_been|have_been)? (now|already|again|all)? SET (now|again|since|at)?",
    "^ (is|are)? (all)? set up (now)?",
    "^ opened|closed (again)? $",
    "^ (ist|alles|es|das|port|regel|zugang|habe|hab|schon)? (ist|es|das|alles)? (jetzt|schon|nun|soeben|auch)? erledigt|fertig|umgesetzt|eingerichtet|abgeschlossen|gemacht|installiert|freigeschaltet|eingespielt|aufgemacht|zugemacht",
    "^ port|regel|zugang|verbindung (<n>)? (ist)? (jetzt|wieder|nun)? offen|zu|geschlossen|gesperrt|aktiv|drin",
    "^ (ya|todo|esta|ya_esta|puerto|regla|queda)? (esta|ya|todo)? hecho|hecha|listo|lista|terminado|abierto|abierta|cerrado|cerrada|configurado|completado|instalado|creado|creada",
  ],
  WORDS,
);

/** What was opened in an emergency was looked at afterwards. */
export const REVIEWED = turns([
  "^ (it|this|that|all|everything|i|we)? (is|was|have|has_been)? (just|now|also)? reviewed (and|now|with|by|it|this|that|everything|all|the|ok|fine|no)?",
  "^ (my|our|the)? review (is)? (now)? done|complete|completed|finished|closed",
  "^ (i|we)? (have)? (now)? looked|went|gone|been through it|this|that|everything|the_log|the_logs|the_recording|the_session",
  "^ (ist|es|alles|das|wir|ich)? (ist|habe|haben|hab)? (es|alles|das|ich|wir)? (jetzt|schon|alles|auch)? geprüft|nachgeprüft|gesichtet|durchgesehen|nachgesehen",
  "^ (die|meine|unsere)? nachprüfung|prüfung|sichtung|durchsicht|review (ist)? abgeschlossen|erledigt|fertig|gemacht|durch",
  "^ (lo|ya|todo|esta|queda|ya_esta)? (he|hemos|esta|todo)? revisado|revisada|comprobado|comprobada",
  "^ (la)? revision (esta)? hecha|terminada|completa|completada|cerrada",
]);

/** It was carried out, and is as before again. */
export const ROLLED_BACK = turns([
  "rolled|roll (it|everything|that|the_change)? back",
  "^ rollback",
  "^ (i|we|have|had_to)? (have)? reverted|undone|undid|backed_out",
  "had to revert|undo|roll|back_out",
  "zuruckgebaut|zuruckgerollt|ruckgangig|zuruckgesetzt|zuruckgedreht",
  "^ (lo|la|hemos|se)? (lo|hemos|ha|he)? (hemos)? revertido|deshecho",
  "marcha atras",
  "vuelto|volvimos atras",
]);

/** It could not be carried out. */
export const FAILED = turns([
  "^ (it|this|that|update|restart|change|has)? (has)? failed",
  "^ (it|this|that)? did not work_out|work",
  "^ (i|we)? could not do|be|open|install|finish|complete|reach|connect|carry",
  "^ (i|we)? (was|were|am|are)? unable to",
  "hat|ist (leider)? nicht geklappt|funktioniert|gegangen",
  "^ (ich|wir)? konnte|konnten (ich|wir|es|das)? (es|das|leider)? nicht",
  "fehlgeschlagen|gescheitert",
  "no se ha|pudo|puede|han (podido)? (hacer)?",
  "^ ha fallado",
  "^ fallo",
]);

/** What was done works, for whoever needed it. */
export const WORKS = turns([
  "^ (yes|it|this|that|all|now|everything|port|connection|access|login|great)? (is)? (all|now|again)? (is)? works|working|confirmed (now|fine|again|great|perfectly|for|like|as|thanks|thank|and|since|well)?",
  "^ both (of_them)? (are|now)? (now)? work|works|working|run|running|confirmed|good",
  "^ (i|we)? (have|can)? confirm|confirmed both",
  "^ beide|beides (jetzt|sind|ist)? (jetzt)? funktioniert|funktionieren|lauft|laufen|geht|gehen|klappt|bestatigt",
  "^ (los|las)? dos|ambos|ambas (cosas)? (ya)? funcionan|funciona|van (bien)? $",
  "^ (los|las)? dos|ambos|ambas (estan|quedan)? confirmados|confirmadas",
  "^ confirmo|confirmamos (los|las)? dos|ambos|ambas",
  "^ (i|we)? (have)? tested (it)? (and)? (ok|works|fine|successfully)? $",
  "^ (i|we)? can (now)? connect|log_in|login|reach|read|access (it|again)? (now|again)?",
  "^ we|i are|am in|connected|online $",
  "^ (es|jetzt|ja|alles|das|verbindung|nun|ist)? (es|jetzt|alles)? funktioniert|lauft|klappt|geht|bestatigt (jetzt|wieder|nun|alles|gut|super|prima|danke|bei_uns)? (gut|danke|alles|wieder)? $",
  "^ (ya|si|ahora|todo|esto|confirmado)? (todo|ya|nos)? funciona|conecta|confirmado|va (bien|perfecto|gracias|todo|ahora)? $",
  "^ ya va",
]);

/** What was done does not work, for whoever needed it. */
export const DOES_NOT_WORK = turns([
  "^ (sorry|no|it|this|that|still|port|connection)? (still)? does|do|is not (yet)? work|working|connect|reachable|open|there",
  "^ still does|is|do|can|not|no|nothing|broken|down|dead|blocked|timeout|timing|the_same",
  "^ (it|that|this)? not working",
  "^ (we|i)? (have|get|still)? no connection|access|response|answer_from (yet|still)?",
  "^ (we|i)? (still)? can not connect|reach|log_in",
  "^ same error|problem|timeout|issue|as_before",
  "^ (es|das|port|verbindung)? geht|funktioniert|lauft|klappt (bei_uns)? (immer_noch|noch|leider|noch_immer|weiterhin)? nicht",
  "immer noch nicht|kein|keine|tot",
  "^ (noch)? kein|keine verbindung|zugriff|zugang|anmeldung",
  "^ (todavia|aun|esto|eso|ya)? sigue|continua sin|igual",
  "^ (todavia|aun|esto|eso)? no funciona|conecta|va|hay_conexion",
]);

/** What stood, runs. */
export const RUNNING_AGAIN = turns([
  "running|runs|run|producing|works|working|printing|moving|going|operating|rolling again",
  "^ (line|it|we|everything|machine|production)? (<n>)? (is|are)? back up|again|online|to_normal|in_production|running|on",
  "is|are back up|again|online|running $",
  "^ (is|are|line|it|we)? (<n>)? (is|are)? up and_running|again|now",
  "^ (line|machine)? (<n>)? (is|are)? running|runs|producing (now|fine|again|normally|since)? $",
  "line (<n>)? (is|_)? (now)? runs|running|producing (again)? $",
  "^ all good|fine|ok|clear again",
  "^ (problem|issue|fault)? (is)? solved|resolved|fixed (it)? $",
  "false alarm",
  "lauft|produziert|fahrt|druckt|geht|dreht (jetzt)? wieder",
  "wieder in_betrieb|am_laufen|angelaufen|online|da",
  "fehlalarm",
  "vuelve a funcionar|producir|andar|marchar",
  "en marcha (otra_vez|de_nuevo|ya)?",
  "funciona|produce|anda otra_vez|de_nuevo",
  "falsa alarma",
]);
