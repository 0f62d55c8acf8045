/** What it is done to, and what belongs to it. */
export const THINGS = {
  firewall: `firewall* cortafuegos fw brandmauer perimeter perimetro dmz zone zones zona zonas zonengrenze* boundary
    frontera regelwerk rule* regel regeln regla* acl policy policies conduit ruleset`,
  port: `port ports puerto puertos portfreigabe* socket tcp udp`,
  traffic: `traffic trafico verkehr datenverkehr packets pakete paquetes stream handshake syn`,
  protocol: `modbus opc opcua profinet s7 mqtt bacnet http https ssh ftp sftp snmp syslog ldap smb sql odbc ethernetip
    dnp3 iec104 rtsp rest api webservice`,
  brand: `siemens abb rockwell schneider beckhoff kuka fanuc yaskawa krones sidel bosch festo emerson honeywell
    yokogawa omron mitsubishi danfoss sick cognex keyence wago phoenix lenze sew pilz heidelberg tetra syntegon
    multivac andritz sulzer gea buhler endress hauser ifm turck moxa aveva staubli rittal atlas copco ishida mettler toledo
    bizerba domino videojet markem zebra kaeser trumpf dmg gildemeister voith andritz valmet ktr haas engel
    arburg kraussmaffei demag wittmann husky ulma tomra loma hexagon zeiss fluke bystronic amada schuler haver
    boecker bobst manroland koenig stork marel weber handtmann windmoller fischer mazak okuma hermle grob
    liebherr jungheinrich linde still toyota dematic knapp swisslog ssi schafer vanderlande kardex durr
    eisenmann nordson graco alfa laval spx apv tetrapak burkert krohne vega pepperl fuchs leuze balluff murr
    weidmuller eaton hirschmann belden cisco fortinet palo aruba ubiquiti hikvision axis dahua lantronix digi
    advantech hpe dell lenovo kontron nokia ericsson hima triconex metso outotec`,
  cloud: `cloud* nube* azure aws amazon google gcp mindsphere thingworx snowflake databricks saas datalake lake
    lakehouse powerbi bigquery s3 bucket iothub kinesis salesforce insights kinaxis grafana tableau qlik looker
    influx influxcloud kafka hivemq confluent portal* herstellerportal* internet* online* hosted gehostet web
    webportal* website webseite* browser navegador* app plataforma* plattform* platform* extranet
    externalplatform subscription abo suscripcion`,
  dashboard: `dashboard* cuadro tablero* cockpit kennzahlen* kennzahl* kpi kpis oee indicador* auswertung* report*
    bericht* informe* reporting statistik* statistic* estadistic* chart* diagramm* grafico* trend* tendencia*
    curve* kurve* curva* history bi analytics analytik analitica`,
  figures: `data daten datos telemetr* values value wert werte valor* valores messwert* messdaten reading* lectura*
    medicion* medida* counter* zahlerst* zahlwert* stuckzahl* counts contaje conteo* produktionszahl*
    produktionsdaten energiedaten verbrauch* consumo* consumption betriebsdaten maschinendaten prozessdaten
    sensordaten schwingungsdaten temperatur* temperature* temperatura* druckwerte drucke pressure presion
    presiones vibration* vibrac* schwingung* feuchte* humid* humedad luftfeuchte level niveles fullstand* pegel
    co2 emission* emisiones image* bilder imagen* archivos files dateien records`,
  firmware: `firmware* fw bios microcode* fwupdate betriebssystem* os betriebsprogramm* softwarestand* geratesoftware
    systemsoftware steuerungssoftware sicherheitsupdate* servicepack sp rollup lifeguard android ios`,
  version: `version* release* revision* stand stande build ausgabe* edicion edition letzte latest newest neueste*
    aktuell* current outdated veralt* obsolet* alt old anticuad* caduc* desactualiz* newer neuer older alter
    vigente`,
  vulnerability: `vulnerab* schwachstell* lucke* cve advisory advisories bulletin* exploit* security sicherheitslucke* agujero
    ransomware boletin aviso alerta bug* fehlerkorrektur* korrektur* defecto recall ruckruf* hinweis*`,
  warranty: `warranty garantie garantia audit* auditor* zertifi* certific* compliance vorgabe* norm norma validier*
    validat* gmp`,
  software: `software* programm* program programs programa* programita* tool* werkzeug* app apps application* anwendung*
    aplicacion* suite addon plugin* add-in addin complemento* utility utilidad* utilidades herramienta* viewer*
    visor* betrachter* editor* client* cliente* instalador* installer paquete* package treiber* driver*
    controlador* runtime* library bibliothek* libreria simulator* simulador* simulation* simulacion emulator
    excel word office powerpoint acrobat pdf adobe notepad chrome firefox edge teams zoom webex outlook sap erp
    python java anaconda matlab minitab autocad eplan solidworks inventor catia sigmaplot labview virenscanner*
    antivirus* edr defender wireshark putty filezilla winscp 7zip codesys tia step7 portal rslogix studio5000
    factorytalk wincc citect ignition intouch unity ecostruxure twincat gxworks sopas pactware fieldcare starter
    startdrive drivemonitor movitools plcsim wincollect npp vnc vmware docker git statistiksoftware
    programmiersoftware`,
  licence: `licen* lizenz* key* dongle* mochila activation aktivier* activa* serial seriennummer abo anualidad subscription*
    renew* verlanger* renov* expire* ablauf* ablauft abgelauf* vencid* venc* caduc* anualidades activacion renueven
    renovais`,
  computer: `pc pcs ipc computer* compu compus rechner* laptop* lap notebook* workstation* ordenador* portatil* server*
    servidor* terminal* thinclient virtual* vm station estacion* tablet* tableta* panel* bildschirm* pantalla*
    screen* display* monitor* hmi hmis bedienrechner* bedienpanel* bedienpult* operatorpanel programmiergerat* pg
    client equipo equipos maquina* kiste box visu* schirm schirme tabletas`,
  plc: `plc plcs sps steuerung* controller* controlador* cpu automata* automat pac rtu dcs leitsystem* leittechnik*
    regler* regulador* safetyplc kopfsteuerung* io modul* module* modulo* baugruppe* card tarjeta buskoppler*
    koppler* coupler* acoplador*`,
  drive: `drive drives servo* umrichter* inverter* vfd variador* antrieb* accionamiento* motor* frequenzumrichter*
    frequency softstarter arrancador*`,
  robot: `robot* roboter* cobot* greifer* gripper* agv agvs fts shuttle* palettier* paletiz* palletis* palletiz*
    depalet* manipulador*`,
  machine: `machine* maschine* maquina* anlage* line lines linie* linea* cell* zelle* celda* press* presse* prensa* mixer*
    mischer* mezclador* filler* abfull* full* llenador* conveyor* forderband* band cinta* transportador* oven* ofen*
    horno* boiler* kessel* caldera* pump* pumpe* bomba* compressor* kompressor* compresor* chiller* kuhl* enfriador*
    reactor* reaktor* extruder* extrusora* mill muhle* molino* crane* kran* grua* packer* verpack* envasador*
    labeller* etikett* etiquet* wrapper wickler* cutter saw sage sierra lathe torno drehbank* dreh* fras* fresador*
    cnc weld* schweis* soldad* furnace kiln dryer trockner* secador* freezer washer wascher* lavador* waschanlage*
    centrifug* zentrifug* separator* crusher brecher* triturador* turbine* turbina* generator* generador* fan lufter
    ventilador* valve* ventil* valvula* tank* silo* hopper* tolva* stapler* forklift* carretilla* montacargas*
    hochregal* regal* sorter* clasificador* caster tundish loom* webstuhl* telar* spinn* hilatura autoclave*
    autoklav* coater lackier* pintura paint* spray* laser* stanz* punch* slitter* rollenschneid* winder* bobinador*
    printpress druckmaschine* kneter* teig* amasador* bakery stocker wafer* degasser pasteur* homogen* brewhouse
    sudhaus* ladle furnance hydraul* pneumat* elevator* lift aufzug* ascensor* dosier* dosific* wage banda bandas
    faja fajas correa correas chancador* sellador* inyector* empacador* encajonad* dobladora* plegadora* cortador*
    tostador* trituradora despalletiz* abkant* sagen rundtakt*`,
  sensor: `sensor* fuhler* probe* sonda* meter meters zahler* contador* medidor* messgerat* transmitter* transmisor*
    detector* melder* detektor* encoder* drehgeber thermo* termo* pyrometer* pirometro* wetterstation* pegelsonde*
    flowmeter* durchflussmesser* durchfluss* caudalimetro* analyzer* analys* analiz* spectrometer* spektrometer*
    espectrometro* logger* datenlogger* registrador* schreiber scale scales waage* bascula* balanza* weighbridge
    wagezelle* checkweigher* refractometer* phmeter photoeye lichtschranke* fotocelula* termografo* higrometro*
    pirometr* feuchtefuhler fotocelda*`,
  camera: `camera* kamera* camara* cam cams cctv video* vision uberwachungskamera* warmebild* thermal* bildverarbeitung`,
  printer: `printer* drucker* impresora* plotter* etikettendrucker* labelprinter* impresor* etiquetadoras`,
  scanner: `scanner* barcode* strichcode* reader* leser lector* lesegerat* escaner* handheld* handscanner* rfid mde
    pistola colector pda`,
  phone: `celu celus celular* phone* telefon* telefono* handy* movil smartphone* headset* intercom* sprechstelle* dect
    interfono* walkie funkgerat* radio radios radiofrecuencia telefonos walkies`,
  board: `display* anzeige* anzeigetafel* tafel* andon* whiteboard* signage beamer proyector projector* tv fernseher
    televisor monitor* infoscreen* pizarra* videowall wanddisplay* pantallas tableros`,
  gadget: `gerat gerate geraten device* dispositivo* aparato* equipment* hardware gadget* box kiste raspberry* gateway*
    router* modem* accesspoint* ap aps antenna* antenne* antena* switch* ups usv sai nas server ipc edge cajita
    kastchen kasten cacharro`,
  new: `new neu neue neuer neues neuen neuem nuevo nueva nuevos nuevas zusatzlich* additional adicional* another
    weitere* weiterer extra segundo segunda second zweite* zweiten tercer* third dritte* brandneu* replacement*
    ersatz* repuesto* recambio* spare austauschgerat* nachfolger* loan* leih* prestad* prestamo demo* test*
    muestra probe* pilot* piloto mietgerat* rented alquilad*`,
  network: `network* netz netze netzwerk* red redes lan vlan* subnet* subnetz* subred* segment* wlan wifi wireless ssid
    funk* inalambric* ip ips ipadress* adresse* address* direccion* dhcp dns ntp mask* gateway* route* router*
    routing* ruta* nat trunk* uplink* switch* switchport* dose dosen datendose* netzwerkdose* toma tomas outlet*
    socket* jack cable* kabel* cabl* lan-kabel patch* patchkabel* patchfeld* verteiler* schrank cabinet* rack
    armario* bandwidth bandbreite ancho glasfaser* fiber* fibre* fibra mirror spiegelport* span espejo loop ring
    redundan* mac time uhrzeit zeitserver* timeserver* hora reloj nachtrag mesh repeater repetidor roaming cobertura
    coverage empfang signal senal canal channel kanal antenn* roseta rosetas nodo nodos punto puntos repetid*
    duplicad* doppelt twice`,
  account: `account* konto konten accounts login* logins user users benutzer* usuario* usuaria* cuenta* kennung* zugang*
    acceso* access zugriff* gastzugang* gastaccount* profile* profil* perfil* id logon anmeldung* einlogg*
    einlog* anmelden credential* credencial* zugangsdaten`,
  password: `password* passwort* contrasena* clave claves pin pins kennwort* code codigo mfa otp token* authenticator 2fa
    contrasenas nip zugangscode`,
  rights: `right rights recht rechte permission* permiso* permisos berechtig* leserecht* schreibrecht* adminrecht*
    privileg* role* rolle* rol roles group* gruppe* grupo* member* mitglied* miembro* approver* freigeber*
    aprobador* supervisorlevel level nivel folder* ordner* carpeta* share* freigabeordner laufwerk* unidad
    verteilerliste* postfach* mailbox buzon sharepoint lista liste list`,
  badge: `badge* ausweis* tarjeta* card cards karte karten schlussel* key keys llave* transponder* chip chips tur turen
    door* puerta* tor gate* turnstile* drehkreuz* torno* schranke* barrera* lock cerradura* schliesanlage* zutritt*
    eintritt entrada gafete* huella huellas checador fichar stempeln stempelkarte`,
  lockedOut: `locked ausgesperrt aussperr* gesperrt bloqued* forgot* vergess* olvid* expired abgelaufen caduco intentos
    versuche attempts`,
  recipe: `recipe* rezept* receta* parameter* parametro* setpoint* sollwert* consigna* limit grenzwert* limite* value
    threshold schwellwert* umbral program`,
  backup: `backup* sicherung* respaldo* copia* restore* wiederherstell* restaur* archive* archiv* archivo historian*
    historiador`,
  quality: `quality qualitat* calidad qs qa lab labor* release freigabe batch* charge* lote lotes sample* probe proben
    muestra* spec measurement mess* messmaschine* coordenadas metrolog* ensayo* test* pruf* prufplan*`,
  energy: `energy energie* energia power strom* electricity electric* elektri* gas water wasser* agua steam dampf*
    vapor heat warme* compressed druckluft* transformer trafo* transformador subestacion umspannwerk* solar pv
    photovolt* fotovolt* battery batterie* bateria*`,
  logistics: `truck* lkw camion* delivery shipping versand* expedicion expedition* despacho dispatch embarque* envio* goods
    waren* wareneingang* mercancia* recepcion pallet* palette* palet* pale tarima* stock inventory inventar*
    inventario* bestand* warehouse spedition* transport* forklift customs zoll* aduana laster trailer trailers
    chofer choferes conductores`,
  building: `building gebaude* edificio office* buro* oficina* reception empfang* recepcion warehouse lager* almacen*
    deposito bodega canteen hall halle* nave roof dach* techo corridor flur* pasillo parking meeting
    besprechungsraum* sala room raum raume cuarto lab labor* laboratorio workshop werkstatt* taller yard hof* patio
    ramp rampe* muelle dock* loading laderampe* gatehouse pforte* caseta porteria heating heizung* calefaccion
    ventilation luftung* hvac klima* aire light licht* luz luces lamp lampe* lampara* blinds jalousie* window
    fenster* ventana door elevator toilet wc bano anden andenes galpon* naves comedor schuppen warte cobertizo`,
  protection: `safety sicherheit* seguridad interlock* verriegel* enclavamiento guard schutz* schutztur* resguardo notaus*
    lichtgitter* lightcurtain brandmelde* feuer* fire incendio sprinkler rauchmelder`,
} as const;
