import type { Plant } from "../plant/plant.ts";
import { retold, type SayFact, type Told } from "../plant/told/told.ts";
import { nameValue } from "../workflow/value.ts";
import type { FrozenType, RequestEvent } from "./events.ts";
import type { Asking, Ball, Note, StepState } from "./state.ts";

// What Referee said of its own accord is kept in the plant's words, and so that it can be said again: here it is, in those of
// whoever reads it. What was kept in words alone, by releases before this, stands as it was.

/** How the facts of a request are called, and said, by rules in the words of their readers. */
export function factsOf(rules: FrozenType, plant: Plant): SayFact {
  return (id, value) => {
    const field = rules.fields.find((each) => each.id === id);
    if (field === undefined) return null;
    return value === null ? field.label : nameValue(field, value.value, plant, value.seen);
  };
}

type Reader = { readonly plant: Plant; readonly facts: SayFact };

/** @param words how what was kept stands there now */
function again(words: string, told: Told | undefined, { plant, facts }: Reader): string {
  return told === undefined ? words : (retold(plant, told, facts) ?? words);
}

export function noteAs(note: Note, reader: Reader): Note {
  return { ...note, text: again(note.text, note.told, reader) };
}

export function stepAs(step: StepState, reader: Reader): StepState {
  switch (step.status) {
    case "held":
      return { ...step, because: again(step.because, step.told, reader) };
    case "disputed":
      return { ...step, reason: again(step.reason, step.told, reader) };
    case "open":
    case "asked":
      return { ...step, ball: ballAs(step.ball, reader) };
    default:
      return step;
  }
}

function ballAs(ball: Ball, reader: Reader): Ball {
  const { released } = ball;
  return {
    ...ball,
    because: again(ball.because, ball.told, reader),
    pings: ball.pings.map((ping) => pingAs(ping, reader)),
    released: released === null ? null : { ...released, reason: again(released.reason, released.told, reader) },
  };
}

function pingAs<P extends Pick<Asking, "because" | "told">>(ping: P, reader: Reader): P {
  return { ...ping, because: again(ping.because, ping.told, reader) };
}

/** An event to tell somebody of, in their words. */
export function eventAs(event: RequestEvent, reader: Reader): RequestEvent {
  switch (event.type) {
    case "StepOpened":
      return { ...pingAs(event, reader), ping: pingAs(event.ping, reader) };
    case "StepPinged":
      return { ...event, ping: pingAs(event.ping, reader) };
    case "StepHeld":
    case "StepMoved":
    case "RequesterLeft":
      return pingAs(event, reader);
    case "StepReleased":
    case "StepDisputed":
    case "GrantEnded":
    case "ExtensionRefused":
      return { ...event, reason: again(event.reason, event.told, reader) };
    case "NoteAdded":
      return { ...event, text: again(event.text, event.told, reader) };
    default:
      return event;
  }
}
