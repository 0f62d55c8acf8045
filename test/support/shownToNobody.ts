import type { Show } from "../../src/adapter.ts";

/** For adapters that are tested without a core behind them. */
export const shownToNobody: Show = async () => ({ type: "nothing", text: "" });
