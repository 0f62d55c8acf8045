import type { Texts } from "../catalogue.ts";
import type { AloneWords } from "../said/alone.ts";

export const alone: Texts<AloneWords> = {
  "alone.secretOwn":
    "Lo escrito parecía contener una contraseña o un token. Referee no lo ha guardado; por favor, {you, select, informal {cámbialo} other {cámbielo}}.",
  "alone.secretOther":
    "Ese mensaje parece contener una contraseña o un token. Referee no lo ha guardado; {you, select, informal {di} other {diga}} a su autor que lo cambie.",
  "alone.heldBack":
    "Referee no acepta ahora más {what, select, draft {solicitudes} call {llamadas} note {notas y respuestas} question {preguntas} other {códigos}} de aquí, y con esto no se hizo nada. Desde {when} sí; {you, select, informal {escríbelo} other {escríbalo}} entonces otra vez. Lo que ya está abierto sigue.",
  "alone.answersHeldBack":
    "Referee no responde ahora nada más desde aquí: fue mucho de una vez. Desde {when} sí. Lo que cuenta se registra igualmente, y lo abierto sigue.",
  "alone.draftAsBefore": "El borrador queda como estaba antes de este cambio.",
  "alone.phone":
    "Si no puede esperar, {you, select, informal {llama} other {llame}} a {who}, {phone}; si hay peligro, {number}.",
  "alone.standsBeside":
    "He leído esto como una solicitud aparte. Su borrador está abajo en esta conversación, no en este hilo.",
  "alone.phoneShift":
    "Si no puede esperar, {you, select, informal {llama} other {llame}} al jefe de turno; si hay peligro, {number}.",
  "alone.notYours": "No se cambió nada: ahora no {you, select, informal {te} other {le}} toca.",
  "alone.nothingHere":
    "Aquí no hay nada que pulsar; la tarjeta dice quién lo tiene. Para añadir algo, {you, select, informal {responde} other {responda}} aquí mencionándome.",
  "alone.nothingUnknown":
    "La planta no conoce esta cuenta, así que no hay nada que pulsar. Si {you, select, informal {debes} other {debe}} decidir aquí, {you, select, informal {escríbeme} other {escríbame}} «link»; para añadir algo, {you, select, informal {responde} other {responda}} aquí mencionándome.",
  "alone.notRecorded": "Aún no registrado: {title}",
  "alone.theyAskAgain": "{who} solicitó {key}, así que le toca pedirlo de nuevo.",
  "alone.standInAsksAgain": "{who} responde por {key} en lugar de {other}, así que le toca pedirlo de nuevo.",
  "alone.askedAgain": "Ya se pidió de nuevo: {key}.",
  "alone.draftNewTime": "El borrador es como {key} y necesita otra hora. Está más abajo en esta conversación.",
  "alone.askedOften":
    "{key} ya se pidió de nuevo bastantes veces. {you, select, informal {Escribe} other {Escriba}} lo que haga falta en un mensaje nuevo.",
  "alone.draftLike": "El borrador es como {key}. Está más abajo en esta conversación.",
  "alone.whichKey":
    "¿Para qué solicitud: {keys}? {you, select, informal {Escribe} other {Escriba}} su clave, p. ej. «{example}».",
  "alone.wordsToo": "El archivo queda anotado. La pregunta aún espera una respuesta con palabras.",
  "alone.bundle": "{you, select, informal {Te} other {Le}} esperan {count} solicitudes",
  "alone.bundleEach": "Cada una tiene aquí su tarjeta:",
  "alone.bundleLook": "Por favor, {you, select, informal {mira} other {mire}} estas:",
  "alone.needed":
    "Esto hace falta: {you, select, informal {elígelo} other {elíjalo}} o {you, select, informal {escríbelo} other {escríbalo}} aquí.",
  "alone.notTogether": "No todo esto lo deciden las mismas personas. Hace falta una solicitud para cada cosa.",
  "alone.pickTime":
    "{you, select, informal {Elige} other {Elija}} también una hora, o {you, select, informal {escribe} other {escriba}} cuándo.",
  "alone.pickDay":
    "{you, select, informal {Elige} other {Elija}} también un día, o {you, select, informal {escribe} other {escriba}} cuándo.",
  "alone.pickBoth": "{you, select, informal {Elige} other {Elija}} un día y una hora.",
  "alone.listChanged":
    "La lista ha cambiado. {you, select, informal {Elige} other {Elija}} otra vez o {you, select, informal {escribe} other {escriba}} el nombre.",
  "alone.tooMany": "Son demasiados para una solicitud. {you, select, informal {Elige} other {Elija}} menos.",
  "alone.nameLimit":
    "{you, select, informal {Nombra} other {Nombre}} al menos una condición, o {you, select, informal {usa} other {use}} Aprobar.",
  "alone.endsBefore":
    "Termina antes: {when}. {you, select, informal {Déjalo} other {Déjelo}} vacío o {you, select, informal {indica} other {indique}} un final anterior.",
  "alone.hoursPlease": "¿Desde cuándo hasta cuándo? Por favor, {you, select, informal {di} other {diga}} las horas.",
  "alone.untilWhen": "¿Hasta cuándo?",
  "alone.timeOver": "Esa hora ya pasó. ¿Cuándo es?",
};
