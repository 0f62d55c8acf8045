import type { Texts } from "../catalogue.ts";
import type { ProtocolsWords } from "../said/protocols.ts";

export const protocols: Texts<ProtocolsWords> = {
  "protocols.modbus":
    "Modbus no tiene acceso con usuario; quien llega al puerto puede escribir. Permitir una dirección de origen; los códigos de función 1 a 4 solo leen.",
  "protocols.modbus-security": "Los certificados deciden quién puede qué; comprobar qué roles conoce el equipo.",
  "protocols.s7":
    "S7 puede escribir datos, y cargar bloques o parar la CPU si un nivel de protección no lo impide. Las CPU antiguas envían la contraseña legible.",
  "protocols.ethernet-ip":
    "CIP lee, escribe y puede cambiar el modo de un controlador; lo limita la llave del equipo o sus permisos. También puede llevar CIP Safety.",
  "protocols.opc-ua":
    "OPC UA puede exigir usuario y mensajes firmados y cifrados; preguntar si la política None y los usuarios anónimos están desactivados.",
  "protocols.opc-da":
    "DCOM usa un segundo puerto cambiante después del 135; un rango fijo o un túnel es más fácil de mantener cerrado.",
  "protocols.bacnet":
    "BACnet/IP no tiene acceso con usuario; quien llega al puerto puede escribir consignas. BACnet/SC es el sucesor protegido.",
  "protocols.dnp3":
    "DNP3 simple no tiene acceso con usuario y puede accionar salidas; la autenticación segura es una opción que ambos extremos deben tener.",
  "protocols.iec104":
    "IEC 104 no tiene acceso con usuario y puede enviar órdenes; permitir una estación de control por dirección.",
  "protocols.profinet":
    "PROFINET pertenece a una sola celda y no tiene acceso con usuario; puede llevar telegramas PROFIsafe.",
  "protocols.ethercat":
    "EtherCAT pertenece a una sola máquina; pasarlo por un cortafuegos es raro, preguntar para qué.",
  "protocols.ads":
    "ADS no se diseñó pensando en la seguridad: una ruta es acceso total al controlador. Usarlo solo en una celda protegida, o Secure ADS.",
  "protocols.ads-secure": "Cifrado, pero con acceso total para el sistema del otro extremo.",
  "protocols.fins": "FINS no tiene acceso con usuario ni cifrado; mensajes inyectados pueden ejecutar órdenes.",
  "protocols.codesys":
    "Es el puerto de programación: puede cargar un programa y parar el controlador. Preguntar si la gestión de usuarios del equipo está activa.",
  "protocols.pcworx": "Es un puerto de programación: puede cargar un programa y parar el controlador.",
  "protocols.aadvance":
    "Esto programa un sistema de seguridad. Necesita una revisión de seguridad y una persona con nombre junto al controlador.",
  "protocols.fox": "Sin cifrar; mejor Fox sobre TLS (4911).",
  "protocols.hart-ip": "HART-IP puede cambiar parámetros del equipo; preguntar si basta con leer.",
  "protocols.ignition": "Sin cifrar; Ignition puede usar HTTPS.",
  "protocols.mqtt":
    "Usuario y contraseña son opcionales en MQTT y legibles sin TLS; mejor 8883, y que la planta abra hacia fuera.",
  "protocols.mqtts": "Cifrado; preguntar si los clientes necesitan certificado o usuario.",
  "protocols.amqp": "Legible sin TLS; mejor 5671.",
  "protocols.rdp":
    "Control total de un escritorio. A través de un servidor de salto grabado con segundo factor, mejor que directo.",
  "protocols.vnc":
    "VNC puede funcionar sin acceso con usuario y lo muestra todo en claro; control total de una pantalla.",
  "protocols.teamviewer": "Una sesión por los servidores del fabricante; es acceso remoto y va en esa solicitud.",
  "protocols.ssh": "Cifrado; control total de una consola. Un origen, una clave personal.",
  "protocols.telnet": "Todo es legible por el camino, contraseñas incluidas; mejor SSH.",
  "protocols.ftp": "Las contraseñas son legibles por el camino; mejor SFTP.",
  "protocols.tftp": "TFTP no tiene acceso con usuario; quien llega puede leer y escribir archivos.",
  "protocols.smb": "Los recursos compartidos son la vía del malware entre zonas; un origen, y solo lectura si basta.",
  "protocols.http": "Sin cifrar; un acceso escrito ahí es legible por el camino.",
  "protocols.https": "Cifrado, pero el número no dice qué hay detrás; preguntar qué aplicación.",
  "protocols.snmp":
    "Las versiones 1 y 2c solo tienen una palabra de comunidad legible; la 3 tiene usuarios. Pedir solo lectura.",
  "protocols.ldap": "Un acceso simple es legible sin TLS; mejor 636.",
  "protocols.mssql": "Pedir un usuario de base de datos que solo pueda lo necesario.",
  "protocols.mysql": "Pedir un usuario de base de datos que solo pueda lo necesario.",
  "protocols.postgres": "Pedir un usuario de base de datos que solo pueda lo necesario.",
  "protocols.redis": "Redis puede funcionar sin acceso con usuario.",
  "protocols.winrm": "Control total de una máquina Windows por órdenes.",
  "protocols.openvpn": "Un túnel: lo que va dentro no lo ve el cortafuegos.",
  "protocols.ipsec": "Un túnel: lo que va dentro no lo ve el cortafuegos.",
  "protocols.icmp":
    "ICMP no tiene puertos ni acceso con usuario. Para un ping basta echo request (tipo 8); otros tipos cuentan más de la red o cambian sus rutas.",
};
