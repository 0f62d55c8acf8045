import { type Lists, turns } from "./turns.ts";

const LISTS: Lists = {
  PERSON: `somebody someone anybody anyone person people worker* operator operators colleague* coworker man woman guy
    technician electrician driver employee contractor visitor apprentice he she jemand* kolleg* mitarbeiter* mann frau mensch
    monteur* techniker* elektriker* bediener* fahrer* lehrling azubi person er sie alguien operario operaria operador
    companero companera trabajador trabajadora persona tecnico electricista conductor hombre mujer`,
  OBJECT: `me him her us them somebody someone worker operator colleague man woman person technician electrician driver
    employee contractor visitor apprentice jemand* kolleg* mitarbeiter* mann frau mensch* monteur* techniker* elektriker* alguien
    operario operador companero trabajador persona tecnico electricista`,
  MINE: `my his her their your our the a one two both somebody_is someone_is is mein meine meinen sein seine seinen ihr ihre
    ihren die der den einen einem eine mi su sus un una el la los las`,
  OWN: "my his her their is mein meine meinen sein seine seinen ihr ihre ihren",
  BODY: `hand hands arm arms finger fingers thumb thumbs wrist foot feet toe toes leg legs knee elbow shoulder head skull face eye
    eyes ear neck chest ribs skin hände finger fingern daumen fuß fuse zeh bein beine beinen kopf gesicht auge augen schulter
    mano manos brazo brazos dedo dedos pie pies pierna piernas cabeza cara ojo ojos pulgar`,
  LIMB: "hand hands arm arms finger fingers thumb foot hände fingern daumen fuß bein beine mano manos brazo dedo dedos pie",
  HARM: `hit hits struck cut cuts crush crushed crushes broke burned burnt burns pinched pinches smashed severed caught
    sliced amputated hurt hurts injured trapped squeezed shocked stabbed scalded electrocuted bruised ripped tore lost
    corto cortado golpeo golpeado atrapo atrapado quemo quemado aplasto aplastado pillo pillado rompio perdio perdido
    verbrannt verbrüht`,
  HARMED: `geschnitten gequetscht eingequetscht gebrochen verbrannt verbrüht eingeklemmt abgetrennt abgehackt abgeschnitten
    getroffen erwischt verletzt verloren zerquetscht blutet bleeding bleeds crushed severed amputated injured hurt stuck trapped
    caught pinned atrapado atrapada atrapados cortado cortada quemado quemada aplastado aplastada sangra sangrando`,
  DOWN: "fell fallen stürzte gestürzt abgestürzt gefallen umgekippt cayo caido",
  AUX: `se is was got gets has been be may might are were have ist wurde wird hat liegt sind esta ha sido fue resulto just badly seriously`,
  HURT: `hurt injured trapped crushed electrocuted unconscious bleeding pinned scalded dead dying choking eingeklemmt
    eingequetscht verletzt bewusstlos atrapado atrapada herido herida inconsciente electrocutado sangrando fainted`,
  STRIKES: `hit hits struck crushed pinned trapped electrocuted burned injured hurt ran_over run_over knocked_down knocked_over
    shocked golpeo golpeado atropello atropellado aplasto atrapo hirio`,
  HEIGHT: `leiter gerüst treppe podest hebebühne plattform bühne dach rampe ladder scaffold scaffolding stairs platform roof catwalk
    gantry mezzanine escalera escaleras andamio tejado plataforma pasarela`,
  FELL: "gefallen gestürzt abgestürzt runtergefallen heruntergefallen geflogen fell fallen cayo caido caida",
  CHEMICAL: `acid lauge säure natronlauge schwefelsäure salzsäure acido chemical chemicals chemikalie chemikalien lösungsmittel solvent
    solvents disolvente quimico quimicos peracetic bleach lejia sosa`,
  SPILLS: `spill spills spilled spilt leak leaks leaking ausgelaufen ausgetreten verschüttet läuft_aus tritt_aus austritt derrame derramado
    derramada vertido`,
  BURNS: "ardiendo en_llamas in_flames in_flammen ablaze se_quema se_esta_quemando se_esta_incendiando se_incendia",
  SMOKER: `somebody someone anybody anyone nobody everybody everyone who people person man woman guy guys worker workers operator
    operators colleague colleagues coworker driver drivers crew team smoker smokers jemand niemand keiner wer alle leute kollege
    kollegen kollegin mann frau mitarbeiter mitarbeiterin fahrer monteur monteure techniker meister chef chefin azubi bediener man
    alguien quien nadie gente operario operarios conductor`,
  THE: "the our this that der die das unser unsere ein eine dieser diese el la los las un una nuestro nuestra",
  STRUCK: `angefahren überfahren überrollt erfasst umgefahren eingeklemmt eingequetscht verletzt zerquetscht`,
};

