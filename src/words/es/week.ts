import type { Texts } from "../catalogue.ts";
import type { WeekWords } from "../said/week.ts";

export const week: Texts<WeekWords> = {
  "week.title": "La semana del {from} al {to}",
  "week.held": "Dónde estuvo, en horas laborables",
  "week.ages": "Antigüedad de lo abierto",
  "week.decided": "Tiempo hasta decidir (mediana)",
  "week.thisWeek": "esta semana",
  "week.weekBefore": "la semana anterior",
  "week.others": "otros",
  "week.requesters": "Solicitantes",
  "week.underADay": "menos de un día",
  "week.daysOld": "de {from} a {to} días",
  "week.olderThan": "más de {days} días",
  "week.days": "{days} d",
  "week.none": "ninguna",
  "week.nothingOpen": "No hay nada abierto",
  "week.bar": "{name} {now}",
  "week.barCompared": "{name} {now} ({before} la semana anterior)",
  "week.chart": "{title}: {bars}.",
};
