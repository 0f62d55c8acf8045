import type { AloneWords } from "./said/alone.ts";
import type { AnswersWords } from "./said/answers.ts";
import type { AppealWords } from "./said/appeal.ts";
import type { BackWords } from "./said/back.ts";
import type { BoardWords } from "./said/board.ts";
import type { DangerWords } from "./said/danger.ts";
import type { DigestWords } from "./said/digest.ts";
import type { DigestLaterWords } from "./said/digestLater.ts";
import type { DraftWords } from "./said/draft.ts";
import type { DutyWords } from "./said/duty.ts";
import type { ExtendWords } from "./said/extend.ts";
import type { FormsWords } from "./said/forms.ts";
import type { FreezeWords } from "./said/freeze.ts";
import type { HereWords } from "./said/here.ts";
import type { HomeWords } from "./said/home.ts";
import type { LinkingWords } from "./said/linking.ts";
import type { ListWords } from "./said/list.ts";
import type { NextWords } from "./said/next.ts";
import type { NotesWords } from "./said/notes.ts";
import type { NoticeWords } from "./said/notice.ts";
import type { OpsWordsWords } from "./said/opsWords.ts";
import type { OverlapWords } from "./said/overlap.ts";
import type { OwnerWords } from "./said/owner.ts";
import type { PingsWords } from "./said/pings.ts";
import type { PlatformWords } from "./said/platform.ts";
import type { PresenceWords } from "./said/presence.ts";
import type { ProtocolsWords } from "./said/protocols.ts";
import type { RecordWords } from "./said/record.ts";
import type { RefusedWords } from "./said/refused.ts";
import type { RequestWords } from "./said/request.ts";
import type { RequesterWords } from "./said/requester.ts";
import type { RiskWords } from "./said/risk.ts";
import type { RulingWords } from "./said/ruling.ts";
import type { SameWords } from "./said/same.ts";
import type { SecondWords } from "./said/second.ts";
import type { StandingWords } from "./said/standing.ts";
import type { StepsWords } from "./said/steps.ts";
import type { TalkWords } from "./said/talk.ts";
import type { ThreadWords } from "./said/thread.ts";
import type { TimesWords } from "./said/times.ts";
import type { TogetherWords } from "./said/together.ts";
import type { TypedWords } from "./said/typed.ts";
import type { ValuesWords } from "./said/values.ts";
import type { VendorWords } from "./said/vendor.ts";
import type { VerbsWords } from "./said/verbs.ts";
import type { WeekWords } from "./said/week.ts";
import type { WhereWords } from "./said/where.ts";
import type { WhoWords } from "./said/who.ts";

/** Everything Referee says, by its key, with what is needed to say it: null for nothing. */
export type Said = AloneWords &
  AnswersWords &
  AppealWords &
  BackWords &
  BoardWords &
  DangerWords &
  DigestLaterWords &
  DigestWords &
  DraftWords &
  DutyWords &
  ExtendWords &
  FormsWords &
  FreezeWords &
  HereWords &
  HomeWords &
  LinkingWords &
  ListWords &
  NextWords &
  NotesWords &
  NoticeWords &
  OpsWordsWords &
  OverlapWords &
  OwnerWords &
  PingsWords &
  PlatformWords &
  PresenceWords &
  ProtocolsWords &
  RecordWords &
  RefusedWords &
  RequestWords &
  RequesterWords &
  RiskWords &
  RulingWords &
  SameWords &
  SecondWords &
  StandingWords &
  StepsWords &
  TalkWords &
  ThreadWords &
  TimesWords &
  TogetherWords &
  TypedWords &
  ValuesWords &
  VendorWords &
  VerbsWords &
  WeekWords &
  WhereWords &
  WhoWords;

export type Key = keyof Said;

/** Those that are said as they are. */
export type PlainKey = { [K in Key]: Said[K] extends null ? K : never }[Key];

/** Messages by their keys: ICU MessageFormat, with names, plurals and choices in braces. */
export type Texts<Words> = { readonly [K in keyof Words]: string };

/** All there is to say, in one language. */
export type Catalogue = Texts<Said>;
