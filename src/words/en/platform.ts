import type { Texts } from "../catalogue.ts";
import type { PlatformWords } from "../said/platform.ts";

export const platform: Texts<PlatformWords> = {
  "platform.details": "Details",
  "platform.close": "Close",
  "platform.cancel": "Cancel",
  "platform.thread": "Thread",
  "platform.whatCanIDo": "What can I do?",
  "platform.leftOut": "{count} more, left out here because the message would be too long.",
  "platform.andMore": "… and {count} more",
  "platform.formFailed": "The form could not be opened. Please press the button again.",
  "platform.noFormHere":
    "This needs a form, and Slack opens one only from a button. Please use the button on the card.",
  "platform.detailsFailed": "The details could not be opened. Please press the button again.",
  "platform.searchList": "Search the list",
  "platform.day": "Day",
  "platform.time": "Time",
  "platform.needed": "This is needed.",
  "platform.oldClient": "This card needs a newer version of the app you are reading it in.",
  "platform.recorded": "Recorded.",
  "platform.recordedHere":
    "Recorded. You find it in this conversation or, where I am not a member of it, in your chat with me.",
  "platform.notRecorded":
    "This was not recorded: Referee cannot reach its memory at the moment. Please do it again in a minute.",
  "platform.noAccount":
    "Teams did not say which account this came from, so nothing was recorded. Please ask a colleague to do it, and tell your Teams administrator.",
  "platform.upToDate": "Up to date.",
  "platform.notShown": "Your buttons cannot be fetched at the moment. Please press once more in a minute.",
  "platform.answeredThere": "Answered in the conversation.",
  "platform.welcome":
    "Hello. Tell me in one sentence what you need from another team, for example: can we open port 502 to PLC-12? I find out whose call it is, ask them, and keep the clock. In a channel, mention me.",
};
