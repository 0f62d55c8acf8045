import type { Danger } from "./reading.ts";
import { type Lists, turns } from "./turns.ts";

const LISTS: Lists = {
  GUARD: `guard guards interlock interlocks e-stop estop light_curtain lightcurtain safety_door door_switch safety_switch
    two_hand safety_relay safety_circuit safety_plc safety_scanner schutztur schutzgitter lichtvorhang not-halt nothalt not-aus
    notaus not_halt not_aus zweihand turschalter verriegelung schutzeinrichtung sicherheitsschalter sicherheitskreis
    resguardo enclavamiento barrera parada_de_emergencia seta cortina lichtschranke lichtgitter safety e_stop sicherheitstur
    safety_gate muting zuhaltung`,
  BYPASS: `bypass bypassed bypassing bridge bridged override overridden defeat disable disabled jumper jumpered jump
    deactivate deactivated bruck* uberbruck* ausschalten deaktivieren abschalten umgehen aushebeln stilllegen anular puentear
    puentead* desactivar desconectar saltar force short_out tape take_out mute remove switch_off turn_off shut_off disconnect
    ausser_kraft ausbauen abklemmen deaktiviert inhibit cheat`,
};

const EMERGENCY = turns(
  [
    "injured|injury|injuries|unconscious|bleeding|electrocuted|collapsed|verletzt|verletzte|verletzter|verletzung|bewusstlos|blutet|herido|herida|heridos|inconsciente|sangra|lesionado|accidente|unfall|arbeitsunfall|notarzt|rettungswagen|ambulance|ambulancia|explosion|explosion|evacuate|evacuation",
    "is|got|someone|somebody|he|she|hand|arm|finger|colleague|operator|worker hurt|trapped|crushed|burned|shocked|caught_in|eingeklemmt|atrapado|atrapada",
    "hand|arm|finger|foot|leg|person|worker|man|jemand|mensch ... stuck|trapped|crushed|caught|eingeklemmt|atrapado|gequetscht",
    "there is|s (a)? fire|smoke",
    "fire|smoke|feuer|rauch|brand|humo|fuego|incendio in|at|on|from|im|in|bei|an|aus|der|en|de (the)? _",
    "it|machine|cabinet|panel|motor|oven|press|schrank|es|halle|hall|line|linie is_burning|is_on_fire|brennt|on_fire|is_smoking|qualmt|arde",
    "on fire|^",
    "^ fire|feuer|fuego|incendio|es_brennt|hay_fuego !",
    "es brennt",
    "gas leak|leaking|alarm|geruch|austritt|smell|release|ausgetreten|escape",
    "smell|smells|rieche|riecht|huele|olor|fuga (of|like|nach|a|de)? gas|ammonia|ammoniak|amoniaco|chlorine|chlor|burning|verbrannt|cloro",
    "gas|ammonia|chlorine|ammoniak|amoniaco|chlor tritt_aus|leak|leaking|leaks|fuga|alarm|leck|austritt",
    "leak of ammonia|gas|chlorine|acid",
    "acid|lauge|saure|acido spill|spilled|leak|on|ausgelaufen|derrame",
    "electric shock",
    "stromschlag|stromunfall|descarga_electrica",
    "heart attack",
    "first aid",
    "erste hilfe",
    "primeros auxilios",
    "call 911|112|<n> now",
    "someone is hurt",
    "accident at|on|in|with|!",
  ],
  LISTS,
);
const NO_EMERGENCY = turns([
  "fire drill|exercise|extinguisher|door|alarm_test|department|brigade_visit|wall",
  "in case_of",
  "drill|ubung|simulacro|training|schulung|test_alarm|probealarm|brandschutzubung|brandschutz",
  "fired|firewall|firestick",
  "under fire",
  "near miss",
  "gas meter|price|bill|supply_contract|analyzer|chromatograph|turbine|boiler",
  "last|years year|ago|week|month",
  "no one|injuries|injury|was_hurt",
  "injury statistics|report|free|rate",
]);
const BYPASS = turns(
  [
    "BYPASS ... GUARD",
    "GUARD ... BYPASS",
    "without the GUARD",
    "ohne schutztur|schutzgitter|lichtvorhang|not-halt",
    "run|drive|start|fahren with (the)? (_)? door|guard|gate|tur open|offen|offener",
    "mit offener tur|schutztur",
    "con la puerta_abierta",
    "jumper the|on _",
  ],
  LISTS,
);
const NO_BYPASS = turns([
  "do_not|never|nobody|nicht|kein|no|forbidden|verboten|prohibido (_)? (_)? (_)? bypass|bridge|override|defeat|disable|bruck*|uberbruck*|puentear|anular|uberbrucken|umgehen|deaktivieren",
  "bypassed|bridged|jumpered|bypass was|alarm|found|by_mistake",
  "will not|does_not|can_not reset|acknowledge|clear",
]);

/** Whether a message speaks of people in danger, or wants a guard out of the way. Looked at before anything else. */
export function dangerIn(line: string): Danger | null {
  const padded = ` ${line}`;
  if (EMERGENCY.test(padded) && !NO_EMERGENCY.test(padded)) return "emergency";
  if (BYPASS.test(padded) && !NO_BYPASS.test(padded)) return "bypass";
  return null;
}
