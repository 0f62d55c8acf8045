import { turns } from "./turns.ts";

/** Thanks, greetings, and other talk. */
export const SMALL_TALK = turns([
  "thanks|thank|danke|gracias a|for|guys|everyone|all|you|fur|an|euch|por||",
  "^ thanks|danke|gracias _",
  "canteen|kantine|comedor",
  "call|phone me (back)?",
  "nobody|no_one knows|knew|cares|noticed",
  "keep an eye",
  "put your",
  "write ... in the shift_book|logbook|book",
  "well done",
  "^ super|toll|klasse|spitze|prima|genial|brilliant|great | dass|wie|how|that",
  "^ super|toll|klasse|spitze|prima|genial|brilliant|great dass|wie|que|how|that",
  "que pena|lastima|verguenza|risa|bien|alegria",
  "good job|work|shift|morning|night|question|point|luck",
  "great job|work",
  "gute besserung|fahrt|schicht|nacht",
  "congrats|congratulations|gluckwunsch",
  "happy birthday",
  "nice work|job|piece|one",
  "have a nice|good|great",
  "schones wochenende",
  "new record",
  "wrong|falscher|falsches|falsche chat|channel|window|kanal|fenster|gruppe|thread|group",
  "chat|canal|grupo|hilo equivocado",
  "how are_you|was_your",
  "what is up",
  "see you",
  "you guys rock",
  "what a day|mess|week",
  "was fur ein",
  "did you read|see|hear|watch",
  "everyone|everybody keeps|is|talks",
]);
const TALK_WORDS = new Set(
  `ok okay yes no yep nope hi hello hey thanks thank you cheers great perfect nice cool danke gracias vale passt moin good
  morning night hm hmm test testing alles klar super si ja nein vielen dank muchas buenos dias tardes noches all everyone
  everybody guys team very much a lot welcome bye happy birthday weekend day sure fine agreed right exactly lunch anyone same
  here done noted got it roger copy that top prima genau claro see tomorrow later asdf mahlzeit feierabend schones wochenende
  buen turno hasta manana bis morgen guten and the thx lot evening to well perfecto listo entendido okey yo sup ah oh aha
  yeah nah understood will correct true np yw
  there never mind nevermind forget it scratch vergiss vergesst es das schon gut erledigt hat sich egal olvidalo olvidadlo
  dejalo dejadlo no importa nada ya esta ? ! | . , + : ) ( - <n> <laugh>`.split(/\s+/),
);
/** Nothing but greetings, thanks, yes and no, a wish that is dropped, or signs. */
export function isOnlyTalk(line: string): boolean {
  return (
    line
      .split(" ", 12)
      .every((word) =>
        word.length < 3 && !/^(?:l|ip|pw|fw|sw|gw)$/.test(word) && !/[<\d]/.test(word) ? true : TALK_WORDS.has(word),
      ) && line.length < 120
  );
}

/** Life beside the machines. */
export const OFF_TOPIC = turns([
  "coffee|kaffee|kaffeemaschine|cafe|cake|tarta|football|soccer|birthday|ladder|leiter|gloves|wrench|screwdriver|schraubenzieher|toilet|beer|sandwich|multimeter|pizza|sauna|escalator|beamer|survey|umbrella|scissors",
  "coffee|cafe machine",
  "maquina de cafe",
  "my car|shift|phone|home|kids|place|holiday|girlfriend|colleague_is",
  "meeting room|point",
  "parking|park lot|the|space|my|here",
  "a lift home|to",
  "lift home",
  "shift report|plan|swap",
  "excel sheet",
  "wiki page",
  "break room",
  "the pdf|slides|survey|presentation",
  "open|close|lock (_)? (the)? door|doors|window|windows|gate|gates|cabinet|cabinets|hall",
  "the lamp|heating|forklift|tools|fuse|toner|stairs|truck_is|kids",
  "door|gate|window of|in|to",
  "on <n> nd|rd|th floor",
  "floor out_of",
  "out of toner|paper",
  "emergency exit",
  "cover for me",
  "cover my",
  "hall|store|warehouse ladder|fuse",
  "need|bring ... pallets|fuse|forklift|people_on|motor",
  "move|clean up|it|them|the_tools|the_pallets|pallets|the_break",
  "close your|the cabinets|door|doors|window|cabinet",
  "come to my",
  "let us talk|meet|discuss",
  "can we meet|talk|discuss|keep_this",
  "talk about",
  "the truck",
  "cold|hot in here",
  "sales team",
  "gruß|grüße|greetings|saludos aus|from|desde (_)? urlaub|strand|sonne|playa|beach|holiday|vacaciones",
  "kannst|konntest|konnt|kann (_)? mir ... tabelle|liste|datei|mail|foto|fotos|folien ... schicken|senden|mailen",
  "send|mail|forward me|us (_)? (_)? spreadsheet|list|file|table|mail|photo|slides|sheet",
  "me|nos mandas|envias|pasas|mandais (_)? tabla|lista|archivo|foto|correo",
  "wer|quien|who kann|puede|can|comes|kommt ... mitkommen|mitfahren|venir|vorfuhrung|along",
  "champagne|sekt|champan|cava",
  "^ (to)? whoever ... | thank|thanks|danke|gracias|respect (you)? $",
  "^ wer_auch_immer ... | danke $",
  "^ quien reinicio|arreglo|abrio|cambio|puso|hizo|trajo|encontro|soluciono ... | gracias $",
  "is it friday|monday|weekend|lunch|christmas",
  "grillen|barbacoa|barbecue|grillfest",
  "cabinet|cabinets (_)? was_open|open_again|closed",
  "printer on|in (the)? office|<n>|second|first|floor",
  "windows <n> is",
]);

/** Program text and talk of programmers. */
export const CODE = turns([
  "import|docker|kubectl|npm|pip|git|gitlab|github|curl|localhost|regex|compile|script|python|javascript|nginx|powershell|bash|sudo|vba|terraform|ansible|kubernetes|pymodbus|arduino|stackoverflow|gcc|makefile|segfault|node|django",
  "const|let|var _ =",
  "select ... from",
  "for _ in range",
  "process env",
  "console log",
  "for loop",
  "while|if (",
  "stack trace",
  "pull request",
  "api key",
  "my node|python|docker|sql|home|script|code",
  "home router|network|nas|assistant",
  "structured text",
  "ladder logic",
  "user root",
  "ssh key",
  "error <n> :|(",
  "bad gateway",
]);

/** A sentence that states something; alone it asks for nothing. */
export const STATES = turns([
  "is|are|was|were|has|have|had|did|does|will|would|runs|ran|said|says|seems|looks|came|comes|went|goes|wants|got|depends|means|helps|costs|keeps|took|takes|fixes|works|worked|stays|lost|pays|talks|talk|knows|know|thinks|think|love|hate|like|likes|hope|see|saw|feel|wonder|tested|discussed|opened|closed",
  "ist|sind|war|waren|hat|haben|wird|werden|habe|macht|geht|lauft|kommt|sieht|liegt|glaube|denke|fallt|gibt|finde|produziert|steht",
  "era|fue|son|han|tiene|va|viene|creo|parece",
]);
