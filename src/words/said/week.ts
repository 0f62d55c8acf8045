/** The picture of a week, and the text that stands for it where it is not seen. */
export type WeekWords = {
  /** `from`, `to`: days. */
  readonly "week.title": { readonly from: string; readonly to: string };
  readonly "week.held": null;
  readonly "week.ages": null;
  readonly "week.decided": null;
  readonly "week.thisWeek": null;
  readonly "week.weekBefore": null;
  readonly "week.others": null;
  readonly "week.requesters": null;
  readonly "week.underADay": null;
  readonly "week.daysOld": { readonly from: number; readonly to: number };
  readonly "week.olderThan": { readonly days: number };
  /** As short as it gets: it stands beside a bar. */
  readonly "week.days": { readonly days: number };
  readonly "week.none": null;
  readonly "week.nothingOpen": null;
  /** One bar in words: `now` and `before` are durations, or `week.none`. */
  readonly "week.bar": { readonly name: string; readonly now: string };
  readonly "week.barCompared": { readonly name: string; readonly now: string; readonly before: string };
  /** One chart in words: its title, and its bars. */
  readonly "week.chart": { readonly title: string; readonly bars: string };
};
