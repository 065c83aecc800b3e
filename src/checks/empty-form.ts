import type { Table } from '../model/table';

/** A form nobody has filled in yet: its rows are those of the template. */
export const isEmptyForm = ({ indicators, templateRows }: Table): boolean =>
  indicators.length === 0 && templateRows.length > 0;
