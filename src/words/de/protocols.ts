import type { Texts } from "../catalogue.ts";
import type { ProtocolsWords } from "../said/protocols.ts";

export const protocols: Texts<ProtocolsWords> = {
  "protocols.modbus":
    "Modbus hat keine Anmeldung; wer den Port erreicht, kann schreiben. Eine Quelladresse erlauben; die Funktionscodes 1 bis 4 lesen nur.",
  "protocols.modbus-security": "Zertifikate entscheiden, wer was darf; prüfen, welche Rollen das Gerät kennt.",
  "protocols.s7":
    "S7 kann Daten schreiben und Bausteine laden oder die CPU stoppen, wenn keine Schutzstufe es verbietet. Ältere CPUs senden das Passwort lesbar.",
  "protocols.ethernet-ip":
    "CIP liest, schreibt und kann die Betriebsart einer Steuerung ändern; Schlüsselschalter oder Benutzerrechte des Geräts begrenzen das. Auch CIP Safety kann darüber laufen.",
  "protocols.opc-ua":
    "OPC UA kann Benutzer und signierte, verschlüsselte Nachrichten verlangen; fragen, ob Security Policy None und anonyme Benutzer aus sind.",
  "protocols.opc-da":
    "DCOM nimmt nach 135 einen zweiten, wechselnden Port; ein fester Bereich oder ein Tunnel lässt sich leichter geschlossen halten.",
  "protocols.bacnet":
    "BACnet/IP hat keine Anmeldung; wer den Port erreicht, kann Sollwerte schreiben. BACnet/SC ist der geschützte Nachfolger.",
  "protocols.dnp3":
    "Einfaches DNP3 hat keine Anmeldung und kann Ausgänge schalten; sichere Anmeldung ist eine Option, die beide Enden brauchen.",
  "protocols.iec104": "IEC 104 hat keine Anmeldung und kann Befehle senden; eine Leitstelle nach Adresse erlauben.",
  "protocols.profinet":
    "PROFINET gehört in eine Zelle und hat keine Anmeldung; PROFIsafe-Telegramme können darüber laufen.",
  "protocols.ethercat":
    "EtherCAT gehört in eine Maschine; es durch eine Firewall zu leiten ist ungewöhnlich, fragen, wofür.",
  "protocols.ads":
    "ADS wurde nicht mit Blick auf Sicherheit entworfen: Eine Route heißt voller Zugriff auf die Steuerung. Nur in einer geschützten Zelle verwenden oder Secure ADS.",
  "protocols.ads-secure": "Verschlüsselt, aber voller Zugriff für das System am anderen Ende.",
  "protocols.fins":
    "FINS hat keine Anmeldung und ist nicht verschlüsselt; eingeschleuste Nachrichten können Befehle ausführen.",
  "protocols.codesys":
    "Das ist der Programmierport: Er kann ein Programm laden und die Steuerung stoppen. Fragen, ob die Benutzerverwaltung des Geräts an ist.",
  "protocols.pcworx": "Das ist ein Programmierport: Er kann ein Programm laden und die Steuerung stoppen.",
  "protocols.aadvance":
    "Das programmiert ein Sicherheitssystem. Es braucht eine Sicherheitsprüfung und eine namentliche Person an der Steuerung.",
  "protocols.fox": "Nicht verschlüsselt; besser Fox über TLS (4911).",
  "protocols.hart-ip": "HART-IP kann Geräteparameter ändern; fragen, ob nur Lesen genügt.",
  "protocols.ignition": "Nicht verschlüsselt; Ignition kann stattdessen HTTPS.",
  "protocols.mqtt":
    "Benutzer und Passwort sind bei MQTT freiwillig und ohne TLS lesbar; besser 8883, und das Werk baut nach außen auf.",
  "protocols.mqtts": "Verschlüsselt; fragen, ob Clients ein Zertifikat oder einen Benutzer brauchen.",
  "protocols.amqp": "Ohne TLS lesbar; besser 5671.",
  "protocols.rdp":
    "Volle Kontrolle über einen Arbeitsplatz. Besser über einen aufgezeichneten Sprungserver mit zweitem Faktor als direkt.",
  "protocols.vnc":
    "VNC kann ganz ohne Anmeldung laufen und zeigt alles im Klartext; volle Kontrolle über einen Bildschirm.",
  "protocols.teamviewer":
    "Eine Sitzung über die Server des Herstellers; das ist Fernwartung und gehört in diese Anfrage.",
  "protocols.ssh": "Verschlüsselt; volle Kontrolle über eine Shell. Eine Quelle, ein persönlicher Schlüssel.",
  "protocols.telnet": "Alles ist unterwegs lesbar, auch Passwörter; besser SSH.",
  "protocols.ftp": "Passwörter sind unterwegs lesbar; besser SFTP.",
  "protocols.tftp": "TFTP hat keine Anmeldung; wer es erreicht, kann Dateien lesen und schreiben.",
  "protocols.smb":
    "Über Dateifreigaben wandert Schadsoftware zwischen Zonen; eine Quelle, und nur lesen, wenn das genügt.",
  "protocols.http": "Nicht verschlüsselt; eine Anmeldung dort ist unterwegs lesbar.",
  "protocols.https":
    "Verschlüsselt, aber die Nummer sagt nichts darüber, was dahinter liegt; fragen, welche Anwendung.",
  "protocols.snmp":
    "Versionen 1 und 2c haben nur ein lesbares Community-Wort; Version 3 hat Benutzer. Nur Lesen verlangen.",
  "protocols.ldap": "Eine einfache Anmeldung ist ohne TLS lesbar; besser 636.",
  "protocols.mssql": "Nach einem Datenbankbenutzer fragen, der nur darf, was nötig ist.",
  "protocols.mysql": "Nach einem Datenbankbenutzer fragen, der nur darf, was nötig ist.",
  "protocols.postgres": "Nach einem Datenbankbenutzer fragen, der nur darf, was nötig ist.",
  "protocols.redis": "Redis kann ohne Anmeldung laufen.",
  "protocols.winrm": "Volle Kontrolle über einen Windows-Rechner per Befehl.",
  "protocols.openvpn": "Ein Tunnel: Was darin läuft, sieht die Firewall nicht.",
  "protocols.ipsec": "Ein Tunnel: Was darin läuft, sieht die Firewall nicht.",
  "protocols.icmp":
    "ICMP hat keine Ports und keine Anmeldung. Für einen Ping genügt Echo Request (Typ 8); andere Typen verraten mehr vom Netz oder ändern seine Wege.",
};
