/** What is done, or is to be done. */
export const DEEDS = {
  restart: `restart* reboot* neustart* neugestartet neustarten reinici* rearranc* reset* zuruckgesetzt zurucksetz*
    powercycl* relaunch* durchstart* durchgestartet durchboot* boot booten gebootet bootet kaltstart warmstart
    neuhochfahr* reload* respring bouncen resetee reiniciada reseteo arranque* rebot* botear rearranqu* resete*
    tumbar tumben tumbarlo tumbad boten botenlo anschmeiss* hochbring*`,
  switchOn: `einschalt* eingeschaltet anschalt* encend* enciend* anmach* anwerf* hochfahr* hochgefahren wiederanlauf*
    arranc* arranqu* prender prend* levantar levant* wake aufwecken`,
  switchOff: `ausschalt* ausgeschaltet abschalt* abgeschaltet apag* ausmach* runterfahr* herunterfahr* spannungslos stromlos
    spannungsfrei desenchuf* unplug* steckerzieh* power strom corriente stecker desconect* abklemm* ausstecken
    ausgesteckt`,
  kick: `kick kicked schubs* schups* anschubs* anstups* tritt patada empujon golpe toque nudge poke sacudir`,
  process: `kill killed abschies* abwurg* task process prozess proceso matar mate service dienst dienste servicio
    servicios daemon spooler queue warteschlange cola`,
  open: `open opened opening opens offn* geoffnet aufmach* aufgemacht abrir abran abra abre abrid abrirnos abierto
    abierta abiertos apertura`,
  allow: `allow* permit permits permitted enable erlaub* zulass* zugelassen gestatt* ermoglich* permit* habilit*
    autorizar consentir whitelist* freigeb* freigegeben freischalt* freigeschaltet freigabe* freischaltung*
    unblock* desbloque* durchlass* durchgelassen letthrough passieren durchdurf* liberar liber*`,
  close: `close closes closed closing schlies* schliess* zumach* zugemacht dichtmach* cerrar cierr* cerrad* cierre
    tapar clausur* shut`,
  remove: `remove* removal entfern* elimin* quitar quit* weg wegnehm* rausnehm* herausnehm* streich* losch* geloscht
    delete* borr* retir* sacar saqu* saco drop dropped withdraw* revoke* entzieh* entzogen baja bajas take*
    austragen ausgetragen cancel* abmeld* raus`,
  block: `block* blockier* geblockt sperr* gesperrt bloque* deny denied drop drops dropped verwirft verworfen filtra
    filtran rechaz* reject* refus* abgewiesen deneg* verweiger* intercept* timeout timeouts`,
  unlock: `unlock* entsperr* desbloque* aufsperr* lockout lockedout ausgesperrt`,
  reach: `reach* erreich* alcanz* llegar llega llegue connect conecta kommuni* comunic* communicat* talk talks sprechen
    spricht hablar habla habl* poll polls polling abfrag* query querying consult* ausles* auslies* pull pulls holt
    abholen fetch platic* charlar entienda entiendan schwatz*`,
  remote: `remote* remot* vpn fern* teleserv* telemant* teleasist* telemat* dial* einwahl* einwahlen aufschalt*
    aufgeschaltet draufschalt* zuschalt* tunnel* tunel jump* teamviewer anydesk rdp ewon secomea screenshare
    fernwart* fernzugr* session* sitzung* sesion* conexionremota bildschirmfreigabe pantallacompartida`,
  look: `look* schau* guck* anschau* anguck* reinschau* draufschau* mirar mire miren ver vean vea vistazo view viewing
    watch einsehen einblick glance peek ojo ojeada revis* check* prufen uberpruf* diagnos* fehlersuche troubleshoot*
    debug* inspect* untersuch* analysier* asom* checar chequen checa checan cheque chequea* verlo verla viendo
    ansehen angesehen draufgucken`,
  tuning: `tune tuning tuned optimier* feinabstimm* ajust* einstell* adjust* parametr* calibra* kalibrier* abstimm*
    feinjustier* trim`,
  send: `send* schick* gesendet upload* hochlad* hochgeladen subir sube suba suban publish* publiz* stream* export*
    ubertrag* ubermittel* transmit* envi* mand* mandar push* replic* replik* sync* synchron* sincroniz* forward*
    weiterleit* weitergeb* reenvi* feed* liefern abliefer* anliefer* ausleit* ausspiel* volcar vuelc* mirror*
    spiegel* espejo copy kopie* copia* volcado subirlo subirlos subirla`,
  integrate: `integr* anbind* angebunden anbindung* anknupf* enlaz* interfaz* interface* schnittstelle* interfac* vincul*
    verknupf* koppel* kopplung link*`,
  update: `updat* upgrad* patch* flash* geflasht downgrad* aktualis* hochzieh* hochgezogen hochziehst ziehst nachzieh*
    actualiz* parche* parchear bump* reflash* einspiel* aufdat* fix fixes hotfix* bugfix* ungrade hochrust* anheb*
    angehoben sube parch* emparej* igualar igualad angleich* angeglichen hochziehen`,
  install: `install* instal* deploy* aufspiel* aufgespielt draufspiel* draufmach* ausroll* ausgerollt rollout uninstall*
    deinstall* desinstal* reinstall* einricht* eingerichtet cargar cargue carguen meter metan bespiel* reimag*
    neuaufsetz* aufsetz* setup load loaded put montar monten poner ponga pongan pon draufspielen draufpacken metedme
    cargarle cargarme ponganme ponerme poneis`,
  connect: `connect* conect* anschlies* anschluss* anschliess* angeschlossen hook* plug* einsteck* anstecken eingesteckt
    enchuf* attach* anklemm* einbind* eingebunden aufnehm* aufgenommen register* registr* regist* onboard* anmeld*
    inbetrieb* commission* verbind* verbunden join* dranhang* anhang* angehangt einhang* incorpor* alta altas
    provision* integrier* foresee vorsehen prever meter meterlo meterla meterlos meten metan metanlo metemos metais
    colgar colgarlo colgarla colgamos enganch* dranhangen reinhangen einstopseln enchufamos`,
  arrive: `arriv* deliver* liefer* geliefert angeliefert llega* llego llegan entreg* ordered order bestell* pedido* pedid*
    compr* bought kauf* gekauft purchas* beschaff* anschaff* bekommen bekommt received recib* shipment* sendung*
    unpack* auspack* ausgepackt boxed desembal* mount* montier* montiert montad* aufgestellt aufstell* aufgebaut
    aufbau* aufhang* hang hung angeschraubt verdrahtet wired cablead* kriegen kriegt gets getting stellen hinstellen
    instalado estrenar estren* dazukommen dazu llegue lleguen llegaron llegado trajo trajeron traen traemos vino
    vinieron estrenamos recogimos`,
  move: `move* moving umzieh* umgezogen umzug* umstell* umgestellt umhang* umpatch* umleg* umlegen umsteck* mud* mudar
    muden mudanza traslad* mover mueve* muevan reubic* relocat* migrat* migrier* migrar verschieb* verleg* verset*
    pasar pasen pase cambi* change* changing andern* geandert anderung* wechsel* gewechselt tausch* austausch* swap*
    replac* ersetz* reemplaz* sustitu* split* trenn* aufteil* separ* renumber* umbenenn* rename* renombr* assign*
    asign* zuweis* zuteil* configur* konfigur* config anpass* reserv* reservier* extend* erweiter* ampli* isolat*
    isolier* aisl* segreg* traspas* reubiq* llevarlo llevarla llevarlos cambiarl* pasarlo pasarla pasarlos apart*`,
} as const;
