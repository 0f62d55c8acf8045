import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Log } from "../log.ts";
import type { Bars } from "./weekChart.ts";

/** Draws charts as a PNG, in base64. The same charts give the same picture; null where none can be drawn. */
export type Paint = (charts: readonly Bars[]) => Promise<string | null>;

/** Letters of most languages of Europe: a server may have no fonts of its own. */
const FONTS = ["latin-400", "latin-700", "latin-ext-400", "cyrillic-400", "greek-400"].map(
  (name) => `@fontsource/noto-sans/files/noto-sans-${name}-normal.woff2`,
);

/** So many pixels to one of the drawing: sharp on a phone, and no more of them than a message takes. */
const ZOOM = 1.2;

/** Everything that draws is loaded with the first picture, which is one a week. */
export function createPainter(log: Log): Paint {
  let loaded: ReturnType<typeof load> | null = null;
  return async (charts) => {
    loaded ??= load();
    try {
      return await draw(await loaded, charts);
    } catch (error) {
      loaded = null;
      log.error("a picture could not be drawn; its text is said in its place", { error });
      return null;
    }
  };
}

async function draw({ Resvg, encode, drawBars, ...fonts }: Loaded, charts: readonly Bars[]): Promise<string> {
  const { fontBuffers, defaultFontFamily } = fonts;
  const drawing = new Resvg(await drawBars(charts), {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: ZOOM },
    font: { fontBuffers, defaultFontFamily, sansSerifFamily: defaultFontFamily },
  });
  const image = drawing.render();
  const { width, height, pixels } = image;
  const png = encode({ width, height, channels: 3, data: withFewColours(pixels) }, { zlib: { level: 9 } });
  image.free();
  drawing.free();
  return Buffer.from(png).toString("base64");
}

/** Six levels of each colour, which nobody tells from all 256 in a chart: less than half as many bytes. */
function withFewColours(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4)
    for (let colour = 0; colour < 3; colour += 1, to += 1)
      rgb[to] = Math.round((rgba[from + colour] ?? 0) / STEP) * STEP;
  return rgb;
}
const STEP = 255 / 5;

type Loaded = Awaited<ReturnType<typeof load>>;

/** The library keeps for its process what it was given, and takes it once. */
async function once(begin: () => Promise<void>): Promise<void> {
  try {
    await begin();
  } catch (error) {
    if (!(error instanceof Error) || !/already initialized/i.test(error.message)) throw error;
  }
}

async function load() {
  const { resolve } = createRequire(import.meta.url);
  const [{ initWasm, Resvg }, { encode }, { drawBars, FONT_FAMILY }, wasm, ...fonts] = await Promise.all([
    import("@resvg/resvg-wasm"),
    import("fast-png"),
    import("./weekChart.ts"),
    readFile(resolve("@resvg/resvg-wasm/index_bg.wasm")),
    ...FONTS.map((font) => readFile(resolve(font))),
  ]);
  await once(() => initWasm(wasm));
  return {
    Resvg,
    encode,
    drawBars,
    defaultFontFamily: FONT_FAMILY,
    fontBuffers: fonts.map((font) => new Uint8Array(font)),
  };
}
