import { crc32, deflateSync } from "node:zlib";

/** Red, green, blue and how opaque, each 0 to 1. */
type Paint = readonly [number, number, number, number];

/** The colour at a point of the unit square, origin at the top left. */
type Picture = (x: number, y: number) => Paint;

const CLEAR: Paint = [0, 0, 0, 0];
const GREEN: Paint = [0x0b / 255, 0x5d / 255, 0x4e / 255, 1];
const WHITE: Paint = [1, 1, 1, 1];

/** The icon in colour: a stopwatch, white on green, 192 pixels square as Teams asks. */
export function colorIcon(): Uint8Array {
  return png(192, (x, y) => (inStopwatch((x - 0.5) / 0.72, (y - 0.53) / 0.72) ? WHITE : GREEN));
}

/** The outline: the same stopwatch, white on nothing, 32 pixels square. */
export function outlineIcon(): Uint8Array {
  return png(32, (x, y) => (inStopwatch(x - 0.5, y - 0.53) ? WHITE : CLEAR));
}

/** A ring with a knob on top and two hands, around the origin. */
function inStopwatch(x: number, y: number): boolean {
  const radius = Math.hypot(x, y);
  const ring = radius > 0.32 && radius < 0.4;
  const knob = Math.abs(x) < 0.1 && y > -0.49 && y < -0.36;
  return ring || knob || onLine(x, y, 0, -0.24) || onLine(x, y, 0.15, 0.1);
}

/** Whether a point lies on the thick line from the origin to an end. */
function onLine(x: number, y: number, toX: number, toY: number): boolean {
  const along = Math.min(1, Math.max(0, (x * toX + y * toY) / (toX * toX + toY * toY)));
  return Math.hypot(x - along * toX, y - along * toY) < 0.036;
}

const SAMPLES = 4;

/** A picture as a PNG of 8 bits a channel. Each pixel is the mean of sixteen points, so edges are smooth. */
function png(size: number, picture: Picture): Uint8Array {
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...Array.from({ length: size }, (__, column) => pixel(size, column, row, picture)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

function pixel(size: number, column: number, row: number, picture: Picture): readonly number[] {
  const points = Array.from({ length: SAMPLES * SAMPLES }, (_, index) =>
    picture(
      (column + ((index % SAMPLES) + 0.5) / SAMPLES) / size,
      (row + (Math.floor(index / SAMPLES) + 0.5) / SAMPLES) / size,
    ),
  );
  const opacity = points.reduce((sum, point) => sum + point[3], 0);
  const mean = (channel: 0 | 1 | 2) =>
    opacity === 0 ? 0 : points.reduce((sum, point) => sum + point[channel] * point[3], 0) / opacity;
  return [mean(0), mean(1), mean(2), opacity / points.length].map((value) => Math.round(value * 255));
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
