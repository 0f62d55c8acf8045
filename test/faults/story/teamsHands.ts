import { z } from "zod";
import { requestIdFor } from "../../../src/referee/requests.ts";
import type { RequestId } from "../../../src/request/ids.ts";
import { buttonsIn, type FoundButton } from "../../fakes/teams/cards.ts";
import type { Delivered } from "../../fakes/teams/delivery.ts";
import type { FakeTeams } from "../../fakes/teams/fakeTeams.ts";
import { inputsIn } from "../../fakes/teams/inputs.ts";
import { readAnswer } from "../../fakes/teams/shownAnswer.ts";
import type { TeamsMessage } from "../../fakes/teams/world.ts";
import { type Answered, type Hands, isWanted, type Wanted } from "./hands.ts";

const Carried = z.object({ action: z.string() });
const Sent = z.object({ id: z.string(), conversation: z.object({ id: z.string() }) });

/** Teams sends nothing again: what was not answered at once is said again by whoever said it. */
const ARRIVES_WITHIN_MS = 3_000;

const UNANSWERED: Answered = { commandId: null, form: false };

/** People at their Teams clients. */
export function teamsHands(teams: FakeTeams): Hands {
  const about = indexCards(teams);
  const buttons = readOncePerCard();

  const answered = async (act: () => Promise<Delivered>): Promise<Answered> => {
    const delivered = await act().catch(nobodyThere);
    if (delivered.status !== 200) return UNANSWERED;
    const shown = readAnswer(delivered);
    const form = shown.type === "dialog" && shown.card !== undefined;
    return { commandId: commandIdOf(teams, delivered.activity), form };
  };

  return {
    arrivesWithinMs: ARRIVES_WITHIN_MS,
    asks: async (who, where, text) => {
      await teams
        .as(who)
        .says(where, text)
        .catch((error: unknown) => nobodyThere(error));
      const said = teams.messages(where).findLast(({ from }) => from?.handle === who);
      return requestIdFor(["teams", teams.app.tenant, said?.conversation.id, said?.id].join("/"), 0);
    },
    button: async (request, wanted) => {
      const { who } = wanted;
      const has = ({ data }: FoundButton) => isCarried(data, request, wanted);
      for (const message of about(request).toReversed()) {
        if (message.deleted || !message.conversation.members.some(({ handle }) => handle === who)) continue;
        const found = buttons(teams.as(who).view(message)).find(has);
        if (found !== undefined) return { press: () => answered(() => teams.as(who).presses(message, found.title)) };
      }
      return null;
    },
    // A reply reaches Referee only with a mention, and is sent once: people here use the buttons.
    reply: () => null,
    asked: (who) => {
      const dialog = teams.as(who).dialog();
      return dialog?.type === "card" ? inputsIn(dialog.card).map(({ id }) => id) : [];
    },
    fills: (who, form) => answered(() => teams.as(who).submits(form)),
  };
}

function isCarried(data: FoundButton["data"], request: RequestId, wanted: Wanted): boolean {
  const carried = Carried.safeParse(data);
  return carried.success && isWanted(carried.data.action, request, wanted);
}

/** Whoever listened was killed, or is not up again. Anything else is a mistake of the story. */
function nobodyThere(error: unknown): Delivered {
  if (error instanceof TypeError && error.message === "fetch failed") return { activity: null, status: 0, body: null };
  throw error;
}

function commandIdOf({ app }: FakeTeams, activity: unknown): string {
  const { id, conversation } = Sent.parse(activity);
  return ["teams", app.tenant, conversation.id, id].join("/");
}

/** Referee's messages by the request their cards are about. A message stays where it is in the list, edited or not. */
function indexCards({ world }: FakeTeams): (request: RequestId) => readonly TeamsMessage[] {
  const byRequest = new Map<string, number[]>();
  let read = 0;
  return (request) => {
    for (; read < world.messages.length; read += 1) {
      // A draft names those that are the same, too.
      const named = JSON.stringify(world.messages[read]?.card ?? null).match(/req_[0-9a-f]{12}/g) ?? [];
      for (const about of new Set(named)) byRequest.set(about, [...(byRequest.get(about) ?? []), read]);
    }
    return (byRequest.get(request) ?? []).flatMap((at) => world.messages[at] ?? []);
  };
}

/** A card that did not change has the buttons it had; a hundred people look ten times a second. */
function readOncePerCard(): (card: unknown) => readonly FoundButton[] {
  const known = new WeakMap<object, readonly FoundButton[]>();
  return (card) => {
    if (typeof card !== "object" || card === null) return [];
    const found = known.get(card) ?? buttonsIn(card);
    known.set(card, found);
    return found;
  };
}
