import { type Lists, turns } from "./turns.ts";

const WORDS: Lists = {
  DONE: `opened restarted rebooted updated upgraded installed moved changed swapped replaced connected created patched flashed
    reflashed fixed solved resolved closed finished completed rolled removed added unlocked configured cleared cleaned
    checked found did done made gave took brought bounced kicked unplugged reinstalled deployed migrated enabled disabled
    allowed signed filed called told talked discussed had ran came went saw learned noticed met visited bought cycled
    whitelisted granted extended handled merged switched turned plugged hooked onboarded registered activated tried gone
    kept worked used helped wrote left lasted survived broke repaired exchanged postponed cancelled canceled logged pulled
    reseated tested looked tightened cabled mounted wired adjusted tuned recovered discovered watched stopped wiped
    decided introduced rejected denied approved documented ordered delivered got`,
  PEOPLE: `i we he she they it ot security network vendor supplier siemens krones abb danfoss someone guys guy team colleague
    operator operators electrician maintenance nils otto peter carlos kollege service technician oem shift everyone nobody`,
};

/** Somebody did it already, or it is in place. */
export const DONE = turns(
  [
    "PEOPLE (have|has|had|already|just|finally|also|then|both|all|even|only|ve|s)? (already|just|finally|even)? DONE",
    "^ (just|already|finally|have|has|had)? DONE",
    "is|are|was|were|been|got|has_been|have_been|had_been|gets (_)? (now|already|all|again|finally|just|back)? DONE",
    "has|have|had DONE",
    "hat|haben (jetzt|nun|schon)? ihre|seine|den|die (_)? rechte|zugang|zugriff|login seit|bekommen|schon|jetzt",
    "tiene|tienen (ya)? sus|su permisos|acceso|usuario|usuarios",
    "^ cambiado|cambiada|instalado|instalada|actualizado|actualizada|configurado|configurada|reiniciado|reiniciada|creado|creada|repartido|repartida _",
    "repartido|repartida|verteilt|distributed $",
    "tecnico|integrador|proveedor|fabricante|instalador|companero|ella|ya|y se|termino|acabo|entro|encontro|arreglo|reparo|dejo (desconecto|conecto|fue|marcho)?",
    "wurde|wurden|ist|sind|hat|habe|haben|hatte|hatten ... ge*t|ge*en|*gebaut|installiert|aktualisiert|erledigt|repariert|umgezogen|drauf|neu_gestartet|getauscht|eingespielt|aufgemacht|freigeschaltet",
    "^ _ (_)? getauscht|eingespielt|aktualisiert|installiert|geflasht|gewechselt|umgezogen|behoben|neu_gestartet|repariert|freigeschaltet",
    "he|hemos|han|ha|fue|ya_esta|ya_lo *ado|*ido|abierto|abierta|hecho|puesto|resuelto",
    "se|nos|les|le|ya|ya_lo|ya_la|ayer|anoche instalo|actualizo|cambio|puso|configuro|hizo|abrio|cerro|creo|migro|probo|reviso|reemplazo|conecto|arreglo|reparo|firmo|entrego|autorizo|renovo|quito|retiro (el|la|los|las|un|una|al|con|por|todo|a|en)",
    "ya|ayer|anoche|nos|lo|la|los|las instalaron|actualizaron|cambiaron|pusieron|configuraron|hicieron|abrieron|cerraron|crearon|migraron|probaron|revisaron|reemplazaron|conectaron|arreglaron|repararon|firmaron|entregaron|autorizaron|renovaron|quitaron|dieron|retiraron|terminaron|dejaron",
    "quedo|quedaron|quedamos listo|lista|listos|listas|instalado|instalada|configurado|configurada|abierto|abierta|cerrado|cerrada|hecho|hecha|resuelto|ok|bien|arreglado|actualizado|actualizada|conectado|conectada|cambiado|cambiada",
    "^ (ayer|se|ya)? actualizamos|instalamos|reiniciamos|cambiamos|abrimos|arreglamos|reinicie|instale|instalo|actualizo|conecto",
    "reset|reboot|restart|update|upgrade|patch|installation|flash|flashing|migration|move|change (_)? done|finished|helped|failed|installed|complete|completed|worked|successful|successfully|went|ok",
    "went well|fine|smooth|ok|smoothly|live|through|back|up",
    "is (_)? in_place|live|up_since|now_open|now_on|now_live|open_now|on_now|back_on|alive",
    "has|have|got his|her|their|my|the|a login|logins|access|account|accounts|rights|user",
    "^ closed|done|opened|update|report|summary|handover|schichtubergabe|shift_log |",
    "night|shift report|log|handover",
    "works|working|running|runs|stable fine|well|great|stable|ok|smooth|now|since",
    "had to ...",
  ],
  WORDS,
);

