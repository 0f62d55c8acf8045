import { useEffect, useState } from "preact/hooks";
import type { Wind } from "../wire.ts";
import { activeOf } from "./desk.ts";
import { GuideLink, SkipLink } from "./SkipLink.tsx";
import { NotDone, post } from "./send.ts";
import { nameOf, useShared } from "./shared.ts";
import { date, timeOfDay, weekday } from "./time.ts";
import { said } from "./words.ts";
import { readClock } from "./world.ts";

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;

export function TopBar() {
  const { world, desk, change } = useShared();
  const active = activeOf(desk, world.directory);
  const panel = (name: "guide" | "events") =>
    change((before) => ({ ...before, panel: before.panel === name ? "none" : name }));
  return (
    <header class="top">
      {active !== null && <SkipLink to={active} label={said("writeAs", nameOf(world.directory, active))} />}
      <GuideLink />
      <div class="brand">
        <h1>Referee</h1>
        <p>{world.directory.plants.map((plant) => plant.name).join(", ")}</p>
      </div>
      <PlantClock />
      <div class="top-tools">
        <button
          type="button"
          class="tool view-tool"
          aria-pressed={desk.view === "beside"}
          onClick={() => change(turnView)}
        >
          {said("beside")}
        </button>
        <button type="button" class="tool" aria-pressed={desk.panel === "guide"} onClick={() => panel("guide")}>
          {said("guide")}
        </button>
        <button type="button" class="tool" aria-pressed={desk.panel === "events"} onClick={() => panel("events")}>
          {said("record")}
        </button>
      </div>
    </header>
  );
}

function turnView<D extends { readonly view: "beside" | "one" }>(desk: D): D {
  return { ...desk, view: desk.view === "one" ? "beside" : "one" };
}

/** The plant's clock, and the three ways to wind it. */
function PlantClock() {
  const { worldNow, world, tell } = useShared();
  const [isWinding, setWinding] = useState(false);
  const wind = async (by: Wind["by"]) => {
    setWinding(true);
    const timer = setInterval(() => void readClock(worldNow), 400);
    try {
      if ((await post("/api/wind", { by })) === null) tell(said("notWound"));
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      tell(error.message);
    } finally {
      clearInterval(timer);
      await readClock(worldNow);
      setWinding(false);
    }
  };
  const button = (label: string, by: Wind["by"], hint: string) => (
    <button
      type="button"
      class="tool"
      disabled={isWinding || world.line !== "live"}
      title={hint}
      onClick={() => void wind(by)}
    >
      {label}
    </button>
  );
  return (
    <fieldset class="clock" aria-label={said("clock")} aria-busy={isWinding}>
      <PlantTime />
      {button("+15 min", QUARTER_MS, said("wind15"))}
      {button("+1 h", HOUR_MS, said("wind60"))}
      {button(said("nextDue"), "next", said("windNext"))}
    </fieldset>
  );
}

function PlantTime() {
  const { world } = useShared();
  const zone = world.directory.plants[0]?.timeZone ?? "UTC";
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (world.clock === null) return <span class="dial">--:--</span>;
  const at = world.clock.plantTime + (performance.now() - world.clock.toldAt);
  return (
    <time class="dial" dateTime={new Date(at).toISOString()}>
      <span class="dial-day">
        {weekday(at, zone)} <span class="dial-date">{date(at, zone)}</span>
      </span>
      <span class="dial-time">{timeOfDay(at, zone)}</span>
    </time>
  );
}
