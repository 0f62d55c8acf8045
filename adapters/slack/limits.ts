/**
 * What Slack accepts, in characters or pieces unless the name says otherwise. The adapter cuts to these, the fake Slack
 * of the tests refuses past them.
 * @source the declarations of `@slack/types` 3.2.0 (block-kit/*.d.ts), read 2026-11-22, where nothing else is said
 */
export const SLACK_LIMITS = {
  /** Blocks in one message. */
  messageBlocks: 50,
  /** Longest text of a message before Slack cuts it. @source github.com/slackapi/bolt-js issue 2509, read 2026-11-22 */
  messageText: 40_000,
  /** Length Slack asks apps to stay below: from memory, on the careful side. */
  messageTextAdvised: 4_000,
  /**
   * Blocks as JSON. Undocumented: `msg_blocks_too_long` was met between 11,341 and 13,297 characters, so the fake refuses
   * past the higher figure and the adapter stays well below the lower one.
   * @source github.com/slackapi/bolt-js issues 2509 and 2867, read 2026-11-22
   */
  blocksJson: 13_200,
  blocksJsonPlanned: 10_000,
  /** Metadata as JSON: from memory. Referee's is below 200. */
  metadataJson: 8_000,
  blockId: 255,
  actionId: 255,
  sectionText: 3_000,
  sectionFields: 10,
  fieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  /** Text of a context element; the general limit of a text object. */
  contextText: 3_000,
  /** Text beside a picture: from memory. */
  imageAlt: 2_000,
  actionsElements: 25,
  buttonText: 75,
  /** What is read aloud in place of a button's text. @source `@slack/types` 3, `Button.accessibility_label`, read 2026-11-30 */
  accessibilityLabel: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  overflowOptions: 5,
  /** Slack's page says 1, several client libraries still say 2; Referee keeps to 2. */
  overflowOptionsFewest: 2,
  selectOptions: 100,
  optionGroups: 100,
  radioOptions: 10,
  checkboxes: 10,
  optionText: 75,
  /** 75 in `@slack/types`, 150 in newer documentation: Referee keeps to the smaller. */
  optionValue: 75,
  placeholderText: 150,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputMaxLength: 3_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewBlocks: 100,
  viewTitle: 24,
  viewButton: 24,
  /** Bytes of a view as JSON. @source Slack's own description of `view_too_large` (views.open), read 2026-11-22 */
  viewBytes: 250_000,
  privateMetadata: 3_000,
  callbackId: 255,
  /** Views on top of each other. @source https://docs.slack.dev/surfaces/modals, read 2026-11-22 */
  viewStack: 3,
  /** Life of a trigger id, ms: from memory; Slack only calls it short. */
  triggerLifeMs: 3_000,
  /** Answers a response_url takes, and for how long, ms. @source docs.spatie.be laravel-slack-slash-command, read 2026-11-22 */
  responseUrlUses: 5,
  responseUrlLifeMs: 30 * 60_000,
  /**
   * The app manifest.
   * @source the declarations of `@slack/web-api` 8.2.0 (types/request/manifest.d.ts); the fewest characters of the long
   * description: https://docs.slack.dev/reference/app-manifest; both read 2026-11-22
   */
  manifestName: 35,
  manifestDescription: 140,
  manifestLongDescription: 4_000,
  manifestLongDescriptionFewest: 174,
  manifestBotName: 80,
  manifestCommand: 32,
  manifestShortcuts: 10,
  manifestShortcutDescription: 150,
  manifestEvents: 100,
  manifestScopes: 255,
} as const;
