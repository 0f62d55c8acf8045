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
  WILL: `will shall am are is going_to about_to ll gonna 'm`,
};

/** Somebody did it already, or it is in place. */
export const DONE = turns(
  [
    "PEOPLE (have|has|had|already|just|finally|also|then|both|all|even|only|ve|s)? (already|just|finally|even)? DONE",
    "^ (just|already|finally|have|has|had)? DONE",
    "is|are|was|were|been|got|has_been|have_been|had_been|gets (_)? (now|already|all|again|finally|just|back)? DONE",
    "has|have|had DONE",
    "wurde|wurden|ist|sind|hat|habe|haben|hatte|hatten ... ge*t|ge*en|*gebaut|installiert|aktualisiert|erledigt|repariert|umgezogen|drauf|neu_gestartet|getauscht|eingespielt|aufgemacht|freigeschaltet",
    "^ _ (_)? getauscht|eingespielt|aktualisiert|installiert|geflasht|gewechselt|umgezogen|behoben|neu_gestartet|repariert|freigeschaltet",
    "he|hemos|han|ha|fue|ya_esta|ya_lo *ado|*ido|abierto|abierta|hecho|puesto|resuelto",
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
  "problem|issue|error gone|solved|is_solved|is_gone|fixed",
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
  "stood|stand|hatten|stoppte|fiel|paro|estuvo",
]);

/** How is it done, and other talk about technology. */
export const HOW_TO = turns([
  "^ how do|does|to|would|did_you|many|are|often|long_does|should|can_you|can_one|can_i|could_one you|one|i|we|people|they|a|the|modbus|read|know|export|change|open|reset|flash|configure|connect|update|reboot|restart|set|loop|write|do|make|find|see|fix|use|get_into|<protocol>|opc|remote|_",
  "^ how is _ (_)? done|made|encrypted|set|measured|configured|calculated",
  "what is|are|was (the|a|an)? best|default|command|shortcut|difference|meaning|point|port|vlan|opc|dmz|right_way|easiest|purpose|advantage|syntax|max|maximum|proper|standard|usual|correct|normal|trick|factory",
  "what does|would _ (_)? mean|do|cost|take|happen|stand",
  "what do you think|use|recommend|do_when|say",
  "what do i have_to_click|press|type|enter",
  "which port|ports|cable|version|firmware|protocol|tool|driver|command|setting|software|manual (is|are|do|does|to|you|for|we|used|needed|better)?",
  "where is|are|can|do|does (the|i|you|it|one|_)? reset|setting|settings|manual|button|config|find|see|read|download|store|set|keep|put_its",
  "what|typical|standard|default|usual port|ports",
  "default|standard|typical|usual (_)? login|password|port|ports|credentials|user",
  "has|have|does|did|do anyone|someone|anybody|you|u (ever|already|here)? tried|used|seen|experience|know_how|know_if|know_what|know_which|know_why|worked_with|got_the|have_the|have_experience|have_a|know_a",
  "any experience|experiences|tips|idea|ideas|recommendation|recommendations|advice|thoughts|docs|tutorial|best_practice (how|for|on|with|why|what)?",
  "anyone using|tried|know|knows|have|has|ever|got|seen|with_experience|here_using|familiar",
  "is there a|any|an way_to|list|manual|doc|trick|difference|tool|documentation|tutorial|guide|command",
  "best practice|practices",
  "how would i|you|one",
  "quick q|question",
  "^ wie offne|macht|kann|andert|mache|stellt|funktioniert|richtet|installiert|starte|resette|setzt|viele|stelle|baut|geht_das_mit|bekommt|kriegt",
  "^ wie lange halt|dauert_ein|braucht_ein",
  "welche|welcher|welches|welchen port|kabel|version|befehl|tool|treiber|einstellung",
  "was bedeutet|heisst|heist|kostet|macht_eigentlich|haltet|ist_der_unterschied|ist_ein|ist_eine|ist_besser",
  "wo finde|sieht|stellt|ist_das_handbuch|ist_der_taster",
  "hat jemand|wer|das|schon (_)? erfahrung|erfahrungen|das_handbuch|schon_mal|mal|einer",
  "^ kann man|modbus|opc|eine|so|der|die",
  "^ geht (_)? (_)? (_)? ohne|auch|uber|mit",
  "^ ist modbus|opc|s7|<protocol>|das|es",
  "^ como abro|se|puedo|hago|cambio|reinicio|configuro|actualizo|funciona",
  "que puerto|significa|diferencia|version|cable|es_mejor",
  "cual es (la|el)? diferencia|puerto|mejor|contrasena_por_defecto",
  "donde se_ve|encuentro|esta_el_manual|se_configura",
  "alguien tiene|sabe|ha_usado|ha_probado",
  "<protocol>|<port> is|are|=|uses|use|ist|es|nutzt|usa|lauft|listens (the|a|always|usually|port|der|el|for|normally|on|auf)? <protocol>|<port>",
  "uses|listens|runs|nutzt|usa|defaults ... <port>",
  "is <protocol>|<port> (_)? tcp|udp|always|encrypted|secure|the|or|for|really|right|correct|usually|over",
  "<port> (is|ist|es|=)? right|by_default|iirc|afaik|correct|or_what",
  "has|does|do|can|could <protocol> (_)? (_)?",
  "<protocol> and <protocol>",
  "difference between",
  "over tcp or",
]);

