/** How it shows that something is out of order. */
export const FAULTS = {
  broken: `broken break* kaputt defekt* defect* averi* averiad* rot roto rota dead tot tote muert* fried verraucht
    durchgebrannt abgeraucht quemad* burnt geplatzt gerissen riss abgebrochen rompio rompi* danad* dano* beschadig*
    damage* hin futsch hinuber estrope* jodid* petad* peto trono tronada tronado descompues* descompus* fregado
    fregada averiaron verreck* abgekackt zerlegt hinig`,
  stopped: `stop* stopp* standing stands standstill stillstand* steht stehen gestoppt angehalten halt halted parad* paro
    parar detenid* detuv* detien* stuck stau* jam* atasc* atranc* klemm* verklemm* blockiert hang hangs hanging
    hangt hangen aufgehangt hung frozen freez* eingefroren cuelg* colgad* colgo congelad* trab* pegad* idle sitting
    waiting nothing nichts nada moves bewegt mueve rueda lauft laufen runs anda andan jala jalan jalando quieta
    quietas quietos tiesa tieso tiesos brazos mucks muckst ruhrt`,
  tripped: `trip* tripped ausgelost salt* salta salto fault* storung* gestort alarm* alarma* error* errores fehler*
    fallo* falla* fallan falla red rot roja rojo blink* parpade* overload* uberlast* overheat* uberhitz*
    sobrecalent* recalent* emergency notaus* emergencia estop interlock`,
  dark: `black schwarz* negr* dark dunkel* oscur* blank leer* blanc* blue azul blau bluescreen bildschirm pantallazo
    gris grey grau flimmer* flicker*`,
  outage: `outage* ausfall* ausgefallen blackout* stromausfall* apagon* corte down caid* caido cae caen cayo offline
    abgesturzt absturz* crash* ausgestiegen abgeschmiert abgesoffen weg tot lost verlor* perdi* perdid* signal senal
    abbruch* reist reisen corta interrup* cayeron cayendo tumbado botado zusammengebrochen weggebrochen`,
  leak: `leak* leck* undicht* fuga* gote* tropf* auslauf* spill* derram* overflow* uberlauf* rebos* inunda* flood*
    uberflut* smoke* rauch* humo smell riecht stinkt huele* noise gerausch* ruido funken spark* chispa*`,
  scrap: `scrap ausschuss* merma* rechazo* rejects desech* wegwerf* spoil* verdirbt verderb* starv* leerlauf* backlog
    stau trucks lkw camion* queueing cola wait* warteschlange* milk leche teig masa dough product* produkt*
    ladung`,
  urgent: `urgent* dringend* eilig* eilt urgente* apuro prisa sofort ya immediately now jetzt ahora help hilfe ayuda
    auxilio socorro quick* schnell* rapido asap emergency notfall* emergencia hurry corre corran vengan komm
    come minutes minuten minutos`,
  slow: `slow* langsam* lento lenta lentos trag* sluggish ruckel* delay* verzoger* latencia latency zah schleich*`,
  weird: `strange seltsam* komisch* raro rara weird odd merkwurdig* eigenartig* extrano extrana suspicious verdachtig*
    unexpected unerwartet* solo sola solos selber`,
} as const;
