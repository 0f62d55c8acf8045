import { type Lists, turns } from "./turns.ts";

const FAULTS: Lists = {
  OUT: `black dead frozen froze stuck stopped standing down blank blue dark offline tripped faulted jammed crashed hung broken
    kaputt red unresponsive gone halted dying white grey gray garbled lifeless stalled hanging idle stopping failing
    collided scrapping leaking overflowing flickering smoking`,
  OUT_NOUN: `down stopped stands stand standing stop stops dead black frozen froze steht stehen tot schwarz kaputt
    ausgefallen aus weg parada parado parados paradas muerta muerto muertos negra negro caido caida stuck tripped blank off
    offline faulted blk gone halted halt fault faults trips stillstand eingefroren hangt hangs klemmt rot stumm dunkel crashed
    crashes freezes dark jammed out gestort averiada averiado roja rojo bloqueada bloqueado streikt spinnt stalled hung
    unresponsive blue white grey gray kollabiert blind failed fails error errors died dies collapsed hakt grau leaks
    tripping faulting stopping restarting blinking beeping screaming`,
  THING: `line linie linea machine maschine maquina robot anlage band presse prensa cell conveyor filler palletizer
    palletiser production produktion produccion everything alles todo todos hmi plc sps panel scada mes screen screens
    bildschirm pantalla server ln system steuerung packing pck drives drive cpu mixer oven boiler kessel <n> press scanner
    printer printers drucker winder switch agvs agv crane pump labeller labeler wrapper extruder compressor roboter dryer
    tunnel chiller packer consoles console displays display visu dcs bottling brewhouse kiln paper furnace turbine
    forderer cinta celda llenadora bomba horno robots cells lines stations station anlagen bander end side axis network
    historian batch client clients terminal terminals camera cameras sensor valve valves mill lathe welder press
    abfuller abfullung mischer ofen pumpe kran prufstand waage bascula packaging plant factory hall halle nave zone bereich
    mcc ups psu io rack encoder motor belt chain depanner stacker sorter kettle vessel tank crusher grinder separator
    centrifuge molder moulder lift elevator gate visualisierung leitsystem dosing reactor agitator ruhrwerk retort washer`,
  DO_NOT: `start run move respond react print produce ship pack work boot come reset restart home close scan read pump dose
    heat cool feed label fill turn power load stop advance continue index rotate spin go accept hold build see cycle
    do show open find let keep clear recover connect fire ignite dispense seal cut weld grip pick drive`,
};