/** Can a thing do something; not: can somebody do it. */
export const ABILITY = turns([
  "^ can|could|does|do|is|are|will|would|has (a|an|the|any|your)? <protocol>|tia|wireshark|codesys|ignition|virus|ethernet|profinet|wincc|kepware|windows|plcs|hmis|firewalls|routers|vpns",
  "^ can|could|does|is|will a|an _ (_)?",
  "^ can plc|hmi|plcs|hmis (_)? (_)?",
  "^ do|does i|you|we|one|it need|lose|have_to|even|really|still|support|require|know_if",
  "is it normal|bad|dangerous|true|worth|hard|easy|better|legal|common",
  "^ can|could i|you|we|one ... without|while|during|in_a_vm|at_the_same|simultaneously",
  "^ can you|one|i read|run|decode|program|see|even|actually|use|trust|hot|tell_apart|do_that|explain",
  "run|runs|work|works on|with|under windows|server|linux|<n>|a_vm|vmware",
]);

/** What others should do, in general or for themselves. */
export const ADVICE = turns([
  "you|u|du|ihr|one|man (just|only|simply|first|always|also|probably|usually|normally|would|will|might|d)? have_to|need_to|needs_to|must|should|can|could|may|might|ought|want_to|had_to|musst|sollte|solltest|sollst|kannst|konnt|braucht|will_need|need|better (_)? _",
  "^ simply|einfach|always|never|immer|first|zuerst|tip|hint|usually|normally|probier|versuch|siempre|nunca|prueba|primero|tipp|pro_tip|remember|make_sure|be_sure|dont_forget|do_not_forget _",
  "^ just restart|reboot|reset|turn|pull|unplug|power|try|use|call|ask|check|click|press|go|open_the|do|plug|wait|install|flash _",
  "^ (maybe|or|and)? try (a|to|the|another|it|restarting|rebooting|turning|with|_)?",
  "^ check the|your|if|whether|cable|for",
  "did|have you (_)? try|tried|check|checked|reboot|restart|already|turn|look|looked|ever|updated|rebooted|restarted|turned",
  "hast|habt du|ihr (schon)? (mal)? _",
  "has|habeis probado",
  "tried turning",
  "usually|normally|always|often|mostly|generally helps|fixes|works|solves|do|does|restart|reboot|reset|means|does_it|enough",
  "helps|help|hilft most|usually|always|sometimes|immer|meist|meistens",
  "does it|the_trick in|for|usually|mostly|_",
  "the trick",
  "rule of thumb",
  "works like this",
  "note to self",
  "step|schritt|paso <n>",
  "if|when|whenever|falls|wenn|si|cuando ... hangs|freezes|fails|happens|restarts|crashes|locks|passiert|hangt|cuelga|haces|touch|stops|breaks|trips|dies|steht|goes|is_down|is_black|jams|loses",
  "if|when|whenever|falls|wenn you|u|ihr|du _",
  "^ to|for|um (a|an|the|zu)? reset|update|open|restart|get|install|change|enter|flash|reboot|read|see|access|do ... hold|go|press|use|click|type|fill|you|need|:|zu",
  "^ to reset|update|open|restart|install|change|enter|flash|reboot|read|see|access (_)? (_)? (_)? |",
  "then|danach|luego|despues restart|reboot|reset|you|log|it_works|it_picks|download|press|click|go|se|neu",
  "right click",
  "net start|stop",
  "before|after|nach|vor|antes|despues a|an|the|each|every|dem|der|jedem|de update|restart|reboot|flashing|changing|installing|actualizar|reiniciar it|you|always|immer|ein|make|take|back",
  "after installing|changing|updating|flashing|rebooting",
  "tienes|teneis|hay_que que|_ (_)? despues|antes|primero|siempre",
  "apagalo|reinicia y",
  "i would|d say|recommend|suggest|rather|restart|try|reboot",
  "call|ask the|your|us|otto|control (_)? first",
  "power off | _",
  "hold f_<n>|the_button|down",
]);

