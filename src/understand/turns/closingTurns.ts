import { type Lists, turns } from "./turns.ts";

const LISTS: Lists = {
  ACCESS: `port ports puerto puertos <port> remote_access remote_session remote_sessions fernzugriff fernzugang fernwartung
    fernwartungszugang remotezugang remotezugriff vpn acceso_remoto accesos_remotos acceso conexion_remota sesion_remota zugriff
    zugang access tunnel teamviewer anydesk`,
  CLOSE: `close block shut disable revoke remove deactivate terminate cut_off switch_off turn_off shut_off take_away withdraw`,
  CIERRA: "cierra bloquea quita corta desactiva revoca termina elimina retira apaga deshabilita",
  CERRAR: `cierre cierren cerrad cerrar bloquee bloqueen bloquead bloquear quite quiten quitad quitar quitarle corten cortad cortar
    desactive desactiven desactivad desactivar revoque revoquen revocar terminar eliminen eliminar retiren retirar apagar
    deshabilitar`,
  END: "end stop drop kill cut kick",
  ASKED: "please can could you we someone somebody to must should us and then ot it security",
  SCHLIESSEN: `schließen zumachen dichtmachen sperren abschalten deaktivieren beenden trennen kappen entziehen ausschalten
    abklemmen widerrufen löschen entfernen zudrehen wegnehmen blockieren`,
  SCHLIESS: `schließ schließe schließt sperr sperre sperrt beende beendet trenn trenne trennt kapp kappt entzieh entzieht
    deaktiviere deaktiviert blockier blockiert`,
  CLOSED: "closed blocked disabled revoked removed ended terminated cut_off switched_off turned_off shut shut_off",
  VISITOR: `vendor vendors vendor's supplier suppliers contractor contractors technician technicians integrator integrators oem
    manufacturer consultant external externals guest guests siemens lieferant lieferanten hersteller techniker dienstleister
    fremdfirma externe externen monteur anlagenbauer integrator proveedor proveedores tecnico tecnicos fabricante contratista
    integrador externo externos`,
  WIRF: "wirf werft schmeiß schmeiße schmeißt kick kickt hau haut nimm nehmt hol holt",
  ECHA: "echa echad echen echar saca sacad saquen sacar expulsa expulsad expulsen expulsar desconecta desconectad desconectar",
};

/** Something open is to be closed: a port, remote access. */
const CLOSES = turns(
  [
    "^ CLOSE|CIERRA ... ACCESS",
    "ASKED CLOSE ... ACCESS",
    "CERRAR ... ACCESS",
    "^ (can|could|would)? (you|we|someone)? END ... ACCESS",
    "turn|switch|shut ... ACCESS off|down",
    "ACCESS ... SCHLIESSEN",
    "^ SCHLIESS ... ACCESS",
    "^ mach|macht|dreh|dreht|schalt|schaltet|schalte ... ACCESS ... zu|dicht|ab|aus $",
    "ACCESS ... should|must|shall|can|could|to be CLOSED",
    "ACCESS ... zu|dicht machen",
    "^ (port)? <port> (wieder)? zu|dicht $",
    // Whoever is on a machine from afar is to be off it.
    "kick|throw|boot|toss|get|take ... VISITOR ... out|off",
    "kick|throw|boot|toss|lock out|off _ VISITOR",
    "cut|log|sign|lock ... VISITOR off|out",
    "disconnect ... VISITOR",
    "WIRF ... VISITOR ... raus|runter|rauswerfen",
    "WIRF ... VISITOR aus|von (der|dem)? _",
    "VISITOR ... rauswerfen|rausschmeißen|rausnehmen|abklemmen|aussperren|trennen",
    "ECHA (a|al|a_los)? (el|los)? VISITOR",
  ],
  LISTS,
);

