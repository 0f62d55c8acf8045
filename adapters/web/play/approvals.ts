import { morning, olgaAsks } from "./asking.ts";
import type { Moment } from "./play.ts";

const HOUR_MS = 3_600_000;

export const sentence: Moment = {
  title: "A sentence becomes two questions and a card",
  why: "Nobody fills in a ticket: the operator says it in their own words and is asked only what they can know.",
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "look",
      as: "web:otto",
      in: "web:ot-controls",
      tell: "Look at OT controls, in Floor chat too: PLC-12 is theirs, and Otto is on call.",
      shows:
        "One card with what, where, why, until when, and what to consider. IT security has the same, at the same time, in Office chat.",
    },
  ],
};

export const limits: Moment = {
  title: "Yes, but: an approval with limits",
  why: "Approvers are not left with yes or no; what they add binds everybody who comes after them.",
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: "Approve with limits",
      form: { values: { "May it only read": "read only", "Only if": "Read only" }, button: "Approve" },
      tell: "In Floor chat, as Otto, press Approve with limits…: it may only read.",
      shows: "Otto is asked what the owner of the machine knows. Every card shows what he said, and when.",
    },
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: "Approve",
      form: { values: { "Which machine or address": "10.3.0.12", "Which side": "the source" }, button: "Approve" },
      tell: "In Office chat, as Sina, press Approve… in IT security: it comes from 10.3.0.12, which opens the connection.",
      shows: "Security supplies what only security knows. Approved is not done: the ball goes to IT network.",
    },
    {
      do: "look",
      as: "office:nils",
      in: "office:it-network",
      tell: "Look at IT network, in Office chat, who will open it.",
      shows: "The approved facts, the limits, the checks before, and one button when done.",
    },
  ],
};

export const stall: Moment = {
  title: "A request that stalls reaches Ops",
  why: "Nobody has to chase: who is asked next, and when Ops hears of it, is known from the first minute.",
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "wind",
      by: HOUR_MS,
      tell: "Nobody answers. Wind the clock one hour on.",
      shows: "Otto's backup is asked too. Otto keeps the card; nothing was taken from him.",
    },
    {
      do: "look",
      as: "web:ole",
      in: "web:ot-controls",
      tell: "In Floor chat, look at what Ole sees.",
      shows: "A new message, since an edited card calls nobody; and why it is him.",
    },
    {
      do: "wind",
      by: 9 * HOUR_MS,
      tell: "Still nobody. Wind nine hours on.",
      shows: "Each hop happened at its own time, in order.",
    },
    {
      do: "look",
      as: "web:paula",
      in: "web:ops",
      tell: "Look at Ops, in Floor chat.",
      shows: "Ops hears of it and may say whose it is. Silence approved nothing, and never does.",
    },
  ],
};
