import type { BarSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Compared } from "../card/week/weekFigures.ts";

type Option = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption>;

/** What one chart of a picture shows: a bar a row, and a second one for what it is compared with. */
export type Bars = {
  readonly title: string;
  readonly rows: readonly Compared[];
  /** What a bar's length is in words. */
  readonly say: (size: number) => string;
  /** What the two bars are called; null where there is only one. */
  readonly names: readonly [now: string, before: string] | null;
};

/** Drawn narrow and with large letters: on a phone a picture is as wide as two hands of text. */
export const WIDTH = 480;
const FONT = 16;
const TITLE = 36;
const LEGEND = 24;
const GAP = 18;
const ROW = { one: 26, two: 40 } as const;
const LABELS = 150;

const INK = "#222222";
const PALE_INK = "#555555";
// Told apart by lightness, too, and each three times as dark as the ground or darker.
const NOW = "#0b5cad";
const BEFORE = "#8c8c8c";

export const FONT_FAMILY = "Noto Sans";

/** Charts below one another, as an SVG. */
export async function drawBars(charts: readonly Bars[]): Promise<string> {
  const [{ init, use }, { BarChart }, { GridComponent, LegendComponent, TitleComponent }, { SVGRenderer }] =
    await Promise.all([
      import("echarts/core"),
      import("echarts/charts"),
      import("echarts/components"),
      import("echarts/renderers"),
    ]);
  use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);
  const { option, height } = laidOut(charts);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function laidOut(charts: readonly Bars[]): { readonly option: Option; readonly height: number } {
  let top = 8;
  const placed = charts.map((chart, index) => {
    const at = { index, top };
    top += heightOf(chart) + GAP;
    return at;
  });
  const parts = placed.flatMap((at) => {
    const chart = charts[at.index];
    return chart === undefined ? [] : [drawOne(chart, at)];
  });
  const option: Option = {
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: FONT_FAMILY, fontSize: FONT, color: INK },
    title: parts.map(({ title }) => title),
    legend: parts.flatMap(({ legend }) => legend),
    grid: parts.map(({ grid }) => grid),
    xAxis: parts.map((_, gridIndex) => ({ type: "value", show: false, min: 0, gridIndex })),
    yAxis: parts.map(({ names }, gridIndex) => ({
      type: "category",
      gridIndex,
      inverse: true,
      data: [...names],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { fontSize: FONT, color: INK, interval: 0, width: LABELS, overflow: "truncate", ellipsis: "…" },
    })),
    series: parts.flatMap(({ series }) => series),
  };
  return { option, height: top };
}

function rowsHeight({ rows, names }: Bars): number {
  return rows.length * (names === null ? ROW.one : ROW.two);
}

function heightOf(chart: Bars): number {
  return TITLE + (chart.names === null ? 0 : LEGEND) + rowsHeight(chart);
}

function drawOne(chart: Bars, { index, top }: { readonly index: number; readonly top: number }) {
  const { title, rows, say, names } = chart;
  const begins = top + TITLE + (names === null ? 0 : LEGEND);
  const series = (name: string, color: string, sizes: readonly (number | null)[], pale: boolean): BarSeriesOption => ({
    type: "bar",
    name: `${name}${"\u200b".repeat(index)}`,
    xAxisIndex: index,
    yAxisIndex: index,
    barWidth: names === null ? 18 : 15,
    barGap: "10%",
    itemStyle: { color },
    data: sizes.map((size) => size ?? 0),
    label: {
      show: true,
      position: "right",
      fontSize: pale ? FONT - 2 : FONT,
      color: pale ? PALE_INK : INK,
      formatter: ({ dataIndex }) => {
        const size = sizes[dataIndex] ?? null;
        return size === null ? "–" : say(size);
      },
    },
  });
  const [now, before] = names ?? ["", null];
  return {
    title: { text: title, left: 0, top, padding: [0, 0, 0, 4], textStyle: { fontSize: FONT + 3, color: INK } },
    legend:
      names === null
        ? []
        : [
            {
              left: 0,
              top: top + TITLE - 10,
              itemWidth: 14,
              itemHeight: 14,
              icon: "rect",
              selectedMode: false,
              data: names.map((name) => `${name}${"\u200b".repeat(index)}`),
              textStyle: { fontSize: FONT - 2, color: PALE_INK },
            },
          ],
    grid: { left: LABELS + 12, right: 72, top: begins, height: rowsHeight(chart), outerBoundsMode: "none" as const },
    names: rows.map(({ name }) => name),
    series: [
      series(
        now,
        NOW,
        rows.map(({ ms }) => ms),
        false,
      ),
      ...(before === null
        ? []
        : [
            series(
              before,
              BEFORE,
              rows.map(({ beforeMs }) => beforeMs),
              true,
            ),
          ]),
    ],
  };
}