/** Words of injury, fire or gas. */
export const EMERGENCY = turns(
  [
    "injured|injuries|unconscious|bleeding|electrocuted|collapsed|verletzt|verletzte|verletzter|verletzten|verletzung|bewusstlos|blutet|herido|herida|heridos|inconsciente|sangra|lesionado|lesionada|accidente|unfall|arbeitsunfall|notarzt|rettungswagen|ambulance|ambulancia|explosion|exploded|explodiert|exploto|evacuate|evacuation|injury|fainted|ohnmächtig|desmayo|desmayado|electrocutado",
    "is|got|someone|somebody|he|she|hand|arm|finger|colleague|operator|worker hurt|trapped|crushed|shocked|caught_in|eingeklemmt",
    "person|worker|man|jemand|mensch ... stuck|trapped|crushed|caught|eingeklemmt|atrapado|gequetscht",
    "PERSON (AUX)? (AUX)? (AUX)? HURT",
    "PERSON (AUX)? (AUX)? hit_by|struck_by|run_over|knocked_down|passed_out|slipped|not_breathing|atmet_nicht|no_respira",
    "PERSON (AUX)? (AUX)? (_)? DOWN",
    "PERSON|er|sie ist|hat|ha|han ... DOWN",
    "DOWN (_)? PERSON",
    "^ (a|one)? man|woman|person|worker|operator|colleague|someone|somebody down at|in|on|near|by|line|cell|hall|<n>|<asset>|<line>",
    "^ (a|one)? man|worker|operator|colleague down $",
    "von|vom|off|from|de|del|desde (der|dem|einer|einem|the|a|la|el|una|un)? HEIGHT FELL",
    "FELL (down)? off|from|de|del|desde (the|a|la|el|una|un)? HEIGHT",
    "HARM (off)? MINE (left|right|_)? BODY",
    "HARM ... OWN (left|right)? BODY",
    "HARM OBJECT in|on|at|across (_)? BODY",
    "OWN (_)? BODY ... HARMED|broken|cut|burned|burnt|gone|off",
    "LIMB ... HARMED",
    "hit|hits|struck|caught|burned (_)? (_)? in the face|head|eye|eyes|chest|neck|leg|arm",
    "PERSON liegt|lies|lying|is_lying|tirado (reglos|regungslos)? am_boden|auf_dem_boden|on_the_floor|on_the_ground|en_el_suelo",
    "sleeve|jacket|glove|hair|armel|handschuh|haare|manga|guante|pelo caught|is_caught|got_caught|stuck|erfasst|hangt|eingezogen|atrapada|atrapado",
    "LIMB im|i_am|in_der|in_dem|unter_dem|unter_der|en_la|en_el|in_the|under_the forderband|presse|maschine|walze|anlage|prensa|maquina|cinta|press|roller|conveyor|machine|belt|saw|sage|gear|gears",
    "chemical|acid|steam burn|burns",
    "burn|burns|wound|cut on MINE (left|right)? BODY",
    "i|we fell|slipped off|from|down|into|on|over",
    "atrapado|atrapada|aplastado|aplastada (_)? OBJECT",
    "HARM ... myself|himself|herself|themselves",
    "STRIKES (_)? OBJECT",
    "OBJECT ... STRUCK",
    "got|gets|stuck|caught ... OWN BODY in|into|between|under",
    "OWN BODY is|got|ist|esta in|under|unter|zwischen|bajo",
    "CHEMICAL|steam|oil|hot_water in|into|on|im|ins (_)? BODY",
    "there is|s (a)? fire|smoke",
    "fire|smoke|feuer|rauch|brand|humo|fuego|incendio in|at|on|from|near|inside|im|in|bei|beim|an|am|aus|auf|hinter|unter|vom|der|en|de (the)? _",
    "fire|smoke|feuer|rauch|flames|flammen|humo|llamas (is|are)? coming|comes|kommt|steigt|sale",
    "sale|sales|hay|veo|see (_)? smoke|fire|flames|humo|fuego|llamas",
    "it|machine|cabinet|panel|motor|oven|press|schrank|es|halle|hall|line|linie is_burning|is_on_fire|brennt|on_fire|is_smoking|qualmt|arde",
    "is|are|catches|caught on_fire|fire",
    "^ on fire",
    "^ fire|feuer|fuego|incendio|es_brennt|hay_fuego $",
    "es brennt",
    "brennt|qualmt|raucht $",
    "THE (_)? _ (<n>|<asset>)? raucht|qualmt|kokelt|schmort",
    "THE (_)? _ (<n>)? is|are|starts|started|begins|keeps smoking",
    "machine|pump|fan|drive|inverter|cabinet|panel|motor|gearbox|compressor|press|oven|conveyor|robot|plc|hmi|transformer|ups|battery (<n>)? is|starts|started|keeps smoking|burning",
    "_ (<n>)? echa|echando|suelta|soltando|saca|sacando humo",
    "es|da|hier raucht|qualmt|kokelt|schmort",
    "raucht|qualmt|kokelt|schmort aus|im|am|der|die|das|etwas|was|es",
    "rauchentwicklung|brandgeruch|rauchwolke",
    "BURNS",
    "gas leak|leaking|alarm|geruch|austritt|smell|release|ausgetreten|escape",
    "gasgeruch|gasaustritt|gasleck|gasalarm",
    "smell|smells|rieche|riecht|riechts|huele|olor|fuga (_)? (_)? (of|like|nach|a|de)? gas|ammonia|ammoniak|amoniaco|chlorine|chlor|burning|verbrannt|cloro|quemado|smoke",
    "gas|ammonia|chlorine|ammoniak|amoniaco|chlor tritt_aus|leak|leaking|leaks|fuga|alarm|leck|austritt",
    "leak of ammonia|gas|chlorine|acid",
    "leaking|leaks gas|ammonia|chlorine|acid",
    "CHEMICAL SPILLS",
    "acid|lauge|säure|acido on",
    "derrame|fuga|vertido (de)? (productos)? quimico|quimicos|acido|acidos|lejia|sosa|amoniaco|gas",
    "spill|spilled|spilt (of)? CHEMICAL",
    "electric shock",
    "got|get|gets|received|had a|an (electric)? shock",
    "stromschlag|stromunfall|descarga_electrica|calambrazo",
    "da|dio|dado|dando|recibido|recibio (un)? calambre|chispazo",
    "heart attack",
    "herzinfarkt|infarto|heart_stopped|stopped_breathing|not_breathing",
    "first aid",
    "erste hilfe",
    "primeros auxilios",
    "need|needs|send|call|braucht|brauchen|necesita|necesitamos (a|an|einen|un)? doctor|medic|paramedic|paramedics|arzt|sanitäter|medico",
    "call <n> now",
    "accident at|on|in|with",
  ],
  LISTS,
);

