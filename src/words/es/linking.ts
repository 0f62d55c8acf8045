import type { Texts } from "../catalogue.ts";
import type { LinkingWords } from "../said/linking.ts";

export const linking: Texts<LinkingWords> = {
  "linking.notKnown": "La planta no conoce esta cuenta, así que no hay nada que desvincular.",
  "linking.inTheFile": "Esta cuenta está en el archivo de la planta. Quien administra la planta puede quitarla de ahí.",
  "linking.notYours":
    "No se ha desvinculado nada. Los responsables de Ops desvinculan a otros, con el identificador del archivo de la planta; las cuentas que están en el archivo se quitan ahí.",
  "linking.unlinked":
    "{count, plural, one {Una cuenta ya no está vinculada y no puede} other {# cuentas ya no están vinculadas y no pueden}} decidir nada. Quien tenga una escribe «link» desde ella para vincularla de nuevo.",
  "linking.codeGiven":
    "Ya se le dio un código para esto. {you, select, informal {Escribe} other {Escriba}} «link» otra vez para obtener otro.",
  "linking.fromKnown":
    "Por favor, {you, select, informal {escríbelo} other {escríbalo}} desde la cuenta por la que la planta {you, select, informal {te} other {le}} conoce. Esta aún no la conoce.",
  "linking.tooManyTries":
    "Se han probado demasiados códigos desde esta cuenta. Por favor, {you, select, informal {espera} other {espere}} diez minutos.",
  "linking.codeUnknown":
    "Este código no se conoce, o sus diez minutos han pasado. {you, select, informal {Escribe} other {Escriba}} «link» desde la cuenta nueva para obtener otro.",
  "linking.alreadyKnown":
    "Esta cuenta se conoce como {who}. Para vincular otra cuenta propia, {you, select, informal {escribe} other {escriba}} «link» a Referee desde ella.",
  "linking.offer":
    "{you, select, informal {Escribe} other {Escriba}} «link {code}» a Referee en diez minutos, desde la cuenta por la que la planta ya {you, select, informal {te} other {le}} conoce. No {you, select, informal {des} other {dé}} el código a nadie. Sin una cuenta así, {you, select, informal {pregunta} other {pregunte}} a quien administra la planta.",
  "linking.notLinked":
    "No se ha vinculado: la planta {you, select, informal {te} other {le}} conoce por otra cuenta en {platform}, o conoce esa como de otra persona. Quien administra la planta puede cambiarlo.",
  "linking.linked":
    "La cuenta en {platform} que se llama a sí misma {name} está ahora vinculada a {you, select, informal {ti} other {usted}}.",
  "linking.asks":
    "Si alguien {you, select, informal {te} other {le}} envió este código, no {you, select, informal {hagas} other {haga}} nada: lo que se pulse desde esa cuenta contaría como {you, select, informal {tuyo} other {suyo}}, también las aprobaciones. Una cuenta en {platform} que se llama a sí misma {name} pide actuar como {you, select, informal {tú} other {usted}}. Si es {you, select, informal {tuya} other {suya}}, {you, select, informal {escribe} other {escriba}} «link {code} yes».",
  "linking.asksFrom":
    "Si alguien {you, select, informal {te} other {le}} envió este código, no {you, select, informal {hagas} other {haga}} nada: lo que se pulse desde esa cuenta contaría como {you, select, informal {tuyo} other {suyo}}, también las aprobaciones. Una cuenta en {platform} con la dirección {address} que se llama a sí misma {name} pide actuar como {you, select, informal {tú} other {usted}}. Si es {you, select, informal {tuya} other {suya}}, {you, select, informal {escribe} other {escriba}} «link {code} yes».",
  "linking.nothingWaits": "Ya nada espera a eso.",
  "linking.taken": "Ya se dijo para qué es este mensaje.",
};
