import type { Page } from 'playwright-core';
import type { TestPage } from './page';

/** A generator of numbers that gives the same ones for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

const TYPED = [
  '12',
  '0.5',
  '95%',
  '培训',
  '2024-12-31',
  "'007",
  '=D3*2',
  '=SUM(D3:E4)',
  '=1/0',
  'TRUE',
  '1,200',
];
const PASTED = ['甲\t3\n"乙\n丙"\t4%', '5', '=D3\t8', '2024年1月2日'];

/** One thing a person does, by keyboard and clipboard alone; says what it was. */
export async function randomStep(page: Page, random: (below: number) => number): Promise<string> {
  const cell = { row: 2 + random(8), column: random(6) };
  const press = (key: string) => page.keyboard.press(key);
  const select = (at: typeof cell) =>
    page.evaluate((place) => {
      const { grid } = (window as unknown as { page: TestPage }).page;
      grid.select('a', '附表', place);
    }, at);
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const event = { clipboardData: data, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event));
    }, text);
  const name = `${String(cell.row)}:${String(cell.column)}`;
  await select(cell);
  switch (random(9)) {
    case 0:
    case 1:
    case 2: {
      const text = TYPED[random(TYPED.length)] ?? '';
      await page.keyboard.insertText(text);
      await press('Enter');
      return `typed ${text} at ${name}`;
    }
    case 3:
      await press('Delete');
      return `deleted ${name}`;
    case 4:
      await press('Control+z');
      return 'undid';
    case 5:
      await press('Control+y');
      return 'redid';
    case 6: {
      const text = PASTED[random(PASTED.length)] ?? '';
      await paste(text);
      return `pasted ${JSON.stringify(text)} at ${name}`;
    }
    case 7:
      await press('Shift+ArrowRight');
      await press('Shift+ArrowDown');
      await press('Control+d');
      return `filled down from ${name}`;
    default: {
      const key = random(2) === 0 ? 'Control+c' : 'Control+x';
      await press(key);
      await select({ row: 2 + random(9), column: random(6) });
      await press('Control+v');
      return `${key} of ${name} and pasted`;
    }
  }
}
