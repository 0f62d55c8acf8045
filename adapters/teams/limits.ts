/** At most `count` calls within `withinMs`. */
export type RateWindow = { readonly count: number; readonly withinMs: number };

/**
 * What Teams allows a bot. The windows count the calls of one bot about one conversation.
 *
 * `messageBytes`: a whole message as UTF-16; larger ones are answered 413. Microsoft advises to stay below 80 KB.
 * `messageText`: ours, in characters, so that text and envelope together stay below both.
 * `perSecondInTenant`: all calls of one app in one tenant; Microsoft names 30 in one place and 50 in another.
 * `refreshUsers`: people whose clients may ask for a view of their own of one card.
 *
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, read 2026-11-22 in a stored copy
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages, read 2026-11-22 in a
 *   stored copy
 * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
 *   (refresh), read 2026-11-22 in a stored copy
 */
export const TEAMS_LIMITS = {
  messageBytes: 100 * 1_024,
  messageText: 20_000,
  sends: [
    { count: 7, withinMs: 1_000 },
    { count: 8, withinMs: 2_000 },
    { count: 60, withinMs: 30_000 },
    { count: 1_800, withinMs: 3_600_000 },
  ],
  memberReads: [
    { count: 14, withinMs: 1_000 },
    { count: 16, withinMs: 2_000 },
    { count: 120, withinMs: 30_000 },
    { count: 3_600, withinMs: 3_600_000 },
  ],
  perSecondInTenant: 30,
  refreshUsers: 60,
} as const satisfies Record<string, number | readonly RateWindow[]>;
