import type { Texts } from "../catalogue.ts";
import type { LinkingWords } from "../said/linking.ts";

export const linking: Texts<LinkingWords> = {
  "linking.notKnown": "The plant does not know this account, so there is nothing to unlink.",
  "linking.inTheFile": "This account stands in the plant file. Your plant''s administrator can take it out there.",
  "linking.notYours":
    "Nothing was unlinked. Ops leads unlink others, by the id that the plant file gives them; accounts that stand in the file are taken out there.",
  "linking.unlinked":
    "{count, plural, one {One account is} other {# accounts are}} not linked any more, and can decide nothing. Who has one writes “link” from it to link it again.",
  "linking.codeGiven": "You were given a code for this already. Write “link” again for another one.",
  "linking.fromKnown":
    "Please write this from the account by which the plant knows you. It does not know this one yet.",
  "linking.tooManyTries": "Too many codes were tried from this account. Please wait ten minutes.",
  "linking.codeUnknown":
    "This code is not known, or its ten minutes are over. Write “link” from the new account for another one.",
  "linking.alreadyKnown":
    "This account is known as {who}. To link another account of yours, write “link” to Referee from that one.",
  "linking.offer":
    "Write “link {code}” to Referee within ten minutes, from the account by which the plant knows you already. Give the code to nobody else. Without such an account, ask your plant''s administrator.",
  "linking.notLinked":
    "This was not linked: the plant knows you by another account on {platform}, or knows that one as somebody else''s. Your plant''s administrator can change it.",
  "linking.linked": "The account on {platform} that calls itself {name} is linked to you now.",
  "linking.asks":
    "If somebody sent you this code, do nothing: what is pressed from that account would count as yours, approvals too. An account on {platform} that calls itself {name} asks to be you. If it is yours, write “link {code} yes”.",
  "linking.asksFrom":
    "If somebody sent you this code, do nothing: what is pressed from that account would count as yours, approvals too. An account on {platform} with the address {address} that calls itself {name} asks to be you. If it is yours, write “link {code} yes”.",
  "linking.nothingWaits": "Nothing waits for it any more.",
  "linking.taken": "You have said already what this message is for.",
};
