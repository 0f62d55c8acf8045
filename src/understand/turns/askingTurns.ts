import { type Lists, turns } from "./turns.ts";

/** What people want done, as words of the three languages. */
export const ACTS: Lists = {
  ACT: `open reopen unblock allow permit enable let give grant create add install uninstall update upgrade patch flash
    restart reboot reset bounce kick power_cycle powercycle cycle turn switch put move change swap replace connect hook
    plug set set_up configure assign activate deactivate disable remove delete close block unlock extend renew prolong
    roll deploy load apply bring bump schedule plan arrange provide send push upload publish stream link register onboard
    get make whitelist punch forward route bridge mirror relaunch reload stop_and_start commission integrate sort split
    separate segment readdress re-address repatch renumber migrate respawn recycle clear free pass shut reinitialise
    export replicate subscribe downgrade raise exchange license invite admit authorize authorise join attach mount
    rename promote share feed hang wire untag tag expose tunnel log sign_up book refresh reconnect rejoin rollback restore
    revert supply setup bind isolate relocate revoke retire admit drop poll integrate physically cut take_out take_away
    take isolate patch_through put_through help raise lower widen duplicate clone image reimage reinstall`,
  ACT_DE: `offnen aufmachen aufschalten freischalten freigeben erlauben zulassen neu_starten neustarten durchstarten booten
    rebooten resetten zurucksetzen installieren einspielen aufspielen ausrollen aktualisieren updaten flashen patchen
    hochziehen hochfahren anlegen einrichten entsperren sperren andern umstellen umziehen umpatchen tauschen wechseln legen
    anschließen einbinden verbinden anbinden aufnehmen einschalten aktivieren deaktivieren loschen schließen verlangern erweitern bringen nehmen reinlassen draufschalten einwahlen beantragen einplanen schicken senden
    hochladen ubertragen stellen setzen geben machen zuweisen umkonfigurieren trennen nachziehen durchziehen aufsetzen
    hinzufugen ausschalten reinkommen draufkommen verschieben upgraden durchlassen abschalten`,
  ACT_ES: `abrir abre abrid abran permitir permitid dejar dejad desbloquear desbloquead habilitar habilitad activar
    desactivar dar dad dadle dame crear cread anadir anadid instalar instalad actualizar actualizad parchear flashear
    reiniciar reinicia reiniciad reinicien resetear resetea apagar apagad encender encended rearrancar cambiar cambiad
    mover pasar poner poned pon conectar conectad registrar enlazar integrar enviar mandar subir publicar cerrar cerrad
    borrar quitar eliminar ampliar separar configurar asignar programar volver autorizar bloquear sustituir renovar
    sacar meter alargar extender liberar prender tumbar subir bajar botar agregar incluir asignar levantar reservar llevar`,
  ACT_ELLOS: `dan abren instalan ponen activan conectan cambian mueven pasan habilitan crean hacen mandan liberan meten dejan
    permiten quitan resetean reinician actualizan arreglan configuran desbloquean suben amplian alargan extienden renuevan
    autorizan asignan agregan anaden registran enchufan montan sacan levantan apagan prenden tumban arrancan echan admiten
    dais abris instalais poneis activais conectais cambiais moveis pasais habilitais creais haceis mandais meteis dejais
    permitis quitais reseteais reiniciais actualizais arreglais configurais desbloqueais subis ampliais alargais autorizais
    das abres instalas pones activas conectas cambias mueves pasas habilitas creas haces mandas metes dejas permites quitas
    reseteas reinicias actualizas arreglas configuras desbloqueas subes amplias alargas autorizas damos abrimos dejamos`,
  ACT_USTEDES: `activen actualicen instalen desinstalen abran cierren pongan metan saquen quiten cambien muevan pasen conecten
    enchufen jalen borren habiliten reinicien reseteen apaguen prendan enciendan arranquen configuren creen hagan manden
    envien suban carguen autoricen permitan dejen amplien alarguen extiendan renueven registren agreguen anadan incluyan
    asignen liberen desbloqueen bloqueen monten integren sincronicen publiquen exporten lleven traigan tiren echen levanten
    activad actualizad instalad desinstalad abrid cerrad poned meted sacad quitad cambiad pasad conectad enchufad
    borrad dad habilitad reiniciad resetead apagad encended arrancad configurad haced mandad enviad subid cargad autorizad
    permitid dejad ampliad alargad renovad registrad agregad anadid incluid asignad liberad desbloquead bloquead montad
    integrad publicad echad levantad`,
  SOMEONE: `you we i someone anyone it ot security networking network ops maintenance ye somebody`,
  OTHERS: `you someone anyone it ot security networking network ops maintenance ye somebody guys one_of_you the_team`,
  NOUN: `plc hmi scada mes historian server client gateway panel terminal pc switch router firewall printer scanner camera
    user account login password vpn port ports firmware drivers driver windows robot drive drives line machine service
    remote access vlan ip cell controller laptop tablet access rights software wifi dns dhcp nat route everything both all
    modbus opc snmp ssh kepware ignition wincc tia codesys wireshark access_point tags batch label labels`,
  VENDOR: `vendor supplier oem integrator contractor technician manufacturer partner maker builder siemens abb kuka krones
    support service guy guys engineer company consultant expert specialist auditor auditors`,
};

