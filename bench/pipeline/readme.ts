/** The page beside the bench: what is measured, on which machine, and what came of it. */
export function readme(tables: string, machine: string, open: number): string {
  return `# How fast a request reaches its owner

\`npm run bench\` writes this page. Five things take turns in each round, each on a Redis of its own:

- **Raw BullMQ**: jobs that do nothing, fifty at a time. Nothing that goes through BullMQ can be faster.
- **The reference**: the least a crash-safe path can be. \`node:http\` and HMAC, one script that appends with a command
  id, a lease, BullMQ, a POST, one script that records. No plant, no request type, no card, no Slack library.
- **Chat SDK**: a bot on Vercel's Chat SDK with its Slack adapter and its Redis, as its guide writes one. A mention is answered
  with a card, a press with a post. It answers Slack first and works after: a crash in between loses the message, and it does
  not ask Redis whether a press came before. It keeps no record of what was asked or decided, and knows no owners, timers,
  rate budgets or languages.
- **Bolt and BullMQ**: Bolt turns what comes in into a job, a worker posts over Slack's client. Bolt answers messages before
  their job is in Redis (its default), presses after. A job that fails is tried again and may post twice; repeats are known by
  the job's id while it is kept. It keeps no record either, posts once a press, and has no owners, timers or rate budgets.
- **Referee** as \`npm start\` runs it, over Bolt, with a Slack on loopback that says yes at once and a pacing that never
  makes it wait. A message is read, a draft recorded and shown in the asker's thread. A press sends it: the request is
  recorded, its steps opened, and two owners and the asker see it; counted is the owner's card.

After the rounds, once: ${open} open requests in one plant of 240 teams, on a platform in memory with Slack's budget for
changed cards. Presses come every 40 ms, first alone, then while a changed plant file has all those requests looked at, a
digest falls due and one person asks question after question. At last the clock is set to where the wakes of all of them are due.

Figures are medians over the rounds; ratios are taken within a round, then the median. "Said" is the time until the
message stands at the platform. What Slack itself allows, about one post a second in a channel, is far below all this:
what matters is that nobody waits for Referee.

${machine}

${tables}
`;
}
