/**
 * Where a port's name comes from. All are copies of public tables; IANA's is of June 2024, the rest were read for
 * this table in November 2026.
 */
export const PORT_SOURCES: Readonly<Record<string, string>> = {
  iana: "IANA port number registry (copy of June 2024)",
  iti: "ITI ICS-Security-Tools, protocols/PORTS.md",
  aadvance: "Rockwell, AADvance-Trusted SIS Workstation, network firewall",
  codesys: "CODESYS FAQ, CODESYS Control ports",
  "nmap-fox": "Nmap script fox-info.nse",
  "nmap-pcworx": "Nmap script pcworx-info.nse",
  geoscada: "Schneider Geo SCADA help, firewall settings",
  teamviewer: "TeamViewer knowledge base, ports used by TeamViewer",
  ignition81: "Ignition 8.1 docs, gateway.xml reference",
  ignition83: "Ignition 8.3 docs, OPC UA server",
  "aveva-sp": "AVEVA docs, ports used by System Platform products",
  "aveva-scada": "AVEVA docs, Plant SCADA firewall settings",
  advantech: "Advantech WebAccess manual, TCP ports and firewalls",
  beckhoff: "Beckhoff Infosys, ADS ports",
  opcf: "OPC Foundation, firewall settings",
};

/**
 * Ports seen in plants, one a row: port or range | transport | key in protocolTable.ts or "-" | ics or it | sources |
 * name | note. Read through ports.ts, never directly.
 */
