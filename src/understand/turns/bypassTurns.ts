import { type Lists, turns } from "./turns.ts";

const LISTS: Lists = {
  GUARD: `guard guards guarding guard_door interlock interlocks e-stop e-stops estop estops emergency_stop emergency_stops
    light_curtain light_curtains lightcurtain light_barrier light_grid safety_door safety_doors door_switch door_switches
    door_contact door_sensor gate_switch safety_switch safety_gate two_hand safety_relay safety_circuit safety_plc
    safety_controller safety_scanner safety_mat safety_fence safety_interlock safety_stop safety_loop safety_chain safety_sensor
    safety_light_curtain pull_cord dead_man deadman enabling_switch protective_cover safety_cover muting
    schutztür schutztüren schutzgitter schutzhaube schutzzaun schutzabdeckung schutzeinrichtung* lichtvorhang* lichtschranke*
    lichtgitter not-halt nothalt not-aus notaus not_halt not_aus zweihand zweihandbedienung türschalter türkontakt
    sicherheitstürschalter verriegelung verriegelungen zuhaltung zuhaltungen sicherheitsschalter sicherheitskreis*
    sicherheitstür sicherheitsrelais sicherheitssteuerung sicherheitsscanner sicherheitssensor trittmatte zustimmtaster
    resguardo resguardos enclavamiento enclavamientos barrera barreras parada_de_emergencia paro_de_emergencia seta setas
    cortina cortinas puerta_de_seguridad puertas_de_seguridad interruptor_de_seguridad sensor_de_seguridad
    rele_de_seguridad circuito_de_seguridad escaner_de_seguridad micro_de_la_puerta contacto_de_la_puerta bimanual
    proteccion protecciones
    türsensor* türsignal* türendschalter* türkontaktschalter* türüberwachung türbit schutzfeld* sicherheitskette not-aus-kreis
    notauskreis sicherheitslaserscanner* door_bit door_signal door_input door_contacts door_sensors gate_bit gate_signal gate_sensor
    gate_contact safety_bit safety_signal safety_input safety_field protective_field safety_laser_scanner sensor_de_la_puerta
    sensor_de_puerta senal_de_la_puerta senal_de_puerta final_de_carrera_de_la_puerta final_de_carrera_de_seguridad
    finales_de_carrera_de_la_puerta finales_de_carrera_de_seguridad cadena_de_seguridad escaner_laser_de_seguridad`,
  LASER: "laserscanner* flächenscanner* laser_scanner laser_scanners area_scanner escaner_laser",
  CHAIN: `safety_chain safety_loop safety_circuit sicherheitskette sicherheitskreis sicherheitskreises schutzkreis not-aus-kreis notauskreis
    cadena_de_seguridad circuito_de_seguridad`,
  BYPASS: `muten mutet bypass bypassed
    bypassing bridge bridged bridging override overridden overriding defeat defeated defeating disable
    disabled disabling jumper jumpered jump deactivate deactivated deactivating circumvent circumventing brück* überbrück*
    ausschalten deaktivieren deaktivier* abschalten umgehen umgangen aushebeln ausgehebelt stilllegen stillgelegt überlisten
    überlistet manipulieren manipulier* entfernen entfern* demontieren ausbauen ausgebaut abklemmen abgeklemmt außer_kraft
    deaktiviert anular anula anule anulad* puentear puente puentead* puentee puentea saltar saltarse desactivar desactiva
    desactive desactivad* desconectar desconecta desconecte quitar quita quite retirar eliminar inhibir inhibid* inutilizar
    desmontar force forced short_out short-circuit tape tape_over take_out take_off take_away taken_out mute muted remove removed
    removing switch_off turn_off shut_off switched_off turned_off disconnect disconnected unplug unplugged uninstall inhibit
    inhibited cheat trick fool skip ignore suppress kill
    gemutet stummschalten forcen geforct forcing forzar forzad abkleben abgeklebt zukleben zugeklebt
    überkleben abdecken abgedeckt zudecken rausnehmen herausnehmen rausgenommen wegnehmen weggenommen wegbauen abnehmen abgenommen
    abbauen abmontieren abschrauben abstecken ausstecken rausziehen lahmlegen totlegen austricksen aushängen festbinden festklemmen
    wegklemmen tapar tapad cubrir cubrid`,
  LASER_BYPASS: `muten mutet gemutet mute muted muting bypass override bridge überbrück* brücken abkleben zukleben abdecken zudecken
    austricksen umgehen stummschalten außer_kraft puentear puentea puentee anular inhibir tapar`,
  SURE_BYPASS: `bypass bypassed bypassing bridge bridged override overridden defeat jumper jumpered brück* überbrück* umgehen
    puentear puentee puentea anular circumvent`,
  OUT: "off out away ab aus raus weg",
};