/** What if. */
export const HYPOTHETICAL = turns([
  "what if",
  "imagine|suppose|pretend|assume|assuming|theoretically|hypothetically|someday|eventually|perhaps|angenommen|imagina|ojala|irgendwann|vielleicht|stell_dir_vor",
  "let us say|assume|pretend",
  "let|lets say|pretend|assume",
  "in theory",
  "in an ideal",
  "would|will be nice|great|cool|better|easier|awesome|fun|a_dream|interesting|funny|good (to|if_we|if_i|if_there|having|one|_)?",
  "would not it|that be",
  "would it not",
  "some day|time",
  "one day we|i|all|someone|somebody|they|it|the|you",
  "at some point",
  "i|we wish",
  "if|hatten|hattest|ware only|i_were|wir",
  "if i|we|they|he|someone|the_vendor|you|it had|were|could|opened|restart|restarted|moved|did|ever|get_hacked|was|connected|lost|open|go|lose|update",
  "next decade|life",
  "should|shall we|i ever|update|go|move|wait|really|not|be|all|even",
  "do we even|really need",
  "do you think",
  "would you|anyone|a|it (_)? ever|trust|rather|help|really|do",
  "what would you|it_take|happen",
  "why do not|we_need|we_always|we_have_to|we_even|i_always|people|you_want",
  "why does it|everybody|everyone always|everything|want|have|_",
  "why is|are everything|everybody|everyone|nobody|this_so|all",
  "why do we|the|you need|have_to|always|never|even|hmis|people",
  "could|might|may be|have (been)? that|the|a|it|some|something|due|because",
  "would be|have that|the|a|it|some|something|nice",
  "was ware wenn",
  "ware schon|gut|toll|cool|es_nicht|das|besser",
  "hatten wir",
  "wurde gern|gerne",
  "und wenn",
  "wenn wir",
  "y si",
  "estaria bien",
  "algun dia",
  "si reiniciamos|abrimos|ponemos|pudieramos|tuvieramos",
  "thinking about",
  "we|one could also|always|just|as_well",
  "long run|term",
  "maybe we|it|a|the|one|some|next",
  "^ maybe",
  "could|would have",
  "sounds|looks|seems like",
  "i think|guess|bet|suspect|doubt|believe|assume",
  "probably|likely|supposedly the|a|it|some|just|_",
  "depends on",
]);

/** Not meant seriously. */
export const JOKE = turns([
  "lol|lmao|rofl|haha|hahaha|hahahaha|hehe|jaja|jajaja|kidding|jk|joke|joking|<laugh>|sarcasm|xd|witz|scherz|spass|broma|dreamed|dreamt|ni_loco|as_if|yay|whatever|hah",
  "yeah right|sure|open",
  "sure thing",
  "famous last_words",
  "what could (possibly)? go_wrong|possibly",
  "who would have_guessed",
  "my favorite|favourite|life|brain|bed|coffee|wife|story",
  "oh wonderful|great|joy|look",
  "i quit",
  "for fun",
  "^ great|wonderful|brilliant|fantastic|awesome|perfect | another|again|the|line|now|just|so|next",
  "^ great|wonderful|oh another|again",
  "^ genau | und",
  "if i had_a_euro|had_a_dollar|got_a",
  ": d|p|) $",
  "; ) (_)?",
  ": - )",
  ": )",
  "free internet",
  "weather|monday|mondays|football|management|the_whole_company|canteen|coffee|beer|brain|holiday|raise restart|reboot|please|again|needs|update",
  "restart|reboot|reset|open|update|unlock|patch (_)? (_)? monday|weather|brain|life|company|management|world|beer|football|boss|weekend|myself|universe|week",
]);

