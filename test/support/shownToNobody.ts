import type { Find, Show } from "../../src/adapter.ts";

/** For adapters that are tested without a core behind them. */
export const shownToNobody: Show = async () => ({ type: "nothing", text: "" });

/** For tests of adapters in which nobody searches a list. */
export const foundByNobody: Find = async () => [];
