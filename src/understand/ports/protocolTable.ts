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
  readonly source: string;
};

// One protocol a row: key | name | words, comma-separated | flags | source.
// What an approver must know of it is said by its key in words/: one or two calm sentences, none where we are not sure.
// Flags are login (n none, o optional, r required, ? unknown), then write, program, safety (y yes, - no, ? unknown).
// A source with "read" and a day was read for this table; the others name the protocol's own specification.
const ROWS = `
modbus | Modbus TCP | modbus,modbus tcp,mod bus,mbtcp | ny-- | Modbus Application Protocol V1.1b3, section 6
modbus-security | Modbus TCP Security (TLS) | modbus tls,secure modbus | ry-- | MODBUS/TCP Security, MB-TCP-Security-v21
s7 | Siemens S7 | s7,s7comm,s7 comm,s7 kommunikation,iso on tcp,iso-tsap,iso tsap,tsap,put/get | oyy- | CVE-2020-15791 (Siemens), read 2026-11-22; S7 communication, job functions
ethernet-ip | EtherNet/IP (CIP) | ethernet/ip,ethernet ip,enip,cip,ether/ip,ethernetip | nyyy | ODVA, The CIP Networks Library, volumes 1 and 2
cip-security | EtherNet/IP over TLS | cip security | ryyy | ODVA, The CIP Networks Library, volume 8
opc-ua | OPC UA | opc ua,opcua,opc-ua,ua binary | oy?- | OPC 10000-2 and 10000-7 (security policies, user tokens)
opc-da | OPC DA (DCOM) | opc da,opcda,dcom,opc classic,rpc | ry?- | Microsoft, RPC dynamic port allocation
bacnet | BACnet/IP | bacnet,bacnet/ip,bac net | ny?- | ANSI/ASHRAE 135, annexes J and AB
dnp3 | DNP3 | dnp3,dnp 3 | oy?- | IEEE 1815
dnp3-secure | DNP3 over TLS | dnp3 tls | ry?- | IEEE 1815
iec104 | IEC 60870-5-104 | iec 104,iec104,iec 60870,60870-5-104,60870 | ny-- | IEC 60870-5-104
iec104-secure | IEC 60870-5-104 over TLS | iec 104 secure | ry-- | IEC 62351-3
profinet | PROFINET | profinet,pn io,profi net,profinet io | nyyy | IEC 61158 type 10; IEC 61784-3-3
ethercat | EtherCAT | ethercat | nyyy | IEC 61158 type 12
ads | Beckhoff ADS (TwinCAT) | ads,twincat,ams/ads | nyy- | Beckhoff Infosys, IPC security, ADS, read 2026-11-22; CVE-2017-16726
ads-secure | Beckhoff Secure ADS | secure ads | ryy- | Beckhoff Infosys, Secure ADS, limitations, read 2026-11-22
fins | OMRON FINS | fins,omron fins | nyy- | CVE-2023-27396 (JPCERT), read 2026-11-22
codesys | CODESYS | codesys,codesys gateway | oyy- | CODESYS online help, device user management
pcworx | Phoenix Contact PC Worx | pcworx,pc worx | ?yy- | Nmap script pcworx-info.nse
aadvance | AADvance download and debug | aadvance | ?yyy | Rockwell, AADvance-Trusted SIS Workstation, network firewall
fox | Niagara Fox | niagara fox,niagara,fox | ryy- | Tridium, Niagara hardening guide
foxs | Niagara Fox over TLS | foxs | ryy- | Tridium, Niagara hardening guide
wago | WAGO service | wago service | ?yy- | IANA port number registry
hart-ip | HART-IP | hart-ip,hart ip | ?y?- | HART-IP specification, FieldComm Group
pi | AVEVA PI | pi server,pi data archive,osisoft | ry-- | AVEVA, PI Server firewall ports
ignition | Ignition web | ignition gateway | ry?- | Ignition 8.1 docs, web server settings
mqtt | MQTT | mqtt | oy-- | OASIS MQTT 3.1.1, sections 3.1 and 5
mqtts | MQTT over TLS | mqtts,mqtt tls,mqtt over tls | oy-- | OASIS MQTT 3.1.1, section 5
amqp | AMQP | amqp,rabbitmq | oy-- | OASIS AMQP 1.0, part 5
amqps | AMQP over TLS | amqps | oy-- | OASIS AMQP 1.0, part 5
coap | CoAP | coap | oy-- | RFC 7252, section 9
rdp | Remote Desktop | rdp,remote desktop,remotedesktop | ryy- | NIST SP 800-82 revision 3, remote access
vnc | VNC | vnc,rfb | oyy- | RFC 6143, section 7.1.2
teamviewer | TeamViewer |  | ryy- | TeamViewer knowledge base, ports used by TeamViewer
ssh | SSH / SFTP | ssh,sftp,scp | ryy- | RFC 4251, RFC 4252
telnet | Telnet | telnet | ?yy- | RFC 854
ftp | FTP | ftp | oy?- | RFC 959, RFC 2577
tftp | TFTP | tftp | ny?- | RFC 1350, section 1
smb | SMB | smb,cifs,file share,samba | oy?- | CISA, StopRansomware guide
netbios | NetBIOS | netbios | oy?- | RFC 1001, RFC 1002
nfs | NFS | nfs | oy?- | RFC 7530, section 3
http | HTTP | http | ?y?- | RFC 9110, section 17
https | HTTPS | https | ?y?- | RFC 9110, section 4.2.2
snmp | SNMP | snmp,snmpv1,snmpv2,snmpv2c,snmpv3,snmp v1,snmp v2,snmp v2c,snmp v3 | oy-- | RFC 3410, RFC 3414
snmp-trap | SNMP trap | snmp trap,snmp traps,snmptrap | o--- | RFC 3410
syslog | syslog | syslog | n--- | RFC 5426
ntp | NTP | ntp,time sync | o--- | RFC 5905
dns | DNS | dns | n--- | RFC 1035
ldap | LDAP | ldap | oy-- | RFC 4513
ldaps | LDAP over TLS | ldaps | oy-- | RFC 4513
mssql | Microsoft SQL Server | mssql,sql server,ms sql | ry?- | Microsoft, SQL Server security
mysql | MySQL | mysql | ry?- | MySQL reference manual, access control
postgres | PostgreSQL | postgres,postgresql | oy?- | PostgreSQL documentation, pg_hba.conf
redis | Redis | redis | oyy- | Redis documentation, security
winrm | Windows Remote Management | winrm | ryy- | Microsoft, Windows Remote Management
openvpn | OpenVPN | openvpn | ryy- | OpenVPN reference manual
ipsec | IPsec | ipsec,ike | ryy- | RFC 4301
raw-print | Raw printing | raw print,jetdirect | ny?- | IANA port number registry
lpd | LPD printing | lpd,lpr | ny-- | RFC 1179
ipp | IPP printing | ipp | oy-- | RFC 8011
icmp | ICMP (ping) | icmp,icmpv6 | n--- | RFC 792; RFC 4890
smtp | SMTP | smtp | oy-- | RFC 5321
`;

/** The protocols we can say something about. Parsed on each call; ports.ts keeps the result. */
export function protocolRows(): readonly ProtocolFacts[] {
  return ROWS.trim().split("\n").map(readRow);
}

function readRow(row: string): ProtocolFacts {
  const [key = "", name = "", words = "", flags = "", source = ""] = row.split(" | ");
  return {
    key,
    name,
    words: words === "" ? [] : words.split(","),
    login: loginOf(flags.charAt(0)),
    write: yesNo(flags.charAt(1)),
    program: yesNo(flags.charAt(2)),
    safety: flags.charAt(3) === "y",
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
