import { conversationTypeOf } from "../../../adapters/teams/conversationType.ts";

const SINA = "1f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11";
const OTTO = "2a0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c22";
const APP = "3b0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c33";

describe("the kind of a conversation", () => {
  test.each([
    { name: "what Teams says", said: "channel", id: "19:line-3@thread.skype", type: "channel" },
    { name: "a chat with Referee, by Referee's own id for it", said: "personal", id: "a:1sina", type: "personal" },
    { name: "such a chat, where Teams does not say so", said: undefined, id: "a:1sina", type: "personal" },
    { name: "such a chat, by the id it has for people", said: "personal", id: chat(SINA, APP), type: "personal" },
    { name: "a meeting's chat, by its id", said: undefined, id: "19:meeting_x@thread.v2", type: "groupChat" },
    {
      name: "a thread, by the id of its channel",
      said: undefined,
      id: "19:a@thread.tacv2;messageid=1",
      type: "channel",
    },
    { name: "one of the oldest, which may be either", said: undefined, id: "19:a@thread.skype", type: "other" },
    { name: "a chat of two people, by their ids", said: undefined, id: chat(SINA, OTTO), type: "other" },
    { name: "such a chat that Teams calls personal", said: "personal", id: chat(SINA, OTTO), type: "other" },
    { name: "a group chat that Teams calls personal", said: "personal", id: "19:a@thread.v2", type: "groupChat" },
    {
      name: "a chat of two people to which Referee was added",
      said: "groupChat",
      id: chat(SINA, OTTO),
      type: "groupChat",
    },
  ] as const)("is $name: $type", ({ said, id, type }) => {
    expect(conversationTypeOf(said, id, `28:${APP}`)).toBe(type);
  });

  function chat(one: string, other: string): string {
    return `19:${one}_${other}@unq.gbl.spaces`;
  }
});
