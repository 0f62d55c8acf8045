/** Whether whoever reaches the port must log in before the protocol obeys: by its definition, not by one product. */
export type Login = "none" | "optional" | "required" | "unknown";

/** What an approver must know of a protocol before letting it through. */
export type ProtocolFacts = {
  readonly key: string;
  readonly name: string;
  /** How people write it in a message, lower case. A word stands here only if it means nothing else on a floor. */
  readonly words: readonly string[];
  readonly login: Login;
  /** Can it change values or files on the other side? */
  readonly write: boolean | "unknown";
  /** Can it change the program, the configuration or the run state of the device? */
  readonly program: boolean | "unknown";
  /** Does it reach a safety system, or carry safety telegrams? */
  readonly safety: boolean;
  /** One or two calm sentences for the card. Empty when there is nothing we are sure of. */
  readonly advice: string;
  readonly source: string;
};

// One protocol a row: key | name | words, comma-separated | flags | advice | source.
// Flags are login (n none, o optional, r required, ? unknown), then write, program, safety (y yes, - no, ? unknown).
// A source with "read" and a day was read for this table; the others name the protocol's own specification.
const ROWS = `
modbus | Modbus TCP | modbus,modbus tcp,mod bus,mbtcp | ny-- | Modbus has no login; whoever reaches the port can write. Allow one source address; function codes 1 to 4 only read. | Modbus Application Protocol V1.1b3, section 6
modbus-security | Modbus TCP Security (TLS) | modbus tls,secure modbus | ry-- | Certificates decide who may do what; check which roles the device knows. | MODBUS/TCP Security, MB-TCP-Security-v21
s7 | Siemens S7 | s7,s7comm,s7 comm,s7 kommunikation,iso on tcp,iso-tsap,iso tsap,tsap,put/get | oyy- | S7 can write data, and can load blocks or stop the CPU unless a protection level forbids it. Older CPUs send the password so that it can be read on the way. | CVE-2020-15791 (Siemens), read 2026-11-22; S7 communication, job functions
ethernet-ip | EtherNet/IP (CIP) | ethernet/ip,ethernet ip,enip,cip,ether/ip,ethernetip | nyyy | CIP reads, writes and can change a controller's mode; the device's own key switch or user rights limit it. CIP Safety may travel on it too. | ODVA, The CIP Networks Library, volumes 1 and 2
cip-security | EtherNet/IP over TLS | cip security | ryyy |  | ODVA, The CIP Networks Library, volume 8
opc-ua | OPC UA | opc ua,opcua,opc-ua,ua binary | oy?- | OPC UA can demand a user and signed, encrypted messages; ask whether security policy None and anonymous users are off. | OPC 10000-2 and 10000-7 (security policies, user tokens)
opc-da | OPC DA (DCOM) | opc da,opcda,dcom,opc classic,rpc | ry?- | DCOM takes a second, changing port after 135; a fixed range or a tunnel is easier to keep closed. | Microsoft, RPC dynamic port allocation
bacnet | BACnet/IP | bacnet,bacnet/ip,bac net | ny?- | BACnet/IP has no login; whoever reaches the port can write setpoints. BACnet/SC is the protected successor. | ANSI/ASHRAE 135, annexes J and AB
dnp3 | DNP3 | dnp3,dnp 3 | oy?- | Plain DNP3 has no login and can operate outputs; secure authentication is an option both ends must have. | IEEE 1815
dnp3-secure | DNP3 over TLS | dnp3 tls | ry?- |  | IEEE 1815
iec104 | IEC 60870-5-104 | iec 104,iec104,iec 60870,60870-5-104,60870 | ny-- | IEC 104 has no login and can send commands; allow one control station by address. | IEC 60870-5-104
iec104-secure | IEC 60870-5-104 over TLS | iec 104 secure | ry-- |  | IEC 62351-3
profinet | PROFINET | profinet,pn io,profi net,profinet io | nyyy | PROFINET belongs inside one cell and has no login; PROFIsafe telegrams may travel on it. | IEC 61158 type 10; IEC 61784-3-3
ethercat | EtherCAT | ethercat | nyyy | EtherCAT belongs inside one machine; routing it through a firewall is unusual, ask what for. | IEC 61158 type 12
ads | Beckhoff ADS (TwinCAT) | ads,twincat,ams/ads | nyy- | ADS was not designed with security: a route means full access to the controller. Use it only inside a protected cell, or Secure ADS. | Beckhoff Infosys, IPC security, ADS, read 2026-11-22; CVE-2017-16726
ads-secure | Beckhoff Secure ADS | secure ads | ryy- | Encrypted, but still full access for the system at the other end. | Beckhoff Infosys, Secure ADS, limitations, read 2026-11-22
fins | OMRON FINS | fins,omron fins | nyy- | FINS has no login and is not encrypted; injected messages can execute commands. | CVE-2023-27396 (JPCERT), read 2026-11-22
codesys | CODESYS | codesys,codesys gateway | oyy- | This is the programming port: it can load a program and stop the controller. Ask whether device user management is on. | CODESYS online help, device user management
pcworx | Phoenix Contact PC Worx | pcworx,pc worx | ?yy- | This is a programming port: it can load a program and stop the controller. | Nmap script pcworx-info.nse
aadvance | AADvance download and debug | aadvance | ?yyy | This programs a safety system. It needs a safety review, and a named person at the controller. | Rockwell, AADvance-Trusted SIS Workstation, network firewall
fox | Niagara Fox | niagara fox,niagara,fox | ryy- | Not encrypted; prefer Fox over TLS (4911). | Tridium, Niagara hardening guide
foxs | Niagara Fox over TLS | foxs | ryy- |  | Tridium, Niagara hardening guide
wago | WAGO service | wago service | ?yy- |  | IANA port number registry
hart-ip | HART-IP | hart-ip,hart ip | ?y?- | HART-IP can change device parameters; ask whether read only is enough. | HART-IP specification, FieldComm Group
pi | AVEVA PI | pi server,pi data archive,osisoft | ry-- |  | AVEVA, PI Server firewall ports
ignition | Ignition web | ignition gateway | ry?- | Not encrypted; Ignition can serve HTTPS instead. | Ignition 8.1 docs, web server settings
mqtt | MQTT | mqtt | oy-- | User and password are optional in MQTT and readable without TLS; prefer 8883, and let the plant side call outwards. | OASIS MQTT 3.1.1, sections 3.1 and 5
mqtts | MQTT over TLS | mqtts,mqtt tls,mqtt over tls | oy-- | Encrypted; ask whether clients need a certificate or a user. | OASIS MQTT 3.1.1, section 5
amqp | AMQP | amqp,rabbitmq | oy-- | Readable without TLS; prefer 5671. | OASIS AMQP 1.0, part 5
amqps | AMQP over TLS | amqps | oy-- |  | OASIS AMQP 1.0, part 5
coap | CoAP | coap | oy-- |  | RFC 7252, section 9
rdp | Remote Desktop | rdp,remote desktop,remotedesktop | ryy- | Full control of a desktop. Through a recorded jump host with a second factor, rather than directly. | NIST SP 800-82 revision 3, remote access
vnc | VNC | vnc,rfb | oyy- | VNC can run without any login and shows everything in the clear; full control of a screen. | RFC 6143, section 7.1.2
teamviewer | TeamViewer |  | ryy- | A session through the maker's servers; it is remote access, and belongs into that request. | TeamViewer knowledge base, ports used by TeamViewer
ssh | SSH / SFTP | ssh,sftp,scp | ryy- | Encrypted; full control of a shell. One source, a personal key. | RFC 4251, RFC 4252
telnet | Telnet | telnet | ?yy- | Everything, passwords included, is readable on the way; prefer SSH. | RFC 854
ftp | FTP | ftp | oy?- | Passwords are readable on the way; prefer SFTP. | RFC 959, RFC 2577
tftp | TFTP | tftp | ny?- | TFTP has no login; whoever reaches it can read and write files. | RFC 1350, section 1
smb | SMB | smb,cifs,file share,samba | oy?- | File shares are how malware travels between zones; one source, and read only if that is enough. | CISA, StopRansomware guide
netbios | NetBIOS | netbios | oy?- |  | RFC 1001, RFC 1002
nfs | NFS | nfs | oy?- |  | RFC 7530, section 3
http | HTTP | http | ?y?- | Not encrypted; a login typed there is readable on the way. | RFC 9110, section 17
https | HTTPS | https | ?y?- | Encrypted, but the number says nothing of what is behind it; ask which application. | RFC 9110, section 4.2.2
snmp | SNMP | snmp,snmpv1,snmpv2,snmpv2c,snmpv3,snmp v1,snmp v2,snmp v2c,snmp v3 | oy-- | Versions 1 and 2c have only a readable community word; version 3 has users. Ask for read only. | RFC 3410, RFC 3414
snmp-trap | SNMP trap | snmp trap,snmp traps,snmptrap | o--- |  | RFC 3410
syslog | syslog | syslog | n--- |  | RFC 5426
ntp | NTP | ntp,time sync | o--- |  | RFC 5905
dns | DNS | dns | n--- |  | RFC 1035
ldap | LDAP | ldap | oy-- | A simple bind is readable without TLS; prefer 636. | RFC 4513
ldaps | LDAP over TLS | ldaps | oy-- |  | RFC 4513
mssql | Microsoft SQL Server | mssql,sql server,ms sql | ry?- | Ask for a database user that may do only what is needed. | Microsoft, SQL Server security
mysql | MySQL | mysql | ry?- | Ask for a database user that may do only what is needed. | MySQL reference manual, access control
postgres | PostgreSQL | postgres,postgresql | oy?- | Ask for a database user that may do only what is needed. | PostgreSQL documentation, pg_hba.conf
redis | Redis | redis | oyy- | Redis can run without a login. | Redis documentation, security
winrm | Windows Remote Management | winrm | ryy- | Full control of a Windows machine by command. | Microsoft, Windows Remote Management
openvpn | OpenVPN | openvpn | ryy- | A tunnel: what travels in it is not seen by the firewall. | OpenVPN reference manual
ipsec | IPsec | ipsec,ike | ryy- | A tunnel: what travels in it is not seen by the firewall. | RFC 4301
raw-print | Raw printing | raw print,jetdirect | ny?- |  | IANA port number registry
lpd | LPD printing | lpd,lpr | ny-- |  | RFC 1179
ipp | IPP printing | ipp | oy-- |  | RFC 8011
icmp | ICMP (ping) | icmp,icmpv6 | n--- | ICMP has no ports and no login. An echo request (type 8) is enough for a ping; other types tell more of the network, or change its routes. | RFC 792; RFC 4890
smtp | SMTP | smtp | oy-- |  | RFC 5321
`;

/** The protocols we can say something about. Parsed on each call; ports.ts keeps the result. */
export function protocolRows(): readonly ProtocolFacts[] {
  return ROWS.trim().split("\n").map(readRow);
}

function readRow(row: string): ProtocolFacts {
  const [key = "", name = "", words = "", flags = "", advice = "", source = ""] = row.split(" | ");
  return {
    key,
    name,
    words: words === "" ? [] : words.split(","),
    login: loginOf(flags.charAt(0)),
    write: yesNo(flags.charAt(1)),
    program: yesNo(flags.charAt(2)),
    safety: flags.charAt(3) === "y",
    advice,
    source,
  };
}

function loginOf(letter: string): Login {
  if (letter === "n") return "none";
  if (letter === "o") return "optional";
  return letter === "r" ? "required" : "unknown";
}

function yesNo(letter: string): boolean | "unknown" {
  return letter === "?" ? "unknown" : letter === "y";
}
