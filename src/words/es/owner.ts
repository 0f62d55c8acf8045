import type { Texts } from "../catalogue.ts";
import type { OwnerWords } from "../said/owner.ts";

export const owner: Texts<OwnerWords> = {
  "owner.cutOffSecurity": "{name} se debe cortar ya, dijo {who}.",
  "owner.attack": "{name}: puede ser un ataque. También se llama a seguridad.",
  "owner.over":
    "{name}. {outcome} No hay que hacer nada más; si ya se hizo algo, {you, select, informal {dilo} other {dígalo}} aquí.",
  "owner.deadline": "{name} {deadline}",
  "owner.deadlineYou":
    "{name} {deadline}: {you, select, informal {te} other {le}} espera a {you, select, informal {ti} other {usted}}",
  "owner.mended": "{who} ha terminado con {name}. ¿Funciona de nuevo?",
  "owner.mendedWhat": "{who} ha terminado con {name}: {what}. ¿Funciona de nuevo?",
  "owner.runsAgain": "¿Funciona de nuevo? Nadie lo ha dicho aún de {name}.",
  "owner.howGoes":
    "{you, select, informal {Tienes} other {Usted tiene}} {name}. ¿Cómo va? {you, select, informal {Escríbelo} other {Escríbalo}} aquí: lo leen todos los implicados.",
  "owner.howGoesSince":
    "{you, select, informal {Tienes} other {Usted tiene}} {name} desde {when}. ¿Cómo va? {you, select, informal {Escríbelo} other {Escríbalo}} aquí: lo leen todos los implicados.",
  "owner.due": ", vence {when}",
  "owner.withYou": "{name} está ahora en {you, select, informal {tus} other {sus}} manos{due}.",
  "owner.notWorking":
    "{name} vuelve a estar en {you, select, informal {tus} other {sus}} manos{due}. {who} dice que no funciona: {what}",
  "owner.othersLook":
    "{name} no funciona, dice {who}: {what} {whose} vuelve a mirarlo; si puede deberse a la propia parte, {you, select, informal {dilo} other {dígalo}} aquí.",
  "owner.notDone":
    "{name}. {outcome} Si {you, select, informal {puedes} other {puede}} ayudar, {you, select, informal {dilo} other {dígalo}} aquí.",
  "owner.reminder": "Recordatorio: {name} espera {you, select, informal {tu} other {su}} respuesta{due}.",
  "owner.nudged": "Ops pregunta cómo va {name}{due}.",
  "owner.handed": "{who} {you, select, informal {te} other {le}} pasa {name}{due}.",
  "owner.overdue":
    "{name} está vencido. Ops lo sabe; la respuesta sigue siendo {you, select, informal {tuya} other {suya}}.",
  "owner.yourStep": "{you, select, informal {Tu} other {Su}} paso, {does}: {what}",
  "owner.asking": "{asks}: {what}",
  "owner.whyYou": "{you, select, informal {Por qué tú} other {Por qué usted}}: {why}.",
  "owner.released":
    "{name} está ahora en {you, select, informal {tus} other {sus}} manos{due}: lo tenía {who} ({why}).",
  "owner.nobodyAnswered":
    "nadie ha respondido aún a {name} ({does}), así que ahora se {you, select, informal {te} other {le}} pregunta{due}.",
  "owner.nobodyTook":
    "nadie de {owner} se ha encargado aún de {name}, así que ahora se {you, select, informal {te} other {le}} pregunta{due}.",
  "owner.saidLast": "Lo último dicho: {text} ({who}, {when}).",
  "owner.had": "{line}; lo tenía {who}.",
  "owner.again": "{name} vuelve a estar en {you, select, informal {tus} other {sus}} manos{due}.",
  "owner.questionAnswered": "{who} respondió: {answer}",
};
