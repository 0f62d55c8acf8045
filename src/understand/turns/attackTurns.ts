import { turns } from "./turns.ts";

/** Words of somebody who came in, or of their tools. */
export const ATTACK = turns(
  [
    "hacked|hackers|hacker|gehackt|gehacked|hackeado|hackeada|hackeados|hackeadas|hackearon|hackeo|pirateado|pirateada",
    "ransomware|ransom_note|ransom|lockbit|losegeld*|erpresserschreiben|erpresserbrief|erpressungsnachricht|verschlusselungstrojaner|nota_de_rescate|secuestro_de_datos|piden_un_rescate|piden_rescate|exigen_un_rescate",
    "intrusion|intruder|intruders|eindringling|eindringlinge|intruso|intrusos|einbruch_in_das_netz|einbruch_ins_netz|broke_into|broken_into|eingebrochen|eingedrungen|entrado_en_la_red",
    "cyberattack|cyberattacks|cyber_attack|cyber_angriff|cyberangriff|hackerangriff|hacker_angriff|ciberataque|ataque_informatico|ataque_cibernetico",
    "attacker|attackers|angreifer|atacante|atacantes in|im|inside|on|auf|en",
    "under attack|cyberattack",
    "are|were|is|was|being|wird|werden|wurde|wurden|sind attacked|angegriffen|compromised|kompromittiert",
    "has|have|got|been|fue|fueron|ha|han|hat|esta ... compromised|kompromittiert|comprometido|comprometida|comprometidos|infected|infiziert|infectado|infectada",
    "compromised|kompromittiert|infected|infiziert|infectado|comprometido $",
    "malware|virus|trojan|trojaner|troyano|worm|spyware|keylogger|backdoor|schadsoftware|schadcode|software_malicioso|codigo_malicioso on|auf|in|im|en|found|detected|gefunden|entdeckt|erkannt|detectado|encontrado",
    "found|detected|there_is|reports|meldet|hay|habemos|tenemos|we_have|wir_haben|detecta|have_got|caught (a|an|einen|un|some)? malware|virus|trojan|trojaner|troyano|worm|spyware|keylogger|backdoor|schadsoftware",
    "is|ist|sind|are|sitzt|esta (ein|eine|a|an|un)? malware|virus|trojan|trojaner|troyano|spyware|keylogger|backdoor|schadsoftware",
    "files|data|everything|dateien|daten|alles|archivos|datos ... encrypted|verschlusselt|cifrados|cifrado|encriptados|encriptado",
    "encrypted|verschlusselte files|dateien",
    "mouse|cursor|maus|mauszeiger|raton|puntero ... moves|moving|bewegt_sich|se_mueve ... by_itself|on_its_own|alone|von_selbst|von_allein|alleine|solo|sola",
    "somebody|someone|jemand|alguien ... without_permission|unbefugt|ohne_erlaubnis|sin_permiso",
    "somebody|someone|jemand|alguien is|controls|steuert|controla|logged|hat|ha|esta ... remotely|fern",
    "unauthorised|unauthorized|unbefugter|unbefugte|no_autorizado access|zugriff|login",
    "acceso|conexion no_autorizado|no_autorizada",
    "unknown|strange|fremder|unbekannter|desconocido login|remote_session|fernzugriff",
  ],
  {},
);

/** Talk of attacks that is none: training, protection, questions what would be, what is known not to be one. */
export const NO_ATTACK = turns([
  "training|drill|exercise|awareness|schulung|ubung|simulacro|formacion|course|kurs|curso|workshop|webinar|poster|newsletter|article|artikel|articulo|news|policy|richtlinie|insurance|versicherung|seguro|simulation|simulacion|plan|plane|planes|playbook|pentest|penetration_test|tabletop",
  "protection|schutz|proteccion|scanner|antivirus_update|definitions|signatures|signaturen|firmas|prevention|pravention|detection|erkennung|deteccion",
  "protect|protects|schutzen|schutzt|proteger|protege|against|gegen|contra|avoid|vermeiden|prevent",
  "not|no|never|nicht|nie|kein|keine|keinen|sin|ningun|nobody|niemand|nadie|ohne (a|been|being|an|ein|einen|un|was|war|ist)? _",
  "scan|scannen|escanear|check|prufen|comprobar|test|testen ... for|auf|por|en_busca",
  "if|whether|wenn|falls|ob|si|could|could_be|konnte|podria|might|when|in_case ... hacked|gehackt|hackeado|infected|infiziert|compromised|kompromittiert|attacked|angegriffen",
  "get|gets|getting hacked",
  "last|letztes|letzten|years|jahre|months|monate|pasado|past year|ago|jahr|monat|ano|mes",
  "life hack",
]);