/** Sayings that sound like it: drills, statistics, devices, figures of speech. They speak for their own clause only. */
export const NO_EMERGENCY = turns(
  [
    "fire|smoke drill|exercise|extinguisher|extinguishers|door|doors|alarm_test|department|brigade_visit|wall|detector|detectors|sensor",
    "in|im case|falle|caso of|eines|de|einer|von",
    "drill|übung|simulacro|training|schulung|test_alarm|probealarm|brandschutzübung|brandschutz",
    "fired|firewall|firestick",
    "under fire",
    "near miss",
    "gas meter|price|bill|supply_contract|analyzer|chromatograph|turbine|boiler",
    "last years|year|month",
    "years|year|months|weeks ago",
    "nobody|no_one|noone|no|none|not|without|niemand|keiner|keine|kein|ohne|nadie|sin|ningun (AUX)? (AUX)? hurt|injured|injury|injuries|trapped|bleeding|verletzt|verletzte|verletzten|verletzung|herido|heridos|burned|unconscious|unfall|accidente",
    "injury statistics|report|free|rate|rates|form|log",
    "explosion proof|protection|protected|rated|schutz",
    "fell|fallen|falls behind|asleep|short|back|through",
    "in die|den|in_die hande|ruckstand gefallen",
    "with|mit|con|by|von|a|per|de|zur|auf (OWN)? hand|mano",
    "hand side|held|scanner|scanners|wheel|over|shake|terminal|book|tool|tools|button|panel|pallet",
    "hit|hits me|us up|with|back",
    "STRIKES (the)? operator|worker|person panel|panels|station|terminal|screen|button|hmi|limit|console|is_panel|is_button",
    "robot|roboter|robotic|welding|gripper|swing|lever|swivel|print arm|head (AUX)? stuck|broken|trapped|blocked",
    "pallet|palette|pallets|paletten|box|boxes|karton|kartons|kiste|tool|werkzeug|tablet|label|caja|cajas|palet|herramienta|scanner (_)? (_)? (_)? (_)? FELL",
    "FELL (_)? (_)? caja|cajas|palet|herramienta",
    "new|neue|neuen|our|this|that|which|any brand",
    "brand am|auf|on|at|in (dem|der|the)? etikett|label|verpackung|packung|catalogue|katalog",
    "raucht|qualmt ... kopf|kopfe|schadel",
    "kopf|kopfe|schadel raucht|qualmt",
    "SMOKER (_)? (_)? raucht|rauchen|qualmt|smoking|smokes|smoke|fuma|fumando",
    "SMOKER is|are|was|starts|started|keeps smoking",
    "raucht (gerade|immer|wieder|noch|nur|doch|gern)? eine|eins|zigarette|zigaretten|zigarre|pfeife|nicht",
    "raucht ... draußen|raucherecke|raucherpause|zigarette|zigaretten|vor_der_tür|vor_dem_tor|im_auto|am_tor|auf_dem_hof|im_hof",
    "smoking area|break|ban|corner|room|hot|shelter|outside|cigarettes|is|allowed",
    "esta|estoy|estan|esta_que que echa|echo|echan humo",
    "jefe|jefa|director|directora|cabeza echa|echando humo",
    "down (in|on|at|by)? (the|this|that|your|our|my)? list|lists|roster|table|sheet|page|directory|rota|menu|chain|spreadsheet|schedule|thread|channel|document|tab",
    "CHEMICAL spill|leak kit|kits|drill|plan|procedure|training|report|sensor|detector",
    "head|face|foot plate|office|count|line|of|quarters",
    "first aid kit|box|cabinet|course|room",
    "accident report|statistics|free",
    "gas alarm|leak plc|system|systems|panel|controller|gateway|server|detector|sensor|unit",
    "server|node|service|session|process|vm|host|database|system|client|pallet|stack|link|ring collapsed|fell|fallen|exploded|trapped|caught",
  ],
  LISTS,
);