/** Somebody else's words. */
export const QUOTE = turns([
  "he|she|they|vendor|supplier|siemens|abb|krones|manual|email|mail|ticket|advisory|consultant|auditor|boss|customer|article|sign|book|docs|documentation|support|hotline|otto|manufacturer|contractor|colleague|someone|integrator|oem|readme|website|policy|standard|letter|note|technician|kollege|chef|hersteller|lieferant|handbuch|anleitung|proveedor|jefe|peter|brochure|salesman|internet|google|chatgpt|vendors|integrador|anlagenbauer|auditors wrote|writes|said|says|told|claims|claimed|suggested|suggests|schreibt|schrieb|sagt|sagte|meint|meinte|fragt|fragte|dice|dijo|escribe|pregunta|mentioned|insists|quoted|steht|thinks|stated|states|recommends_to|wants_to_know|keep_asking|keeps_asking|will_ask",
  "asked|asks|asking|told|fragte|pregunto us|me|him|her|them|if|whether|who|why|about",
  "he|she|they|customer|auditor|boss|vendor asked|asks",
  "wants|want|liked to_know",
  "im|in_the handbuch|manual|ticket|mail|anleitung|email|docs steht|it_says|said|says",
  "quote|zitat|cita|fwd",
  "re |",
  "subject|betreff|asunto |",
  "from the mail|email|ticket|manual|docs|vendor |",
  "vendor|vendors|supplier is|s mail|email|letter",
  "as _ said",
  "i read about|that|in|an",
  "according to",
  "laut handbuch|hersteller|anleitung|doku",
  "segun",
  "i|we told him|her|them",
  "is what he|she|they",
  "interesting article|read|:",
  "new advisory|article",
  "every vendor ever",
  "policy says|forbids",
]);
const QUOTED = [
  /^(?:>|") /,
  /" [^"]{6,120}"/,
  /(?:wrote|writes|said|says|asks|asked|schreibt|schrieb|sagt|dice|escribe|e?mail|ticket|fwd|subject|betreff|asunto) \|/,
] as const;
export function isQuoted(line: string): boolean {
  return QUOTED.some((form) => form.test(line));
}

/** "Do not", "no need", "nobody": what shall not be done. */
export const FORBIDS = turns([
  "do not|never (you|ever|even|please)? open|restart|reboot|touch|update|install|give|connect|change|plug|flash|patch|let|move|reset|use|unplug|close|allow|start|turn|switch|power|add|remove|forget|press|log|ever|create|put|trust|call|approve|send|worry|panic",
  "do not want|need (it|any|the|a|to|that|this|another|new|vpn)? (_)?",
  "does not need|have_to",
  "wo|will not need|be_needed|open|update|do|happen|restart|allow",
  "no need|restart|reboot|update|updates|changes|change|port|vpn|remote_access|remote_sessions|access_for|vendor_access|more (needed|for|to|this|today|please|until|during|without|necessary|required|access|sessions)?",
  "not needed|necessary|required|to_be_restarted|to_be_touched|going_to|today|anymore|a_firewall|our|yet |",
  "is|are|was not down|black|a|the|needed|necessary|our|standing|an",
  "nobody|no_one|nobody_ever opens|touches|restarts|updates|installs|changes|connects|should|must|may|is_allowed|asked|flashes|plugs|logs|moves|reboots",
  "must|should|may not",
  "would|will|could|i_d never",
  "rather|better|lieber not|nicht",
  "hands off",
  "leave _ (_)? (_)? alone|as_it_is|as_is|running|it_on",
  "^ stop|quit rebooting|restarting|changing|opening|touching|updating|asking|using",
  "without asking|telling|me|permission|approval",
  "cancel|cancelled|canceled|abgesagt|storniert|cancelado|cancelada|postponed|postpone|verschoben",
  "forget the|about",
  "need|use|want|require ... anymore|any_more|any_longer|no_longer",
  "no longer needed|required|necessary|in_use",
  "hold off",
  "wait with",
  "decided against",
  "nicht (_)? neu_starten|neustarten|updaten|offnen|anfassen|installieren|andern|notig|ausschalten|resetten|anschliessen|abschalten|freigeben|wundern|neu|mehr_notig|tauschen",
  "nichts (_)? neu|updaten|andern|installieren|anfassen|neustarten|machen|umstellen",
  "kein|keine|keinen (_)? neustart|update|updates|port|ports|notig|bedarf|fernwartung|anderungen|zugriff",
  "niemand fasst|startet|offnet|updatet|macht",
  "brauchen|brauche|braucht ... nicht",
  "nie|niemals _",
  "finger weg",
  "no reiniciar|reinicieis|abrir|abrais|tocar|toqueis|instalar|actualizar|cambiar|reinicien|conectar|hace_falta|es_necesario|apagueis|apagar",
  "ya no necesit*|hace|se",
  "nadie|nunca|ningun",
  "sin permiso|avisar",
]);