/** A rule that lets something through is to go. */
const DROPS_RULE = turns(
  [
    "^ (please|bitte)? CLOSE|CIERRA|drop|kill|clear|take_out|clean_up|retire ... RULE",
    "ASKED CLOSE|drop|clear|clean_up|retire|take ... RULE",
    "RULE ... should|must|shall|can|could|may|has to|be|now (be|go)? CLOSED|deleted|dropped|go|gone",
    "CERRAR|borrar|borren|borrad|borre|saquen|sacar ... RULE",
    "RULE ... SCHLIESSEN|rausnehmen|herausnehmen|rauslöschen|raus|weg $",
    "nimm|nehmt|nehmen|lösch|löscht|lösche ... RULE ... raus|heraus|weg $",
    "nimm|nehmt|nehmen ... aus|von (der|dem)? firewall|regelwerk|fw (raus|heraus)?",
    "^ lösch|löscht|lösche|entfern|entfernt|entferne ... RULE",
    "RULE ... brauchen|brauche|braucht|benötigt|nutzt (wir|ich|man)? keiner|niemand|nicht|kein_mensch mehr",
    "RULE ... no_longer|not|nobody|no_one need|needs|needed|required|uses|used",
    "nobody|no_one needs|uses ... RULE ... any_more|anymore|any_longer",
    "RULE (que)? ya_no|ya_nadie",
    "ya_no|ya_nadie ... RULE",
  ],
  {
    ...LISTS,
    RULE: `rule rules exception exceptions opening pinhole firewall_entry acl_entry regel regeln firewallregel firewallregeln
      ausnahme ausnahmen freischaltung freischaltungen portfreigabe freigabe freigaben regla reglas excepcion excepciones
      apertura aperturas`,
  },
);
/** What such a rule is called, and what it does: no wish of its own. */
const OF_A_RULE =
  / (?:freischaltung(?:en)?|(?:port)?freigaben?|openings?|aperturas?)(?= |$)| (?:that|which|die|der|que) (?:(?:still|noch|todavia|aun) )?(?:allows?|lets?|permits?|enables?|erlaubt|durchlasst|permiten?|dejan?|abren?|habilitan?)(?= |$)| (?:brauchen|brauche|braucht|benotigt|nutzt) (?:keiner|niemand|kein mensch|nicht)(?= mehr)/g;

/** What is open has served its purpose. */
const UNNEEDED = turns(
  [
    "no_longer|not need|needs|needed|require|required|use|used|using ... ACCESS ... any_more|anymore|any_longer|now",
    "no_longer need|needs|needed|require|required|use|used|using ... ACCESS",
    "ACCESS ... no_longer|not needed|required|used|necessary|in_use",
    "ACCESS ... brauchen|brauche|braucht|benötigen|benötigt|nutzen|nutzt (wir|ich|man|es|keiner)? nicht_mehr|nimmer",
    "brauchen|brauche|braucht|benötigen|benötigt ... ACCESS ... nicht_mehr|nimmer",
    "ACCESS ... nicht_mehr gebraucht|benötigt|nötig|genutzt",
    "ya_no necesit*|hace_falta|hacen_falta|se_usa|usamos|se_necesita ... ACCESS",
    "ACCESS ya_no _ (necesit*|falta)?",
  ],
  LISTS,
);

/** Words of somebody who wants something open, or tells that it is not. */
const OPENS = turns([
  "open|reopen|opening|unblock|unlock|allow|permit|enable|let|grant|give|need|needs|needed|want|wants|wanted|require|requires|extend|renew|create|add|new",
  "öffn*|aufmachen|aufschalten|freigeb*|freischalt*|erlaub*|brauch*|benötig*|einricht*|verlänger*|zulassen|anlegen|neu|neue|neuen",
  "abrir|abre|abra|abran|abrid|permit*|necesit*|habilit*|amplia*|crear|nuevo|nueva|dar|dadle|dale",
  "except|außer|excepto|menos|instead|stattdessen",
]);
const OPEN_NOW = / (?:the|an|all|any|still|is|are|every) open(?= )/g;

/** Needing, where it is denied. */
const NEEDED_NO_MORE =
  / (?:no longer|not) (?:need|needs|needed|require|required)(?= |$)| (?:brauchen|brauche|braucht|benotigen|benotigt)(?= (?:[^| ]+ ){0,5}(?:nicht mehr|nimmer)(?! als)(?: |$))| nicht mehr (?:gebraucht|benotigt)(?= |$)| ya no (?:se )?necesit[^| ]*/g;

/** Whether a line of words wants a port or a remote access closed, or says that it has had its day, and wants nothing opened. */
export function wantsClosed(line: string): boolean {
  const rest = line.replace(OPEN_NOW, " ");
  if (DROPS_RULE.test(line) && !OPENS.test(rest.replaceAll(OF_A_RULE, " ").replaceAll(NEEDED_NO_MORE, " ")))
    return true;
  if (CLOSES.test(line)) return !OPENS.test(rest);
  return UNNEEDED.test(line) && !OPENS.test(rest.replaceAll(NEEDED_NO_MORE, " "));
}
