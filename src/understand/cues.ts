/** What a turn of phrase says about the kind of utterance, whatever it is about. */
export type Cue =
  | "please"
  | "asksSomeone"
  | "orders"
  | "needs"
  | "permission"
  | "possible"
  | "blocked"
  | "tellMe"
  | "faultNow"
  | "still"
  | "asksOwner"
  | "asksStatus"
  | "asksHistory"
  | "question"
  | "done"
  | "resolved"
  | "past"
  | "howTo"
  | "ability"
  | "advice"
  | "hypothetical"
  | "joke"
  | "quote"
  | "negated"
  | "contrast"
  | "announces"
  | "planned"
  | "ownPlan"
  | "handled"
  | "decided"
  | "smallTalk"
  | "offTopic"
  | "code";

type Forms = Readonly<Record<Cue, readonly RegExp[]>>;

/** Where a clause begins, after greetings and fillers that change nothing. */
const START =
  "(?:^|\\| )(?:(?:hi|hello|hey|hallo|hola|moin|morning|guys|all|team|folks|everyone|colleagues|dear|sorry|ok|okay|so|and|also|then|bitte|please|und|ja|y|good|evening|just|maybe|quick|urgent|asap|it|ot|sec|ops|night|shift|here|once|someone|mal|kurz|eh|um|yo|again|or|request) )*";
const start = (forms: string): RegExp => new RegExp(`${START}(?:${forms})(?= |$)`);
const anywhere = (forms: string): RegExp => new RegExp(`(?:^| )(?:${forms})(?= |$)`);

const SOMEONE =
  "you|we|i|someone|anyone|it|ot|security|networking|network|ops|maintenance|u|ye|y all|one of you|the (?:team|network|it|ot)|somebody";

const ACT =
  "open|reopen|unblock|allow|permit|enable|let|give|grant|create|add|install|uninstall|update|upgrade|patch|flash|restart|reboot|reset|bounce|kick|power cycle|powercycle|cycle|turn|switch|put|move|change|swap|replace|connect|hook|plug|set|set up|configure|assign|activate|deactivate|disable|remove|delete|close|block|unlock|extend|renew|prolong|roll|deploy|load|apply|bring|bump|schedule|plan|arrange|provide|send|push|upload|publish|stream|link|register|onboard|take|get|make|whitelist|punch|forward|route|bridge|mirror|relaunch|reload|stop and start|commission|integrate|sort|split|separate|segment|readdress|re address|re patch|repatch|renumber|migrate|fix|respawn|recycle|clear|free|pass|shut|reinitialise|export|replicate|subscribe|downgrade|raise|exchange|extend|license|invite|admit|approve|request|requesting|authorize|authorise|join|attach|mount|place|spin up|stand up|rename|promote|share|feed|hang|look|help|pull|wire|tag|untag|trunk|expose|tunnel|dial|log|sign|book|prepare|order|refresh|retire|retag|reconnect|rejoin|reload|rollback|restore|revert|supply|issue|hand|setup|do|see|have|tie|bind|patch";
const ACT_DE =
  "offnen|aufmachen|aufschalten|freischalten|freigeben|erlauben|zulassen|offne|mach|mache|macht|schalte|schaltet|gib|gebt|lass|lasst|starte|startet|neu starten|neustarten|durchstarten|booten|rebooten|resetten|zurucksetzen|installieren|installiere|einspielen|aufspielen|ausrollen|aktualisieren|updaten|flashen|patchen|hochziehen|anlegen|einrichten|entsperren|sperren|andern|umstellen|umziehen|umpatchen|tauschen|wechseln|legen|anschliesen|anschliessen|einbinden|verbinden|anbinden|aufnehmen|einschalten|aktivieren|deaktivieren|loschen|schliesen|schliessen|verlangern|erweitern|bringen|nehmen|reinlassen|draufschalten|einwahlen|beantragen|einplanen|schicken|senden|hochladen|ubertragen|stellen|setzen|geben|machen|zuweisen|umkonfigurieren|trennen|nachziehen|aufsetzen|hinzufugen|ausschalten|freigibt|freischaltet";
const ACT_ES =
  "abrir|abre|abrid|abran|permitir|permitid|dejar|dejad|desbloquear|desbloquead|habilitar|activar|desactivar|dar|dad|dame|crear|anadir|instalar|instalad|actualizar|actualizad|parchear|flashear|reiniciar|reinicia|reiniciad|reinicien|resetear|apagar|encender|rearrancar|cambiar|cambiad|mover|pasar|poner|pon|conectar|conectad|registrar|enlazar|integrar|enviar|mandar|subir|publicar|cerrar|borrar|quitar|eliminar|ampliar|separar|configurar|asignar|programar|volver|solicito|autorizar|bloquear|sustituir|renovar";
const DONE =
  "opened|restarted|rebooted|reset|updated|upgraded|installed|moved|changed|swapped|replaced|connected|created|patched|flashed|fixed|solved|resolved|closed|finished|completed|rolled|removed|added|unlocked|configured|cleared|cleaned|tested|checked|found|did|done|made|put|gave|took|brought|bounced|kicked|unplugged|reinstalled|deployed|migrated|enabled|disabled|allowed|denied|approved|rejected|signed|requested|asked|filed|sent|called|told|talked|discussed|got|had|ran|lost|came|went|saw|learned|noticed|met|visited|bought|power cycled|cycled|whitelisted|blocked|unblocked|granted|extended|handled|merged|switched|turned|plugged|hooked|onboarded|registered|scheduled|planned|activated|set up|tried|gone|kept|worked|used|helped|wrote|left|lasted|survived|broke|repaired|exchanged|postponed|cancelled|canceled|moved|logged";