/** "Not this but that": what shall be done instead. */
export const CONTRAST = turns([
  "but|instead|rather|sondern|nur|sino|except|apart_from|other_than|excluding|ausser|menos|excepto|stattdessen|only _",
  "just https|the|give|unlock|restart|tell|reboot|open|install|allow|move|change|add|<protocol>|<port>|update|need",
  "i meant|mean",
  "ich meinte",
  "we take|use (a|the)? _",
]);

/** News for everybody. */
export const ANNOUNCES = turns([
  "^ reminder|fyi|heads_up|headsup|attention|information|announcement|notice|achtung|hinweis|erinnerung|aviso|recordatorio|atencion|minutes|agenda|welcome|willkommen|bienvenido|bienvenida|psa|info|news|note|shutdown",
  "it|ot notice|info|news |",
  "please note|be_aware|remember|read|keep|register|ignore|log_out|find_attached|use_the_new|join|sign|fill",
  "from monday|tuesday|next|tomorrow|today|now|january|february|march|december|<n> (on)? all|we|every|port|hmis|the",
  "as of today|monday|tomorrow|january|now",
  "starting next|monday|tomorrow",
  "will be ... updated|restarted|rebooted|installed|replaced|moved|patched|offline|upgraded|rolled|done|changed|swapped|migrated|shut|switched|opened|closed|unavailable|down|available|off|tested",
  "is|are going_to_be|being|getting updated|restarted|rebooted|installed|replaced|moved|patched|upgraded|changed|swapped|migrated",
  "training|schulung|formacion|meeting|besprechung|reunion|drill|test_alarm|simulated|simulation|visitor|visit|audit_in",
  "maintenance window saturday|sunday|on|from|next|tonight",
  "wird|werden ... getauscht|neu_gestartet|aktualisiert|umgestellt|installiert|geandert|gewartet|abgeschaltet",
  "se actualizan|reinicia|cambian|actualiza|reinician|instala",
  "nicht wundern",
  "goes|go|going|taken down|offline in|at|tonight|tomorrow|from|for",
  "please wait|be_patient|do_not_panic",
  "expect gaps|interruptions|short|downtime|delays",
  "short interruption|interruptions|outage",
  "details|more_info|schedule follow|follows",
  "policy|policies change|changes|changed",
  "by it tonight|,|on||",
  "please welcome",
]);

/** It stands because it was meant to. */
export const PLANNED = turns([
  "planned|geplant|planmassig|programado|programada|changeover|umrustung|on_purpose|intentionally|absichtlich|reinigung|scheduled_maintenance|scheduled_downtime|preventive|training_rig|demo",
  "planmasig",
  "for cleaning|maintenance|changeover|lunch|break|inspection|format_change|tool_change",
  "off|stopped|idle for|because",
  "wegen umrustung|reinigung|wartung|pause|umbau|materialmangel|inventur|feiertag",
  "por limpieza|mantenimiento|cambio|festivo",
  "tool|reel|format change",
  "waiting|missing|because for|of (missing)? pallets|material|parts|people|orders",
  "no orders|pallets|material|work today|left|here|,",
  "no orders",
  "nothing technical",
  "is normal",
  "lunch break",
]);