/** "Please", and what means the same. */
export const PLEASE = turns([
  "please|kindly|bitte|asap|im_voraus|in_advance|de_antemano|plis|much_appreciated",
  "por favor",
  "cuando (se|me|nos|lo|la)? pueda|puedan|puedas|podais|puedes",
  "when you can|could|have (a|the)? (chance|minute|moment|time)?",
  "wenn ihr|du|sie (mal)? dazu|zeit|könnt|kommt|kommst",
  "would be great|nice|good|lovely if you|someone",
  "would|d appreciate",
  "grateful if",
  "be|being so|as kind|good|nice",
  "do me|us a|the favour|favor",
  "i|we would be happy|happier|glad|grateful",
  "would be appreciated|welcome",
  "wär|wäre|wärs|wäre_es gut|super|prima|schön|fein|nett|toll|klasse|lieb|hilfreich | wenn",
  "wär|wäre|wärs (_)? super|prima|schön|toll|klasse|spitze $",
  "hätte|hätten|hätt (ich|wir|man)? gern|gerne",
  "sei|seid|seien_sie so gut|nett|lieb|freundlich",
  "ich|wir wäre|wären dankbar|froh",
  "nos|me|le|les gustaria|vendria_bien|vendrian_bien|haria_falta",
  "se agradece|agradeceria",
  "les|os|le|te ruego|rogamos|rogaria|agradezco|agradeceria|agradeceriamos",
  "seria bueno|genial|ideal",
  "pido|pedimos|ruego|rogamos que",
  "sea|sean tan amable|amables",
  "hagan|haga|hagame|haganme (el)? favor",
  "ok ?",
]);

/** "Would you ever …", as the Irish ask. */
export const WOULD_YOU = turns(["would|will you|ye ever (just|please|mind)? ACT|look|check"], ACTS);

