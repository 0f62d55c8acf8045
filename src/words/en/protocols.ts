import type { Texts } from "../catalogue.ts";
import type { ProtocolsWords } from "../said/protocols.ts";

export const protocols: Texts<ProtocolsWords> = {
  "protocols.modbus":
    "Modbus has no login; whoever reaches the port can write. Allow one source address; function codes 1 to 4 only read.",
  "protocols.modbus-security": "Certificates decide who may do what; check which roles the device knows.",
  "protocols.s7":
    "S7 can write data, and can load blocks or stop the CPU unless a protection level forbids it. Older CPUs send the password so that it can be read on the way.",
  "protocols.ethernet-ip":
    "CIP reads, writes and can change a controller's mode; the device's own key switch or user rights limit it. CIP Safety may travel on it too.",
  "protocols.opc-ua":
    "OPC UA can demand a user and signed, encrypted messages; ask whether security policy None and anonymous users are off.",
  "protocols.opc-da":
    "DCOM takes a second, changing port after 135; a fixed range or a tunnel is easier to keep closed.",
  "protocols.bacnet":
    "BACnet/IP has no login; whoever reaches the port can write setpoints. BACnet/SC is the protected successor.",
  "protocols.dnp3":
    "Plain DNP3 has no login and can operate outputs; secure authentication is an option both ends must have.",
  "protocols.iec104": "IEC 104 has no login and can send commands; allow one control station by address.",
  "protocols.profinet": "PROFINET belongs inside one cell and has no login; PROFIsafe telegrams may travel on it.",
  "protocols.ethercat": "EtherCAT belongs inside one machine; routing it through a firewall is unusual, ask what for.",
  "protocols.ads":
    "ADS was not designed with security: a route means full access to the controller. Use it only inside a protected cell, or Secure ADS.",
  "protocols.ads-secure": "Encrypted, but still full access for the system at the other end.",
  "protocols.fins": "FINS has no login and is not encrypted; injected messages can execute commands.",
  "protocols.codesys":
    "This is the programming port: it can load a program and stop the controller. Ask whether device user management is on.",
  "protocols.pcworx": "This is a programming port: it can load a program and stop the controller.",
  "protocols.aadvance":
    "This programs a safety system. It needs a safety review, and a named person at the controller.",
  "protocols.fox": "Not encrypted; prefer Fox over TLS (4911).",
  "protocols.hart-ip": "HART-IP can change device parameters; ask whether read only is enough.",
  "protocols.ignition": "Not encrypted; Ignition can serve HTTPS instead.",
  "protocols.mqtt":
    "User and password are optional in MQTT and readable without TLS; prefer 8883, and let the plant side call outwards.",
  "protocols.mqtts": "Encrypted; ask whether clients need a certificate or a user.",
  "protocols.amqp": "Readable without TLS; prefer 5671.",
  "protocols.rdp":
    "Full control of a desktop. Through a recorded jump host with a second factor, rather than directly.",
  "protocols.vnc": "VNC can run without any login and shows everything in the clear; full control of a screen.",
  "protocols.teamviewer": "A session through the maker's servers; it is remote access, and belongs into that request.",
  "protocols.ssh": "Encrypted; full control of a shell. One source, a personal key.",
  "protocols.telnet": "Everything, passwords included, is readable on the way; prefer SSH.",
  "protocols.ftp": "Passwords are readable on the way; prefer SFTP.",
  "protocols.tftp": "TFTP has no login; whoever reaches it can read and write files.",
  "protocols.smb": "File shares are how malware travels between zones; one source, and read only if that is enough.",
  "protocols.http": "Not encrypted; a login typed there is readable on the way.",
  "protocols.https": "Encrypted, but the number says nothing of what is behind it; ask which application.",
  "protocols.snmp": "Versions 1 and 2c have only a readable community word; version 3 has users. Ask for read only.",
  "protocols.ldap": "A simple bind is readable without TLS; prefer 636.",
  "protocols.mssql": "Ask for a database user that may do only what is needed.",
  "protocols.mysql": "Ask for a database user that may do only what is needed.",
  "protocols.postgres": "Ask for a database user that may do only what is needed.",
  "protocols.redis": "Redis can run without a login.",
  "protocols.winrm": "Full control of a Windows machine by command.",
  "protocols.openvpn": "A tunnel: what travels in it is not seen by the firewall.",
  "protocols.ipsec": "A tunnel: what travels in it is not seen by the firewall.",
  "protocols.icmp":
    "ICMP has no ports and no login. An echo request (type 8) is enough for a ping; other types tell more of the network, or change its routes.",
};
