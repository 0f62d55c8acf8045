import type { Texts } from "../catalogue.ts";
import type { ValuesWords } from "../said/values.ts";

export const values: Texts<ValuesWords> = {
  "values.thing":
    "{kind, select, endpoint {Name a machine or an address.} place {Name the line or the machine.} other {Name the machine or system, e.g. PLC-12.}}",
  "values.whichOne": "Which one: {choices}?",
  "values.network": "{said} is no size of a network: behind the stroke stands 0 to {most}.",
  "values.writeRange": "Write a range as {from}-{to}.",
  "values.addressOrder": "A range begins with its lower address.",
  "values.badAddress": "{said} is no address: its four numbers go from 0 to 255, without zeros in front.",
  "values.noAddress": "{said} is neither a machine nor an address.",
  "values.choose": "Choose one of the answers.",
  "values.instant": "Write a day and a time, e.g. Fri 18:00.",
  "values.text": "Write a few words.",
  "values.port": "Write a port, e.g. 502/tcp.",
  "values.portBounds": "Ports go from 1 to {last}.",
  "values.portOrder": "A range begins with its lower port.",
  "values.icmp": "ICMP types go from 0 to {last}.",
  "values.isIt": "Is it {one}, or {first} and {second}?",
  "values.portOf": "Write the port that {name} uses there, e.g. 502/tcp.",
  "values.portsOf": "{name} uses {ports}. Write which.",
  "values.quoted": "{text}",
};
