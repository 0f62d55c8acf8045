import type { Texts } from "../catalogue.ts";
import type { WeekWords } from "../said/week.ts";

export const week: Texts<WeekWords> = {
  "week.title": "Die Woche von {from} bis {to}",
  "week.held": "Wo es lag, in Arbeitsstunden",
  "week.ages": "Alter des Offenen",
  "week.decided": "Zeit bis zur Entscheidung (Median)",
  "week.thisWeek": "diese Woche",
  "week.weekBefore": "die Woche davor",
  "week.others": "andere",
  "week.requesters": "Antragsteller",
  "week.underADay": "unter einem Tag",
  "week.daysOld": "{from} bis {to} Tage",
  "week.olderThan": "über {days} Tage",
  "week.days": "{days} Tg.",
  "week.none": "keine",
  "week.nothingOpen": "Nichts ist offen",
  "week.bar": "{name} {now}",
  "week.barCompared": "{name} {now} (in der Woche davor {before})",
  "week.chart": "{title}: {bars}.",
};