/** Somebody is asked to do something: "can someone …", "kann jemand …", "puedes …". */
export const ASKS_SOMEONE = turns(
  [
    "can|could OTHERS (please|maybe|kindly|just|quickly|also|possibly|all|do)? (please|just|quickly)? ACT|be_able|manage",
    "would|will OTHERS please|kindly|mind|be_able|be_so",
    "^ would|will OTHERS ACT|look",
    "^ could|might|may ... (_)? (_)? (_)? be|get (_)? (_)? *ed|taken|brought|told|shown|sent|let|made|fed|put|set|done|given|shut",
    "^ kriegen|bekommen|kriegt|bekomme|krieg wir|ich|man|mer|ma ... ?",
    "^ _ uns|mir|ihm|mer jemand|einer|wer|öpper ... ?",
    "me|nos lo|la|los|las ACT_ELLOS",
    "(could|can|would|will)? someone|somebody|anyone accept|authorise|authorize|confirm|prepare|sort|fix|have_a_look (the|a|it|this|that|_)?",
    "^ can|could _ (_)? (please|maybe|kindly|just|quickly|also)? ACT me|us|the|a|my|our|up|on|in|out|it|this|<n>|<port>|him|her|them|port|access",
    "someone|somebody|anyone can|could|should|please|must (please|just)? ACT|look",
    "can|could|may (_)? ... be|get ... opened|restarted|rebooted|reset|allowed|arranged|connected|installed|updated|moved|added|enabled|unblocked|permitted|let|sorted|done|given|put|patched|flashed|changed|swapped|unlocked|created|granted|registered|integrated|linked|upgraded|scheduled|extended|renewed|removed|closed",
    "^ can|could|may|might|shall (i|we)? (_)? (please)? ACT|have",
    "^ can|could i|we (please|maybe|also)? get|have|be|use|connect|plug|put|add|hang",
    "^ who can|could _ (_)? (me|us|the|a|my|that|this|it)?",
    "^ wer kann|konnte",
    "^ quien puede|podria|lo_habilita",
    "kann|konnte|konntest|kannst|konnen|konnt|konnten|wurde|wurdest|wurdet|darf|durfen|konntet ... ACT_DE",
    "^ kann|kannst|konnt|konntet|konntest|konnte|konnten sich|man|mir|jemand|einer|wer|ihr|du|sie|die|bitte|mal",
    "^ puede|puedes|podeis|pueden|podria|podrias|podriais|podrian|podemos|puedo ... ACT_ES|entrar|conectarse|conectarme|que",
    "alguien|se puede|podria ... ACT_ES|entrar|conectarse",
    "^ (_)? anyone|someone able|free|around|near",
    "who|wer|quien enables|opens|registers|arranges|connects|installs|sets_up|sets|hooks|plugs|adds|prepares|gives_it|macht|schaltet|richtet|legt|schließt|hängt|bringt|spielt|bereitet|habilita|prepara|pone|instala|conecta|monta|configura (it|that|this|das)?",
    "^ legt|macht|gebt|schaltet|richtet|hangt|spielt|bringt|nehmt|stellt|setzt|schickt|lasst|startet|bindet|kriegt|bekommt|tragt|öffnet|installiert|aktualisiert|verbindet|legst|machst|gibst|schaltest|richtest|hängst|spielst|bringst|nimmst|stellst|setzt|schickst|startest|legen|machen|geben|schalten|richten|hängen|spielen|bringen|nehmen|stellen|setzen|starten ihr|du|sie ... ?",
    "^ gebts|machts|schaltets|legts|richts|kennts|kunnts|konnts|chönd|chönnt|chasch|chöi|könnts|schauts|hängts (ma|mir|uns|es|ihr|er|das|des|mal|bitte)? ... ?",
    "me|nos|le|les|se|lo|la|los|las ACT_ELLOS ... ?",
    "^ (lo|la|los|las) podemos|puedo|podeis|pueden|podrian|podriamos ... ?",
    "^ sube|viene|vienen|baja|pasa|mira|miran alguien|alguno|uno|ustedes ... ?",
    "sera que (le|lo|la|les|me|nos)? ... ?",
    "habra|habria|hay manera|forma|modo|posibilidad|chance de",
    "^ ACT_USTEDES _",
    "^ *enle|*enles|*enlo|*enla|*enlos|*enlas|*anle|*anles|*anlo|*anla|*anlos|*anlas|*adle|*adles|*adlo|*adla|*adlos|*adlas|*edle|*edlo|*edla|*idle|*idlo|*idla|*enme|*anme|*ennos|*annos|*adme|*adnos|*edme",
    "kann|könnt|könnte|kann_man (den|das|die|es|des)? wer|jemand|einer ... ACT_DE|*fahren|*spielen|*flashen|*machen|*schalten",
    "spielt|richtet|schließt|macht|nimmt|schaltet|bringt das|den|die|es einer|jemand|wer",
    "do|would you mind",
    "^ mind ... opening|restarting|rebooting|giving|letting|adding|updating|installing|kicking|resetting",
    "that|this|it be arranged|done|sorted|possible",
    "^ someone|somebody|anyone ACT (the|a|it|this|that|<n>|_)?",
  ],
  ACTS,
);

