// What histories are full of: packed in form 1 they are deflated as if this stood before them, which makes them a third smaller. It is
// part of what is stored: never changed, not by a letter. What would do better is another form.

/** Places as `packed.ts` writes them. */
const PLACES = String.raw`[["ops",{"lane":"teams:","blocked":"","asking":"[]"}],["requester",{"lane":"slack:","spot":"{\"adapter\":\"slack\",\"conversation\":\"C0\",\"thread\":null}","cursor":"2","shown":"","card":"{\"adapter\":\"slack\",\"conversation\":\"C0\",\"thread\":null,\"message\":\"17\"}","effect":"req_.owner@card-0"}],`;

/** Why somebody was asked. */
const BECAUSE = `"shift lead of ","Ops ","fallback of ","backup of ","lead of ","on call: crew A, late shift, 14:00 to 22:00","on call: crew B, early shift, 06:00 to 14:00","on call: weekly rota, Mon 06:00 to 18:00","Tue 08:00 to 17:00","Wed Thu Fri Sat Sun 00:00 to 24:00"`;

/** The events of a life, the usual ones last: what is near is named in fewer bits. */
const EVENTS = [
  `{"type":"NoteAdded","text":"","by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"QuestionAsked","step":"","text":"","remindAt":179,"by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"QuestionAnswered","step":"","text":"","values":{},"by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepHeld","step":"","party":{"type":"team","team":""},"because":{"type":"closed"},"until":179,"by":"referee:clock","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepDenied","step":"","ask":4,"reason":"","wouldBeYes":"","by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"PlaceLeft","place":"","by":"referee:rules","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepOverdue","step":"","clock":"decide","againAt":null,"reliefAt":null,"by":"referee:clock","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepReminded","step":"","people":[""],"by":"referee:clock","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepPinged","step":"","ping":{"rank":"backup","people":[""],"because":"","at":179},"hopAt":179,"reliefAt":null,"by":"referee:clock","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepTaken","step":"","by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"GrantStarted","until":179,"at":179,"by":"referee:rules","v":1,"release":"0.1.0"}`,
  `{"type":"EndNears","until":179,"by":"referee:clock","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"GrantEnded","because":"time","reason":"","by":"referee:clock","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"DraftStarted","plant":"","by":"","at":179,"name":"","spot":{"adapter":"slack","conversation":"C0","thread":null},"text":"","quoted":null,"reading":{"type":"open-port","candidates":[],"because":[]},"values":{"destination":"asset:","until":"179","why":"","port":"/tcp"},"remindAt":null,"files":[],"v":1,"release":"0.1.0"}`,
  `{"type":"RequestSent","key":"","rules":,"plantVersion":"","by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"RequestClosed","outcome":"done","reason":"","at":179,"by":"referee:rules","v":1,"release":"0.1.0"}`,
  `{"type":"FactsGiven","step":"","values":{"":""},"by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepConfirmed","step":"","outcome":"works","note":"","by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepDone","step":"","outcome":"done","evidence":"","onSite":"","by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"StepApproved","step":"","limits":[],"ask":4,"by":"","at":179,"v":1,"release":"0.1.0"}`,
  `{"type":"PlaceOpened","place":{"name":"","spot":{"adapter":"slack","conversation":"C0","thread":null},"role":{"type":"step","step":""}},"at":179,"by":"referee:rules","v":1,"release":"0.1.0"}`,
  `{"step":"","at":179,"by":"referee:rules","type":"StepOpened","party":{"type":"team","team":""},"because":"","ping":{"rank":"onCall","people":[""],"because":"on call: weekly rota, Mon 08:00 to 17:00","at":179},"clocks":{"hopAt":179,"remindAt":179,"dueAt":179},"frozenFrom":null,"reliefAt":null,"plantVersion":"","v":1,"release":"0.1.0"}`,
];

export const DICTIONARY = Buffer.from([BECAUSE + PLACES, ...EVENTS].join("\0 "));