/** Something is out of order at this moment. */
export const FAULT_NOW = turns(
  [
    "nothing|nix|nichts|nada|none|niente|no_one (_)? works|work|moves|move|runs|run|running|prints|goes|happens|starts|responds|responding|reacts|geht|lauft|funktioniert|funciona|arranca|anda|anymore|responde|passiert|druckt|imprime|comes|shows",
    "nothing (_)? on|in|at|from the|any|all _",
    "nothing (_)? (_)? works|moves|runs|goes",
    "nix|nichts|gar_nichts ... mehr|geht|lauft",
    "does|did|doesnt not (_)? (_)? DO_NOT",
    "THING|they|nothing|none|it|labels|parts|pallets|boxes|bottles (_)? do|will|would|can|could not (_)? DO_NOT",
    "we|i|operators can not (_)? DO_NOT",
    "can not (hold|abort|reset|restart|start|run|produce|ship|pack|label|print|keep_up|continue|work|do_anything)",
    "unable|impossible to start|run|produce|ship|pack|print|reset",
    "refuses|fails to",
    "not working|running|starting|responding|moving|printing|reacting|producing|booting|going|picking|reading|communicating|coming",
    "no power|values|value|data|connection|communication|comm|air|steam|orders|order|signal|picture|image|pressure|vacuum|heat|cooling|response|reaction|production|labels|tags|display|network|water|hydraulics|feedback|voltage|light",
    "is|are|all|stays|stay|stands|went|goes|gone|just|been|has|have|again|completely|totally|looks|still|suddenly|got (_)? OUT",
    "THING (_)? (_)? OUT_NOUN",
    "we|we_are|wir (_)? (_)? down|stopped|stand|standing|stehen|blind|out_of_service",
    "lost|loses|losing|lose (_)? (_)? power|communication|connection|comms|network|product|setpoints|setpoint|values|temperature|signal|everything|axis|reference|home|plant|contact|view|plcs|plc|all",
    "lose|losing money|product|batch",
    "keeps|keep stopping|tripping|faulting|freezing|crashing|dropping|rebooting|jamming|failing|going|restarting|alarming|resetting",
    "stops|trips|faults|freezes|fails every|all_the_time|again|constantly",
    "<hashes>|question_marks|blue_screen|bluescreen|black_screen|white_screen|red_light|bus_fault|cpu_fault|error_everywhere|axis_error|flame_failure",
    "sf|bf (led|light)? red|on|blinks|blinking",
    "in stop|fault|error|storung|fallo (mode)?",
    "en stop|fallo|averia",
    "total|complete outage|standstill|loss|blackout",
    "standstill|stillstand|stehen|outage|ausfall|storung|averia|stopped_again|betriebsstorung",
    "wir stehen|fahren_blind",
    "estamos|todo parados|paradas|parado",
    "se ha_parado|ha_caido|cayo|cae|paro",
    "no arranca|funciona|anda|se_mueve|responde|imprime|enciende|va|carga|lee",
    "no hay comunicacion|luz|tension|aire|vapor|datos|red|conexion|senal|imagen",
    "sin luz|comunicacion|tension|aire|vapor|datos|red|conexion",
    "lauft|geht|startet|fahrt|reagiert|druckt|bewegt|dreht|tut|kommt|offnet|misst|liest (_)? (_)? nicht|nichts|nix|keine",
    "lasst sich (_)? nicht",
    "nicht mehr",
    "keine werte|verbindung|auftrage|anzeige|spannung|luft|kommunikation|reaktion|daten|etiketten",
    "kein druck|strom|bild|dampf|signal|netz|wasser",
    "strom|spannung|visu|anzeige|bild|netz|mes|scada|server|luft|24_v weg|aus",
    "steht $",
    "steht (schon)? wieder|seit|still|komplett|und|jetzt|mit|nach",
    "people|ppl|operators|crew|leute|trucks|lkw|everybody|everyone|camiones|personas|men ... waiting|standing|idle|warten|stehen|esperando|around",
    "^ down|stopped|standing|dead|black|frozen|stuck again|since|now",
    "^ help (_)? !|line|we|cell|us|hmi|robot|machine|<n>|plc",
    "^ hilfe|ayuda|auxilio",
    "otra_vez|wieder ... parada|parado|muerta|negra|rojo|roja|tot|schwarz|rot|aus",
    "comes|come|coming out (empty|blank|wrong)?",
    "shows|show|showing|reads|reading <n> (on)? (all|everywhere)?",
    "shows|showing|show no|only|question|wrong|garbage (_)? _",
    "we have no line|scada|mes|hmi|power|air|steam|screen|values|connection|visualisation",
    "is|are not going|moving|working|running|producing|turning|there",
    "no|keine motion|movement|bewegung|flow|speed|cycle|feed",
    "trends|values|curves|werte flat|frozen|frozen|stuck|zero|missing|eingefroren|gone",
    "time|mal|vez this|diese|esta hour|shift|stunde|schicht|hora",
    "fault|alarm|error|storung|fallo <n> (_)? does_not|will_not|can_not|is_active|steht",
    "servo|axis|drive|motor|encoder|sensor|cpu|profinet|bus|flame|pressure|vacuum|safety|communication alarm|fault|error|failure|trip|lost|timeout",
    "behalter|tank|bunker|silo lauft|is|runs (gleich)? uber|over|overflowing|full|voll|leer",
    "every|all|alle|todo|todos|todas (_)? (_)? red|rot|rojo|rojos|dead|empty|rejected|bad|alarm|alarms|reds",
    "alarm|alarms everywhere|alle|cannot_be_reset|will_not_reset|does_not_reset|can_not_be_acknowledged",
    "rejects|rejecting everything|every|all",
    "running over|wild|blind|nothing|dry|hot",
    "twiddling thumbs",
    "at a halt|standstill",
    "out of order|service|action",
    "keeps|has tripped|stopped|stopping",
    "tripped|ausgelost|disparado (on|after|again|since)?",
    "gets|is scrapped",
    "emergency stop",
    "batch|product|charge|lote is_stuck|is_cooking|drin|dentro|is_lost",
    "in|auf storung|error|fehler",
    "doing its own thing",
  ],
  FAULTS,
);

/** It is so at this moment, not yesterday. */
export const STILL = turns([
  "still|again|agian|since|keeps|keep|wieder|seit|jetzt|gerade|sigue|desde|todavia|ahora|currently|suddenly|aktuell",
  "any more",
  "anymore",
  "immer noch",
  "nicht mehr",
  "otra vez",
  "right now",
  "at the moment",
  "did not help",
  "without success",
  "no luck",
]);