/** A command: "open …" at the beginning of a clause, "… freischalten" at its end. */
export const ORDERS = turns(
  [
    "^ ACT the|a|an|my|our|me|us|it|up|on|off|all|both|new|port|ports|access|this|that|these|two|three|her|him|his|their|them|through|back|out|in|down|to|for|from|between|some|another|remote|vpn|<port>|<protocol>|<address>|<n>|<version>",
    "^ ACT _ (_)? (_)? (_)? to|on|from|for|at|in|of|please|<n>|<port>|tonight|asap|now|today|tomorrow|with|into|through|via|between|off",
    "^ ACT NOUN",
    "^ unlock|restart|reboot|reset|reopen|install|enable|unblock|flash|kick|bounce _ $",
    "^ ACT_ES _",
    "^ dale|dales|denle|denles|ponle|ponles|quitale|quitales|pasale|mandale|abrele|abreles|checale|echale|metele|cambiale|subele|bajale|hazle|haganle|ponganle _",
    "que|asi_que|favor_de|y ACT_USTEDES el|la|los|las|un|una|al|a|lo|le|les|su|mi|nuestro|nuestra",
    "que|y *enle|*enlo|*enla|*anle|*anlo|*anla|*adle|*adlo|*adla",
    "... ACT_DE (bitte|please|danke)? $",
    "... ACT_DE ?",
    "^ gib|gebt|mach|macht|lass|lasst|schalt|schalte|schaltet|starte|startet|offne|offnet|setz|setzt|leg|legt|nimm|nehmt|stell|stellt _",
    "^ request|requesting|anfrage|solicito|solicitud|requested|wanted|antrag|beantrage _",
    "^ que el|la|los|las|se ... conecte|lea|pueda|publique|entre|instale|abra|reinicie",
  ],
  ACTS,
);

/** A need: "we need", "wants in", "has to be", "brauche", "hay que". */
export const NEEDS = turns(
  [
    "i|we|they|he|she|people|project|team|crew|customer|management|lab|quality|maintenance|boss|mgmt|department|science|engineers|operators|electricians (_)? need|needs|want|wants|require|requires|must_have|would_like|would_need|would_love|am_missing|are_missing|miss|request|plan_to|intend_to|wish_to",
    "^ need|needs|want|wants|require|requires|looking_for|missing|requiring|would_like|would_need|have_to_get|must_get|must_have|must",
    "need|needs|want|wants|require|requires that|to|_ (_)? for|from|on|in|to|with|by|until|please|today|tomorrow|now|asap",
    "is|are asking if|for|whether",
    "beantragt wird|werden",
    "hätte|hätten|hätt ... gern|gerne",
    "möcht|mecht|mächt|wott|wänd _",
    "bittet|bitten|bat drum|darum|um",
    "von euch nötig|gebraucht|benötigt",
    "darf|dürfen|kann|können (dann|endlich|mal|wieder)? runter|weg|raus $",
    "pide|piden|exige|exigen _",
    "toca *arlas|*arlos|*arla|*arlo|*arle|*ar",
    "^ _ (_)? (_)? (_)? (_)? to be put|added|moved|installed|opened|connected|given|allowed|set|updated|restarted|patched|changed|removed|enabled|linked|registered|joined",
    "sötted|söttet|miassat|brauchert|bräuchat|brauchertn|bruuche|bruucht|bruch",
    "ocupo|ocupamos|ocupan (que|un|una|el|la|_)?",
    "asks|ask|asked|requests|demands|pide|piden|verlangt|verlangen|fordert (us)? (that|to|que|dass|if)? ... deliver|send|report|get|write|read|connect|have|install|open|update|los|las|el|la|datos|data|values|transmit|stream|reach|übertragt|liefert|sendet|schickt|meldet",
    "should report|deliver|stream|show|appear|end_up|land|feed to|on|in|into",
    "need|needs|require|requires|want|wants a|an|the|to|new|its|more|remote|access|in|on|vpn|<port>|<protocol>|<n>|firmware|restart|reboot|reset|login|rights|help|outside|another|different|some|back|internet|network|both|engineering|write|read|admin|our|live|online|newest|newer|your|his|her|me|us|viewer|citrix|teamviewer",
    "has|have to change|switch|change_over",
    "has|have|ought|needs to be|go|get|come|join|reach|talk|connect|dial|log|see|read|move|have|run|send|look|work|write|access",
    "shall|should be|go|get|join|reach|talk|connect|dial|have|move|stream|receive|come|read|run|see|send|work",
    "must go|get|join|reach|talk|connect|dial|have|move|stream|receive|come|read|run|see|send|work",
    "must be *ed|visible|accessible|available|able|put|set|given|sent|done|shown|brought|let|reachable|possible|part|on|in|back",
    "need|needs to",
    "VENDOR|they (_)? wants|want|asks|ask|needs|need|has_to|have_to|must|should|standing_by|is_ready|is_waiting|would_like|d_like (to|for|in)?",
    "brauche|brauchen|braucht|brauchte|brauchten|benotige|benotigen|benotigt|mochte|mochten|will|wollen|wolle|soll|sollen|muss|mussen|musste|mussten|bekommt|beantrage|beantragen|bitten_um",
    "wir|ich|sie bekommen",
    "necesito|necesita|necesitan|necesitamos|quiero|quiere|quieren|queremos|hay_que|hace_falta|tiene_que|tienen_que|tenemos_que|falta|faltan|solicito|solicitamos|debe|deben|se_necesita|nos_falta|quisiera|quisieramos",
    "gehört|gehören (mal|endlich|wieder|dringend|schon|auch|dann|einmal)? (mal)? gemacht|ge*|aktualisiert|installiert|angehalten|angeschlossen|eingespielt|hochgezogen|umgestellt|weg|ins|auf",
    "is|are due|overdue|too_old|out_of_date|outdated|vulnerable|missing|behind",
    "recommends|recommended|requires|requested_by",
    "ask|asks|asking for",
  ],
  ACTS,
);

