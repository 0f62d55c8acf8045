import { type WordTable, zone } from "./words.ts";

/**
 * Short names of zones that stand behind a time, with their distance from UTC in minutes. Names that are also words
 * ("ist") or that several zones share are left out.
 */
export const ZONE_MINUTES: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  wet: 0,
  west: 60,
  wez: 0,
  wesz: 60,
  eet: 120,
  eest: 180,
  oez: 120,
  oesz: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
};

export const zoneWords = (): WordTable => Object.keys(ZONE_MINUTES).map((name) => [zone(name), name]);
