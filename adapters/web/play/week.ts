import { morning, olgaAsks } from "./asking.ts";
import type { Moment } from "./play.ts";

/** A Tuesday's digest is never the first of its week, so the next Monday's is. */
export const week: Moment = {
  title: "The week, as a picture",
  why: "Where the time goes is seen at a glance: by parties, never by persons.",
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: "Take it",
      tell: "In Floor chat, as Otto, press Take it.",
      shows: "From now on OT controls has it, in its working hours.",
    },
    {
      do: "wind",
      by: { weekdays: [6], from: "10:00", to: "18:00" },
      tell: "Let it be Saturday.",
      shows: "The days passed with everything that fell due in them.",
    },
    {
      do: "wind",
      by: { weekdays: [1], from: "06:05", to: "08:00" },
      tell: "Let it be Monday morning.",
      shows: "The first digest of the week has come.",
    },
    {
      do: "look",
      as: "web:paula",
      in: "web:ops",
      tell: "Look at Ops, in Floor chat, and open the thread below the digest.",
      shows:
        "Hours held by party, in working time, against the week before; how old what is open is; how long a decision takes. Whoever cannot see it hears the same figures.",
    },
  ],
};