/** "May I …", "is it ok to …". */
export const PERMISSION = turns([
  "^ can|may|could|might i|we|it|this|that|he|she|they",
  "am|are i|we allowed",
  "permission to",
  "ok|okay|alright|fine to|if|with|for",
  "^ darf|durfen ich|wir|man",
  "^ puedo|podemos",
  "ok|okay|possible|doable|feasible|allowed ?",
  "ok sat|sunday|saturday|tonight|tomorrow|today|monday|friday",
  "for|with you|u ?",
]);

/** "Any chance", "is it possible", "what do you need to …". */
export const POSSIBLE = turns([
  "any chance|way",
  "is|would|could|will it|that|this (be)? possible|doable|feasible|ok",
  "is it|that|this possible|doable|feasible to",
  "possible to",
  "is there a|any chance|way_to_get|possibility",
  "do you think you|someone could|can",
  "geht das|es",
  "ware|ist|wird es moglich|denkbar|machbar|drin",
  "es|seria|sera posible",
  "what do|would you|u|i|we need (from|to|for)?",
  "what is needed",
  "what|which form|forms|paper (_)? (_)? i|we",
  "was muss|mussen|soll|sollen ich|wir (_)? ausfullen|beantragen|tun|machen",
  "que relleno|formulario|papel|tengo_que|hace_falta para",
  "how do|can|would i|we get|request|apply|obtain|order|go_about",
  "how|wie do_we_apply|beantrage|beantragt",
  "where can|do|should|does i|we|it get|go|be|request|plug|put|connect",
  "when can|could|would we|you|it|someone|ot do|get|have|update|install|plan",
  "wann konnen|konnt|kann",
]);