/** Somebody wants a guard or an interlock out of the way. */
export const BYPASS = turns(
  [
    "BYPASS ... GUARD",
    "GUARD ... BYPASS",
    "LASER_BYPASS ... LASER",
    "LASER ... LASER_BYPASS",
    "cover|mask|blind (up)? the|a|this|that|our (_)? GUARD",
    "^ tapa|cubre|fuerza|forza|tapen|cubran el|la|los|las (_)? GUARD",
    "take|get|remove|leave|pull|nimm|nehmt|saca|sacad|sacar|quita|quitar ... out_of|from|aus|de (the|der|dem|la|el)? CHAIN",
    "aus (der|dem)? CHAIN nehmen|rausnehmen|herausnehmen|entfernen|lassen|werfen|ausbauen",
    "BYPASS (_)? (_)? safety|safeties",
    "short|shorted (the|out|_)? (_)? GUARD",
    "put|set|switch|leave ... robot|cell|press|machine|line|palletizer|zone in|to|on bypass|muting|override",
    "switch|turn|shut|take|put|schalt|schalte|schaltet|klemm|klemme|klemmt|bau|baue|baut|nimm|nehmt|mach|macht|setzt|setz ... GUARD (_)? (_)? OUT",
    "GUARD off|raus|weg|fuera",
    "without the|a|any|our|this (_)? GUARD",
    "without GUARD",
    "ohne|sin (_)? (_)? schutztür|schutzgitter|lichtvorhang|lichtgitter|schutzhaube|not-halt|not-aus|resguardo|resguardos|barrera|barreras|enclavamiento|cortina",
    "run|drive|start|operate|fahren (the)? (_)? (_)? with (the)? (_)? door|guard|gate|tur open|offen|offener",
    "tape|tie|wedge|prop|clamp|hold|keep|pin (_)? (_)? guard|gate|sensor|switch|door_switch open|down|shut|closed",
    "mit offener|offenem tur|schutztür|schutzgitter",
    "con la|las puerta_abierta|puertas_abiertas|proteccion_abierta",
    "jumper the|on _",
  ],
  LISTS,
);

/** The forms in which people say that it must not be, was by accident, or speak of papers and things beside it. */
export const NO_BYPASS = turns(
  [
    "do_not|never|nobody|nicht|kein|keine|no|forbidden|verboten|prohibido|without|ohne|sin|must_not|may_not|not_to|cannot|can_not|not_be|not_allowed_to|nie|niemals|nunca (_)? (_)? (_)? SURE_BYPASS|bypassing|bridging|disable|disabled|remove|removed|switch_off|turn_off|überbrücken|deaktivieren|entfernen|quitar|desactivar",
    "SURE_BYPASS|disable (_)? (_)? (_)? forbidden|verboten|prohibido|not_allowed|nicht_erlaubt|not_permitted",
    "verboten|prohibido|forbidden ... SURE_BYPASS",
    "bypassed|bridged|jumpered|bypass|disabled|removed|off (was|were)? alarm|found|by_mistake|by_accident",
    "will not|does_not|can_not reset|acknowledge|clear",
    "GUARD|safety (_)? page|pages|manual|document|documents|chapter|drawing|drawings|training|poster|posters|video|meeting|shoes|course|certificate|sheet|list|message|messages|label|labels|folder|report|briefing|spreadsheet|catalogue|plan|handbuch|seite|schulung|unterlagen|dokument|formacion|curso|pagina",
    "page|chapter|drawing|picture|photo|document ... GUARD",
    "BYPASS (the|our)? (old|all|_)? port|ports|<port>|<protocol>|rule|rules|route|account|accounts|user|users|vlan|ip|<address>",
    "GUARD (_)? from (the|our)? (_)? (_)? network|vlan|lan|internet|wifi|wlan",
    "security guard|guards",
    "force majeure",
    "remove|removed|entfernen|quitar|retirar (the|a|den|die|el|un)? jumper|bridge|puente|brücke",
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
    "überbrück*|brück* (sie|ihn|es|das|die|den|beide)? (bitte)?",
    "puentearlo|puentearla|puentearlos|anularlo|anularla|desactivarla|puenteala|puentealo",
  ],
  LISTS,
);