/** It is well again. */
export const RESOLVED = turns([
  "works|work|working|running|runs|run|up|fine|good|ok|prints|online|alive|smooth|stable|normal|back|moving again|now|fine|well|since|smooth|stable|line|online",
  "back up|online|in_production|to_normal|on_line|again|by_itself|on_air|in_service",
  "up and_running|again",
  "solved|resolved|sorted|nvm|nevermind|nm",
  "all good|ok|fine|green|clear|well|sorted",
  "never mind",
  "false alarm",
  "no problems|problem|drama|issues|more_problems",
  "problem|issue|error|alarm|fault|message|noise|flicker (is|was)? gone|solved|is_solved|is_gone|fixed|away|cleared",
  "forget it",
  "it|that|this was a|just|only|the",
  "was a|just|only (a|the)? loose|broken|bad|blown|cable|fuse|psu|connector|power|dirty|wrong",
  "turned out",
  "found it|the|out|nothing",
  "came back",
  "is|are back",
  "screen|line|machine|scada|mes|values is_back|are_back",
  "mystery solved",
  "lauft|geht|druckt|funktioniert|tut|produziert|steht (alles)? wieder|jetzt|nun|seit|rund",
  "^ lauft|geht $",
  "_ lauft $",
  "behoben|erledigt|alles_gut|war_nur|gelost|geklart|entwarnung|fehlalarm|alles_ok|alles_in_ordnung",
  "wieder da|ok|online|am_laufen|in_betrieb|gut",
  "war ein|der|die|das _ $",
  "passt (so|jetzt|wieder)? $",
  "ya funciona|va|esta|anda|arranca",
  "funciona otra_vez|de_nuevo",
  "en orden|marcha",
  "arreglado|arreglada|solucionado|solucionada|resuelto|falsa_alarma",
  "era un|una|la|el",
  "no me|nos|le hace_falta",
  "al final no",
  "^ retiro|retiramos|anulo|anulamos mi|la|nuestra|el",
  "after all $",
  "so muss|soll das|es (sein)? $",
  "that is|s how it should|ought",
  "asi debe|tiene ser|que_ser $",
  "rest|sonst|otherwise|lo_demas (_)? normal|ok|nix|ruhig|quiet|fine|bien",
  "todo|todos|alles|alle|all|everything (_)? (_)? responde|bien|ok|verde|grun|green|answers|answering $",
  "arbeit|job|trabajo beendet|finished|terminado",
  "thought (_)? (_)? (_)? we|i need|needed|have_to",
  "dachte|gedacht (_)? wir|ich brauchen|brauche|brauchten",
  "pense|pensaba|crei que necesit*|hacia",
  "^ lasst|lass|leave es|it $",
  "^ dejalo|dejadlo|dejenlo|olvidenlo",
  "are|sind all|alle (already|schon)? there|da|angelegt|created",
  "ist|sind|war|ware geflickt|beseitigt|geschafft|gelost",
  "brauche|brauch|brauchen ... doch_nicht|nicht_mehr",
]);

/** It is about the past. */
export const PAST = turns([
  "yesterday|ago|earlier|back_then|previously|once|used_to|gestern|vorgestern|fruher|damals|ayer|anoche|formerly|remember_when|years_ago",
  "last night|week|month|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|shift|summer|winter|spring|job|company",
  "in the past",
  "in january|february|march|april|may|june|july|august|september|october|november|december|<n> we|the|it|there",
  "in my|our old|last|previous",
  "back in",
  "letzte|letztes|letzten|letzter woche|nacht|mal|jahr|monat",
  "heute nacht",
  "la semana pasada",
  "had that|a|the|this|it|line|an",
  "was|were (_)? down|black|stuck|standing|dead|off|open|closed|out",
  "stood|hatten|stoppte|fiel|paro|estuvo",
  "die|der|das (_)? (_)? stand",
  "alles|linie|anlage|maschine|es|band|produktion stand",
]);

/** Somebody has it already, or it was decided already. */
export const HANDLED = turns([
  "is|are|am|already on_it|on_the_way|looking_at|looking_into|working_on|at_the|looking_after",
  "on it $",
  "has|have it $",
  "have|got that $",
  "bin|ist|sind (schon)? dran",
  "kummert|kummere sich|mich",
  "ya me_encargo|lo_esta|lo_estan|esta_en_ello",
  "en ello",
  "taking care",
  "take care of",
  "will do",
  "put|got (the|my|a)? request in|filed",
  "request ... is with",
  "i|we (have|ve)? already|asked",
  "i|we (have|ve)? requested|filed|sent|made (the|a|my|that)? port|request|ticket|it|that|already",
  "request|ticket|anfrage is in|open|filed",
  "already approved|requested|asked|open|done|opened|on|filed|planned|in|knows|know",
  "they|security know",
  "schon|bereits beantragt|bestellt|gemeldet|angefragt",
  "ya pidio|pidieron|solicito",
  "waiting $",
  "waiting for (the)? vendor|parts|part|spare|delivery|material",
  "pending with",
  "as agreed|discussed|planned",
]);

/** The answer to a request, given in talk. */
export const DECIDED = turns([
  "^ approved|denied|rejected|granted|genehmigt|abgelehnt|aprobado|rechazado|denegado",
  "is|was|got|been|finally approved|denied|rejected|granted $",
  "is|was|got|been|finally approved|denied|rejected|granted by|finally|from|yesterday|already_by",
  "looks good",
  "fine|ok with|by|for|from me|us",
  "go ahead",
  "denied|approved|signed|rejected it|the|that|by",
  "security said|rejected|denied",
  "said no",
  "refused|lehnt_ab|no_quiere|no_quieren $",
  "tema|thema|topic|asunto cerrado|durch|closed|erledigt",
  "end of story|discussion",
  "hat abgelehnt|genehmigt",
  "ha dicho",
  "you can close",
  "can be closed",
  "not my decision",
  "i signed|approved",
  "genehmigt $",
  "done | can_be_closed",
]);
