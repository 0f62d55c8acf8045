/** What Referee itself says on Teams, beside what the core has it say. */
export const WORDS = {
  recorded: "Recorded.",
  recordedHere: "Recorded. You find it in this conversation or, where I am not a member of it, in your chat with me.",
  notRecorded: "This was not recorded: Referee cannot reach its memory at the moment. Please do it again in a minute.",
  noAccount:
    "Teams did not say which account this came from, so nothing was recorded. Please ask a colleague to do it, and tell your Teams administrator.",
  ask: "What can I do?",
  upToDate: "Up to date.",
  notShown: "Your buttons cannot be fetched at the moment. Please press once more in a minute.",
  answeredThere: "Answered in the conversation.",
  welcome:
    "Hello. Tell me in one sentence what you need from another team, for example: can we open port 502 to PLC-12? " +
    "I find out whose call it is, ask them, and keep the clock. In a channel, mention me.",
} as const;
