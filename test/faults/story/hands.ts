import { decodeAction, type Verb } from "../../../src/card/action.ts";
import type { RequestId } from "../../../src/request/ids.ts";

/** A button somebody looks for. */
export type Wanted = {
  readonly who: string;
  readonly verb: Verb;
  /** Absent: of any step. */
  readonly step?: string;
};

/** What became of a press, or of a form that was sent off. */
export type Answered = {
  /** The id under which the record knows it; null when it was not answered with success. */
  readonly commandId: string | null;
  /** A form is open before the person now, perhaps the same one with remarks. */
  readonly form: boolean;
};

/** A button as somebody sees it now. */
export type SeenButton = { press(): Promise<Answered> };

/** What people do on one platform. That nobody is there to answer them is an answer, too. */
export type Hands = {
  /** Says it. Resolves with the request it becomes if it arrives. */
  asks(who: string, where: string, text: string): Promise<RequestId>;
  /** Until then what was said may still arrive: the platform sends it again, ms. */
  readonly arrivesWithinMs: number;
  button(request: RequestId, wanted: Wanted): Promise<SeenButton | null>;
  /** A reply in the thread of the request's card at this place; null while this person does not see it. */
  reply(request: RequestId, place: string, who: string): ((text: string) => Promise<void>) | null;
  /** The ids of what the form asks that is open before them. */
  asked(who: string): readonly string[];
  fills(who: string, form: Readonly<Record<string, string>>): Promise<Answered>;
};

/** Whether what a button carries is what is looked for. */
export function isWanted(value: string, request: RequestId, { verb, step }: Wanted): boolean {
  // What asks for one's own card, or for more of a home, is about no request.
  if (!value.startsWith("r1|")) return false;
  const action = decodeAction(value);
  return action.request === request && action.verb === verb && (step === undefined || action.step === step);
}
