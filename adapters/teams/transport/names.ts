/** `botbuilder` is Microsoft's library, which has ended; `rest` speaks the Bot Connector's REST interface itself. */
export const TRANSPORTS = ["botbuilder", "rest"] as const;
export type TransportName = (typeof TRANSPORTS)[number];