/** Somebody says what they will do themselves. */
export const OWN_PLAN = turns(
  [
    "i|we|he|she|they|it|ot|nils|otto|sina|vendor|siemens|guys|carlos will|ll|shall (also|just|then|probably|now)? restart|reboot|open|update|install|move|check|do|ask|file|create|reset|connect|look|take|swap|patch|call|have_a_look|replace|discuss|send|be|bring|handle|flash|get|see|try|come|add|let_you|write|talk|fix|go|make|start|stop|put|change|keep|wait|test|run|plan|introduce|join|meet|finish|clean|prepare|order|order",
    "i|we|he|she|they|it|ot|nils|otto|vendor|siemens|carlos|maintenance am|are|is|m|s (now|currently|just|already|still|busy)? going_to|about_to|restarting|rebooting|opening|updating|installing|moving|planning|replacing|checking|looking|working|discussing|comparing|thinking|connecting|migrating|testing|patching|flashing|swapping|changing|here|on_it|on_vpn|at_the|cleaning",
    "^ going_to|about_to|restarting|rebooting|updating|patching|moving|gonna|flashing|am",
    "^ installing ... now|<n>|%||",
    "^ will do|check|ask|have|take|look|open|restart|be|try|call",
    "ich|wir starte|starten|mache|mach|werde|werden|update|updaten|kummere|offne|tausche|schaue|schau|tauschen|installiere|gehe|flashe|prufe _",
    "ich|wir bin|sind noch|gerade|dran|schon|auf",
    "die it|ot startet|tauscht|macht|installiert",
    "ok mach_ich|mache_ich",
    "mach ich",
    "lo reinicio|hago|miro",
    "estoy|estamos en_ello|en_la|en_el|reiniciando|actualizando|instalando|mirando|cambiando",
    "manana|hoy instalamos|actualizamos|cambiamos|reiniciamos",
    "me encargo",
    "voy|vamos a",
    "next year|quarter|month|sprint|week we",
    "budget|roadmap",
    "project is",
    "in q",
    "next|this _ siemens|vendor|is|krones|it is_here|comes|on_site|here",
    "is|are here|on_site (for|on|today|tomorrow)?",
    "back in <n>",
    "back at",
  ],
  WORDS,
);

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
  "i|we (have|ve)? already|asked",
  "i|we (have|ve)? requested|filed|sent|made (the|a|my|that)? port|request|ticket|it|that|already",
  "request|ticket|anfrage is in|open|filed",
  "already approved|requested|asked|open|done|opened|on|filed|planned|in|knows|know",
  "they|security know",
  "waiting $",
  "waiting for (the)? vendor|parts|part|spare|delivery|material",
  "pending with",
  "as agreed|discussed|planned",
]);

/** The answer to a request, given in talk. */
export const DECIDED = turns([
  "^ approved|denied|rejected|granted|genehmigt|aprobado",
  "is|was|got|been|finally approved|denied|rejected|granted $",
  "is|was|got|been|finally approved|denied|rejected|granted by|finally|from|yesterday|already_by",
  "looks good",
  "fine|ok with|by|for|from me|us",
  "go ahead",
  "denied|approved|signed|rejected it|the|that|by",
  "security said|rejected|denied",
  "said no",
  "hat abgelehnt|genehmigt",
  "ha dicho",
  "you can close",
  "can be closed",
  "not my decision",
  "i signed|approved",
  "genehmigt $",
  "done | can_be_closed",
]);

/** Thanks, greetings, and other talk. */
export const SMALL_TALK = turns([
  "thanks|thank|danke|gracias a|for|guys|everyone|all|you|fur|an|euch|por||",
  "^ thanks|danke|gracias _",
  "nobody|no_one knows|knew|cares",
  "well done",
  "good job|work|shift|morning|night|question|point|luck",
  "great job|work",
  "gute besserung|fahrt|schicht|nacht",
  "congrats|congratulations|gluckwunsch",
  "happy birthday",
  "nice work|job|piece|one",
  "have a nice|good|great",
  "schones wochenende",
  "new record",
  "how are_you|was_your",
  "what is up",
  "see you",
  "you guys rock",
  "what a day|mess|week",
  "was fur ein",
  "did you read|see|hear|watch",
  "everyone|everybody keeps|is|talks",
]);
const TALK_WORDS = new Set(
  `ok okay yes no yep nope hi hello hey thanks thank you cheers great perfect nice cool danke gracias vale passt moin good
  morning night hm hmm test testing alles klar super si ja nein vielen dank muchas buenos dias tardes noches all everyone
  everybody guys team very much a lot welcome bye happy birthday weekend day sure fine agreed right exactly lunch anyone same
  here done noted got it roger copy that top prima genau claro see tomorrow later asdf mahlzeit feierabend schones wochenende
  buen turno hasta manana bis morgen guten and the thx lot evening to well perfecto listo entendido okey yo sup ah oh aha
  yeah nah understood will correct true np yw ? ! | . , + : ) ( - <n> <laugh>`.split(/\s+/),
);
/** Nothing but greetings, thanks, yes and no, or signs. */
export function isOnlyTalk(line: string): boolean {
  return (
    line
      .split(" ", 12)
      .every((word) =>
        word.length < 3 && !/^(?:l|ip|pw|fw|sw|gw)$/.test(word) && !/[<\d]/.test(word) ? true : TALK_WORDS.has(word),
      ) && line.length < 120
  );
}

