// What adapters, tools and main.ts may use of the core. Anything not named here is private to src/.
export {
  type AccountAddress,
  type Adapter,
  AdapterName,
  type Answer,
  type Audience,
  type Budget,
  type Deleted,
  DeliveryError,
  type DeliveryFailure,
  type Edited,
  type EffectId,
  type Find,
  type Given,
  type Hearing,
  type Inbound,
  type Look,
  type Mention,
  type Message,
  type OpenHome,
  type Overhears,
  type Pacing,
  Posted,
  type Pressed,
  type Receive,
  type Reserved,
  type Said,
  type Search,
  type SentFile,
  type Show,
  type Shown,
  Spot,
  type Submitted,
  type Tongues,
  type Utterance,
} from "./adapter.ts";
export { type Action, decodeAction, encodeAction, Verb } from "./card/action.ts";
export { repeatedLabels, spokenLabel } from "./card/buttons/spoken.ts";
export { withoutButtons } from "./card/buttons/withoutButtons.ts";
export type {
  Card,
  CardAction,
  CardBlock,
  CardDetails,
  CardFile,
  CardPart,
  CardPicture,
  CardQuote,
  ComboboxKind,
  DateTimeKind,
  Fact,
  Form,
  FormInput,
  ListItem,
  Mood,
  Option,
  StepLine,
  Tone,
} from "./card/card.ts";
export { isChosenId, joinChosen, pickedId, splitChosen } from "./card/forms/picked.ts";
export { type HomeAction, readHomeAction } from "./card/home/homeAction.ts";
export { type Clock, DAY_MS, EpochMs, HOUR_MS, instant, later, MINUTE_MS, SECOND_MS, systemClock } from "./clock.ts";
export { HTTP_LIMITS } from "./config/httpLimits.ts";
export { assertNever, ConflictError, type ErrorCode, RefereeError, RefusedError } from "./errors.ts";
export { JsonTooDeepError, readJson } from "./json.ts";
export { countSeldom, createLog, type Details, type Log, type LogLevel, type LogOptions } from "./log.ts";
export { directly, type Fetch, type Line as OutgoingLine, type Outgoing, openOutgoing } from "./outgoing/outgoing.ts";
export { NOT_CONNECTED } from "./outgoing/wayOutError.ts";
export { peopleOf } from "./plant/duty/rota.ts";
export { AccountId, type PersonId, type TeamId } from "./plant/ids.ts";
export type { Line, Person, Plant, Team } from "./plant/plant.ts";
export { readIn } from "./plant/who/language.ts";
export { platformName, platformsOf } from "./plant/who/platforms.ts";
export { externalName } from "./plant/who/who.ts";
export { homeTab, isHomeTab, readerOfHome } from "./request/homeSpot.ts";
export { Secret } from "./secret.ts";
export { redactSecrets } from "./understand/secrets.ts";
export { cutQuoted } from "./words/quoted.ts";
export { type Language, languageOf, type Tongue } from "./words/reader.ts";
export { say } from "./words/say.ts";
export { typed } from "./words/typed.ts";
