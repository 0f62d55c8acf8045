import { encodeAction, type Verb } from "../../src/card/action.ts";
import { systemClock } from "../../src/clock.ts";
import { requestIdFor } from "../../src/referee/requests.ts";
import type { RequestId } from "../../src/request/ids.ts";
import { signed } from "../../test/fakes/slack/delivery.ts";
import type { Shot } from "./load.ts";
import { askChannel, asker, machine } from "./plant.ts";

export const SECRET = "bench-signing-secret";
const TEAM = "T0BENCH";

type Message = { readonly shot: Shot; readonly request: RequestId; readonly n: number; readonly ts: string };

/** Every shot of a run is another one. */
let made = 0;
function next(): number {
  made += 1;
  return made;
}

/** A port is asked for; what comes of it is the draft in the asker's thread. */
export const asksForPort = () => asks((n) => `can we open port 502 to ${machine(n)} until friday 12:00?`).shot;

/** A machine stands; once it was called, its owner is pinged. */
export const standsStill = () => asks((n) => `${machine(n)} is down, nothing moves`);

function asks(text: (n: number) => string): Message {
  const n = next();
  const ts = `${Math.floor(systemClock() / 1_000)}.${String(n).padStart(6, "0")}`;
  const channel = askChannel(n);
  const said = { user: asker(n), text: `<@U0REFEREE> ${text(n)}`, ts, channel };
  const event = { type: "message", channel_type: "channel", event_ts: ts, ...said };
  const body = JSON.stringify(envelope(`Ev${n}`, event));
  const request = requestIdFor(`slack:said:${channel}:${ts}`, 0);
  return { shot: { ...signedJson(body), effect: `${request}.requester@card-0` }, request, n, ts };
}

/** The same message for a peer, which answers it with a card. */
export function asksPeer(): Shot {
  const { shot, ts } = asks((n) => `can we open port 502 to ${machine(n)} until friday 12:00?`);
  return { ...shot, effect: `${ts}-card` };
}

/** What Slack sends around an event. */
function envelope(id: string, event: object) {
  const authorizations = [{ team_id: TEAM, user_id: "U0REFEREE", is_bot: true }];
  const about = { token: "z", team_id: TEAM, api_app_id: "A0", event_time: Math.floor(systemClock() / 1_000) };
  return { ...about, type: "event_callback", event_id: id, authorizations, event };
}

/** The press that sends a draft on its way. */
export function presses({ request, n }: Message, verb: Verb, place: string): Shot {
  const value = encodeAction({ verb, request, step: null, ask: 0, arg: "" });
  return { ...press(n, `referee.${verb}`, value), effect: `${request}.${place}@card-0` };
}

/** The same press for a peer, which answers it with a post. */
export function pressesPeer(): Shot {
  const n = next();
  return { ...press(n, "approve", `Press${n}`), effect: `Press${n}` };
}

function press(n: number, action: string, value: string): Pick<Shot, "headers" | "body"> {
  const payload = {
    type: "block_actions",
    user: { id: asker(n), username: "asker", name: "asker", team_id: TEAM },
    api_app_id: "A0",
    token: "z",
    trigger_id: `${next()}.738474920.8088930838d88f008e0`,
    team: { id: TEAM, domain: "bench" },
    enterprise: null,
    is_enterprise_install: false,
    container: { type: "message", message_ts: "1760000000.000100", channel_id: askChannel(n), is_ephemeral: false },
    channel: { id: askChannel(n), name: "line" },
    message: { ts: "1760000000.000100" },
    state: { values: {} },
    actions: [{ action_id: action, block_id: "b", type: "button", action_ts: "1760000000.000100", value }],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return { headers: { "content-type": "application/x-www-form-urlencoded", ...signed(body, SECRET) }, body };
}

/** The same event for the reference pipeline. */
export function asksReference(): Shot {
  const n = next();
  const event = { type: "message", user: asker(n), text: `can we open port 502 to ${machine(n)}?`, ts: `${n}.1` };
  const body = JSON.stringify(envelope(`Ev${n}`, event));
  return { ...signedJson(body), effect: `Ev${n}-ping` };
}

function signedJson(body: string): Pick<Shot, "headers" | "body"> {
  return { headers: { "content-type": "application/json", ...signed(body, SECRET) }, body };
}
