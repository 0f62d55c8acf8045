/** Who, why, when, and how far it is. */
export const PEOPLE = {
  away: `home zuhause daheim hause homeoffice casa abroad ausland extranjero hotel travel* unterwegs reis* viaj* offsite
    distancia lejos headquarters overseas airport aeropuerto flughafen ferien heim office afuera fuera teletrabajo
    aussendienst`,
  fromAfar: `aus desde from vanuit munich munchen zurich italia italy italien germany alemania japan china osaka stuttgart
    milano bologna bolonia modena texas chicago basel wien sweden schweden suecia dinamarca denmark holland francia
    frankreich france spain suiza schweiz austria osterreich detroit turin coburg ulm shanghai korea taiwan bilbao
    vigo madrid barcelona valencia sevilla zaragoza oporto lisboa guadalajara monterrey puebla queretaro leon
    saltillo bogota medellin lima santiago cordoba rosario montevideo quito tschechien polen prag brno bodensee
    leipzig dresden hannover bremen koln frankfurt nurnberg parma lyon graz linz gent eindhoven malmo aarhus tampere
    leeds boston cleveland`,
  vendor: `vendor* supplier* oem integrator* contractor* subcontract* manufacturer* hersteller* lieferant*
    anlagenbauer* maschinenbauer* dienstleist* fremdfirma* proveedor* fabricante* integrador* contrata*
    subcontrata* partner* maker* builder extern* outsider drittfirma* auswartig* systemhaus* ingenieurburo*
    consultor* consultant* berater* cooperativa firma`,
  technician: `technician* techniker* servicetechnik* tecnico* tecnica* monteur* montador* fitter* fieldservice kundendienst*
    serviceman programmierer* programador* programmer* inbetriebnehmer* commissioner spezialist* specialist*
    especialista* expert* experte* experto* hotline support soporte helpline engineer* ingenieur* ingenier* tecnicos
    tecnicas mecanico* electricista* inge servicemann* kundendienstler*`,
  person: `colleague* kolleg* colega* companer* trainee* apprentice* azubi* becari* practicante* pasante* intern interns
    praktikant* werkstudent* lehrling* newcomer* neuling* neueinsteiger* newhire starter* joiner* operator*
    bediener* operario* operador* maschinenfuhrer* planner* planer* supervisor* meister* vorarbeiter* foreman
    capataz schichtfuhrer* schichtleit* jefe* jefa encargad* teamleit* gruppenleit* secretar* sekretar* accountant*
    buchhalt* contador contadora contabilidad nurse krankenschwester enfermer* doctor arzt* medico auditor* prufer*
    pruferin inspector* mitarbeit* emplead* employee* worker* trabajador* staff personal leihkraft* leihkraf*
    zeitarbeit* temporal* eventual* temp temps leasing* springer* cleaner* reinigungs* putz* limpieza guard
    wachmann* pfortner* vigilante guardia chef* boss gerente* director* direktor* manager* ceo geschaftsfuhr*
    werksleit* betriebsrat* sindicato union visitor* besucher* visitante* gast gaste guest* invitad* student*
    estudiante* lady frau herr mrs miss senora senor mister successor* sustituto* nachfolger* vertretung* substitut*
    stellvertret* chavo chavos muchach* suplente* relevo* contratista* aushilf* spedition*`,
  staffing: `hr personalabteilung* rrhh payroll lohn* nomina nominas gehalt* salary rent* ruhestand* retire* retiring jubil*
    leave leaves leaving verlass* scheid* ausscheid* kundig* gekundigt resign* renunci* despid* fired contract
    contrat* vertrag* probezeit elternzeit maternity maternidad krank* sick baja urlaub* vacation* vacacion*
    holiday* ferien feierabend department abteilung* departamento* cost kostenstelle* centro promotion befordert
    ascend* incapacidad alta altas plantilla`,
  owner: `owner* own owns ownership besitz* gehor* pertenec* belong* dueno* duena whose wessen propietari* zustandig*
    verantwort* responsab* responsib* betreu* kummer* pfleg* verwalt* administr* encarg* cuida* lleva llevan
    atiend* atender ocupa* manag* maintain* wart* looks hutet charge hood buro cargo competen*`,
  contact: `contact* kontakt* contacto ansprechpartner* anlaufstelle* ansprech* ask fragen preguntar wenden dirig* phone
    number nummer numero anrufen ring llamar melden melde acudir busco suche seek find dirijo dirigirme acudo
    hablarle dirigimos`,
  who: `who wer quien quienes wem wen whom whose wessen whos`,
  whichTeam: `which welche welcher welches welchem que cual equipo team teams abteilung department departamento area
    bereich gruppe crew mannschaft gremio gewerk side bando ours unser unsere unsers nuestro nuestra theirs euer
    eure eures vuestro vuestra ustedes`,
  onCall: `oncall on-call bereitschaft* rufbereit* pikett guardia guardias standby dienst notdienst* wochenenddienst*
    finde reten turno`,
  why: `why warum wieso weshalb wozu woran woher porque cause* ursache* causa* grund* grunde reason* razon* motivo*
    auslos* explain* erklar* explic* explanation understand verstehen versteh* entender entiendo reconstru*
    nachvollzieh* rekonstru* aufklar* aclar* investigat* debio debido lags`,
  happened: `happen* passier* geschah* geschehen paso pasado ocurr* suced* took occurred los vorgefall* vorgang*
    incident* incidente* vorfall* event* ereignis* history historial* verlauf* chronolog* cronolog* timeline
    protokoll* log logs registro* bitacora logbuch* schichtbuch* audittrail auditoria trace spur* rastro*
    nachlesen`,
  whoChanged: `changed changes geandert anderungen cambio cambios cambiaron modific* verandert* verstell* verdreht gedreht
    movio movieron touched angefasst toc* toco tocado tocaron anfass* altered manipul* moved deleted geloscht
    borrado borro vanished verschwunden verschwind* disappear* desaparec* missing fehlt fehlen falta gone weg quito
    quitaron pusieron metio subio movidas rausgenommen umgestellt`,
  lately: `yesterday gestern ayer anoche anteayer vorgestern last letzte* letzten vergangen* pasad* pasado ago vor
    vorhin earlier overnight nachts madrugada nacht night since seit desde previously fruher recently neulich
    reciente* fruhschicht nachtschicht morning moment`,
  status: `status stand estado progress* fortschritt* avance* news neuig* noticia* novedad* update pending pendiente*
    ausstehend* offen open abierta waiting wart* espera* esperando answer* antwort* respuesta* contest* responde
    reply replied ruckmeldung* ruckmeld* feedback bescheid* eta when wann cuando date termin fecha day tag bereits
    already ya yet noch todavia aun still schon far weit done fertig listo lista ready erledigt abgearbeit*
    bearbeit* tramit* prozess rejected abgelehnt rechazad* approved genehmigt aprobad* granted through durch decided
    entschied* entscheid* decision* signed unterschr* unterzeich* firmad* firmo deadline frist plazo overdue
    uberfallig* vencid* moved bewegt reached position quedo avanz* tramite adelante vorwarts`,
  request: `request* anfrage* antrag* antrage solicitud* peticion* pedido* ticket* vorgang* auftrag* order bestellung
    form* formular* formulario* application aplicacion change wunsch* folio numero expediente tramite mine meine
    mein meiner mia mio`,
  queue: `queue* warteschlange* cola bandeja stapel pile list liste lista many viele cuantas cuantos wieviel wieviele
    backlog front delante before antes`,
  forgotten: `forgot* vergess* olvid* lost untergegang* perdid* silence funkstille* silencio nothing nichts crickets
    nagging drangel* nerv* insist* reminder* erinner* recordatorio recuerd* recordar again wieder otra nachhak*
    nachfrag* pregunt*`,
  please: `please bitte favor porfa por porfis ruego rogamos gustaria agradec* amable konnt konntet konnte konnten
    could would can puede pueden podria podrian podeis podes wurde wurden ware wer* jemand someone alguien
    alguno magst mogt mochte mochten bitten quisiera quiero queremos want brauch* brauchen need* necesit*
    preciso precisamos`,
} as const;
