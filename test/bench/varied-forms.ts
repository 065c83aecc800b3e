import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_FORMS } from '../../examples/example-forms';
import { writeForm, type FormCell, type FormSheet } from '../../examples/form-writer';

/** Park and Miller's generator: the same forms on every machine. Gives 0 … 1. */
function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A form of real size and looks whose figures, texts and blanks differ from those of every other number. */
function variedForm(form: FormSheet, number: number): FormSheet {
  const random = randomFrom(number * 7919);
  const vary = (cell: FormCell | null): FormCell | null => {
    if (!cell || cell.formula !== undefined || typeof cell.value !== 'string') return cell;
    if (random() < 0.7) return cell;
    const value = cell.value.replace(/\d+(?:\.\d+)?/g, (figure) =>
      String(Math.round(Number(figure) * (0.8 + random() * 0.4) * 100) / 100),
    );
    return { ...cell, value };
  };
  return {
    ...form,
    rows: form.rows.map((row, at) =>
      at === 0
        ? row
        : row.map((cell) => (random() < 0.02 && cell ? { ...cell, value: null } : vary(cell))),
    ),
  };
}

/** Writes `count` forms into folders of a thousand. */
export function writeVariedForms(folder: string, count: number): void {
  const forms = Object.values(EXAMPLE_FORMS).map((make) => make());
  for (let number = 0; number < count; number += 1) {
    const form = forms[number % forms.length];
    if (!form) return;
    const inner = join(folder, `单位${String(Math.floor(number / 1000)).padStart(3, '0')}`);
    if (number % 1000 === 0) mkdirSync(inner, { recursive: true });
    const name = `自评表${String(number).padStart(6, '0')}.xlsx`;
    writeFileSync(join(inner, name), writeForm(variedForm(form, number)));
  }
}
