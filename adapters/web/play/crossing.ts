import { morning, olgaAsks } from "./asking.ts";
import type { Moment } from "./play.ts";

export const twoChats: Moment = {
  title: "One request in two chats",
  why: "The floor writes in one chat, IT in another. Nobody changes over, and nobody copies answers across.",
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: "Ask a question",
      form: { values: { Question: "Which machine reads the counters?" }, button: "Ask" },
      tell: "In Office chat, as Sina, press Ask a question…: which machine reads the counters?",
      shows: "Olga is asked in Floor chat, with Sina's name and her chat. The ball is with Olga now.",
    },
    {
      do: "reply",
      as: "web:olga",
      in: "web:line-3",
      text: "the historian",
      tell: "In Floor chat, as Olga, reply to her: “the historian”",
      shows: "The answer stands below Sina's card in Office chat, and the ball is back with her.",
    },
    {
      do: "reply",
      as: "web:otto",
      in: "web:ot-controls",
      text: "read only, please",
      tell: "In Floor chat, as Otto, reply to the card in OT controls: “read only, please”",
      shows: "It reaches every place of the request; in Office chat with the chat it came from.",
    },
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: "Approve",
      form: { values: { "Which machine or address": "Historian", "Which side": "the source" }, button: "Approve" },
      tell: "In Office chat, as Sina, press Approve…: from the Historian, which opens the connection.",
      shows: "Her approval counts on every card, whichever chat it is in: one of two is given.",
    },
    {
      do: "look",
      as: "web:olga",
      in: "web:line-3",
      tell: "Look at Olga's card, in Floor chat.",
      shows: "One request, one truth: what Sina decided in the other chat, and whose turn it is.",
    },
  ],
};
