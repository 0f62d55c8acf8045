import { plainly } from "./homeWords.ts";

/** Words in which people ask what Referee is good for; each alternative is a whole message. "Hilfe" and "ayuda" alone are a cry. */
const HELP: readonly RegExp[] = [
  /^(?:show )?(?:help|commands?|command list|instructions|manual|usage)$/,
  /^what (?:all )?(?:can|do) you (?:all )?(?:do|know|answer)(?: for (?:me|us))?$|^what can i (?:ask|say|write|do here)(?: you)?$/,
  /^how (?:do|does|can|should) (?:i|you|this|it|the bot) (?:use )?(?:you|this|it|work)$|^(?:who|what) are you(?: for)?$/,
  /^zeig(?:e)? hilfe$|^(?:zeig(?:e)? )?(?:befehle|anleitung)$|^was (?:kannst du|konnen sie) (?:alles |hier |so )*(?:(?:fur (?:mich|uns) )?(?:tun|machen))?$/,
  /^was (?:kannst du|konnen sie)(?: (?:alles|hier|so|denn))*$|^was machst du(?: hier)?$|^was kann ich (?:dich |sie )?fragen$/,
  /^wie (?:funktionierst du|funktioniert (?:das|es|der bot)|geht das)(?: hier)?$|^(?:wer|was) bist du$/,
  /^muestra(?:me)? (?:la )?ayuda$|^(?:muestra(?:me)? )?(?:los |las )?(?:comandos|instrucciones)$|^que (?:puedes|puede|sabes|sabe) (?:hacer|responder)(?: por (?:mi|nosotros))?$/,
  /^que haces$|^como (?:funcionas?|se usa|te uso)(?: (?:esto|el bot))?$|^(?:quien|que) eres$|^para que sirves$|^que puedo preguntar(?:te)?$/,
];

/** "help", "was kannst du?", "¿qué puedes hacer?", and nothing else. */
export function asksForHelp(text: string): boolean {
  const words = plainly(text);
  return HELP.some((pattern) => pattern.test(words));
}
