import type { Catalogue } from "../catalogue.ts";
import { alone } from "./alone.ts";
import { answers } from "./answers.ts";
import { appeal } from "./appeal.ts";
import { back } from "./back.ts";
import { board } from "./board.ts";
import { danger } from "./danger.ts";
import { digest } from "./digest.ts";
import { digestLater } from "./digestLater.ts";
import { draft } from "./draft.ts";
import { duty } from "./duty.ts";
import { extend } from "./extend.ts";
import { forms } from "./forms.ts";
import { freeze } from "./freeze.ts";
import { here } from "./here.ts";
import { home } from "./home.ts";
import { linking } from "./linking.ts";
import { list } from "./list.ts";
import { next } from "./next.ts";
import { notes } from "./notes.ts";
import { notice } from "./notice.ts";
import { opsWords } from "./opsWords.ts";
import { overlap } from "./overlap.ts";
import { owner } from "./owner.ts";
import { pings } from "./pings.ts";
import { platform } from "./platform.ts";
import { presence } from "./presence.ts";
import { protocols } from "./protocols.ts";
import { record } from "./record.ts";
import { refused } from "./refused.ts";
import { request } from "./request.ts";
import { requester } from "./requester.ts";
import { risk } from "./risk.ts";
import { ruling } from "./ruling.ts";
import { same } from "./same.ts";
import { second } from "./second.ts";
import { standing } from "./standing.ts";
import { steps } from "./steps.ts";
import { talk } from "./talk.ts";
import { thread } from "./thread.ts";
import { times } from "./times.ts";
import { together } from "./together.ts";
import { typed } from "./typed.ts";
import { values } from "./values.ts";
import { vendor } from "./vendor.ts";
import { verbs } from "./verbs.ts";
import { week } from "./week.ts";
import { where } from "./where.ts";
import { who } from "./who.ts";

export const de: Catalogue = {
  ...alone,
  ...answers,
  ...appeal,
  ...back,
  ...board,
  ...danger,
  ...digest,
  ...digestLater,
  ...draft,
  ...duty,
  ...extend,
  ...forms,
  ...freeze,
  ...here,
  ...home,
  ...linking,
  ...list,
  ...next,
  ...notes,
  ...notice,
  ...opsWords,
  ...overlap,
  ...owner,
  ...pings,
  ...platform,
  ...presence,
  ...protocols,
  ...record,
  ...refused,
  ...request,
  ...requester,
  ...risk,
  ...ruling,
  ...same,
  ...second,
  ...standing,
  ...steps,
  ...talk,
  ...thread,
  ...times,
  ...together,
  ...typed,
  ...values,
  ...vendor,
  ...verbs,
  ...week,
  ...where,
  ...who,
};
