/** A word as it is compared: small letters without accents. */
export function plain(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function listed(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Words that a sentence about passwords goes on with; never a password, wherever they stand. Without accents. */
export const TALK = listed(`
  a about account accounts access after again all already also always am an and any anybody anymore anyone are as ask
  asked asks at available away back bad be because been before being better between blank blocked both broken but by bye
  call came can cannot cant case change changed changes changing check checked code coming contact  could
  current days dead default did didnt different disabled do does doesnt doing done dont down due each either else 
  enabled error ever every everybody everyone everywhere existing expired expires expiring fails failed false few field
  file find first fixed following for forgot forgotten format found from gave get gets getting give given gives go goes
  gone good got granted had has hashed hasnt have havent having he help her here hers him his hours how i if ill
  im in incorrect instead into invalid is isnt issue it its itself ive just keep keeps kept kind knew know known knows
  last later least leave length less let like list locked login logon longer lost made make manager many may maybe
  me mentioned message might mine minutes missing more most much must my myself near need needed needs neither never new
  next no nobody none nor not nothing now null of off ok okay old on once one ones only or other others our ours out
  outdated over own page pending per permission person please pls policies policy possible problem prompt protected
  protection provided read ready really recently recovery remove removed renew required reset resetting right role roles
  rotated rule rules same saved say says screen see seen send sent set sets shall share shared she should
  shown shows since so some somebody someone something somewhere soon sorry still stopped stored strength 
  such sure system take taken tbd than thank thanks that thats the their theirs them themselves then there theres these
  they theyre thing think this those though through till tired to today together tomorrow too tried true try two
  type typed unclear unavailable under unknown unlock unset until up update updated upon us use used user username users
  uses using valid very via visible want wanted wants was wasnt way we week well went were what whats when
  where whether which while who whom whose why will with within without wont work worked working works would write
  written wrong yes yesterday yet you your yours written hidden encrypted reissued leaked
  common public-knowledge compromised stolen blocked revoked rejected refused accepted denied confirmed yours 
  somewhere handled managed controlled generated assigned unchanged     
   enough documented noted posted taped
  glued printed attached below above inside outside around across shown hanging reachable only asap fyi regarding re
  ab aber abgelaufen aktuell aktuellen alle allem allen alles als also alt alte alten altes am an andere anderen anders
  ans anfordern antwort auch auf aus ausserdem bei beide beim bekannt bekommen bereits besser bestimmt bin bis bitte
  bleibt brauche brauchen braucht da dabei dafur daher damit danach dank danke dann daran darauf darf das dass davon dazu
  dein deine dem den denn der deren des deshalb deswegen die dies diese diesem diesen dieser dieses doch dort du durch
  durfen ein eine einem einen einer eines einfach eingeben einmal entfernen entsperren er erneuern erst es etwas euch
  euer eure fail falsch fehlt fest frage fragen fur furs ganz gar gebe geben gebraucht gegeben gegen geheimhalten geht
  gehts gemacht genau geandert gerade gern gerne gesetzt gesperrt gestern gesucht gibt gilt gleich gleiche gleichen
  gultig gut hab habe haben hat hatte heute hier hilfe hin hinterlegt ich ihm ihn ihnen ihr ihre im immer in ins
  ist ja jede jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen keiner kennt kennen klar komme kommen
  kommt konnen konnte konnten kurz kurzlich lang lange langer lauft lautet leider letzte liegt los lauten mal man
  mehr mein meine meinem meinen meiner meldung mich mir mit morgen muss mussen nach nachdem nachste naturlich neben nein
  neu neue neuem neuen neuer neues nicht nichts nie niemand noch notig nun nur ob obwohl oder ohne per pruefen
  prufen rein richtig sagt samt schicken schon schreiben sehr sei seid sein seine seit seitdem selbe selben selbst sich
   sie siehe sind so sofort solange soll sollen sollte sollten sonst sowie statt steht stimmt tut uber uberall um
  unbekannt und ungultig uns unser unsere unter verfugbar vergeben vergessen verloren verschlusselt viel viele
  vielleicht vom von vor vorbei wann war waren warum was weg wegen weil weiss weiter welche welcher welches wenn wer
  werde werden wie wieder will wir wird wirklich wissen wo wurde wurden zeichen ziffern zu zum zur zuruck zurucksetzen
  zurzeit zuletzt zwei zwischen zugriff andern anlegen vergeben einrichten hinterlegen kollegen kollege zweimal
  sperren wechseln gespeichert notiert bekanntgegeben ersetzt erneuert zuruckgesetzt deaktiviert aktiviert
  abierto acaba actual actualizar ademas ahi ahora al algo alguien alguno alli ante antes aqui asi aun aunque ayer
  ayuda bien bloqueada bloqueado cada caduca caducada caducado cambia cambiada cambiado cambiar cambio caso casi como con
  conoce contra correcta correcto corta cual cualquier cuando cuanto cumple dada dado dan dar de debe deben debo decir
  del desconocida desde despues dice diferente dijo dio donde dos durante el ella ellos en entonces entra entrar entre
  era eran eres es esa ese eso esta estan estar estas este esto estos etc exito existe expira expirada expirado expiro
   fallo falta favor fue fuera funciona funcionaba funcionan gracias guardada ha habia hace hacer hacia han hasta
  hay he igual incorrecta incorrecto invalida larga las le les lo los luego mal manana mas me mi mia mis misma
  mismo modo momento mucho muy nada nadie necesaria necesario necesita necesitamos necesito ni ninguna no nos nosotros
  nuestra nueva nuevas nuevo nunca o olvidada olvidado olvide otra otras otro otros para pero pide poco podemos poner por
  porfa porque posible preguntar primera puede pueden puedo pues puesto que quien quienes quiere quiero quitar reiniciar
  resetear restablecer sabe sale se sea ser si sido siempre siendo sigue sin sobre solicitar solo son su
  sucio sus tal tambien tampoco tan tanto te tenemos tener tengo tenia tiene tienen toca toda todas todavia todo todos tu
  tus un una unas uno unos urgente usted usar va vamos varias veces ver vence vencida verdad vez vieja viejo ya yo obligatoria obligatorio demasiado dos
  case sensitive company confidential domain policy weg einmalig zeichenlang

  call ask contact ping tell forward text hand mail email phone visit wait hint hints tip note attempt attempts try retry
  ask owner owners vendor default standard none nil unbekannt hinweis tipp fragen melden anrufen nachfragen abholen
  anfordern ausgeben mitteilen fehlanzeige chefsache dringend pflicht noetig notwendig niemandem jedem beantragt
  preguntar avisar llamar consultar pedir solicitar contactar recuperar recordar urge caduco vencio fallo falla revisar
  letters digits characters minimum maximum symbols capitals uppercase lowercase colleagues people helpdesk hotline twelve
  nochmal nochmals nix dasselbe derselbe vermutlich angeblich wahrscheinlich nirgends buchstaben zahlen sonderzeichen
  grossbuchstaben kollegen helpdesk mindestens hochstens zwolf letras numeros digitos caracteres minimo maximo mayusculas
  minusculas simbolos queda pendiente doce vacia vacio
  are combination combinations kurzer langer alter cosa asunto tema parte pair pairs
  rotation expiry expiration complexity requirements guidelines hygiene lockout authentication authenticate storage sync history
  length sharing syncing ablauf anderung wechsel richtlinie lange vergabe rucksetzung problem probleme anmeldung
  caducidad politica longitud rotacion recuperacion renovacion bloqueo problema duda autenticacion
  seems folgt folgen separat mundlich telefonisch unverandert nachgereicht spater persoenlich personlich extra keepass
  bitwarden follows verbally separately unchanged offline teams slack aparte separado verbalmente siguiente adjunto
  hablar aviso intento intentos ninguno
  nice great fine anything everything another during happened happens come comes coming approve approved approval finished
  standing stuck slow look looks looking plan planned pull push explain answer answered allow allowed enable bring created
  solved added belongs grant granted kindly plz night morning evening tonight weekend noon monday tuesday wednesday
  thursday friday saturday sunday month year requests requested waiting wait stop stops fix fixed crash crashes hangs
  rebooted restarted running start starts started installed nobody's responsible allowed ourselves question questions talk
  lookup nowhere everyday annoying fails pain joke mess nightmare weird funny odd interesting usual unusual outdated older
  newer younger longer shorter better worse best worst nobodys unusable useless pointless irrelevant enforced required
  antrag anfrage freigabe montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende nacht morgens abends
  geandert erledigt passiert gehangt hangt klappt spinnt streikt zickt dringender wichtig egal nervig komisch seltsam
  zustandig gehort gehoren weitergeben ausprobiert probiert ausgelaufen eingetragen verteilt ausgeteilt uberfallig
  lunes martes miercoles jueves viernes sabado domingo noche tarde semana mes ano permiso permisos respuesta pregunta
  urgentemente raro molesto igualmente recordada apuntada pegada escrita impresa enviada mandada recibida pedida
  caducara vencera expirara funcionara servira sirve vale cuesta dura llega llego falla fallan entro sali salio
`);

/** How a password is said to be; behind a sign each may be one itself. */
export const STATES = listed(`
  secure safe unsafe personal temporary permanent individual identical mandatory optional necessary important obvious easy
  hard difficult impossible simple strong weak empty open short long urgent complex private secret public visible correct
  leer offen sicher kurz lang einfach geheim-gehalten privat
  seguro segura facil dificil personal privada privado corta larga simple secreta secreto conocida conocido
`);

/** What a password may be for. */
export const THINGS = listed(`
  line lines machine machines plant hmi plc mes scada server servers switch panel router historian operator operators user
  login account screen room door gate building office wifi wlan vpn web terminal station client maschine anlage linie halle
  raum tur tor gebaude leitstand steuerung sps presse benutzer konto zugang planta maquina linea puerta sala usuario cuenta unlock enter disarm entsperren offnen abrir desbloquear entrar acceder open
  acceso servidor red wartung access admin root service safe vault team schicht turno shift string port ports puerto ticket key schlussel code codigo number nummer
`);

/** What stands between a name and what it is the name of: "password *for the* press". */
export const GLUE = listed(`
  for of to on at in from all both every each same new old default read-only the my our your his her their this that a an with by s
  der die das den dem des alle allen alte altes neue neues neuen beide beiden ein eine einen einem einer mein meine meinem meinen unser unsere unserem fur furs fuer von vom
  zum zur zu am an auf im in beim mit
  de del la el los las todos todas nueva antigua vieja temporal mi tu su para en al a un una por con nuestra nuestro
`);

/** What may stand between what is and what it is: "the password is *now still* …". */
export const ADVERB = listed(`
  now still currently just simply again always only set to literally today temporarily basically changed reset been usually
  normally originally previously formerly exactly namely back like
  jetzt noch immer aktuell einfach nun wieder nur derzeit momentan weiterhin fruher vorher bisher zuletzt schlicht normalerweise genau namlich zuruck seit heute gesetzt auf wohl ubrigens
  ahora todavia aun simplemente siempre solo actualmente hoy siendo antes normalmente a por
`);

/** Words that join a value to what follows: "geheim *für* die Presse". */
export const JOINS = listed(`
  for on in at to and but or if please pls thanks thx so because which with as when then until since from by
  fur furs fuer am an auf im aber und oder bitte danke weil damit wenn dann bis seit von vom zum zur beim mit als
  para por en y e pero o si gracias con como desde hasta al a de del
`);
