import { turns } from "../turns/turns.ts";

/** Who has the ball. */
export const WHO_HAS_IT = turns([
  "^ (and|now)? who has|got|holds it|this|that|the_ball|ham|my_request (now)? (now)?",
  "^ who is|are (working)? on|handling|doing it|this|that",
  "^ who is on|at it|this",
  "^ whose turn|desk|court|ball|move",
  "^ who are|is we|it|this|ham waiting_for|waiting_on|with|stuck_with",
  "^ who do we wait",
  "^ waiting for whom|who",
  "^ who (still)? has|have|needs|must (still)? (to)? approve|decide|do|sign|answer|say|act",
  "^ (with)? whom|who is it|this with",
  "^ where is it|this stuck|now",
  "^ wer hat das|es|den|die|den_ball|ihn (gerade|jetzt|denn)?",
  "^ bei wem liegt|ist|hangt|steckt",
  "^ an wem liegt|hangt",
  "^ wer muss|soll|darf|ist noch|dran|jetzt_dran|zustandig|gerade",
  "^ worauf|auf_wen warten|wartet",
  "^ quien lo|la tiene|lleva|esta",
  "^ quien tiene",
  "^ quien falta",
  "^ a quien le_toca|toca|esperamos",
  "^ de quien depende",
]);

/** Where it stands. */
export const STATUS = turns([
  "^ any news|update|updates|progress|word",
  "^ (so)? is it|this|that|the_port|port|the_access|access|my_request (<n>)? (already|now)? open|done|approved|ready|finished|through (yet|already|now)?",
  "^ how long (will|does|is)? ...",
  "^ (what)? (is)? (the)? (current)? status|state (of)? (this|it|my_request)? $",
  "^ when will|does|do|can|is it|somebody|someone|this|you|they|the_port|i|we",
  "^ how far",
  "^ what is going_on|happening|the_holdup",
  "^ (wie_ist)? (der)? (aktuelle)? stand $",
  "^ wie ist|sieht|steht der|es|das (stand|aus|damit)?",
  "^ (gibt)? (es|s)? (schon)? was|etwas|irgendwas neues",
  "^ gibts|gibt (es|is)? (schon)? (was|etwas)? neues|neuigkeiten",
  "^ ist der|das|die|es (port|zugang|zugriff|antrag|freigabe)? (<n>)? schon|jetzt|endlich offen|fertig|genehmigt|freigegeben|da|erledigt|durch",
  "^ wann wird|kommt|geht|ist|macht",
  "^ wie lange",
  "^ (hay)? novedades|noticias|avances",
  "^ hay novedades|noticias|avances",
  "^ cuando",
  "^ (ya)? esta (ya)? abierto|aprobado|hecho|listo (ya)?",
  "^ como va|vamos|esta",
  "^ cuanto tarda|falta|tiempo",
]);

/** Why somebody said no, and what would make it a yes. */
export const WHY_DENIED = turns([
  "^ why (_)? (_)? (_)? denied|rejected|refused|declined|no|not_approved|turned_down|closed",
  "^ why ... denied|rejected|refused|declined|say_no|said_no|not_approved",
  "^ what ... get_a_yes|make_it_a_yes|get_it_approved|be_a_yes",
  "^ how ... get_a_yes|get_it_approved",
  "^ who denied|rejected|refused|declined",
  "^ warum|wieso|weshalb ... abgelehnt|nein|verweigert|nicht_genehmigt",
  "^ por que ... denegado|denego|denegaron|rechazado|rechazo|rechazaron|no_se_aprueba|no_aprobado",
]);

/** A question about whether somebody decided: about a decision, and none. */
export const ABOUT_VERDICTS = turns([
  "approve|approved|approves|approval|deny|denied|denies|reject|rejected|done|finished|works|work|open|closed|opened",
  "genehmigt|genehmigen|freigegeben|freigabe|abgelehnt|ablehnen|erledigt|fertig|funktioniert|klappt|lauft|offen",
  "aprobado|aprueba|aprobar|denegado|rechazado|hecho|funciona|abierto|autorizado",
]);

/** Asks for an end, and names none. */
export const ASKS_WHEN = turns(["until|till|from|since|bis|ab|seit|hasta|desde when|wann|cuando"]);

/** Begins a question, also where the sign is left out. */
export const ASKS = turns([
  "^ why|which|whose|whom|wofur|warum|wieso|weshalb|welche|welcher|welches|welchen|wozu",
  "^ what|who|where|when|how is|are|do|does|did|exactly|long|many|much|will|source|port|address",
  "^ until|from|since|bis|ab|seit|hasta|desde when|which|where|wann|welchem|cuando",
  "^ wer|wo|wann|woher|wie braucht|ist|sind|kommt|soll|lange|viele|oft",
  "^ para|por que",
]);
