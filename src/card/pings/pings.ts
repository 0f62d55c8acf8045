import { oneLine } from "../../plainText.ts";
import type { AdapterName } from "../../plant/ids.ts";
import { isReferee, sayWho } from "../../request/actor.ts";
import type { World } from "../../request/commands.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import type { RequestId } from "../../request/ids.ts";
import { eventAs, factsOf } from "../../request/retold.ts";
import type { Draft } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { button } from "../buttons/button.ts";
import { sayCommenter } from "../lines/comment.ts";
import { requesterAccounts } from "../people.ts";
import { plainCard } from "../plainCard.ts";
import { titleOf } from "../words.ts";
import { agreementPing } from "./agreementPings.ts";
import { backPing, isBack } from "./backPings.ts";
import { disputePing, isDispute } from "./disputePings.ts";
import { joinedPing } from "./joinedPing.ts";
import { isLonger, longerPing } from "./longerPings.ts";
import { countTogether, notesTogether } from "./notesTogether.ts";
import { opsPing } from "./opsPings.ts";
import { ownerPing } from "./ownerPings.ts";
import { type At, naming, type Ping, quietly, says } from "./ping.ts";
import { requesterPing } from "./requesterPings.ts";
import { unsafePing } from "./unsafePing.ts";
import { sayWriter } from "./writer.ts";

/**
 * What one event says at one place beyond the card; null when the card says enough, or when it has become moot: a
 * reminder of a step that is answered by now, a question that was taken back.
 */
export function pingFor(event: RequestEvent, at: At): Ping | null {
  const ping = saidOf(asReadAt(event, at), at);
  return ping === null ? null : plainPing(ping);
}

/** What the event keeps of Referee's own words, in those of whoever reads the place. */
function asReadAt(event: RequestEvent, { state, world: { plant } }: At): RequestEvent {
  return eventAs(event, { plant, facts: factsOf(state.rules, plant) });
}

function plainPing({ text, card, mention, line }: Ping): Ping {
  return {
    text: oneLine(text),
    card: card === null ? null : plainCard(card),
    mention,
    line: line === null ? null : oneLine(line),
  };
}

function saidOf(event: RequestEvent, at: At): Ping | null {
  if (at.place.left) return null;
  if (at.place.role.type === "joined") return joinedPing(event, at.place.role, at);
  if (event.type === "NoteAdded") {
    return event.place === at.place.name ? null : noted(event, at);
  }
  if (isDispute(event)) return disputePing(event, at);
  // Once it is over, whatever was asked on the way is moot.
  if (at.state.status === "closed" && event.type !== "RequestClosed") return null;
  if (isLonger(event)) return longerPing(event, at);
  if (isBack(event)) return backPing(event, at);
  if (event.type === "AgreementLost") return agreementTold(event, at);
  switch (at.place.role.type) {
    case "requester":
      return requesterPing(event, at);
    case "step":
      return ownerPing(event, at.place.role.step, at);
    default:
      return opsPing(event, at);
  }
}

function agreementTold(event: EventOf<"AgreementLost">, at: At): Ping | null {
  const { role } = at.place;
  switch (role.type) {
    case "requester":
      return agreementPing(null, at);
    case "step": {
      const step = at.state.steps.get(role.step);
      return step === undefined ? null : agreementPing(step, at);
    }
    default:
      return opsPing(event, at);
  }
}

/** Notes that are said in one message, to whom any of them is: the first of them and as many more as fit. */
export function notesPing(events: readonly EventOf<"NoteAdded">[], at: At): Said {
  const read = events.map((event) => asReadAt(event, at)).filter((event) => event.type === "NoteAdded");
  const notes = read.map((event) => ({ who: commenter(event, at), text: event.text, files: event.files ?? [] }));
  const count = countTogether(notes);
  const mention = [...new Set(read.slice(0, count).flatMap((event) => noted(event, at).mention))];
  return { count, ping: { ...plainPing(notesTogether(notes.slice(0, count), at)), mention } };
}

/** A ping, and how many events it tells of. */
type Said = { readonly count: number; readonly ping: Ping };

/** Who wrote it, and that it decides nothing where its words could be taken for a decision. */
function commenter(event: EventOf<"NoteAdded">, at: At): string {
  const writer = noteBy(event, at);
  return isReferee(event.by) ? writer : sayCommenter(writer, event.text, at.world.plant);
}

function noted(event: EventOf<"NoteAdded">, at: At): Ping {
  const { files = [] } = event;
  const text = sayNoted(event, commenter(event, at), at);
  return unsafePing(event, text, at) ?? naming(files, quietly(text), at);
}

/** What Referee notes is its own; what anybody else does is theirs. */
function sayNoted({ by, text, files = [] }: EventOf<"NoteAdded">, who: string, { world }: At): string {
  if (text === "") return say(world.plant, "pings.whoSentFiles", { who, count: files.length });
  return isReferee(by) ? `${who}: ${text}` : say(world.plant, "pings.noted", { who, text: typed(text) });
}

function noteBy({ by, name: shown, place, via }: EventOf<"NoteAdded">, at: At): string {
  const { state, world } = at;
  return sayWriter(sayWho(by, state.asked, world.plant, shown), { by, via: via ?? null, place }, at);
}

/** A draft that calls for help and was not sent. */
export function draftPing(
  event: RequestEvent,
  draft: Draft,
  request: RequestId,
  { types, plant }: World,
  adapter: AdapterName,
): Ping | null {
  const type = draft.reading.type === null ? undefined : types.get(draft.reading.type);
  if (event.type !== "DraftReminded" || draft.discarded !== null || type === undefined || type.call === null)
    return null;
  const actions = [
    button(request, "callNow", plant, {}, { label: type.call }),
    button(request, "discard", plant, {}, { label: say(plant, "verbs.notNeeded") }),
  ];
  const title = titleOf(type, draft.values, plant, draft.at);
  const mention = requesterAccounts(plant, draft.asked.requester, adapter);
  const blocks = [says(say(plant, "draft.nobodyCalled")), { type: "actions", actions, more: [] } as const];
  return { text: say(plant, "draft.stillHelp"), card: { title, key: null, blocks }, mention, line: null };
}
