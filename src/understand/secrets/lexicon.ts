// The words of English, German and Spanish that announce a secret, as `plain` writes them.

/** Ends of words: "Adminpasswort", "dbpassword". */
export const PASSWORD =
  /(?:passwor[dt]s?|passwort(?:e?s)?|passworter|passwds?|passcodes?|passkeys?|kennwort(?:e?s)?|kennworter|contrasenas?|losungswort|geheimwort|schlusselwort|zugangswort|parole|codeword|codewort)$/;
export const SHORT_PASSWORD =
  /^(?:pw|kennw|passwd|pswrd|psswd|pwrd|pws|pwd|psw|pswd|pword|pwort|passw|pasw|contr|contras|contrs|adminpw|rootpw|vncpw|userpw|wlanpw|wifipw|pgpassword)$/;
export const PASS_OF =
  /^(?:root|admin|user|db|sql|ftp|vnc|my|sa|mail|smtp|app|svc|oper|hmi|plc|wifi|wlan|bios|web|ssh)(?:pass|pw|pwd|psw)$/;
export const LIKE_PASSWORD = ["password", "passwort", "kennwort", "contrasena", "kontrasena"];
/** Near enough to be taken for a typo, and words of their own. */
export const NO_TYPO = /^(?:passports?|kennwerte?s?|contrasta[rn]?|contrastes?|contratada|passwordless)$/;
export const PHRASE = /(?:passphrases?|passsatz|losung)$/;
export const PIN =
  /^(?:pins?|geheimzahl|geheimnummer|codenummer|m?tan|pincodes?|pinnummer|puk|(?:sim|user|admin|karten|gerate|benutzer|bediener|handy)pin)$/;
/** German runs its words together: "Türcode", "Freischaltcode", but no "Fehlercode" and no "Barcode". */
export const CODE = /^\p{L}{3,20}codes?$/u;
export const NO_CODE =
  /^(?:.*(?:fehler|stor|storungs|artikel|produkt|material|bar|matrix|qr|zip|post|lander|quell|farb|funktions|byte|source|error|hex|sps|plc|programm|maschinen|waren|chargen|sach|kunden|uni|trans|status|alarm|strich|ereignis|diagnose|blink|bereichs|vor|pro)codes?|encodes?|decodes?|unicodes?|transcodes?)$/;
export const WIFI_KEY =
  /(?:lizenz|aktivierungs|produkt|wlan|wifi|wpa|wpa2|wpa3|netzwerk|netz|sicherheits|wep|api|zugriffs|zugangs|account|geheim)schlussel$/;
export const API_KEY =
  /^(?:apikey|appkey|secretkey|accesskey|authkey|wifikey|wlankey|presharedkey|psk|apitoken|authtoken|otp|totp|\p{L}{2,12}(?:psk|token|apikey|passkey))s?$/u;
/** Makes a key one that is typed. */
export const BEFORE_KEY =
  /^(?:api|app|access|secret|private|auth|account|shared|pre|wifi|wlan|wpa|wpa2|wpa3|wep|network|encryption|recovery|master|signing|storage|security|psk|token|maps|license|licence|lizenz|licencia|activation|aktivierungs|aws|azure|gcp|vpn|webhook|subscription|deploy|bitlocker|host|ssid)$/;
/** What a code opens. */
export const DOOR =
  /^(?:doors?|gates?|entry|entrance|access|alarms?|safe|lock|locker|padlock|keypad|cabinet|unlock|unlocking|security|verification|mfa|2fa|otp|sms|auth|authentication|login|room|vault|garage|lockbox|key|pass|tur|ture|turen|tor|tore|eingang|zugang|zutritt|schloss|tresor|schliessfach|halle|schaltraum|alarmanlage|spind|schrank|rechenzentrum|serverraum|tablet|schlusseltresor|schlusselkasten|puertas?|porton|acceso|alarma|caja|sala|candado|verificacion|desbloquear|desbloqueo|entrada|seguridad|almacen|cerradura|taquilla|building|warehouse|office|shed|depot|lager|gebaude|buro|edificio|oficina|nave)$/;
/** What else a code may be of. */
export const NO_DOOR =
  /^(?:error|fault|status|exit|return|product|article|item|material|zip|post|postal|bar|qr|source|country|area|function|plc|fehler|stor|storungs|artikel|produkt|dress|reason|event|vendor|diagnostic|postleitzahl|g|m|nc|erp|cost|batch|error|producto|fallo|articulo|barras|color|colour|hs|customs|un|charge|part|model|order|cas|ral|room|color|dtc|blink|led|zona|zone|sitio|location|ubicacion|lote|pieza|cliente|proveedor|pedido|tracking|rastreo|seguimiento|reserva|activo|asset|equipo|device|gerate|projekt|project|kunden|lieferanten|kosten|buchungs|rabatt|averia|parada|stop|referencia|repuesto|discount|promo|coupon|recipe|rezept|receta|drawing|zeichnung|booking|delivery|shipping|colour|hazard|un|priority|category)$/;
export const MACHINERY =
  /^(?:plc|hmi|sps|panel|drive|umrichter|machine|maschine|maquina|line|linie|linea|scada|display|screen|robot|conveyor|press|filler|pump)$/;
export const FAULT = /^(?:fault|faults|sensor|errors?|fehler|storung|fallo|falla|averia)$/;
/** Announces who logs in. */
export const USER =
  /^(?:\p{L}{3,15}(?:login|zugang|konto|benutzer)|user|username|usr|uid|logins?|logon|login|account|acct|acc|benutzer|benutzername|nutzer|anmeldung|konto|zugang|access|usuario|cuenta|acceso|kennung|userid)$/u;
/** "… for the lift is 4711#", behind "the code". */
export const TELLS_CODE =
  /^(?:\s+[\p{L}\p{N}-]{1,20}){0,5}\s+(?:is|ist|lautet|es)(?:\s+(?:now|still|jetzt|noch|ahora))?\s+[#*]?\d[\d-]{3,12}[#*]?(?=\s*(?:[.,;!?\n]|$))/iu;
export const BEFORE_PHRASE = /^(?:secret|recovery|seed|wifi|pass|key)$/;
/** Means a name and a password. */
export const LOGIN_DATA =
  /^(?:zugangsdaten|logindaten|anmeldedaten|credentials?|creds?|credencial|credenciales|einwahldaten)$/;
/** Run together with what it is of: "smtppass", "wpakey"; a sign must follow. */
export const RUN_TOGETHER = /^\p{L}{2,12}(?:pass|pwd|pswd|secret|key)$/u;
export const NO_RUN_TOGETHER =
  /^(?:by|com|tres|sur|encom|over|under|low|high|band|tief|hoch|reise|im|out)pass$|^(?:mon|tur|hoc|joc|don|whis|hot|lac|jer|tour|ca)key$/;
