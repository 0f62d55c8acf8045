import type { Texts } from "../catalogue.ts";
import type { WeekWords } from "../said/week.ts";

export const week: Texts<WeekWords> = {
  "week.title": "The week {from} to {to}",
  "week.held": "Hours held, in working time",
  "week.ages": "Age of what is open",
  "week.decided": "Time to a decision (median)",
  "week.thisWeek": "this week",
  "week.weekBefore": "the week before",
  "week.others": "others",
  "week.requesters": "Requesters",
  "week.underADay": "under a day",
  "week.daysOld": "{from} to {to} days",
  "week.olderThan": "over {days} days",
  "week.days": "{days} d",
  "week.none": "none",
  "week.nothingOpen": "Nothing is open",
  "week.bar": "{name} {now}",
  "week.barCompared": "{name} {now} ({before} the week before)",
  "week.chart": "{title}: {bars}.",
};
