import { type Lists, turns } from "./turns.ts";

const LISTS: Lists = {
  GUARD: `guard guards guarding guard_door interlock interlocks e-stop e-stops estop estops emergency_stop emergency_stops
    light_curtain light_curtains lightcurtain light_barrier light_grid safety_door safety_doors door_switch door_switches
    door_contact door_sensor gate_switch safety_switch safety_gate two_hand safety_relay safety_circuit safety_plc
    safety_controller safety_scanner safety_mat safety_fence safety_interlock safety_stop safety_loop safety_chain safety_sensor
    safety_light_curtain pull_cord dead_man deadman enabling_switch protective_cover safety_cover muting
    schutztur schutzturen schutzgitter schutzhaube schutzzaun schutzabdeckung schutzeinrichtung* lichtvorhang* lichtschranke*
    lichtgitter not-halt nothalt not-aus notaus not_halt not_aus zweihand zweihandbedienung turschalter turkontakt
    sicherheitsturschalter verriegelung verriegelungen zuhaltung zuhaltungen sicherheitsschalter sicherheitskreis*
    sicherheitstur sicherheitsrelais sicherheitssteuerung sicherheitsscanner sicherheitssensor trittmatte zustimmtaster
    resguardo resguardos enclavamiento enclavamientos barrera barreras parada_de_emergencia paro_de_emergencia seta setas
    cortina cortinas puerta_de_seguridad puertas_de_seguridad interruptor_de_seguridad sensor_de_seguridad
    rele_de_seguridad circuito_de_seguridad escaner_de_seguridad micro_de_la_puerta contacto_de_la_puerta bimanual
    proteccion protecciones`,
  BYPASS: `muten mutet bypass bypassed
    bypassing bridge bridged bridging override overridden overriding defeat defeated defeating disable
    disabled disabling jumper jumpered jump deactivate deactivated deactivating circumvent circumventing bruck* uberbruck*
    ausschalten deaktivieren deaktivier* abschalten umgehen umgangen aushebeln ausgehebelt stilllegen stillgelegt uberlisten
    uberlistet manipulieren manipulier* entfernen entfern* demontieren ausbauen ausgebaut abklemmen abgeklemmt ausser_kraft
    deaktiviert anular anula anule anulad* puentear puente puentead* puentee puentea saltar saltarse desactivar desactiva
    desactive desactivad* desconectar desconecta desconecte quitar quita quite retirar eliminar inhibir inhibid* inutilizar
    desmontar force forced short_out short-circuit tape tape_over take_out take_off take_away taken_out mute muted remove removed
    removing switch_off turn_off shut_off switched_off turned_off disconnect disconnected unplug unplugged uninstall inhibit
    inhibited cheat trick fool skip ignore suppress kill`,
  SURE_BYPASS: `bypass bypassed bypassing bridge bridged override overridden defeat jumper jumpered bruck* uberbruck* umgehen
    puentear puentee puentea anular circumvent`,
  OUT: "off out away ab aus raus weg",
};

/** Somebody wants a guard or an interlock out of the way. */
export const BYPASS = turns(
  [
    "BYPASS ... GUARD",
    "GUARD ... BYPASS",
    "BYPASS (_)? (_)? safety|safeties",
    "short|shorted (the|out|_)? (_)? GUARD",
    "put|set|switch|leave ... robot|cell|press|machine|line|palletizer|zone in|to|on bypass|muting|override",
    "switch|turn|shut|take|put|schalt|schalte|schaltet|klemm|klemme|klemmt|bau|baue|baut|nimm|nehmt|mach|macht|setzt|setz ... GUARD (_)? (_)? OUT",
    "GUARD off|raus|weg|fuera",
    "without the|a|any|our|this (_)? GUARD",
    "without GUARD",
    "ohne|sin (_)? (_)? schutztur|schutzgitter|lichtvorhang|lichtgitter|schutzhaube|not-halt|not-aus|resguardo|resguardos|barrera|barreras|enclavamiento|cortina",
    "run|drive|start|operate|fahren (the)? (_)? (_)? with (the)? (_)? door|guard|gate|tur open|offen|offener",
    "tape|tie|wedge|prop|clamp|hold|keep|pin (_)? (_)? guard|gate|sensor|switch|door_switch open|down|shut|closed",
    "mit offener|offenem tur|schutztur|schutzgitter",
    "con la|las puerta_abierta|puertas_abiertas|proteccion_abierta",
    "jumper the|on _",
  ],
  LISTS,
);

/** The forms in which people say that it must not be, was by accident, or speak of papers and things beside it. */
export const NO_BYPASS = turns(
  [
    "do_not|never|nobody|nicht|kein|keine|no|forbidden|verboten|prohibido|without|ohne|sin|must_not|may_not|not_to|cannot|can_not|not_be|not_allowed_to|nie|niemals|nunca (_)? (_)? (_)? SURE_BYPASS|bypassing|bridging|disable|disabled|remove|removed|switch_off|turn_off|uberbrucken|deaktivieren|entfernen|quitar|desactivar",
    "SURE_BYPASS|disable (_)? (_)? (_)? forbidden|verboten|prohibido|not_allowed|nicht_erlaubt|not_permitted",
    "verboten|prohibido|forbidden ... SURE_BYPASS",
    "bypassed|bridged|jumpered|bypass|disabled|removed|off (was|were)? alarm|found|by_mistake|by_accident",
    "will not|does_not|can_not reset|acknowledge|clear",
    "GUARD|safety (_)? page|pages|manual|document|documents|chapter|drawing|drawings|training|poster|posters|video|meeting|shoes|course|certificate|sheet|list|message|messages|label|labels|folder|report|briefing|spreadsheet|catalogue|plan|handbuch|seite|schulung|unterlagen|dokument|formacion|curso|pagina",
    "page|chapter|drawing|picture|photo|document ... GUARD",
    "BYPASS (the|our)? (old|all|_)? port|ports|<port>|<protocol>|rule|rules|route|account|accounts|user|users|vlan|ip|<address>",
    "GUARD (_)? from (the|our)? (_)? (_)? network|vlan|lan|internet|wifi|wlan",
    "security guard|guards",
    "remote|remoto ... GUARD",
  ],
  LISTS,
);

/** A guard is named somewhere in the message. */
export const GUARD = turns(["GUARD"], LISTS);
/** "It does not close any more, please bridge it": the guard was named before. */
export const BYPASS_IT = turns(
  [
    "bypass|bridge|override|defeat|jumper|disable it|that|this|them|both",
    "uberbruck*|bruck* (sie|ihn|es|das|die|den|beide)? (bitte)?",
    "puentearlo|puentearla|puentearlos|anularlo|anularla|desactivarla|puenteala|puentealo",
  ],
  LISTS,
);
