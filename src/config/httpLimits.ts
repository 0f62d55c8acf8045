/**
 * How an HTTP server of Referee's treats its connections, all in ms.
 *
 * A request may take as long to arrive, headers and body, as Slack's own server waits, rather than Node's 300 s, in which
 * whoever sends a byte now and then holds connections open. An answer may take longer.
 *
 * A connection that is quiet stays open longer than the proxy before it keeps its end: nginx and AWS 60 s unless they are told
 * otherwise, Google's load balancer always 600 s (its page on backend keep-alive, read 2026-11-30). With Node's 5 s a request
 * meets a connection that was closed a moment ago, and the proxy answers Slack or Teams with 502.
 */
export const HTTP_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 620_000,
} as const;
