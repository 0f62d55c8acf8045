/**
 * What kind of thing a word names, in the three languages of a floor. Words are folded; several words are joined by
 * a space. A class stands beside its word in the model, so that "grinder" counts where only "mixer" was ever seen.
 */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  machine: `palletizer palletiser filler mixer press conveyor robot labeller labeler oven boiler dryer winder extruder
    cutter wrapper packer crane freezer pump valve compressor chiller agitator reactor tank silo kiln furnace mill grinder
    crusher centrifuge separator blower fan turbine generator elevator lift hoist shuttle agv agvs sorter checkweigher
    capper caser erector stacker slitter coater printer bander strapper tumbler washer bottler can-seamer seamer depanner
    palletierer abfuller fuller mischer presse forderband band roboter etikettierer ofen kessel trockner wickler kran pumpe
    ventil kompressor verdichter kuhler ruhrwerk reaktor muhle brecher zentrifuge lufter stapler umreifer verpacker fts
    paletizador paletizadora llenadora mezcladora mezclador prensa cinta transportador etiquetadora horno caldera secador
    bobinadora extrusora grua bomba valvula compresor enfriadora agitador molino envasadora encartonadora welder lathe
    cnc mill molder moulder spindle feeder hopper doser dosing scale waage bascula weigher line linie linea cell zelle
    celda station abfullung verpackung packing packaging drive vfd servo inverter umrichter variador`,
  system: `plc sps hmi scada mes historian server client gateway controller panel terminal pc ipc computer rechner
    laptop notebook workstation screen bildschirm display pantalla switch router firewall database datenbank dcs rtu
    broker kepware wincc ignition citect batch recipe erp sap lims cmms aps service dienst servicio steuerung controlador
    leitstand runtime spooler node host vm edge ewon collector driver interface web`,
  field_device: `scanner reader camera kamera camara sensor sensors meter meters printer drucker impresora scale tablet
    handheld handhelds probe analyzer analyser detector coupler io-block logger gerat device dispositivo equipo lector
    escaner barcodeleser datenlogger thermometer encoder rfid raspberry nas ups badge beacon modem antenna antenne
    ap access-point bridge checkweigher analizador fuhler messgerat zahler contador tester`,
  vendor: `vendor supplier oem integrator contractor manufacturer technician hersteller lieferant anlagenbauer
    servicetechniker dienstleister fremdfirma proveedor fabricante integrador tecnico siemens abb rockwell schneider
    beckhoff kuka fanuc yaskawa krones sidel bosch festo emerson honeywell yokogawa omron mitsubishi danfoss sick cognex
    keyence wago phoenix lenze sew pilz heidelberg tetra kronos syntegon multivac gea buhler endress hauser ifm turck
    hirschmann moxa aveva inductive stäubli staubli universal aucotec rittal atlas copco ishida mettler toledo bizerba
    domino videojet markem zebra partner subcontractor maker builder programmer programmierer programador external`,
  remote_tool: `vpn teamviewer anydesk ewon secomea talk2m tosibox citrix jumphost jumpbox fernwartung fernzugriff
    teleservice teleservicio remote remotely remoto dial-in dialin rustdesk ixon mguard netop logmein sinema
    fernwartungsbox aufschalten draufschalten einwahlen screenshare einwahl abroad ausland hotel extranjero webex remotezugang fernwartungszugang`,
  cloud: `cloud nube azure aws mindsphere thingworx snowflake databricks s3 saas datalake gcp powerbi iothub kinesis
    greengrass salesforce lambda bigquery insights hivemq influxcloud grafana-cloud internetplattform herstellerportal
    portal webportal iot lake`,
  software: `tia wireshark codesys minitab acrobat notepad java python excel office matlab chrome firefox 7zip
    antivirus driver treiber plugin add-in addin licence license lizenz licencia hotfix app software client studio pactware
    sopas startdrive rslinx pycharm docker agent viewer windows patchday edr kepserver simatic portal step7 logix
    programmiersoftware druckertreiber virenscanner controlador autocad eplan browser java runtime virus scanner`,
  firmware: `firmware fw bios microcode flash flashen flashing firmwareupdate firmwarestand`,
  network: `vlan subnet ip dhcp dns route routing trunk uplink switchport ssid wifi wlan network netz netzwerk red
    netzwerkdose subnetz gateway rstp mrp nat span mirror multicast mtu qos bandwidth cable kabel cabling rack socket`,
  account: `account accounts login logins user users password passwort contrasena pin benutzer konto usuario usuarios rights
    rechte permiso permisos permission permissions role rolle rol access zugang zugriff acceso locked ausgesperrt gesperrt
    bloqueado cuenta clave kennung berechtigung leserechte adminrechte admin badge mfa 2fa token smartcard anmelden sign-in`,
  fault: `black dead frozen stuck stopped standing stands still down tripped fault faulted alarm blank blue stop
    stopping halt outage standstill stillstand kaputt schwarz tot steht ausgefallen ausfall storung fehler eingefroren
    parada parado parados muerto muerta negra negro caido caida averia fallo error offline jammed crashed crash hung
    broken defekt rot roja rojo dunkel dark idle scrapping overflow standby stalled stall klemmt spinnt`,
  fault_none: `nothing nix nichts nada nobody none keine kein ninguna ningun no`,
  restart_verb: `restart reboot reset power-cycle powercycle kick bounce restarting neustart neustarten durchstarten booten
    rebooten resetten reiniciar reinicia reinicio reiniciad resetear rearrancar kaltstart restarted rebooted cycle warmstart
    reinitialise relaunch recycle respawn bounced bouncing rebooting hochfahren restarting kicking resetting`,
  open_verb: `open unblock allow permit whitelist let enable offnen offnet offne freischalten freigeben erlauben aufmachen freigabe
    freischaltung abrir abrid permitir desbloquear through pinhole hole portfreigabe firewallregel rule reachable reach`,
  install_verb: `install deploy put roll rollout installieren aufspielen einspielen instalar uninstall deinstallieren`,
  update_verb: `update upgrade patch flash downgrade aktualisieren hochziehen actualizar parchear updaten patchen bump`,
  connect_verb: `connect hook plug onboard register add attach anschliessen anschliesen einbinden verbinden conectar anadir
    registrar integrate commission anbinden anbindung enlazar link`,
  move_verb: `move change swap replace patch repatch assign configure migrate split tauschen andern umziehen umstellen
    umpatchen cambiar mover readdress renumber re-address`,
  send_verb: `send push upload stream publish export replicate mirror subir enviar mandar schicken senden hochladen
    ubertragen feed forward uplink`,
  owner_word: `owner owns responsible zustandig verantwortlich ansprechpartner dueno responsable contact kontakt oncall
    bereitschaft guardia charge whose besitzer gehort zustandigkeit`,
  status_word: `status approved genehmigt aprobado aprobada pending eta news novedades request anfrage solicitud peticion
    approval denied abgelehnt yet schon progress antrag freigegeben`,
  new_word: `new neu neue neuer neues neuen nuevo nueva nuevos nuevas additional second second-hand spare replacement
    extra arrived brand`,
};
