import type { Seat, Step } from "./play.ts";

/** Most moments begin in office hours, when the demo plant's Otto and Sina are on call. */
export const morning: Step = {
  do: "wind",
  by: { weekdays: [1, 2, 3, 4], from: "08:30", to: "10:00", ordinary: true },
  tell: "Let it be a working morning in the plant.",
  shows: "The clock halts at everything that is due on the way, so what would have happened has happened.",
};

/** Somebody asks, answers the two questions, and sends the draft. @param how told to the reader: `As Olga, write in …` */
export function portRequest(seat: Seat, how: string): readonly Step[] {
  return [
    {
      do: "say",
      ...seat,
      text: "@Referee can we open port 502 to PLC-12?",
      tell: `${how}: “@Referee can we open port 502 to PLC-12?”`,
      shows: "Referee says what it read, and because of which words.",
    },
    {
      do: "press",
      ...seat,
      button: "Fill in",
      form: {
        values: { "Until when": "Fri 16:00", "What is it for": "read the counters for the OEE report" },
        button: "Save",
      },
      tell: "Press Fill in… and answer: until Fri 16:00, to read the counters for the OEE report.",
      shows:
        "No address, no protocol: others know those. The draft says whom it goes to and when to expect an answer, before it goes anywhere.",
    },
    {
      do: "press",
      ...seat,
      button: "Send",
      tell: "Press Send.",
      shows: "Now it has a number, and its card says at every moment who has it.",
    },
  ];
}

/** The port request of the story, as its operator asks it. */
export const olgaAsks: readonly Step[] = portRequest(
  { as: "web:olga", in: "web:line-3" },
  "In Floor chat, as Olga, write in Line 3",
);
