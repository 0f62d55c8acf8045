/**
 * How much a card may hold before Teams refuses it or hides part of it. Texts in characters.
 *
 * `visibleActions`: Teams draws six buttons in a row of actions and drops the rest without a word.
 * `cardText`: the length of the card as JSON. Teams counts a message in UTF-16, two bytes a character, and refuses one of
 * more than 100 KB; Microsoft advises to stay below 80 KB. 36,000 characters are 72 KB and leave room for the envelope.
 * `picture`: a picture as base64; with its text and a title it still fits such a card.
 * `searchedChoices`: so many choices Teams shows of a list that it asks for while somebody types; one of `listedChoices`
 * or fewer stands in the card, where it takes 100 characters a choice, and again in the form the card carries.
 * The others are ours: what a person can take in, on a phone, before opening the request itself.
 *
 * @source `maxActions` in microsoft-teams-light.json of the npm package adaptivecards-designer 2.4.4, read 2026-11-22
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages, read 2026-11-22 in a
 *   stored copy; older copies of that page say 40 KB
 * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search, read 2026-11-29
 *   in a stored copy
 */
export const ADAPTIVE_LIMITS = {
  visibleActions: 6,
  cardText: 36_000,
  picture: 32_000,
  listItems: 40,
  buttonTitle: 40,
  /** What is read aloud: as much as Slack takes, since it says the same. */
  tooltip: 75,
  inputText: 4_000,
  choices: 100,
  listedChoices: 30,
  searchedChoices: 15,
} as const;

/** Lengths to which texts of a card are cut, tried in order until the card fits `cardText`. */
export const TEXT_LENGTHS = [4_000, 1_000, 250, 80] as const;
