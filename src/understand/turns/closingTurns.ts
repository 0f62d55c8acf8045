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

/** Whether a line of words wants a port or a remote access closed, and nothing opened. */
export function wantsClosed(line: string): boolean {
  return CLOSES.test(line) && !OPENS.test(line.replace(OPEN_NOW, " "));
}
