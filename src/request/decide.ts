import { assertNever } from "../errors.ts";
import type { RequestCommand, World } from "./commands.ts";
import type { RequestEvent } from "./events.ts";
import { agreementLost } from "./rules/agreementLost.ts";
import { appeal } from "./rules/appeal.ts";
import { handOver, notMine, rule, take } from "./rules/ball.ts";
import { both } from "./rules/both.ts";
import { approve, confirm, deny, finish } from "./rules/decision.ts";
import { discard, fill, read, send, start } from "./rules/draft.ts";
import { extend } from "./rules/extend.ts";
import { withConsequences } from "./rules/follow.ts";
import { moveWindow } from "./rules/freeWindow.ts";
import { join } from "./rules/join.ts";
import { nudge } from "./rules/nudge.ts";
import { close, cutOff, ruleOut, setFreezeAside } from "./rules/ops.ts";
import { propose } from "./rules/propose.ts";
import { putAway, revise } from "./rules/revise.ts";
import { revisit } from "./rules/revisit.ts";
import { takeRisk } from "./rules/risk.ts";
import { undoRuling } from "./rules/ruling.ts";
import { takeBack } from "./rules/takeBack.ts";
import { answer, ask, change, note, withdraw } from "./rules/talk.ts";
import { callUnread, placeUnreachable } from "./rules/unreachable.ts";
import { wake } from "./rules/wake.ts";
import type { RequestState } from "./state.ts";

/**
 * What happens because of a command, with everything that follows from it: events, none (a repeat, or nothing due), or
 * a refusal.
 * @throws RefusedError whose message is written for the person who acted
 */
export function decide(state: RequestState, command: RequestCommand, world: World): readonly RequestEvent[] {
  return withConsequences(state, rulesFor(state, command, world), world, command.at);
}

function rulesFor(state: RequestState, command: RequestCommand, world: World): readonly RequestEvent[] {
  switch (command.type) {
    case "start":
      return start(state, command, world);
    case "read":
      return read(state, command, world);
    case "fill":
      return fill(state, command, world);
    case "moveWindow":
      return moveWindow(state, command, world);
    case "revise":
      return revise(state, command, world);
    case "putAway":
      return putAway(state, command);
    case "propose":
      return propose(state, command, world);
    case "discard":
      return discard(state, command, world);
    case "send":
      return send(state, command, world);
    case "join":
      return join(state, command, world);
    case "take":
      return take(state, command, world);
    case "approve":
      return approve(state, command, world);
    case "both":
      return both(state, command, world);
    case "deny":
      return deny(state, command, world);
    case "takeBack":
      return takeBack(state, command, world);
    case "appeal":
      return appeal(state, command, world);
    case "takeRisk":
      return takeRisk(state, command, world);
    case "ask":
      return ask(state, command, world);
    case "answer":
      return answer(state, command, world);
    case "notMine":
      return notMine(state, command, world);
    case "handOver":
      return handOver(state, command, world);
    case "finish":
      return finish(state, command, world);
    case "confirm":
      return confirm(state, command, world);
    case "note":
      return note(state, command, world);
    case "change":
      return change(state, command, world);
    case "extend":
      return extend(state, command, world);
    case "withdraw":
      return withdraw(state, command, world);
    case "nudge":
      return nudge(state, command, world);
    case "rule":
      return rule(state, command, world);
    case "undoRuling":
      return undoRuling(state, command, world);
    case "close":
      return close(state, command, world);
    case "cutOff":
      return cutOff(state, command, world);
    case "ruleOut":
      return ruleOut(state, command, world);
    case "setFreezeAside":
      return setFreezeAside(state, command, world);
    case "wake":
      return wake(state, command, world);
    case "revisit":
      return revisit(state, command, world);
    case "placeUnreachable":
      return placeUnreachable(state, command, world);
    case "agreementLost":
      return agreementLost(state, command, world);
    case "callUnread":
      return callUnread(state, command, world);
    default:
      return assertNever(command, "request command");
  }
}
