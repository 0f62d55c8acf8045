import type { Texts } from "../catalogue.ts";
import type { RefusedWords } from "../said/refused.ts";

export const refused: Texts<RefusedWords> = {
  "refused.notFree":
    "Esa hora ya no está libre. {you, select, informal {Cámbiala} other {Cámbiela}} o {you, select, informal {envíalo} other {envíelo}} así.",
  "refused.onlyDecider": "Solo quien lo decidió puede retractarse, mientras le corresponda decidir.",
  "refused.doesNotActFor":
    "{who} no actúa por {party}. {you, select, informal {Usa} other {Use}} «No me toca» para nombrar otro equipo.",
  "refused.theyAsked": "{who} lo solicitó, así que decide otra persona.",
  "refused.theyStandIn": "{who} responde por esto en lugar de {other}, así que decide otra persona.",
  "refused.theyAreAway":
    "{who} no está hasta {when}. {you, select, informal {Elige} other {Elija}} a alguien que esté.",
  "refused.theyAnswered": "{who} ya respondió por {key}, así que aquí decide otra persona.",
  "refused.withAlready": "Ya está con {who}. {you, select, informal {Nombra} other {Nombre}} otro equipo, o ninguno.",
  "refused.withOps": "Ya está con Ops. {you, select, informal {Nombra} other {Nombre}} el equipo al que debe ir.",
  "refused.ownTeam": "{you, select, informal {Nombra} other {Nombre}} un equipo propio de la planta.",
  "refused.ruling": "Esto decide a quién le toca, nunca por encima de seguridad.",
  "refused.openedClose": "{key} se abrió, así que termina cuando se cierre. «Cortar ya» lo hace de inmediato.",
  "refused.nothingOpen": "Aún no hay nada abierto para {key}.",
  "refused.noFreeze": "{key} ya no espera ninguna congelación. No se cambió nada.",
  "refused.cutters":
    "Pueden cortarlo el responsable de la máquina, el jefe de turno, seguridad{safety, select, yes {, Seguridad laboral} other {}} y Ops.",
  "refused.inactive": "«{name}» aún no se puede enviar.",
  "refused.stillNeeded": "Falta aún: {what}.",
  "refused.chooseAbout": "{you, select, informal {Elige} other {Elija}} primero de qué se trata.",
  "refused.field": "{label}: {problem}",
  "refused.noField": "Esta solicitud no tiene ese campo.",
  "refused.fewerWords": "{you, select, informal {Dilo} other {Dígalo}} con menos palabras.",
  "refused.noStep": "Este botón no pertenece a ningún paso.",
  "refused.notThisStep": "Este botón no pertenece a este paso.",
  "refused.onlyRequester": "Solo {who}, que solicitó {key}, puede hacerlo.",
  "refused.onlyStandIn": "Solo puede hacerlo {who}, que responde por {key} en lugar de {other}.",
  "refused.limitPast": "Una condición no puede terminar en el pasado.",
  "refused.limitBefore":
    "Ha de empezar {when}: {you, select, informal {indica} other {indique}} un final posterior, o {you, select, informal {deniégalo} other {deniéguelo}}.",
  "refused.notDoneYet":
    "Nadie ha dicho aún que esté hecho. {you, select, informal {Añade} other {Añada}} una nota para quien lo tiene.",
  "refused.youAnswered": "{who}, ya hay una respuesta para {key} ({when}); aquí responde otra persona.",
  "refused.endPassed":
    "El final solicitado ({when}) ya pasó. {you, select, informal {Pide} other {Pida}} otro a {who}.",
  "refused.timePassed": "La hora acordada ({when}) ya pasó. {you, select, informal {Pide} other {Pida}} otra a {who}.",
  "refused.questionOpen":
    "Ya hay una pregunta abierta. {you, select, informal {Añade} other {Añada}} una nota para más.",
  "refused.questionAnswered": "Esta pregunta ya se respondió.",
  "refused.questionFor": "La pregunta es para {who}. Se puede añadir una nota.",
  "refused.unknownRequest": "Referee no conoce esta solicitud.",
  "refused.begun":
    "{key} ya se está ejecutando. {you, select, informal {Añade} other {Añada}} una nota o {you, select, informal {pide} other {pida}} algo nuevo.",
  "refused.endsShown":
    "{key} termina cuando se demuestre que está cerrado. {you, select, informal {Añade} other {Añada}} una nota para quienes lo cierran.",
  "refused.openedAgain": "{key} se abrió, así que termina cuando se cierre. «Cortar ya» hace que se cierre.",
  "refused.notSent": "Esta solicitud aún no se ha enviado.",
  "refused.unknownDraft": "Referee no conoce este borrador.",
  "refused.sentAs": "Esto ya se envió, como {key}.",
  "refused.draftAway":
    "Este borrador se archivó. {you, select, informal {Pide} other {Pida}} de nuevo para empezar otro.",
  "refused.theirDraft": "Este borrador es de {who}. Solo esa persona puede cambiarlo o enviarlo.",
  "refused.anothersDraft": "Este borrador es de otra persona. Solo ella puede cambiarlo o enviarlo.",
  "refused.closed": "{key} se cerró el {when}. No se cambió nada.",
  "refused.closedBecause": "{key} se cerró el {when}: {why}. No se cambió nada.",
  "refused.noSuchStep": "{key} no tiene ese paso.",
  "refused.outdated": "{key} ha cambiado desde que se mostró esta tarjeta. La más nueva tiene los botones.",
  "refused.answeredAlready": "No se cambió nada: {who} ya lo respondió para {key}, {when}.",
  "refused.saidOtherwise":
    "No se cambió nada: {what, select, noLimits {{key} ya se aprobó ({when}), sin estas condiciones} limits {{key} ya se aprobó ({when}), con condiciones} otherLimits {{key} ya se aprobó ({when}), con otras condiciones} facts {esto ya se respondió para {key} ({when}), con otros datos} other {esto ya se respondió para {key} ({when}), con otras palabras}}. {you, select, informal {{back, select, yes {Retráctate primero.} other {Añade una nota con lo nuevo.}}} other {{back, select, yes {Retráctese primero.} other {Añada una nota con lo nuevo.}}}}",
  "refused.settledAlready":
    "No se cambió nada: {who} respondió a otro paso de {key}, y con ello quedó resuelto este, {when}.",
  "refused.noteBelow":
    "Desde aquí no se añadió nada. Quien vea la tarjeta en una conversación responde debajo de ella.",
  "refused.notLinked":
    "La planta no conoce esta cuenta, así que no puede decidir. {you, select, informal {Escribe} other {Escriba}} «link» a Referee para cambiarlo, o {you, select, informal {responde} other {responda}} debajo de la tarjeta.",
  "refused.withHolder": "{key} está con {who}. Se les puede dejar una nota.",
  "refused.withHolderBelow": "{key} está con {who}. Se puede responder debajo de su tarjeta.",
  "refused.ownRequest":
    "{key} es {you, select, informal {tu} other {su}} propia solicitud, así que decide otra persona.",
  "refused.ownStandIn": "Quien responde por {key} en lugar de {other} no lo decide; lo hace otra persona.",
  "refused.maybeOwn":
    "{key} se solicitó desde una cuenta que puede ser {you, select, informal {tuya} other {suya}}. {you, select, informal {Vincúlala} other {Vincúlela}} (desde ella, «link» a Referee), o que Ops diga que es de otra persona; hasta entonces decide otra persona sobre {key}.",
  "refused.onlyOps": "Solo pueden hacerlo los responsables de Ops de la planta.",
  "refused.write":
    "{you, select, informal {Escribe} other {Escriba}} {what, select, why {por qué} ruling {el motivo de la decisión} how {cómo se sabe} yesIf {qué haría falta para un sí} onSite {quién estaba en sitio y lo comprobó} notWorking {qué no funciona} question {la pregunta} answer {una respuesta} note {una nota} number {el número o la prueba} happened {qué pasó} other {el motivo}}; bastan unas palabras.",
  "refused.choosePerson": "{you, select, informal {Elige} other {Elija}} a una persona.",
  "refused.chooseTeam": "{you, select, informal {Elige} other {Elija}} un equipo.",
  "refused.noTime": "Este botón no indica ninguna hora.",
  "refused.chooseWhat": "{you, select, informal {Elige} other {Elija}} de qué se trata.",
  "refused.olderForm": "Este formulario es de una tarjeta anterior. La más nueva del hilo tiene los botones.",
  "refused.newerCard": "Este botón necesita una tarjeta más nueva. La última del hilo lo tiene.",
  "refused.bypass":
    "Una protección o un enclavamiento protege a personas, así que Referee no redacta esto. {you, select, informal {Habla} other {Hable}} con Seguridad, o {you, select, informal {pide} other {pida}} el cambio que realmente hace falta.",
  "refused.writeThat": "Falta: {what}; bastan unas palabras.",
  "refused.writeDone": "Falta decir qué se hizo; bastan unas palabras.",
  "refused.emergencySafety":
    "{name} protege a personas. Tampoco en una emergencia se pasa por encima: {you, select, informal {llama} other {llame}} a Seguridad laboral.",
  "refused.emergencyUnknown":
    "{name} no figura en el archivo de planta, así que nadie puede saber si protege a personas. {you, select, informal {Elige} other {Elija}} la máquina de la lista.",
  "refused.ownReview":
    "{you, select, informal {Aceptaste} other {Aceptó}} o {you, select, informal {llevaste} other {llevó}} a cabo {key}, así que lo revisa otra persona.",
  "refused.theirReview": "{who} aceptó o llevó a cabo {key}, así que lo revisa otra persona.",
  "refused.secondOfTwo":
    "{key} es una emergencia: la aceptan quienes su tipo prevé, o nadie. No puede ir a otro equipo.",
  "refused.safetySince":
    "{name} protege a personas, y en {key} no se preguntó a Seguridad laboral. Hay que solicitarlo de nuevo.",
  "refused.safetyBegun":
    "{name} protege a personas, y en {key} no se preguntó a Seguridad laboral. Hay que dejarlo como estaba y comunicarlo; después se solicita de nuevo.",
  "refused.reviewFirst":
    "{key} se abrió en una emergencia. Termina cuando la hayan revisado quienes no fueron consultados.",
  "refused.emergencyLinked":
    "La planta no conoce esta cuenta, así que nadie podría ver después quién abrió algo. Para cambiarlo, {you, select, informal {escribe} other {escriba}} «link» a Referee.",
};
