import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { crc32 } from '../src/xlsx/crc32';

/** `tsx build/draw-icons.ts` draws assets/icon-*.png; `--check` says whether they are current. */

export const ICON_SIZES = [16, 32, 64, 80, 128] as const;

type Colour = readonly [red: number, green: number, blue: number];
type Point = readonly [x: number, y: number];
/** Whether a point of the unit square is inside; the first shape that holds it gives its colour. */
interface Shape {
  readonly colour: Colour;
  readonly holds: (x: number, y: number) => boolean;
}

const GREEN: Colour = [16, 110, 86];
const WHITE: Colour = [255, 255, 255];
const GOLD: Colour = [255, 200, 61];

const box =
  (left: number, top: number, right: number, bottom: number, radius: number) =>
  (x: number, y: number): boolean => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return dx * dx + dy * dy <= radius * radius;
  };

/** A line through points, as wide as twice `half`, with round ends. */
const stroke =
  (points: readonly Point[], half: number) =>
  (x: number, y: number): boolean =>
    points.slice(1).some(([bx, by], index) => {
      const [ax, ay] = points[index] ?? [bx, by];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const at = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
      const [ex, ey] = [x - ax - at * dx, y - ay - at * dy];
      return ex * ex + ey * ey <= half * half;
    });

/** Three rising bars and a tick over them: marks that add up. At 16 px the strokes are heavier. */
function shapesFor(size: number): Shape[] {
  const half = size <= 16 ? 0.075 : 0.06;
  return [
    {
      colour: GOLD,
      holds: stroke(
        [
          [0.2, 0.36],
          [0.4, 0.52],
          [0.8, 0.18],
        ],
        half,
      ),
    },
    { colour: WHITE, holds: box(0.18, 0.66, 0.34, 0.84, 0.02) },
    { colour: WHITE, holds: box(0.42, 0.62, 0.58, 0.84, 0.02) },
    { colour: WHITE, holds: box(0.66, 0.46, 0.82, 0.84, 0.02) },
    { colour: GREEN, holds: box(0.02, 0.02, 0.98, 0.98, 0.2) },
  ];
}

const SAMPLES = 8;

/** RGBA rows, each pixel the mean of 64 points; what no shape covers is transparent. */
function paint(size: number): Buffer {
  const shapes = shapesFor(size);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let [red, green, blue, covered] = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        const shape = shapes.find(({ holds }) => holds(x, y));
        if (!shape) continue;
        covered++;
        red += shape.colour[0];
        green += shape.colour[1];
        blue += shape.colour[2];
      }
      const mean = (sum: number): number => (covered === 0 ? 0 : Math.round(sum / covered));
      const alpha = Math.round((covered * 255) / (SAMPLES * SAMPLES));
      const at = row * (size * 4 + 1) + 1 + column * 4;
      rows.set([mean(red), mean(green), mean(blue), alpha], at);
    }
  }
  return rows;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG of the icon: 8 bits per channel with transparency. */
export function iconPng(size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(paint(size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const iconPath = (size: number): string =>
  join(__dirname, '..', 'assets', `icon-${String(size)}.png`);

if (require.main === module) {
  const check = process.argv.includes('--check');
  for (const size of ICON_SIZES) {
    const png = iconPng(size);
    if (!check) writeFileSync(iconPath(size), png);
    else if (!readFileSync(iconPath(size)).equals(png)) {
      console.error(`icon-${String(size)}.png is not what draw-icons.ts draws`);
      process.exitCode = 1;
    }
  }
}
