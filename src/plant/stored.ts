import { eventCodec, type Versions } from "../storedEvent.ts";
import {
  AbsenceEnded,
  AbsenceSet,
  AccountLinked,
  AccountUnlinked,
  AddressShared,
  CalendarRead,
  DigestDue,
  DutyChanged,
  FreezeLifted,
  FreezeSet,
  HeldBack,
  LeavingAccepted,
  LeavingHeld,
  OverrideSet,
  OwnerRuled,
  PersonLeft,
  PersonReturned,
  type PlantEvent,
  PlantPublished,
  RulingLifted,
  StandInEnded,
  StandInSet,
} from "./events.ts";

/**
 * Every plant event as it was ever stored. A key that older releases can do without is added to its schema, optional; what
 * changes what an event means is a version of its own behind the older ones, which are then read by an upcaster.
 */
const STORED: { readonly [T in PlantEvent["type"]]: Versions<Extract<PlantEvent, { type: T }>> } = {
  PlantPublished: [PlantPublished],
  AbsenceSet: [AbsenceSet],
  AbsenceEnded: [AbsenceEnded],
  OverrideSet: [OverrideSet],
  StandInSet: [StandInSet],
  StandInEnded: [StandInEnded],
  FreezeSet: [FreezeSet],
  FreezeLifted: [FreezeLifted],
  DutyChanged: [DutyChanged],
  AccountLinked: [AccountLinked],
  AccountUnlinked: [AccountUnlinked],
  AddressShared: [AddressShared],
  CalendarRead: [CalendarRead],
  OwnerRuled: [OwnerRuled],
  RulingLifted: [RulingLifted],
  PersonLeft: [PersonLeft],
  PersonReturned: [PersonReturned],
  LeavingHeld: [LeavingHeld],
  LeavingAccepted: [LeavingAccepted],
  DigestDue: [DigestDue],
  HeldBack: [HeldBack],
};

/** Each is read once more where it is written; histories of plants are kept as states. */
const KEPT_EVENTS = 100;

const codec = eventCodec(new Map<string, Versions<PlantEvent>>(Object.entries(STORED)), KEPT_EVENTS);

/** The names of all plant events. */
export const PLANT_EVENT_TYPES = codec.types;
/** @throws RefereeError `STREAM_UNREADABLE` */
export const readPlantEvent = codec.read;
/** @throws RefereeError `STREAM_UNREADABLE` for what could not be read again */
export const writePlantEvent = codec.write;
