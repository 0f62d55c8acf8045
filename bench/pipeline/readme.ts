/** The page beside the bench: what is measured, on which machine, and what came of it. */
export function readme(tables: string, machine: string): string {
  return `# How fast a request reaches its owner

\`npm run bench\` writes this page. Three things take turns in each round, each on a Redis of its own:

- **Raw BullMQ**: jobs that do nothing, fifty at a time. Nothing that goes through BullMQ can be faster.
- **The reference**: the least a crash-safe path can be. \`node:http\` and HMAC, one script that appends with a command
  id, a lease, BullMQ, a POST, one script that records. No plant, no request type, no card, no Slack library.
- **Referee** as \`npm start\` runs it, over Bolt and Slack's own client, with a Slack on loopback that says yes at once
  and a pacing that never makes it wait. A message is read, a draft recorded and shown in the asker's thread. A press
  sends it: the request is recorded, its steps opened, and two owners and the asker see it; counted is the owner's card.

Figures are medians over the rounds; ratios are taken within a round, then the median. "Said" is the time until the
message stands at the platform. What Slack itself allows, about one post a second in a channel, is far below all this:
what matters is that nobody waits for Referee.

${machine}

${tables}
`;
}