export const PORT_ROWS = `
20 | tcp | ftp | it | iana | FTP data
21 | tcp | ftp | it | iana | FTP control
22 | tcp | ssh | it | iana | SSH / SFTP
23 | tcp | telnet | it | iana | Telnet
25 | tcp | smtp | it | iana | SMTP
53 | tcp/udp | dns | it | iana | DNS
67 | udp | - | it | iana | DHCP server (BOOTP)
68 | udp | - | it | iana | DHCP client (BOOTP)
69 | udp | tftp | it | iana | TFTP
80 | tcp | http | it | iana | HTTP
88 | tcp/udp | - | it | iana | Kerberos
102 | tcp | s7 | ics | iana,iti | ISO-TSAP: Siemens S7comm, ICCP, MMS / IEC 61850 | IANA only says iso-tsap; S7 use per Wireshark wiki (COTP/TPKT)
110 | tcp | - | it | iana | POP3
123 | udp | ntp | it | iana | NTP
135 | tcp | opc-da | it | iana | MS RPC endpoint mapper (OPC DA/DCOM)
137 | udp | netbios | it | iana | NetBIOS name service
138 | udp | netbios | it | iana | NetBIOS datagram
139 | tcp | netbios | it | iana | NetBIOS session
161 | udp | snmp | it | iana | SNMP
162 | udp | snmp-trap | it | iana | SNMP trap
389 | tcp/udp | ldap | it | iana | LDAP
443 | tcp | https | it | iana | HTTPS
445 | tcp | smb | it | iana | SMB (microsoft-ds)
464 | tcp/udp | - | it | iana | Kerberos password change
500 | udp | ipsec | it | iana | IPsec IKE
502 | tcp | modbus | ics | iana,iti | Modbus TCP
514 | udp | syslog | it | iana | syslog
515 | tcp | lpd | it | iana | LPD printing
587 | tcp | smtp | it | iana | SMTP submission
631 | tcp | ipp | it | iana | IPP printing
636 | tcp | ldaps | it | iana | LDAPS
802 | tcp | modbus-security | ics | iana | Modbus TCP Security (TLS)
1089 | tcp/udp | - | ics | iana,iti | Foundation Fieldbus HSE annunciation
1090 | tcp/udp | - | ics | iana,iti | Foundation Fieldbus HSE FMS
1091 | tcp/udp | - | ics | iana,iti | Foundation Fieldbus HSE system management
1132 | tcp | aadvance | ics | aadvance | Rockwell AADvance download/debug
1153 | tcp/udp | - | ics | iana | ANSI C12.22 metering
1194 | udp | openvpn | it | iana | OpenVPN
1217 | tcp | codesys | ics | codesys | CODESYS gateway | IANA: hpss-ndapi
1433 | tcp | mssql | it | iana | Microsoft SQL Server
1434 | udp | mssql | it | iana | Microsoft SQL Server browser
1541 | tcp/udp | - | ics | iti | Foxboro DCS Informix | IANA: rds2
1628 | tcp/udp | - | ics | iana | LonTalk normal
1629 | tcp/udp | - | ics | iana | LonTalk urgent
1740-1743 | udp | codesys | ics | codesys | CODESYS runtime (UDP block driver)
1883 | tcp | mqtt | ics | iana | MQTT | IIoT: used in IT and OT
1911 | tcp | fox | ics | nmap-fox | Tridium Niagara Fox | IANA: mtp
1947 | tcp | - | it | iana | Sentinel licence manager
1962 | tcp | pcworx | ics | nmap-pcworx | Phoenix Contact PCWorx | IANA: biap-mp
2010 | udp | - | ics | aadvance | Rockwell discovery and configuration protocol
2049 | tcp | nfs | it | iana | NFS
2221 | tcp/udp | cip-security | ics | iana | EtherNet/IP over TLS/DTLS
2222 | udp | ethernet-ip | ics | iana,iti,aadvance | EtherNet/IP implicit I/O | IANA lists tcp too
2223 | tcp/udp | - | ics | iana | Rockwell CSP2
2404 | tcp | iec104 | ics | iana | IEC 60870-5-104
2455 | tcp/udp | wago | ics | iana | WAGO I/O system
2540 | tcp/udp | - | ics | iana | LonWorks
2541 | tcp/udp | - | ics | iana | LonWorks2
3306 | tcp | mysql | it | iana | MySQL
3389 | tcp | rdp | it | iana | Microsoft RDP
4000 | tcp/udp | - | ics | iti | Emerson/Fisher ROC Plus | IANA: terabase
4059 | tcp/udp | - | ics | iana | DLMS/COSEM metering
4500 | udp | ipsec | it | iana | IPsec NAT traversal
4592 | tcp | - | ics | advantech | Advantech WebAccess project node (file transfer)
4840 | tcp | opc-ua | ics | iana,iti,opcf | OPC UA binary / discovery | the second ITI table misprints this as 3480
4843 | tcp | opc-ua | ics | iana | OPC UA over TLS
4911 | tcp | foxs | ics | nmap-fox | Tridium Niagara Fox over TLS
5026 | tcp | - | ics | aveva-sp | AVEVA NMXSVC
5050-5051 | udp | - | ics | iti | Telvent OASyS DNA
5052 | tcp | - | ics | iti | Telvent OASyS DNA
5065 | tcp | - | ics | iti | Telvent OASyS DNA
5094 | tcp/udp | hart-ip | ics | iana | HART-IP
5353 | udp | - | it | iana | mDNS
5432 | tcp | postgres | it | iana | PostgreSQL
5450 | tcp | pi | ics | iti | OSIsoft/AVEVA PI server | IANA: tiepie
5481 | tcp | - | ics | geoscada | Geo SCADA server
5500-5509 | tcp | - | ics | geoscada | Geo SCADA advise connections
5671 | tcp | amqps | it | iana | AMQP over TLS
5672 | tcp | amqp | it | iana | AMQP
5683 | udp | coap | ics | iana | CoAP | IIoT
5900 | tcp | vnc | it | iana | VNC (RFB)
5938 | tcp/udp | teamviewer | it | teamviewer | TeamViewer
5985 | tcp | winrm | it | iana | WinRM HTTP
5986 | tcp | winrm | it | iana | WinRM HTTPS
6160 | tcp/udp | - | ics | iana | Emerson ECMP
6379 | tcp | redis | it | iana | Redis
6626 | tcp/udp | wago | ics | iana | WAGO service and update
8016 | tcp | ads-secure | ics | iana | Beckhoff Secure ADS
8080 | tcp | http | it | iana | HTTP alternate
8088 | tcp | ignition | ics | ignition81 | Ignition gateway web (HTTP)
8090 | tcp | - | ics | aveva-sp | AVEVA Galaxy repository (aaGR)
8883 | tcp | mqtts | ics | iana | MQTT over TLS | IIoT: used in IT and OT
9100 | tcp | raw-print | it | iana | raw printing (PDL data stream)
9600 | tcp/udp | fins | ics | iti | OMRON FINS | IANA: micromuse-ncpw
11001 | tcp/udp | - | ics | iana,iti | Johnson Controls Metasys N1
11740-11743 | tcp | codesys | ics | codesys | CODESYS runtime (TCP block driver)
14592 | tcp | - | ics | advantech | Advantech WebAccess real-time data
18000 | tcp | - | ics | iti | Iconics Genesis32 GenBroker | IANA: biimenu
19998 | tcp | iec104-secure | ics | iana | IEC 60870-5-104 secure
19999 | tcp/udp | dnp3-secure | ics | iana | DNP3 secure
20000 | tcp/udp | dnp3 | ics | iana,iti | DNP3
29000 | tcp | - | ics | iana | Siemens licensing server
30000 | tcp/udp | - | ics | aveva-sp | AVEVA redundancy messaging
32565 | tcp | - | ics | aveva-sp | AVEVA Historian client access point
32568 | tcp | - | ics | aveva-sp | AVEVA Historian
34962 | tcp/udp | profinet | ics | iana,iti | PROFINET RT unicast
34963 | tcp/udp | profinet | ics | iana,iti | PROFINET RT multicast
34964 | tcp/udp | profinet | ics | iana,iti | PROFINET context manager
34980 | udp | ethercat | ics | iana,iti | EtherCAT over UDP
44818 | tcp/udp | ethernet-ip | ics | iana,iti,aadvance | EtherNet/IP explicit messaging (CIP)
45678 | tcp/udp | - | ics | iti | Foxboro DCS AIMAPI
47808 | udp | bacnet | ics | iana,iti | BACnet/IP
48031 | tcp | opc-ua | ics | aveva-sp | AVEVA System Platform OPC UA server
48898 | tcp | ads | ics | beckhoff | Beckhoff ADS (TwinCAT)
48899 | udp | ads | ics | beckhoff | Beckhoff ADS discovery
50001-50016 | tcp | - | ics | iti | Siemens Spectrum Power TG
55000-55003 | udp | - | ics | iti | FL-net
55555 | tcp | - | ics | aveva-scada | AVEVA Plant SCADA license server | same number as FoxAPI: ask which one
55555 | tcp/udp | - | ics | iti,aadvance | Foxboro DCS FoxAPI; Rockwell AADvance diagnostics
56001-56099 | tcp | - | ics | iti | Telvent OASyS DNA
59200 | tcp | - | ics | aveva-scada | AVEVA Plant SCADA license server agent
62541 | tcp | opc-ua | ics | ignition83,opcf | Ignition OPC UA server; OPC Foundation reference server
`;
