import fc from "fast-check";

// The light runner prints no cause of an error, where fast-check puts what failed.
fc.configureGlobal({ includeErrorInReport: true });