/** Life beside the machines. */
export const OFF_TOPIC = turns([
  "coffee|kaffee|kaffeemaschine|cafe|canteen|kantine|cake|tarta|football|soccer|birthday|ladder|leiter|gloves|wrench|screwdriver|schraubenzieher|toilet|beer|sandwich|multimeter|pizza|sauna|escalator|beamer|survey|umbrella|scissors",
  "coffee|cafe machine",
  "maquina de cafe",
  "my car|shift|phone|home|kids|place|holiday|girlfriend|colleague_is",
  "meeting room|point",
  "parking|park lot|the|space|my|here",
  "a lift home|to",
  "lift home",
  "shift report|plan|swap",
  "excel sheet",
  "wiki page",
  "break room",
  "the pdf|slides|manual|survey|presentation",
  "open|close|lock (_)? (the)? door|doors|window|windows|gate|gates|cabinet|cabinets|hall",
  "the lamp|heating|forklift|tools|fuse|toner|stairs|truck_is|kids",
  "door|gate|window of|in|to",
  "on <n> nd|rd|th floor",
  "floor out_of",
  "out of toner|paper",
  "emergency exit",
  "cover for me",
  "cover my",
  "hall|store|warehouse ladder|fuse",
  "need|bring ... pallets|fuse|forklift|people_on|motor",
  "move|clean up|it|them|the_tools|the_pallets|pallets|the_break",
  "close your|the cabinets|door|doors|window|cabinet",
  "call|phone me (back)?",
  "call me",
  "come to my",
  "let us talk|meet|discuss",
  "can we meet|talk|discuss|keep_this",
  "talk about",
  "the truck",
  "cold|hot in here",
  "sales team",
  "cabinet|cabinets (_)? was_open|open_again|closed",
  "printer on|in (the)? office|<n>|second|first|floor",
  "windows <n> is",
]);

/** Program text and talk of programmers. */
export const CODE = turns([
  "import|docker|kubectl|npm|pip|git|gitlab|github|curl|localhost|regex|compile|script|python|javascript|nginx|powershell|bash|sudo|vba|terraform|ansible|kubernetes|pymodbus|arduino|stackoverflow|gcc|makefile|segfault|node|django",
  "const|let|var _ =",
  "select ... from",
  "for _ in range",
  "process env",
  "console log",
  "for loop",
  "while|if (",
  "stack trace",
  "pull request",
  "api key",
  "my node|python|docker|sql|home|script|code",
  "home router|network|nas|assistant",
  "structured text",
  "ladder logic",
  "user root",
  "ssh key",
  "error <n> :|(",
  "bad gateway",
]);

/** A sentence that states something; alone it asks for nothing. */
export const STATES = turns([
  "is|are|was|were|has|have|had|did|does|will|would|runs|ran|said|says|seems|looks|came|comes|went|goes|wants|got|depends|means|helps|costs|keeps|took|takes|fixes|works|worked|stays|lost|pays|talks|talk|knows|know|thinks|think|love|hate|like|likes|hope|see|saw|feel|wonder|tested|discussed|opened|closed",
  "ist|sind|war|waren|hat|haben|wird|werden|habe|macht|geht|lauft|kommt|sieht|liegt|glaube|denke|fallt|gibt|finde|produziert|steht",
  "era|fue|son|han|tiene|va|viene|creo|parece",
]);
