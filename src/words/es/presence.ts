import type { Texts } from "../catalogue.ts";
import type { PresenceWords } from "../said/presence.ts";

export const presence: Texts<PresenceWords> = {
  "presence.away": "{who} está ausente {when}",
  "presence.awayCovered": "{who} está ausente {when}, sustituye {other}",
  "presence.back": "{who} ha vuelto",
  "presence.thereAfterAll": "{who} sí está {when}",
  "presence.standsIn": "{who} sustituye a {other} {when}",
  "presence.duty": "{who} está de guardia para {team} {when}",
  "presence.frozen": "{what}: congelación {when}",
  "presence.thawed": "{what}: fin de la congelación",
  "presence.until": "hasta {when}",
  "presence.from": "de {when}",
  "presence.moves": "Cambia de inmediato:",
  "presence.nothingMoves": "Nada cambia de inmediato.",
  "presence.notNoted": "Aún no se ha anotado nada.",
  "presence.confirm": "Confirmar",
  "presence.untilLabel": "Hasta {when}",
  "presence.you": "{you, select, informal {ti} other {usted}}",
  "presence.nextInChain": "el siguiente de la cadena",
  "presence.followsAway":
    "Lo que espera a {who} pasa {then, select, then {entonces} other {ahora}} a {next}, y también lo que llegue mientras tanto. Quien lo solicitó lee por qué.",
  "presence.followsBack": "Las solicitudes nuevas siguen de nuevo el turno. Lo que otros han tomado sigue con ellos.",
  "presence.followsStandIn":
    "Lo no tomado ({who}{isYou, select, you {} other {}}) pasa {then, select, then {entonces} other {ahora}} a {other}, y también lo que llegue mientras tanto. Lo tomado se queda.",
  "presence.followsDuty":
    "Lo que llegue {then, select, then {entonces} other {ahora}} se pregunta a {who}, diga lo que diga el turno.",
  "presence.followsFreeze":
    "Allí no se ejecuta nada {then, select, then {entonces} other {ahora}}: las solicitudes se deciden y esperan al final. Las llamadas por una línea parada siguen, y Ops puede dejar seguir algunas.",
  "presence.followsThaw": "Lo que solo esperaba eso sigue.",
  "presence.linkedOnly":
    "Solo pueden decirlo personas con la cuenta vinculada. Para vincular esta cuenta, {you, select, informal {escríbeme} other {escríbame}} «link».",
  "presence.noted": "Anotado: {what}.",
  "presence.undoAway": "«He vuelto» lo termina antes.",
  "presence.undoFreeze": "«Descongelar» con su nombre lo termina antes.",
  "presence.goesToOps": "pasa a Ops",
  "presence.goesTo": "pasa a {who}",
  "presence.waits": "espera hasta {when}: {why}",
  "presence.wholePlant": "toda la planta",
  "presence.onCall": "De guardia",
  "presence.onCallNow": "De guardia ahora",
  "presence.onCallAt": "De guardia {when}",
  "presence.nobody": "Nadie: {why}",
  "presence.turn": "{who} ({why})",
  "presence.turnUntil": "{who}, hasta {when} ({why})",
  "presence.noShiftLead": "el archivo de planta no dice quién lleva el turno",
  "presence.youAway":
    "{you, select, informal {Constas} other {Consta}} como ausente {when}. Si no es así, {you, select, informal {escríbeme} other {escríbame}} «he vuelto».",
  "presence.youAwayNoMore": "Ya no {you, select, informal {constas} other {consta}} como ausente.",
  "presence.youBack": "{you, select, informal {Constas} other {Consta}} como de vuelta.",
  "presence.youStandIn": "{you, select, informal {Sustituyes} other {Sustituye}} a {who} {when}.",
  "presence.standsInForYou":
    "{who} {you, select, informal {te} other {le}} sustituye {when}. Si no es así, {you, select, informal {escríbeme} other {escríbame}} «cancela la sustitución».",
  "presence.youStandInNoMore": "Ya no {you, select, informal {sustituyes} other {sustituye}} a {who} ({when}).",
  "presence.standsInNoMore": "{who} ya no {you, select, informal {te} other {le}} sustituye ({when}).",
  "presence.standInEnds": "{who} ya no sustituye a {other} ({when})",
  "presence.standInStays": "{who} hizo un cambio y sustituye {when} de todos modos. «Cancela el cambio» lo termina.",
  "presence.standInTooLong":
    "Por su sola palabra se sustituye a {who} una semana como máximo. Para más tiempo, lo dicen {who}, su responsable u Ops.",
  "presence.noStandIn": "Que yo sepa, nadie sustituye a {who}.",
  "presence.undoStandIn": "«Cancela la sustitución» lo termina antes.",
  "presence.youOnCall": "{you, select, informal {Estás} other {Está}} de guardia para {team} {when}.",
  "presence.frozenTold": "{what}: congelación {when}. Mientras tanto no se ejecuta nada allí.",
  "presence.frozenNoLonger": "{what}: fin de la congelación.",
  "presence.saidSo": "Lo dice {who}.",
  "presence.asSaid": "{period}, según {who}",
  "presence.gaps":
    "{who} está ausente {when}: {gaps}. {you, select, informal {Escribe} other {Escriba}} por ejemplo «Karin cubre a Otto hasta el lunes».",
  "presence.uncovered": "no hay guardia para {what}",
  "presence.uncoveredMore": "no hay guardia para {what}, y {count} tramos más",
  "presence.thenUncovered": "Entonces {what}: se pregunta primero a suplente y responsable, y se avisa a Ops.",
  "presence.replaces": "Esto sustituye a la ausencia {when}.",
  "presence.standInAway": "{who} está ausente {when}: entonces se pregunta al siguiente de la cadena.",
  "presence.standInNot": "{who} no actúa por {what}: allí se pregunta al siguiente de la cadena.",
  "presence.endsBefore": "Eso termina antes de empezar.",
  "presence.over": "Esa hora ya pasó.",
  "presence.onlyThey": "Solo pueden decirlo {who}, su responsable u Ops.",
  "presence.notThemselves":
    "{who} no puede sustituirse a sí mismo. {you, select, informal {Nombra} other {Nombre}} a otra persona.",
  "presence.noRota": "{who} no está en ningún turno ni dirige equipo, así que no hace falta sustituto.",
  "presence.mayNotStandIn":
    "{who} no puede decidir nada de lo que se pregunta a {other}, así que no puede sustituirle. {you, select, informal {Nombra} other {Nombre}} a alguien del mismo equipo.",
  "presence.youNotAway": "Que yo sepa, no {you, select, informal {estás} other {está}} ausente.",
  "presence.notAway": "Que yo sepa, {who} no está ausente.",
  "presence.onlyLead": "Solo pueden decirlo el responsable de {team} u Ops.",
  "presence.mayNotDuty": "{who} no puede decidir por {team}, así que no puede estar de guardia ahí.",
  "presence.onlyFreeze": "Solo Ops, un jefe de turno o el responsable del equipo pueden congelar {what}.",
  "presence.notFrozen": "{what}: sin congelación.",
  "presence.fileFreeze":
    "La congelación «{name}» está en el archivo de planta. Ops puede dejar seguir algunas solicitudes; terminarla, el administrador.",
  "presence.which":
    "¿Qué {first}: {choice}? No se ha anotado nada; {you, select, informal {escribe} other {escriba}} la frase entera otra vez, con el nombre completo.",
  "presence.leftTold":
    "Según el directorio, {who} ya no está en la empresa. Desde ahora no decide nada, y lo que tenía sigue su curso. Todavía figura en el archivo de planta: quítenlo de ahí, con sus guardias.",
  "presence.leavingHeld":
    "Según el directorio, en una hora se ha ido un número inusual de personas, ahora también {who}. A partir de aquí nadie pierde su voz: si es cierto, alguien de administración lo confirma con «referee directory»; si no, se corrige en el directorio.",
  "presence.lastOfOpsHeld":
    "Según el directorio, {who} se ha ido, la última persona que dirige Ops. Conserva su voz hasta que se aclare: si es cierto, ponga en el archivo de planta a otra persona que dirija Ops, o alguien de administración lo confirma con «referee directory»; si no, se corrige en el directorio.",
  "presence.sayAgain":
    "{why} No se ha anotado nada; por favor, {you, select, informal {escribe} other {escriba}} de nuevo la frase entera, con la hora.",
  "presence.notWithThemselves":
    "{who} no puede cambiar el turno consigo mismo. Por favor, {you, select, informal {nombra} other {nombre}} a otra persona.",
  "presence.whichTurn": "¿Qué turno?",
  "presence.bothHave": "{one} y {other} tienen ambos ese turno. No se ha anotado nada.",
  "presence.neitherHas":
    "Ni {one} ni {other} tienen, según los cuadrantes, un turno que empiece entonces. {you, select, informal {Di} other {Diga}} de cuándo a cuándo se pregunta a la otra persona.",
  "presence.whichTeam":
    "¿Qué equipo? {you, select, informal {Escribe} other {Escriba}} su nombre como está en el archivo de la planta.",
  "presence.frozenBy": "{what}, por {who}",
};
