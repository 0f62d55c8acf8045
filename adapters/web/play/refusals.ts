import { morning, portRequest } from "./asking.ts";
import type { Moment } from "./play.ts";

export const refused: Moment = {
  title: "Nobody approves their own request, and an old click changes nothing",
  why: "Who decided what, and on which facts, stands up in an audit because the wrong presses never counted.",
  steps: [
    morning,
    ...portRequest(
      { as: "web:otto", in: "office:otto" },
      "Otto is in both chats. In Office chat, write to Referee as him",
    ),
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: "Approve with limits",
      tell: "PLC-12 is his as well. In Floor chat's OT controls, as Otto, press Approve with limits… on his own request.",
      shows: "Refused, politely, and seen by Otto alone: two accounts are one person.",
    },
    {
      do: "press",
      as: "web:otto",
      in: "office:otto",
      button: "Change a fact",
      form: { values: { "Until when": "Fri 20:00" }, button: "Change" },
      tell: "Otto needs it longer. Back in Office chat, on his own card, behind the three dots, press Change a fact…: until Fri 20:00.",
      shows: "What was approved on the old facts would no longer count. The owners' cards are drawn anew.",
    },
    {
      do: "pressOld",
      as: "web:karin",
      in: "web:ot-controls",
      button: "Approve",
      tell: "In Floor chat, Karin's phone was in her pocket and still shows the card of before. She presses its Approve.",
      shows: "She is told that it has changed since; nothing is approved.",
    },
  ],
};

export const safety: Moment = {
  title: "A request that would touch the safety PLC",
  why: "What protects people is asked about first, and neither rank nor hurry goes around it.",
  steps: [
    morning,
    {
      do: "say",
      as: "web:olga",
      in: "web:line-3",
      text: "@Referee please open port 102 to the safety PLC of line 3",
      tell: "In Floor chat, as Olga, write in Line 3: “@Referee please open port 102 to the safety PLC of line 3”",
      shows: "The same two questions.",
    },
    {
      do: "press",
      as: "web:olga",
      in: "web:line-3",
      button: "Fill in",
      form: {
        values: { "Until when": "Fri 16:00", "What is it for": "compare the program with the backup" },
        button: "Save",
      },
      tell: "Press Fill in… and answer: until Fri 16:00, to compare the program with the backup.",
      shows: "The draft already says that it goes to Safety first.",
    },
    { do: "press", as: "web:olga", in: "web:line-3", button: "Send", tell: "Press Send.", shows: "" },
    {
      do: "look",
      as: "web:sabine",
      in: "web:safety",
      tell: "Look at Safety, in Floor chat.",
      shows: "Nobody else is asked before Safety has agreed; no ruling of Ops and no approval replaces it.",
    },
  ],
};