/** Something of the asker's does not let them through. */
export const BLOCKED = turns([
  "can|could|does|do|is|are|will not (_)? reach|reachable|connect|get_through|get_to|log|login|sign|access|edit|acknowledge|see|get_in|get_into|enter|authenticate|join|talk|communicate|be_reached|get_on",
  "firewall|fw|it (still)? blocks|is_blocking|drops|is_dropping|eats|blockt|bloquea|blocking|rejects|filters|swallows|blocked|stops",
  "is|are|currently|being|get|gets (still)? blocked|dropped|locked|denied|disabled|rejected|closed_in_the_firewall|filtered",
  "locked out|in",
  "access denied|verweigert",
  "acceso denegado",
  "no permission|permissions|rights|access|login|account",
  "do|does not have (_)? (_)? rights|access|permission|permissions|login|account",
  "sesion|iniciar_sesion|acceder en|a",
  "not authorized|authorised|permitted|allowed",
  "forgot my|the|our",
  "forgotten|expired|abgelaufen|vergessen|caducada|caducado|olvide|ausgesperrt|gesperrt|bloqueado|bloqueada|locked|disabled",
  "keine berechtigung|rechte|zugriff|freigabe",
  "kann|konnen|komme|kommt|kommen (mich|ich|wir|er|sie)? nicht|nimmer (anmelden|einloggen|auf|rein|drauf|mehr)?",
  "no puedo|puede|podemos|consigo iniciar|entrar|acceder|cambiar|conectarme",
  "no tengo|tiene|tenemos permiso|permisos|acceso",
  "no llega (al|a)?",
  "lost my|the|his|her token|card|badge|phone|password|pin",
  "login|password|pin|user|account|badge|card|access (_)? does_not|not_working|fails|failed|gone|lost|broken|expired|locked|wrong|invalid|vanished|disabled",
  "geht|kommt nicht durch|an|rein",
  "not getting through",
  "invalid|wrong password|credentials|user",
]);

/** It is to be switched off and on again, whatever that is called. */
export const OFF_AND_ON = turns([
  "off and (back|then)? on",
  "power cycle|cycled|cycling",
  "cycle|cycling (the|its|his)? power",
  "pull|pulling|yank (the|its|his)? plug|power|fuse",
  "aus|ab (-)? und|dann|/ (wieder)? an|ein|einschalten|anschalten",
  "aus wieder|dann_wieder an|ein",
  "stecker|sicherung (kurz|einmal|mal)? raus|ziehen|rausziehen|gezogen",
  "strom ... weg|wegnehmen|abklemmen|wegziehen",
  "zu und (wieder)? (neu)? auf|aufmachen",
  "stop|stopped|stopping|stopp and|then|und (then|once|back|dann|wieder|zurück)? (in|to|into|auf)? (once)? start|started|starting|run",
  "close|closed (it)? and|then open|reopen|start",
  "drop|dropped|take_down|taken_down and (then)? bring|brought|put (it)? back",
  "cold|fresh|clean start",
  "start|starts|start_up (it|the|this)? (_)? again|fresh|new|neu",
  "gestoppt und (wieder)? gestartet",
  "apag* y (volver_a)? enc*|enciend*|prend*",
  "par*|parandolo y arranc*",
  "tumb* y (volver_a)? levant*|sub*|encender",
  "baj* y (volver_a)? sub*",
  "quit* y (volver_a)? poner",
  "cerr* y (volver_a)? abr*",
  "quit*|bot*|cort* (la|le_la|le)? corriente|luz",
  "arranque|arrancar|arranca en frio",
  "neu gestartet|hochgefahren|gebootet|aufgesetzt|hochfahren|booten|starten|laufen",
]);

/** "Tell me …", "show me …": an answer is wanted, not an act. */
export const TELL_ME = turns([
  "whoever owns|is|runs|handles|looks|has|knows",
  "tell|show|remind|give|send me|us (the|a|who|what|which|everything|more|if|whether|where)?",
  "let me|us know",
  "point me",
  "catch|fill me up|in",
  "explain (me|us|to_me|to_us)? (why|what|how)?",
  "sag|sagt|zeig|zeigt mir|uns",
  "dime|decidme|ensename",
  "need|want|like to_know|a_name|the_name|the_contact",
  "looking for the|an|a owner|person|contact|responsible",
  "^ list|show|summary|summarize|summarise|recap|history|owner|contact|name|status _",
]);
