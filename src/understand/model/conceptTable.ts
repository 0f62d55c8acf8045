/**
 * What words are about, whatever their language, ending or compound. Words are folded; "stem*" begins so, "*tail" ends so:
 * German says last what a thing is, and all three languages bend their verbs. A word may be about several things.
 */
export const CONCEPTS: Readonly<Record<string, string>> = {
  restarting: `restart* reboot* neustart* neugestartet reinici* rearranc* reset reset* zuruckgesetzt powercycl* bounce bounced
    bouncing recycl* relaunch* respawn* durchstart* durchgestartet durchboot* boot booten bootet gebootet hochfahr* hochgefahren
    runterfahr* herunterfahr* kaltstart warmstart *neustart *reset *reboot anlass* arrancarl* apagarl*`,
  opening: `open opened opening unblock* whitelist* permit* allow allowed offn* freischalt* freigeschaltet freigeb* aufmach* durchlass*
    durchgelassen *freischaltung *freigabe abrir abr* desbloque* pinhole let letting erlaub* *portfreigabe
    ausnahme* excepcion* exception* einlass* reinlass* durchkomm*`,
  closing: `close closed closes shut shuts schliess* schlies* zumach* zugemacht dichtmach* zumauern cerrar cierr* cerrad* tapar tapad*
    sperr* remove* removed entfern* elimin* quitar quitad quiten retir* revoke* entzieh* abschalt* unneeded terminat* `,
  filtering: `firewall* cortafuegos fw dmz regelwerk *firewall *regel firewallregel* rule rules regla reglas blocked blockt blockiert
    bloque* filter* zonengrenze perimeter ruleset proxy acl
    refus* verweiger* deneg* denieg* rechaz* reject* abgewiesen abweis* loch hueco agujero boundary frontera trennung *grenze `,
  reaching: `reach* talk talks communicate connection connections verbindung* verbunden conexion* erreich* erreichbar kommuni* comunic* llega
    llegar alcanz* querying query polls polling abfrag* ausles* consult* redet reden sprechen hablar`,
  porting: `port ports puerto puertos tcp udp *port`,
  far: `remote* remoto remota remotos remotas vpn fernwart* fernzugr* fernverbind* fernzugang fernservice ferndiag* teleserv* telemant* teamviewer
    anydesk dial dials einwahl* einwahlen aufschalt* draufschalt* aufgeschaltet zuschalt* zugeschaltet jumphost jumpbox tunnel home zuhause
    daheim hause homeoffice casa hotel abroad ausland extranjero distancia oficina outside aussen ausserhalb fuera session sessions
    sitzung* sesion* rdp offsite supervised begleitet *fernzugriff *fernwartung
    reise* reisen travel* unterwegs viaj* draufschau* draufguck* reinkomm* dienstreise *anschauen`,
  outsider: `vendor* supplier* oem integrator* contractor* subcontractor* manufacturer* hersteller* lieferant* anlagenbauer* servicetechnik*
    dienstleist* fremdfirm* proveedor* fabricante* integrador* consultant* consultor* berater* extern* expert* experte* specialist*
    spezialist* especialista* maker* guest gast gaste visitante* invitad* ingenieurburo *firma *hersteller *service *support subcontrata
    contrata* partner
    hotline monteur* montador* tecnico* technician* techniker* fitter* start-up startup insurer* versicher* asegurador* inspector* ingenieria gutachter*`,
  clouding: `cloud* nube nubes azure aws mindsphere thingworx snowflake databricks saas datalake gcp powerbi *cloud *portal portal* dashboard*
    browser navegador* webseite* webpage website iot lake platform* plattform* plataforma* *plattform internet analytics bigquery
    kafka grafana tableau lakehouse mqtt mindconnect insights
    subscription abo suscripcion abonnement hosted reporting *reporting internetdienst* online`,
  data: `data daten datos values value werte wert valores telemetr* readings reading messwert* lecturas counters zahlwert* *daten *werte *zahlen
    stuckzahl* counts kennzahl* indicadores oee kpi kpis metrics consumption verbrauch* consumo* trends energiedaten curves kurven
    temperatur* zahlerst* *stande cifras numeros *kurven curvas *protokolle bericht* informe* temperaturas`,
  sending: `send sends sending push* upload* stream* publish* export* replicat* mirror* feed feeds forward* schick* send* hochlad* hochgeladen
    ubertrag* subir suba suban envi* mand* transmit* publiz* spiegel* ankommen volc*`,
  firm: `firmware* bios microcode *firmware *firmwarestand fw *image
    betriebssystem* betriebsprogramm* softwarestand* softwarelevel`,
  updating: `updat* upgrad* patch* flash* downgrad* aktualis* aktuell* hochzieh* hochgezogen actualiz* parche* update* bump *update *updates *patch
    nachzieh* nachgezogen einspiel* eingespielt release* version* outdated vulnerab* schwachstell* lucke cve advisory stand *stand veralt*
    obsolet* hotfix* bugfix* sicherheitsupdate* reprogram* reflash*
    korrektur* corrected correccion* revision* newest neueste* nachbess* *stande caducad*`,
  program: `program programs programm* programa* tool tools werkzeug* app apps application* anwendung* aplicacion* software* *software suite
    addon plugin* client driver* treiber* *treiber agent *agent viewer* tia wireshark codesys putty excel office java python
    wincc license* lizenz* licencia* runtime *tool *programm *app instalador* installer setup minitab acrobat notepad chrome
    firefox antivirus edr defender paquete paket package
    betrachter* visor* editor* *editor bibliothek* library libreria* complemento* calculator taschenrechner calculadora zoom webex teams *paket statistik* spreadsheet simulador* `,
  installing: `install* instal* deploy* aufspiel* aufgespielt einricht* eingerichtet uninstall* deinstall* desinstal* roll* ausroll* ausgerollt
    draufmach* draufspiel* drauf meter metan cargar cargue load loaded
    neuaufgesetzt reimag* reinstal*`,
  computing: `pc pcs ipc computer* rechner* *rechner laptop* *laptop notebook* *notebook workstation* ordenador* portatil* *pc server* servidor*
    *server terminal* *terminal thinclient client virtual* vm *station tablet* *tablet *panel panel* bildschirm* pantalla* screen* hmi
    hmis programmiergerat* pg`,
  controlling: `plc plcs sps *sps steuerung* *steuerung controller* controlador* cpu *cpu drive drives servo* umrichter* *umrichter inverter*
    vfd variador* automata* baugruppe* antrieb* accionamiento* robot* robots roboter*
    regler *regler regulador* burner* brenner* quemador* rtu* dcs leitsystem* leittechnik *regelung *antrieb*`,
  networking: `vlan* subnet* subnetz* subred* netz *netz netzwerk* network* red redes lan wlan wifi dhcp dns ntp route* router* routing ruta
    trunk* uplink* switch* *switch switchport* ip ips ipadress* adress* address* direccion* mask* gateway* pasarela* segment*
    isolat* nat span spiegelport dose dosen *dose datendose* netzwerkdose* toma tomas socket sockets outlet* cable* kabel*
    *kabel verkabel* patchfeld patchkabel* verteiler* schrank bandwidth bandbreite zeitserver mac
    pool lease leases adressvorrat rango rangos kanal channel canal funk* cobertura empfang segmentier* segmentacion timeserver antenn* *netze`,
  moving: `move moves moved moving chang* swap* replac* migrat* umzieh* umgezogen umstell* umgestellt umpatch* umleg* umhang* umkonfig* andern*
    geandert anderung* *anderung tausch* austausch* wechsel* cambi* mover mueve* pasar pase traslad* renumber* readdress* assign* asign* configur*
    konfigur* split* separ* trenn* verschieb* verleg* reubic* anpass* adjust`,
  accounting: `account* login* logins anmeld* einlogg* konto konten *konto user users benutzer* *benutzer usuario* usuaria* cuenta* password* passwort*
    *passwort contrasena* clave claves pin kennung* *kennung *zugang zugang* zugriff* access acceso* accesos rights right recht rechte *rechte
    permission* permiso* berechtig* *berechtigung role roles rolle rollen rol badge* ausweis* *ausweis karte *karte tarjeta* token* mfa
    authenticator credential* credencial* locked ausgesperrt gesperrt bloquead* caduc* expired abgelaufen admin* profil* perfil* unlock*
    entsperr* gruppe *gruppe grupo group membership
    card cards karten tarjetas tur turen puerta puertas ziffern digits groups gruppen grupos codigo* schlussel llave llaves turnstile* drehkreuz* torno tornos`,
  person: `colleague* kolleg* colega* companer* trainee* apprentice* azubi* becari* intern interns praktikant* lehrling* newcomer* neuling frau herr mr
    mrs ms senor* senora operator operators bediener* operario* operaria* planner* planer* engineer* ingenieur* ingenier* supervisor* meister*
    schichtfuhrer* schichtleit* jefe jefa encargad* secretar* accountant* buchhalt* springer leasing* zeitarbeit* temporer* nurse auditor* prufer*
    mitarbeit* emplead* trabajador* staff starter joiner
    leihkraft* leihkrafte temp temps temporal* doctor arzt* doctora lady ladies damen herren retire* retiring rente ruhestand jubil* leaver* ausscheid* successor nachfolger* sustitut*`,
  permitted: `may durfen darf durfe durfte allowed allow berechtigt puede pueda puedan poder podra can`,
  arriving: `arriv* delivery deliver* liefer* geliefert llega llegan llego llegado ordered bestellt* pedido bought gekauft compr* purchas* bekommt bekommen
    kriegt recibi* mount* montage montier* einbau* eingebaut gets getting received erhalten anschaff* beschaff* stellen put hang
    aufstell* aufgestellt dazu zusatzlich* additional another zweite* second segundo tercer* third extra leih* *gerat geschenk* ersatz* spare
    loaner prestad* replacement repuesto nuevo nueva nuevos nuevas neu neue neuer neues neuen neuem new brandneu* incorpor*`,
  connecting: `connect* conect* hook* plug* onboard* register* registr* attach* anschlies* anschlus* angeschlossen einbind* eingebunden anbind* angebunden
    *anbindung verbind* verknupf* enlaz* link* integr* anklemm* enchuf* einsteck* aufnehm* aufgenommen commission* inbetrieb* vincul* dranhang*
    angehangt anhang* anstecken alta`,
  gadget: `scanner* *scanner reader* *leser lector* escaner* camera* kamera* *kamera *kameras camara* cam cams sensor* *sensor *sensoren *fuhler printer*
    drucker* *drucker impresora* scale scales waage* *waage bascula* balanza* tablet* meter meters *zahler zahler* contador* probe* sonda* analy*
    analizador* device* gerat gerate *gerat *gerate dispositivo* equipo* handheld* phone* telefon* telefono* monitor* projector proyector beamer
    display* anzeige* *tafel panel ap aps antenna* antenne* modem* logger* *schreiber raspberry nas ups usv sai detector* terminal
    coupler* encoder* rfid tester* whiteboard* signage uhr reloj clock lamp* leuchten box *box
    antenn* melder* *melder intercom* sprechstelle* interfono* turnstile* drehkreuz* torno barrier* schranke* barrera* registrador* receiver* empfanger* wetterstation* pizarra* *prufer comprobador* kiosk* speaker* lautsprecher altavo* headset* drone* drohne* dron brille* gafas schloss cerradura* thermostat* termostat* minirechner *koffer`,
  failing: `down dead frozen stuck stopped standing standstill stillstand tripp* fault* stor* *storung alarm* blank black schwarz* dunkel* oscur* dark tot
    steht stehen kaputt ausgefallen ausfall *ausfall eingefroren hang hangs hangt hangen aufgehangt hung crash* cae caid* cayo parad* paro averi*
    fall* error* fehler* *fehler defekt* broken jam* atasc* atranc* klemm* stau* muert* negr* roj* cuelga colgad* colgo spinnt streikt zickt leak*
    fuga* outage* unresponsive reagiert responde antwortet verabschiedet abgestorben ausgestiegen bockt interrogantes fragezeichen overheating
    smoke scrap ausschuss rejects merma
     platz* revient* silent callad* stumm mudo muda empty vacio* vacia* obey* obedec* salta saltan gaveup rendid* verstumm* blackout`,
  halted: `line lines linie linea anlage* *anlage production produktion* produccion schicht wir we everyone alle alles todo todos trucks lkw camiones
    leute people gente`,
  owning: `owner* owns own ownership responsib* zustandig* verantwort* ansprechpartner* dueno* responsab* besitz* gehor* belong* charge whose wessen
    wem whom betreu* kummer* pfleg* encarg* manag* administr* oncall bereitschaft* *bereitschaft rufbereit* pikett* guardia guardias standby
    dienst diensthabend* busca contact* kontakt* contacto maintain* mantiene depende pertenec* department abteilung* departamento team teams
    cuida lleva ocupa
    wake weck* despert* localizable `,
  cause: `why warum wieso weshalb wozu woher woran cause caused causa causas reason* grund grunde razon* motivo* explanation erklar* explic*
    porque debe lag`,
  pasttime: `yesterday gestern ayer anoche anteayer vorgestern last letzte* letztes letzten pasad* pasado ago vorhin earlier overnight madrugada gestrig*
    recently neulich recient* since seit desde vormittag`,
  happening: `happen* passiert* geschehen paso pasado ocurri* suced* changes anderungen cambios history historie historial verlauf* incident* vorfall*
    touched angefasst toco tocado tocaron gedreht log logs protokoll* registro timeline vanished verschwunden disappear* desapareci* gap gaps lucke
    lucken hueco missing
    grounds begrundung motivo  `,
  waiting: `wait* wart* gewartet esper* pending pendiente* ausstehend* queue* status stand estado progress fortschritt answer* antwort* respuesta* respond*
    reply feedback ruckmeldung* noticia* novedad* news approv* genehm* aprob* autoriz* sign* unterschr* unterzeich* firm* firma* decision*
    entscheid* entschied* decid* denied rejected abgelehnt rechazad* ticket* *ticket request* antrag* *antrag anfrag* solicitud* peticion* pedid*
    eta overdue uberfallig* vencid* stuck hangt yet already schon ya noch todavia still
      stapel bandeja became geworden fortnight contar untergegangen perdido forgotten vergessen bescheid`,
};