/** Every cue, by the forms that show it. Forms are looked for in `Utterance.line`. */
export const CUES: Forms = {
  please: [
    /(?:^| )(?:please|kindly|bitte|por favor|asap|pretty please|gracias de antemano|thanks in advance|danke im voraus|ok\?|ok for (?:you|everyone)|would be (?:great|nice|good) if (?:you|someone|it|ot)|be so kind|much appreciated|appreciate (?:it|your|if)|grateful if)(?= |$)/,
  ],
  asksSomeone: [
    new RegExp(
      `(?:^| )(?:can|could|would|will) (?:${SOMEONE}|the \\w+|\\w+) (?:please |maybe |kindly |just |quickly |also |possibly )*(?:${ACT}|be able to|manage|mind)(?= |$)`,
    ),
    new RegExp(
      `(?:^| )(?:can|could) (?:\\S+ ){1,7}(?:be|get) (?:${DONE}|arranged|let|sorted|permitted|reached|restarted|done|put|given)(?= |$)`,
    ),
    start(`(?:can|could|may|might|shall|should) (?:i|we)(?: \\w+){0,2} (?:${ACT}|be|please)`),
    start(
      "who can (?!help|i|we|you)\\w+|who (?:could|would) (?!have|know|ever|do|want)\\w+|wer kann|wer konnte|quien (?:puede|podria|lo habilita)",
    ),
    anywhere(
      `(?:kann|konnte|konntest|kannst|konnen|konnt|konnten|wurde|wurdest|wurdet|darf|durfen|konntet|koennt|koennte)(?: \\S+){0,9} (?:${ACT_DE})`,
    ),
    start(
      "(?:kann|kannst|konnt|konntet|konntest|konnte|konnten) (?:sich |man |mir |jemand|einer|wer|ihr|du|sie|die it|bitte)",
    ),
    start(
      `(?:puede|puedes|podeis|pueden|podria|podrias|podriais|podrian|podemos|puedo|alguien puede|alguien podria|se puede|se podria)(?: \\S+){0,4} (?:${ACT_ES}|entrar|conectarse|conectarme|que|instalar)`,
    ),
    anywhere("(?:can|could) (?:you|someone|anyone|it|ot) (?:all )?(?:sort|arrange|help|do) (?:that|this|it|me|us)"),
    anywhere("anyone (?:able|free|around|near|who can)(?: to)?|anyone (?:here )?who"),
    anywhere("who (?:does|enables|registers|installs|opens|arranges|sets|makes|connects) (?:it|that|this|them|me|us)"),
    anywhere(
      "(?:do|would) you mind|mind (?:opening|restarting|rebooting|giving|letting|adding|updating|installing|kicking|resetting)",
    ),
  ],
  orders: [
    start(`(?:${ACT}) (?!and|it works|\\||lol|haha)\\S+`),
    start(`(?:${ACT_ES}) \\S+`),
    anywhere(`(?:${ACT_DE})(?: (?:bitte|please|pls|danke))?(?= (?:\\||\\?)|$)`),
    start(
      "(?:gib|gebt|mach|macht|lass|lasst|schalt|schaltet|starte|startet|offne|offnet|setz|setzt|leg|legt|nimm|nehmt) (?:\\S+ ){0,8}\\S+",
    ),
    start("(?:request|requesting|anfrage|solicito|solicitud|requested|wanted)(?: for| to| of| :|:)? \\S+"),
    start("(?:abrid|dejad|desbloquead|reiniciad|actualizad|instalad|conectad|poned|dadle|cambiad) \\S+"),
    anywhere("que (?:el|la|los|las|se) (?:\\S+ ){0,3}(?:conecte|lea|pueda|publique|entre|instale|abra|reinicie)"),
  ],
  needs: [
    anywhere(
      "(?:i|we|they|he|she|who|people|project|team|crew|customer|auditors?|mgmt|management|lab|quality|maintenance)(?: \\S+)? (?:need|needs|want|wants|require|requires|must have|would like|would need|would love|am missing|are missing|miss|ask|asks|kindly ask|request|plan to connect|want to)",
    ),
    start(
      "(?:need|needs|want|wants|require|requires|looking for|missing|requiring|would like|would need|have to get|must get|must have|must)(?! i| you| we)",
    ),
    anywhere(
      "(?:needs?|requires?|wants?) (?:a|an|the|to|new|its|it|more|remote|access|in|on|\\S+ access|vpn|<port>|<protocol>|<n>|firmware|restart|reboot|reset|login|rights|help|outside|another|different|some|back|internet|network|both|engineering|write|read|admin)",
    ),
    anywhere(
      "(?:has|have|had better|ought) to (?:be|go|get|come|join|reach|talk|connect|dial|log|see|read|move|have|run|send|look)|must (?:be|go|get|join|reach|talk|connect|dial|have|move|stream|not change)|should (?:be|get|go|have|receive|join|dial|come|connect|read|talk|run)",
    ),
    anywhere(
      "(?:brauche|brauchen|braucht|brauchte|brauchten|benotige|benotigen|benotigt|mochte|mochten|will|wollen|wolle|soll|sollen|muss|mussen|musste|bekommt|bekommen|bitten um|beantrage|beantragen)(?= |$)",
    ),
    anywhere(
      "(?:necesito|necesita|necesitan|necesitamos|quiero|quiere|quieren|queremos|hay que|hace falta|tiene que|tienen que|tenemos que|me hace falta|falta|faltan|solicito|solicitamos|debe|deben|se necesita|nos falta)(?= |$)",
    ),
    anywhere(
      "(?:vendor|supplier|oem|integrator|siemens|abb|kuka|technician|contractor|they) (?:\\S+ )?(?:wants?|asks? for|needs?|has to|have to|must|should|is (?:standing|waiting|ready))",
    ),
    anywhere("(?:is|are) (?:due|overdue|ready|too old|out of date|outdated|vulnerable|missing)"),
  ],
  permission: [
    start("(?:can|may|could|might) (?:i|we)(?= |$)"),
    anywhere(
      "(?:am i|are we) allowed to|permission to|allowed to|ok to|okay to|ok if|alright if|fine if|ok with (?:you|everyone)",
    ),
    start("(?:darf|durfen) (?:ich|wir)|puedo|podemos"),
    anywhere("(?:ok|okay) (?:for|on|at|this|tonight|tomorrow|sunday|saturday)[^|]* \\?|ok \\?"),
  ],
  possible: [
    anywhere(
      "any chance|is it possible|would it be possible|could it be possible|possible to|is there any chance|is there a chance|any way (?:to get|you)|is there a way to get|would it be ok|do you think you could|can that be|geht das|ware es moglich|ist es moglich|es posible|seria posible|what (?:do|would) (?:you|u) need|what is needed|how do we get (?:this|that|it)|how (?:do|can) (?:i|we) (?:get|request|apply|obtain)|where can (?:i|we|it) (?:get|go|be|request)|when can (?:we|you) (?:do|get|have)|when could",
    ),
  ],
  blocked: [
    anywhere(
      "(?:can|could|does|do|is|are|will) not (?:\\S+ )?(?:reach|reachable|connect|get through|get to|log|login|sign|access|open|edit|acknowledge|see|get in|get into|enter|authenticate|join|change)",
    ),
    anywhere(
      "(?:firewall|fw|it) (?:still )?(?:blocks?|is blocking|drops?|is dropping|eats|blockt|bloquea|blocking|rejects|filters|swallows)",
    ),
    anywhere(
      "(?:is|are|currently|being|gets?) (?:blocked|dropped|locked|denied|rejected)|locked out|access denied|no permissions?|no rights|permission denied|not authori[sz]ed|zugriff verweigert|acceso denegado|no access",
    ),
    anywhere(
      "forgot (?:my|the)|forgotten|expired|abgelaufen|vergessen|caducad[oa]|olvide|ausgesperrt|gesperrt|bloquead[oa]|locked|keine berechtigung|kann mich nicht|no puedo entrar|no tengo permisos?|kommt nicht auf|komme nicht|no llega al?|lost (?:my|the) (?:token|card|badge|phone|password|pin)",
    ),
    anywhere(
      "(?:login|password|pin|user|account|badge|card) (?:\\S+ )?(?:does not work|not working|fails|failed|gone|lost|broken|expired|locked|wrong|invalid)",
    ),
  ],
  tellMe: [
    anywhere(
      "tell me|let me know|point me|show me|give me (?:the (?:name|contact|number|owner|history|story)|a name)|catch me up|fill me in|sag mir|sagt mir|zeig mir|dime|decidme|need to know|i am looking for the|looking for the (?:owner|person)|list (?:all|my|the|everything|of)|remind me who",
    ),
  ],
  faultNow: [
    anywhere(
      "(?:nothing|nix|nichts|nada|none|niente|no one) (?:\\S+ )?(?:works?|moves?|runs?|prints?|goes|happens|starts?|responds?|reacts?|geht|lauft|funktioniert|funciona|arranca|anda|anymore|responde|passiert|druckt|imprime)|(?:nothing|nix|nichts|gar nichts) (?:\\S+ ){0,3}(?:mehr|anymore|geht|lauft|works)",
    ),
    anywhere(
      "(?:does|do|will|would|can|could|did) not (?:\\S+ )?(?:start|run|move|respond|react|print|produce|ship|pack|work|boot|come|reset|restart|home|close|scan|read|pump|dose|heat|cool|feed|label|fill|do|turn|power|acknowledge|load|stop|advance|continue|index|rotate|spin|update|go|accept|hold|build)",
    ),
    anywhere(
      "(?:unable|impossible) to (?:start|run|produce|ship|pack|print|reset)|(?:won|wo) not \\w+|refuses to|fails to|not (?:working|running|starting|responding|moving|printing|reacting|producing|booting|going)",
    ),
    anywhere(
      "no (?:power|values?|data|connection|communication|comm|air|steam|orders?|signal|picture|image|pressure|vacuum|heat|cooling|response|reaction|production|labels|tags|display|network|water|hydraulics|feedback|voltage)",
    ),
    anywhere(
      "(?:is|are|all|stays?|stands?|went|goes|gone|just|been|has|have|again|s|completely|totally|looks) (?:\\S+ )?(?:black|dead|frozen|stuck|stopped|standing|down|blank|blue|dark|offline|tripped|faulted|jammed|crashed|hung|broken|kaputt|red|unresponsive|out|idle|gone|still|halted|dying|white|garbled|scrapping|on the floor|lifeless|stalled|hanging)",
    ),
    anywhere(
      "(?:we|line|linie|linea|machine|maschine|maquina|robot|anlage|band|presse|prensa|cell|conveyor|filler|palletizer|production|produktion|produccion|everything|alles|todo|todos|hmi|plc|sps|panel|scada|mes|screen|screens|bildschirm|pantalla|server|l|ln|system|steuerung|packing|pck|drives|cpu|mixer|oven|boiler|kessel|<n>|press|scanner|printer|printers|drucker|winder|switch|agvs|agv|crane|pump|labeller|it|labeler|wrapper|extruder|compressor|roboter|dryer|tunnel|chiller) (?:\\S+ )?(?:down|stopped|stands|stand|standing|stop|stops|dead|black|frozen|steht|stehen|tot|schwarz|kaputt|ausgefallen|aus|weg|parad[oa]s?|muert[oa]|negr[oa]|caid[oa]|en stop|stuck|tripped|blank|off|offline|faulted|blk|gone|halted|halt|fault|trips|stillstand|eingefroren|hangt|klemmt|in stop|rot|stumm|dunkel|crashed|crashes|freezes|idle|dark|jammed|black again|keeps|out|gestort|averiad[oa]|roj[oa]|bloquead[oa]|streikt|spinnt|stalled|hung|unresponsive)",
    ),
    anywhere(
      "(?:lost|loses|losing|lose) (?:\\S+ )?(?:power|communication|connection|comms|network|product|setpoints?|values|temperature|signal|everything|axis|reference|home)|lose money",
    ),
    anywhere(
      "keeps? (?:stopping|tripping|faulting|freezing|crashing|dropping|rebooting|jamming|failing|going|restarting)|(?:stops|trips|faults|freezes) (?:every|all the time|again|constantly)",
    ),
    anywhere(
      "<hashes>|question marks|blue ?screen|black ?screen|red light|sf (?:led|light)|bus fault|(?:total|complete) (?:outage|standstill|loss)|standstill|stillstand|stehen|wir stehen|estamos parad[oa]s|se ha parado|se (?:ha caido|cayo)|no (?:arranca|funciona|anda|se mueve|responde|imprime|enciende|va)|(?:lauft|geht|startet|fahrt|reagiert|druckt|bewegt|dreht) (?:\\S+ )?nicht|nicht mehr|tut nichts|sin (?:luz|comunicacion|tension|aire|vapor|datos|red)|steht(?: \\S+)?|storung|ausfall|averia|keine (?:werte|verbindung|auftrage|anzeige|spannung)|kein (?:druck|strom|bild|dampf|signal)|strom weg|can not (?:reset|restart|start|run|produce|ship|pack)",
    ),
    anywhere(
      "(?:people|operators|crew|leute|trucks|lkw|everybody|everyone|camiones|personas)(?: \\S+){0,2} (?:waiting|standing|idle|warten|stehen|esperando|twiddling)",
    ),
    start("(?:down|stopped|standing|dead|black|frozen|stuck) (?:again|since|now)|help|hilfe|ayuda|parad[oa]|down down"),
  ],
  still: [
    anywhere(
      "still|again|now|since|keeps?|anymore|any more|wieder|immer noch|seit|jetzt|nicht mehr|otra vez|sigue|desde|todavia|right now|schon wieder|at the moment|gerade|ahora|did not help|without success|no luck",
    ),
  ],
  asksOwner: [
    anywhere(
      "who (?:\\S+ )?(?:owns?|is (?:responsible|in charge|on call|the owner|the contact|on duty|accountable|backup|the shift)|looks after|takes care|maintains?|runs?|handles?|manages?|administers?|supports?|do (?:i|we|you)|should (?:i|we)|can (?:i|we)|would (?:have|i)|knows? (?:about|the)|has (?:the \\S+|bereitschaft)|decides?|signs?|approves? (?:changes|a)|at (?:it|ot)|in (?:it|ot)|gets tickets|to (?:call|ask|contact|bug)|does (?:the|line)|operates|bought|are the owners)|whose|whom (?:do|can|should)|whoever",
    ),
    anywhere(
      "(?:owner|ownership|oncall|on call|contact|contact person|responsible|ansprechpartner|zustandig|zustandigkeit|verantwortlich|responsable|dueno|besitzer|right person|asset owner|phone number of|number for)",
    ),
    anywhere(
      "which (?:team|department|group|guy|person)|what team|is (?:\\S+ ){1,5}(?:ours|it or ot|ot or it|with it|it s|s or)|(?:does|do) (?:it|ot) (?:or (?:it|ot) )?(?:own|have|look|run|manage)|ours or",
    ),
    anywhere(
      "wem gehor\\w+|wessen|wer ist (?:zustandig|verantwortlich|der|fur|dran)|wer (?:kummert|betreut|macht|verwaltet|entscheidet|hat|pflegt)|wen (?:frage|rufe?|muss|ruf|kann)|an wen|welches team|gehort",
    ),
    anywhere(
      "de quien|quien (?:es|lleva|mantiene|se encarga|esta de guardia|se ocupa|gestiona|decide|atiende)|a quien|con quien|que equipo",
    ),
    anywhere("where do i (?:go|report)|where do we (?:go|report)"),
  ],
  asksStatus: [
    anywhere(
      "(?:status|eta|news|update on|progress|any update|any word|word on|state) (?:of|on|about|with|for|from|\\?)|<key>|(?:status|stand|estado)(?= |$)|any (?:news|update|progress|word|movement)|how far|how long (?:until|will|do|does|till)|how much longer|how is (?:my|it going|the|that)",
    ),
    anywhere(
      "(?:my|our|meine|meiner|mi|mis|nuestra) (?:\\S+ )?(?:requests?|tickets?|anfragen?|antrag|antrage|solicitud|solicitudes|peticion)",
    ),
    start(
      "(?:is|are|has|have|did|was|were|does|do) (?:\\S+ ){1,8}(?:yet|already|approved?|signed?|granted|denied|rejected|decided?|authorised|authorized|scheduled|confirmed|extended|processed|answered|completed|through|open now)(?= |$|\\?)",
    ),
    start(
      "(?:is|are) (?:the |my |port )*(?:<port>|port|request|vpn|access|firewall|rule|login|user|restart|update|change) (?:\\S+ ){0,4}(?:open|done|ready|live|active|finished|up|created|set|there|in place)",
    ),
    start(
      "(?:is|has) (?:anyone|someone|it|ot|security) (?:\\S+ )?(?:on|working|looking|handling|looked|started|approved|opened|answered|done|signed|doing)",
    ),
    anywhere(
      "who (?:has|is|s|still|needs?|must|got) (?:\\S+ )?(?:the ball|holding|my request|to (?:approve|sign)|working on|has to approve|my)|the ball|what (?:is|s) (?:open|pending|waiting|still|blocking|holding|on my|missing|taking|left)|what waits|what requests|waits? for (?:me|it|ot|security|us)|waiting for (?:me|it|ot|security|us) \\?|what do i have to approve|open requests|pending|(?:show|list) (?:\\S+ ){0,8}requests?",
    ),
    anywhere(
      "still (?:waiting|no|not|nothing|pending)|(?:i|we) (?:asked|requested|sent|filed|ordered)(?: \\S+){0,8} (?:yesterday|ago|this morning|last week|on monday|for)",
    ),
    anywhere(
      "when (?:will|do|does|is|can i|am i|are) (?:\\S+ ){0,8}(?:open|done|get|happen|planned|expect|look|ready|be|my|the)|why (?:is|has|does|is) (?:\\S+ ){0,8}(?:not|still|stuck|take|open)|what about|what happens with my",
    ),
    anywhere(
      "wo ist (?:meine?|ham|der|die)|wie (?:weit|steht|lange|ist der stand)|schon (?:\\S+ )?(?:offen|da|genehmigt|freigegeben|freigeschaltet|unterschrieben|erledigt|durch|was|fertig)|(?:ist|wurde|hat|haben|sind) (?:\\S+ ){0,8}(?:schon|genehmigt|freigeschaltet|abgelehnt|unterschrieben|freigegeben|bewilligt)|noch was gehort|was (?:ist mit|liegt)|wann (?:kommt|wird|ist)|wer (?:muss|hat meine)|gibt es was neues|offene (?:anfragen|antrage)|immer noch (?:keine|nicht)",
    ),
    anywhere(
      "donde esta (?:mi|ham|la)|como va|que hay de|novedades|(?:esta|estan|han|ya) (?:\\S+ )?(?:abiert[oa]|aprobad[oa]|list[oa]|hech[oa])|cuando (?:estara|abren|estara)|cuanto falta|quien (?:tiene|falta)|pendientes?|sigo esperando|aprobad[oa]",
    ),
    anywhere(
      "(?:approved|done|open|ready|granted|signed|denied|coming) (?:yet |already |now |or not )?\\?|or not \\?|do we have (?:approval|an answer)|can you check",
    ),
  ],
  asksHistory: [
    anywhere(
      "what (?:\\S+ )?(?:happened|changed|went (?:on|wrong)|was (?:done|changed|wrong|the (?:problem|cause|issue))|did (?!you mean|he say)|has been|have (?:they|you|it))|why (?:was|were|did|is (?:port|<port>))|when (?:was|were|did)|since when|who (?:changed|restarted|rebooted|touched|opened|approved|gave|updated|worked|did|was|had|installed|moved|deleted|stopped|reset|turned|closed|made|added|removed|logged|connected|signed|messed|edited|put)|how (?:come|did|often was|long was|long did)",
    ),
    anywhere(
      "(?:did|has|have) (?:anyone|someone|it|ot|the vendor|something|siemens|anything|the network|they|somebody)(?: \\S+)? (?:touch|change|restart|work|done|changed|touched|restarted|worked|been|happen|happened|do|update|updated|reboot|move|modify|modified|play|mess|reset|log|open)",
    ),
    anywhere(
      "(?:was|were|has|have|is) (?:there|anything|the \\S+|\\S+ <n>|\\S+|been) (?:\\S+ ){0,8}(?:last night|yesterday|recently|lately|since|this week|last week|tonight|on sunday|changed|touched|past days)",
    ),
    anywhere(
      "(?:any|anything|recent|latest|last) (?:\\S+ )?(?:changed?|changes|done|work|touched|happened|incidents?|interventions?)|history|timeline|summary of|recap|story|log of|log for|catch me up|fill me in|explain the|what is the story|explanation for|overview of",
    ),
    anywhere(
      "was (?:war|ist|hat|wurde|haben)(?: \\S+){0,8} (?:los|passiert|geandert|gemacht|gedreht|mit|gestern|nacht)|warum (?:wurde|stand|ist|war)|wer (?:hat|war)(?: \\S+){0,8} (?:geandert|gemacht|gestartet|gedreht|drauf|gearbeitet|nacht|geoffnet|angefasst)|wann (?:wurde|war)|hat jemand (?:was|etwas)|gab es|verlauf|historie|letzte anderungen",
    ),
    anywhere(
      "que (?:paso|ha pasado|se cambio|hizo|hicieron|ocurrio)|por que (?:se|paro|esta|fue)|quien (?:cambio|reinicio|toco|abrio|hizo|aprobo)|cuando se|alguien ha|historial|ultimos cambios|hubo algun",
    ),
  ],
  question: [
    /\?/,
    start(
      "(?:who|what|where|when|why|how|which|whose|wer|was|wo|wann|warum|wie|welche[rs]?|wem|wen|quien|que|donde|cuando|como|cual|is|are|does|do|did|has|have|ist|sind|hat)",
    ),
  ],
  done: [
    new RegExp(
      `(?:^| )(?:i|we|he|she|they|it|ot|security|network|otto|nils|vendor|siemens|krones|someone|peter|guys|guy|team|colleague|operator|electrician|\\w+) (?:have |has |had |already |just |finally |also |then |now |both |all |even |only )*(?:${DONE})(?= |$)`,
    ),
    new RegExp(`(?:^|\\| )(?:just |already |finally |ok |so |yes |have |has |had )*(?:${DONE})(?= |$)`),
    new RegExp(
      `(?:is|are|was|were|has been|have been|had been|got|been) (?:\\S+ )?(?:now |already |all |again |finally |just )*(?:${DONE})(?= |$)`,
    ),
    anywhere(
      "(?:wurde|wurden|ist|sind|hat|habe|haben|hatte|hatten)(?: \\S+){0,8} (?:ge\\w{2,}(?:t|en)|\\w+ge\\w{2,}(?:t|en)|installiert|aktualisiert|erledigt|repariert|be\\w+(?:t|en)|ver\\w+(?:t|en)|umgezogen|drauf|neu gestartet)",
    ),
    anywhere(
      "(?:he|hemos|han|ha|fue|ya esta|ya lo) (?:\\w+(?:ado|ido)|abiert[oa]|hecho|puesto|resuelto)|(?:actualizamos|instalamos|reiniciamos|cambiamos|abrimos|arreglamos|reinicie|instale|se conecto)",
    ),
    anywhere(
      "(?:went|gone) (?:well|fine|smooth|ok|smoothly)|is (?:in place|on now|live|now (?:open|on|live|up)|open now|active|out|in)|(?:works|working) (?:fine|well|great|now|again|since)|is (?:up|live) since|report :|handover|shift log|summary :|night shift report|update :|schichtubergabe",
    ),
  ],
  resolved: [
    anywhere(
      "(?:is |are |was |it |all |everything |works? |up |line |s |back |problem |issue )*(?:works? (?:again|now|fine|since|well)|working again|running again|runs (?:again|fine|great|ok)|back (?:up|online|in production|to normal|again)|up (?:and running|again)|solved|resolved|sorted|all good|good again|all ok|ok (?:again|now)|all fine|fine (?:again|now)|no problems?|all green|false alarm|problem gone|problem is solved|never mind|nvm|nevermind|forget it|it was (?:a|just|only|the)|was (?:a|just|only) (?:a )?(?:loose|broken|bad|blown|cable|fuse|psu|connector|power)|turned out|cleared|up again|prints again|found (?:it|the|out|nothing)|mystery solved)",
    ),
    anywhere(
      "(?:lauft|geht|druckt|funktioniert|tut) (?:wieder|jetzt|alles|nun|seit)|lauft(?= \\|| seit|$)|behoben|erledigt|alles gut|war nur|gelost|geklart|wieder (?:da|ok|online|am laufen)|war (?:ein|der|die) \\S+(?: \\S+)?$|entwarnung|fehlalarm|hat sich erledigt|passt(?: so| jetzt| wieder)?$",
    ),
    anywhere(
      "ya (?:funciona|va|esta|anda|arranca)|arreglad[oa]|solucionad[oa]|resuelto|en marcha|falsa alarma|era (?:un|una|la|el)|listo|hecho",
    ),
  ],
  past: [
    anywhere(
      "yesterday|last (?:night|week|month|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|shift|summer|winter|spring)|ago|earlier|back then|in the past|previously|once|used to|in (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:we|the|it)|this morning|remember when|in my old|before that|gestern|letzte(?:s|n|r)? (?:woche|nacht|mal|jahr|monat)|vorgestern|fruher|damals|heute nacht|ayer|anoche|la semana pasada|antes|had (?:that|a|the|this|it|line)|was (?:down|black|stuck|standing|dead|off)|were (?:down|standing)|stood|stand (?=gestern|letzte|drei)|hatten",
    ),
  ],
  howTo: [
    start(
      "how (?:do|does|to|would|did you|can|could|many|is|are|often|long does|should|come you)(?! (?:we|i) (?:get|request|apply|obtain)|s? my|ever)",
    ),
    anywhere(
      "what (?:is|s|are|was) (?:the |a |an )?(?:best|default|command|shortcut|difference|meaning|point|port|vlan|opc|modbus|dmz|right way|easiest|purpose|advantage|syntax|max|maximum|proper|standard|usual|correct|normal|trick)|what does|what do you (?:think|use|recommend)|which (?:port|ports|cable|version|firmware|protocol|tool|driver|command|setting|software|manual|is better|one is)|where (?:is the (?:reset|setting|manual|button|switch|config)|can i (?:find|see|read|download)|do (?:i|you) (?:see|find|set))|what port|what would (?:you|it)",
    ),
    anywhere(
      "(?:has|have|does|did) (?:anyone|someone) (?:ever |already )?(?:tried|used|seen|know how|have experience|have the manual|have a|know if|know what|know which|know why|have|seen)|any (?:experience|tips|idea|ideas|recommendation|advice|thoughts|docs)|anyone (?:using|tried|know how|knows how|have|has|ever|got|seen|know a|with experience|here using)|is there (?:a (?:way to|list|manual|doc|trick|difference|tool)|documentation|any doc)|best practices?",
    ),
    anywhere(
      "wie (?:offne|macht|kann|geht|andert|mache|stellt|bekomm\\w* man|funktioniert|richtet|installiert|starte|resette|setzt|war das|viele|lange halt)|welche[rsn]? (?:port|kabel|version|befehl)|was (?:bedeutet|ist der unterschied|ist ein|heisst|heist|kostet|macht eigentlich|haltet)|wo (?:finde|sieht|ist das handbuch|stellt)|hat (?:jemand|wer) (?:erfahrung|das|schon)|hat das schon|kann (?:man|modbus|opc)|ist (?:modbus|opc|s7|<protocol>)",
    ),
    anywhere(
      "como (?:abro|se|puedo|hago|cambio|reinicio|configuro|actualizo|funciona)|que (?:puerto|significa|diferencia|version|cable)|cual es (?:la diferencia|el puerto|el mejor)|donde (?:se ve|encuentro)|alguien (?:tiene|sabe como|ha usado|ha probado)",
    ),
    anywhere(
      "(?:default|standard) ports?|(?:default|defaults?) (?:is|for|of|to)|(?:uses?|is|listens on|runs on|on|lauft auf|nutzt|usa) (?:the )?(?:port |tcp |udp |by default |always )*<port>(?: (?:right|by default|for|and|with|tcp|udp|or|always|is|normally|iirc|afaik|correct|isn|not|standard|\\||\\?)|$)|(?:<protocol>|<port>) (?:is|are|=|uses?|ist|es|nutzt|usa|lauft) (?:the |a |always |usually |port |der |el |for |normally )*(?:<protocol>|<port>)|is (?:<protocol>|<port>) (?:tcp|udp|always|encrypted|secure|the|or|for|really)|(?:has|does|do|can) <protocol>",
    ),
  ],
  ability: [
    start(
      "(?:can|could|does|do|is|are|will|would|has) (?:a |an |the )?(?:<protocol>|plc|hmi|tia|wireshark|codesys|ignition|router|firewall|switch|firmware|reset|restart|update|vpn|cloud|opc|ethernet|profinet|virus|it(?= lose| affect| break| hurt| matter))(?: update| restart| tia)? (?!on|<n>|line|server|in|at|from|to|please|be|get|allow|open|restart|install|update|move|s )\\S+",
    ),
    start(
      "(?:do|does) (?:i|you|we|one|it) (?:need|lose|have to|even need|really need|still need|support|require)|is it (?:normal|bad|safe|dangerous|true|worth|hard|easy|better|possible to (?:program|read|decode|run|update|see|have both))|can (?:you|one|i) (?:read|run|decode|program|see|even|actually|use|update a|tell (?!me|us)|do that|trust|hot)",
    ),
  ],
  advice: [
    anywhere(
      "(?:you|u|du|ihr|one|man) (?:just |only |simply |first |always |also |probably |usually |would |will |might )*(?:have to|need to|needs to|must|should|can|could|may|might|ought|want to|had to|musst|musst|mussen|sollte|sollst|kannst|konnt|musst|braucht|will need|need|d)(?! you| we| i| please)(?= |$)|you d",
    ),
    start(
      "(?:(?:simply|just|einfach|always|never|immer|first|zuerst|try|maybe|tip|hint|note|usually|normally|probier|versuch|solo|siempre|nunca|prueba) )+(?!wondering|checking|need|want|give|let|open|<port>|https|to|please|allow|the <)\\S+",
    ),
    anywhere(
      "(?:did|have) you (?:try|tried|check|checked|reboot|restart|already|turn|look|looked|ever|updated?|rebooted|restarted)|hast du (?:schon|mal)|habt ihr (?:schon|mal)|has probado|habeis probado|tried turning",
    ),
    anywhere(
      "(?:usually|normally|always|often|most(?:ly| times)|generally|in general) (?:helps?|fixes|works|solves|do|does|restart|reboot|reset|means)|(?:helps|fixes that|fix it|does the trick|hilft) (?:most|usually|always|sometimes|immer|meist)?|helps most|the trick is|rule of thumb|best practice|works like this|note to self|step <n>|schritt <n>|paso <n>|pro tip",
    ),
    anywhere(
      "(?:if|when|whenever|falls|wenn|si|cuando) (?:it|the|that|this|you|your|he|she|die|der|das|du|ihr|se|el|la|there|a|an|something|hmi|plc|line) (?:\\S+ ){0,8}\\| (?:just |then |einfach |immer |dann |you |we |please )*(?:restart|reboot|reset|pull|call|turn|power|unplug|press|hold|use|file|ask|check|open|zuerst|neu|stecker|stellt|erst|den|apaga|reinicia|resetten|do)",
    ),
    anywhere(
      "(?:if|when|whenever) (?:it|the \\S+|you|that|this|your \\S+|a \\S+|\\S+) (?:hangs|freezes|fails|stops|happens|need|needs|change|restarts|crashes|locks|loses|does)",
    ),
    start(
      "(?:to|um) (?:reset|update|open|restart|get|install|change|enter|flash|reboot|read|see|access|do|zu) (?:\\S+ ){0,8}(?:\\||you|go|hold|use|press|fill|:)",
    ),
    anywhere(
      "then (?:restart|reboot|reset|you|log|it (?:works|picks|starts)|download|press|click|go)|right click|services msc|net (?:start|stop)|and it works|after (?:a|an|the) (?:restart|reboot|update) (?:it|you|always)",
    ),
    anywhere("(?:tienes|hay|teneis) que \\S+ (?:despues|antes|primero)|(?:apagalo|reinicia) y"),
  ],
  hypothetical: [
    anywhere(
      "what if|imagine|suppose|let us (?:say|assume)|assuming|in theory|theoretically|hypothetically|(?:would|will) be (?:nice|great|cool|good|better|easier|awesome|fun|a dream|interesting)(?! if (?:you|someone|it))|would (?:it )?not (?:it )?be|(?:one|some) ?day|some time|at some point|eventually|someday|in an ideal|i wish|wish (?:we|i|someone)|if only|if (?:we|i|they|he) (?:had|were|could|opened|restart|restarted|moved|did|ever|get hacked|was|connected|lost)|if i (?:had|were|was)|next (?:year|decade)|should we (?:ever|update|go|move|wait|really|not|be|all|even)|do we (?:even|really) need|do you think|would (?:you|anyone|a) (?:ever|trust|rather|restart help|reboot help|really)|why (?:do|does|don|are|is) (?:we|it|every|everybody|everyone|everything|not we|the|you|nobody|i)(?! \\S+ (?:not|still))|why do not|could be (?:that|the|a)|might (?:be|need)|maybe (?:we|it|a|the|one|some)|perhaps|was ware wenn|stell dir vor|ware (?:schon|gut|toll|cool)|ware es nicht|wurde gern|irgendwann|wenn wir|vielleicht|angenommen|und wenn|y si|imagina|estaria bien|ojala|algun dia|si (?:reiniciamos|abrimos|ponemos|pudieramos|tuvieramos)|what would happen|thinking about|we could (?:also|always|just)|one could|would help|in the long run|long term|dream",
    ),
  ],
  joke: [
    anywhere(
      "lol|lmao|rofl|haha\\w*|hahaha|hehe|jaja\\w*|kidding|jk|joke|joking|<laugh>|sarcasm|just saying|yeah right|sure thing|famous last words|what could (?:possibly )?go wrong|who would have guessed|my favou?rite|wink|xd|witz|scherz|spass|broma|april fool\\w*|dreamed|i quit|as if|oh wonderful|oh great|yay|my life|my brain|my bed|my coffee|a beer|myself|on mars|the internet for fun|ni loco|for fun",
    ),
    start("(?:great|wonderful|brilliant|fantastic|awesome|nice) \\| (?:another|again|the|line|now|just|so|next)"),
    /(?:^| )[;:] (?:\)|-) ?\)?/,
  ],
  quote: [
    anywhere(
      "(?:he|she|they|vendor|supplier|siemens|abb|krones|manual|email|mail|ticket|advisory|consultant|auditor|boss|customer|article|sign|book|docs|documentation|support|hotline|otto|manufacturer|contractor|colleague|guy|someone|integrator|oem|readme|website|policy|standard|letter|note|technician|kollege|chef|hersteller|lieferant|handbuch|anleitung|proveedor|manual|jefe|peter|brochure|salesman|internet|google|chatgpt|vendors?) (?:\\S+ )?(?:wrote|writes|said|says|told|asked (?:us|me|if|whether|who|why|about)|asks (?:us|if|whether|who)|claims|claimed|recommended|suggested|schreibt|schrieb|sagt|sagte|meint|meinte|fragt|fragte|dice|dijo|escribe|pide que|pregunta|mentioned|insists|quoted|wants to know|steht|thinks|keeps asking|suggests|stated|states)",
    ),
    anywhere(
      "(?:im|in the|the) (?:handbuch|manual|ticket|mail|anleitung|email) (?:steht|said|says|it says)|quote|zitat|cita|fwd|fw :|re :|subject|betreff|asunto|from the (?:mail|email|ticket|manual)|as \\w+ said|i read (?:about|that|in|an)|according to|laut (?:handbuch|hersteller)|segun|i told (?:him|her|them)|wants to know|famous words|is what (?:he|she|they)|interesting article|new advisory|(?:the|old) ticket said",
    ),
    /^(?:>|") /,
    /" [^"]{6,120}"/,
  ],
  negated: [
    anywhere(
      "(?:please |bitte )?do(?:es)? not (?:you )?(?:open|restart|reboot|touch|update|install|give|connect|change|plug|flash|patch|let|move|reset|use|unplug|close|allow|start|turn|switch|power|add|remove|need|want|do|ever|forget)|do not (?:want|need)(?! to wait)|no (?:need|restart|reboot|updates?|remote (?:access|sessions?)|changes?|port|vpn|one (?:opens|touches|restarts|should))(?! (?:for)? \\S+ yet)|not (?:needed|necessary|required|to (?:be )?(?:restart|open|touch|updat)\\w*|yet|now|today \\||anymore|open|restart|going to)|never (?:\\S+)|nobody (?:opens|touches|restarts|updates|installs|changes|connects|should|must|may|is allowed|asked)|no one (?:opens|touches|restarts)|must not|should not|may not|(?:we|i|they|you) (?:will|would|can) (?:not|never)|would never|rather not|better not|hands off|leave (?:\\S+ ){1,4}(?:alone|as it is|as is|running)|stop (?:rebooting|restarting|changing|opening|touching|updating|asking)|without (?:asking|telling|me|permission|approval)|cancel|cancelled|canceled|forget (?:the|about|it)|keep your hands|any ?more|any longer|is not (?:down|black|a|the|needed|necessary)|are not (?:down|standing)|hold off|wait with|postponed?|skip the",
    ),
    anywhere(
      "nicht (?:neu ?starten|neustarten|updaten|offnen|anfassen|installieren|andern|notig|mehr notig|ausschalten|resetten|anschliessen|abschalten|freigeben|wundern)|nichts (?:neu|updaten|andern|installieren|anfassen|neustarten|machen)|kein (?:\\S+ )?(?:neustart|update|port|notig|bedarf)|keine[nrs]? (?:\\S+ )?(?:neustart|updates?|ports?|fernwartung|offnen)|niemand (?:fasst|startet|offnet|updatet)|brauchen? (?:\\S+ ){0,4}nicht(?: mehr)?|nie(?:mals)? |finger weg|abgesagt|storniert|noch nicht",
    ),
    anywhere(
      "no (?:reiniciar|reinicieis|abrir|tocar|instalar|actualizar|hace falta|cambiar|reinicien|toqueis|conectar|es necesario)|ya no (?:necesit|hace)\\w*|nadie|que nadie|nunca|cancelar|cancelad[oa]|ningun",
    ),
  ],
  contrast: [
    anywhere(
      "(?:but|instead|just|only|rather|sondern|nur|sino|solo|i meant|i mean|ich meinte|except|apart from|other than|not the|excluding|leave out|ausser|menos|excepto|lieber|stattdessen) (?!kidding)\\S+",
    ),
  ],
  announces: [
    start(
      "(?:reminder|fyi|heads up|headsup|attention|info|information|announcement|notice|achtung|hinweis|erinnerung|aviso|recordatorio|atencion|note|news|minutes|agenda|save the date|welcome|willkommen|bienvenid\\w*|psa)",
    ),
    anywhere(
      "please (?:note|be aware|remember|read|keep|register|ignore|log out|mind|find attached|welcome|use the new|join)|from (?:monday|tuesday|next|tomorrow|today|now|january|december) (?:on )?(?:all|we|every|port|hmis|the)|as of (?:today|monday|tomorrow)|starting (?:next|monday)|(?:will|wird|werden|is|are|gets?) (?:be )?(?:\\S+ ){0,6}(?:interruptions?|nicht erreichbar|postponed|verschoben)|maintenance window (?!ok|please)|training|schulung|formacion|meeting|besprechung|reunion|drill|test alarm|simulated|(?:will|are going to|is going to|are|going|gets) (?:be )?(?:updated|restarted|rebooted|installed|replaced|moved|patched|offline|upgraded|rolled out|done|changed|changing|swapped|migrated|shut|switched|opened|closed|unavailable)(?: (?:on|next|tonight|tomorrow|at|this|by|from|over|in|during|to)|$| \\|)|(?:wird|werden) (?:\\S+ ){0,8}(?:getauscht|neu gestartet|aktualisiert|umgestellt|installiert|geandert)|se (?:actualizan|reinicia|cambian|actualiza)|nicht wundern|short interruption",
    ),
  ],
  planned: [
    anywhere(
      "planned|scheduled (?:maintenance|downtime|for)|geplant|programad[oa]|for (?:cleaning|maintenance|changeover|lunch|break|inspection|format change)|wegen (?:umrustung|reinigung|wartung|pause|umbau|materialmangel)|por (?:limpieza|mantenimiento|cambio)|changeover|umrustung|(?:waiting|missing|because of missing|no) (?:for )?(?:pallets|material|parts|raw material|people)|nothing technical|lunch break|tool change|reel change|is normal|on purpose|intentionally|absichtlich|reinigung|preventive",
    ),
  ],
  ownPlan: [
    anywhere(
      "(?:i|we|he|she|they|it|ot|nils|otto|sina|vendor|siemens|someone|guys) (?:will|am|are|is|shall|going to|ll) (?:\\S+ )?(?:going to|about to|be |to |restart|reboot|open|update|install|move|check|do|ask|file|create|reset|connect|look|take|swap|patch|call|have a look|opening|restarting|updating|installing|moving|rebooting|planning|replacing|checking|looking|working|discussing|comparing|thinking|connecting|on it|migrating|testing|patching|replace|discuss|send|be moving|on site|bring|handle|flash|get it|see|try|come)",
    ),
    start(
      "(?:going to|about to|restarting|rebooting|updating|installing|opening|patching|moving|will (?:do|check|ask|have|take|look|open|restart)|gonna)(?= |$)",
    ),
    anywhere(
      "(?:ich|wir) (?:starte|starten|mache?|mach|werde|werden|update|updaten|kummere|offne|tausche|schaue|schau|tauschen|installiere|bin (?:noch|gerade|dran|schon)|installieren) (?!bitte)\\S+|die it (?:startet|tauscht|macht)|lo (?:reinicio|hago|miro)|(?:estoy|estamos) (?:en|reiniciando|actualizando|instalando)|me encargo|voy a",
    ),
    anywhere("(?:next year|next quarter|next month) we|budget|project is|q[1-4]|in q|roadmap|next week we"),
  ],
  handled: [
    anywhere(
      "(?:is|are|am) (?:already )?(?:on it|on the way|looking at|looking into|working on)|on it(?= |$)|has it|have it$|bin dran|ist (?:schon )?dran|kummert sich|kummere|ya me encargo|en ello|taking care|take care of it|will do|i have asked|have (?:already )?asked|(?:request|ticket|anfrage) is (?:in|open|filed)|already (?:approved|requested|asked|open|done|opened|on|filed|planned|in)|waiting(?: for (?:the |a )?(?:vendor|parts?|spare|delivery|material|them))?$|as (?:agreed|discussed|planned)",
    ),
  ],
  decided: [
    anywhere(
      "^approved|(?:is|was|got|been|finally) (?:approved|denied|rejected|granted)(?! \\?| yet| already| or)|approved from my side|looks good|fine (?:with|by|for) me|ok (?:for|with|from) me|go ahead|(?:denied|approved|signed) (?:it|the|that|by)|security said|said no|genehmigt$|hat abgelehnt|aprobado$|ha dicho|you can close (?:it|that|the request|this)|not my decision|i signed|i approved",
    ),
  ],
  smallTalk: [
    /^(?:(?:ok|okay|yes|no|yep|nope|hi|hello|hey|thanks|thank you|cheers|great|perfect|nice|cool|danke|gracias|vale|passt|moin|good|morning|night|hm+|test|alles klar|super|si|ja|nein|vielen dank|muchas gracias|buenos dias|all|everyone|everybody|guys|team|very much|a lot|lot|welcome|bye|happy|birthday|weekend|day|sure|fine|agreed|right|exactly|lunch|anyone|same here|same|done|noted|got it|will do|roger|copy|tock|top|prima|genau|see you|tomorrow|later|<laugh>|\?|!|\||\.|<n>|\+|👍|:|\)|🙏|🎉|✅|-|mahlzeit|feierabend|schones|wochenende|buen turno|hasta manana|bis morgen|guten) ?)*$/u,
    anywhere(
      "thanks(?: a lot| for| guys| everyone| all|$)|thank you|danke (?:fur|an|euch|$)|gracias(?: por|$)|well done|good (?:job|work|shift|morning|night)|congrat\\w*|happy birthday|nice (?:work|job)|have a (?:nice|good)|schones wochenende|new record|how are you|how was|what is up|see you",
    ),
  ],
  offTopic: [
    anywhere(
      "coffee|kaffee\\w*|cafe|lunch|canteen|kantine|cake|tarta|party|football|soccer|game|weather|holiday|vacation|birthday|parking|car|ladder|leiter|gloves|wrench|screwdriver|schraubenzieher|forklift|stapler|toilet|window|door|beer|sandwich|multimeter|pallets|fuse|break room|heating|lamp|toner|paper|slides|pdf|agenda|excel sheet|wiki|shift plan|my shift|powerpoint|pizza|bed|wife|kids|dog(?! slow)|cat|school|movie|song|music|cigarette|smoke|bus|train|gym|boots|helmet|tools|motor|cabinets?(?= open| closed|s)|cold in here|at home tonight|weekend plans|doom|escalator",
    ),
  ],
  code: [
    anywhere(
      "import|const|let \\w+ =|select|from \\w+ where|docker|kubectl|npm|pip|git|curl|localhost|loop|regex|compile|function|script|python|javascript|nginx|process env|console log|stack ?trace|exception|powershell|bash|sudo|pull request|for loop|api key|array|my (?:node|python|docker|sql|home)|home router|arduino|raspberry pi at home|excel formula|vba|c #|structured text|ladder logic|github|stackoverflow|terraform|ansible|kubernetes|pymodbus|home (?:network|nas|assistant)",
    ),
    /[{};=] ?[{};=(]|\( \)|= >/,
  ],
};

/** The cues a line shows. */
export function cuesIn(line: string): ReadonlySet<Cue> {
  const cues = new Set<Cue>();
  for (const cue of CUE_NAMES) if (CUES[cue].some((form) => form.test(line))) cues.add(cue);
  return cues;
}

const CUE_NAMES: readonly Cue[] = [
  "please",
  "asksSomeone",
  "orders",
  "needs",
  "permission",
  "possible",
  "blocked",
  "tellMe",
  "faultNow",
  "still",
  "asksOwner",
  "asksStatus",
  "asksHistory",
  "question",
  "done",
  "resolved",
  "past",
  "howTo",
  "ability",
  "advice",
  "hypothetical",
  "joke",
  "quote",
  "negated",
  "contrast",
  "announces",
  "planned",
  "ownPlan",
  "handled",
  "decided",
  "smallTalk",
  "offTopic",
  "code",
];
