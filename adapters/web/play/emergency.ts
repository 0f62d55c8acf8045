import type { Moment } from "./play.ts";

const pia = { as: "web:pia", in: "web:line-7" } as const;

export const breakGlass: Moment = {
  title: "Break glass: two people, four hours, and nobody forgets it",
  why: "When those who decide cannot be waited for, it goes around them in the open: two people, an end, and a review.",
  steps: [
    {
      do: "wind",
      by: { weekdays: [2, 3, 4, 5], from: "03:00", to: "03:45" },
      tell: "Let it be three in the morning.",
      shows: "The owners of the machine and IT security sleep.",
    },
    {
      do: "say",
      ...pia,
      text: "@Referee break glass: emergency access to PLC-7 until 05:00",
      tell: "In Floor chat, as Pia, write in Line 7: “@Referee break glass: emergency access to PLC-7 until 05:00”",
      shows: "Four hours at most, and never for what protects people.",
    },
    {
      do: "press",
      ...pia,
      button: "Fill in",
      form: {
        values: { "What is to be opened": "the way in for remote service", "Why can it not wait": "line 7 stands" },
        button: "Save",
      },
      tell: "Press Fill in… and answer: the way in for remote service, line 7 stands.",
      shows: "Whoever reviews it tomorrow reads why it could not wait.",
    },
    {
      do: "press",
      ...pia,
      button: "Send",
      tell: "Press Send.",
      shows: "Pia is one of two. The shift lead and Ops are asked, and whoever comes first is the other.",
    },
    {
      do: "press",
      as: "web:paula",
      in: "web:ops",
      button: "Approve",
      tell: "As Paula, press Approve in Operations.",
      shows: "One yes is enough now; the shift lead hands it out.",
    },
    {
      do: "press",
      as: "web:lars",
      in: "web:line-7",
      button: "Opened",
      form: { values: { "What was opened": "remote service, for the vendor's Elena" }, button: "Opened" },
      tell: "As Lars, who leads the shift, press Opened… in Line 7: remote service, for the vendor's Elena.",
      shows: "It ends at five by itself.",
    },
    {
      do: "look",
      as: "office:sina",
      in: "office:it-security",
      tell: "In Office chat, look at IT security.",
      shows: "Who was not asked is told at once, may cut it off, and is asked to review it.",
    },
    {
      do: "look",
      as: "web:paula",
      in: "web:ops",
      tell: "Look at Operations, in Floor chat.",
      shows:
        "One card lists what is open in the whole plant: until when, who watches it, and a button that ends it now.",
    },
  ],
};
