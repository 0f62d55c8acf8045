import { morning, olgaAsks } from "./asking.ts";
import type { Moment } from "./play.ts";

const MINUTE_MS = 60_000;

export const whoOwns: Moment = {
  title: "“Who owns the SCADA server?”",
  why: "The question that costs a shift half an hour is answered in a second, with who is on call now and why.",
  steps: [
    {
      do: "say",
      as: "web:olga",
      in: "web:olga",
      text: "who owns the SCADA server?",
      tell: "In Floor chat, as Olga, ask Referee directly: “who owns the SCADA server?”",
      shows: "Two teams share it; both are named, with who is on call at this minute and by which rota.",
    },
  ],
};

export const lineDown: Moment = {
  title: "Line down at three in the morning, in one tap",
  why: "A line that stands is no time for a form: one tap calls, and every hop is rung, not mailed.",
  steps: [
    {
      do: "wind",
      by: { weekdays: [2, 3, 4, 5], from: "03:00", to: "03:45" },
      tell: "Let it be three in the morning.",
      shows: "The office is closed; the phones of those on call are not.",
    },
    {
      do: "say",
      as: "web:olga",
      in: "web:line-3",
      text: "@Referee line 3 is down",
      tell: "In Floor chat, as Olga, write in Line 3: “@Referee line 3 is down”",
      shows: "No questions. The emergency number stands first.",
    },
    {
      do: "press",
      as: "web:olga",
      in: "web:line-3",
      button: "Call OT now",
      tell: "Press Call OT now.",
      shows: "Whoever is on call for the line's machines tonight is rung at once.",
    },
    {
      do: "wind",
      by: 5 * MINUTE_MS,
      tell: "Five minutes without an answer: wind the clock that far.",
      shows: "The next in the chain is rung. It goes on like this up to the plant manager, and never holds.",
    },
    {
      do: "press",
      as: "web:ole",
      in: "web:ot-controls",
      button: "On it",
      tell: "As Ole, press On it.",
      shows: "Olga and the shift lead know who is on the way.",
    },
  ],
};

export const killed: Moment = {
  title: "Stop Referee hard, start it again: nothing lost",
  why: "An approval that was given stays given, whatever the machine under it does.",
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "kill",
      tell: "Stop Referee as a power cut would.",
      shows: "The page waited, and Referee is back: the same chats, the same cards, the same clock.",
    },
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: "Take it",
      tell: "As Otto, press Take it on the card from before.",
      shows: "Otto has it. Nothing was said twice, nothing is missing.",
    },
  ],
};
