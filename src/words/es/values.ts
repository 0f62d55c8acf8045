import type { Texts } from "../catalogue.ts";
import type { ValuesWords } from "../said/values.ts";

export const values: Texts<ValuesWords> = {
  "values.thing":
    "{kind, select, endpoint {Falta una máquina o una dirección.} place {Falta la línea o la máquina.} other {Falta la máquina o el sistema, p. ej. PLC-12.}}",
  "values.whichOne": "¿Cuál: {choices}?",
  "values.network": "{said} no es un tamaño de red: tras la barra va de 0 a {most}.",
  "values.writeRange": "Un rango se escribe {from}-{to}.",
  "values.addressOrder": "Un rango empieza por su dirección menor.",
  "values.badAddress": "{said} no es una dirección: sus cuatro números van de 0 a 255, sin ceros delante.",
  "values.noAddress": "{said} no es ni una máquina ni una dirección.",
  "values.choose": "Falta elegir una de las respuestas.",
  "values.instant": "Faltan el día y la hora, p. ej. vie 18:00.",
  "values.text": "Faltan unas palabras.",
  "values.port": "Falta un puerto, p. ej. 502/tcp.",
  "values.portBounds": "Los puertos van de 1 a {last}.",
  "values.portOrder": "Un rango empieza por su puerto menor.",
  "values.icmp": "Los tipos de ICMP van de 0 a {last}.",
  "values.isIt": "¿Es {one}, o {first} y {second}?",
  "values.portOf": "Falta el puerto que usa {name} ahí, p. ej. 502/tcp.",
  "values.portsOf": "{name} usa {ports}. Falta decir cuál.",
  "values.quoted": "{text}",
};
