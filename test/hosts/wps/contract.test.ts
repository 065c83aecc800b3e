import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { hostContract } from '../contract';
import { bookOf } from '../../support/wps-fake/book-of';
import { fakeEt, type FakeModes } from '../../support/wps-fake/fake-et';

const MODES: Readonly<Record<string, FakeModes>> = {
  'as documented': {},
  'rows in one dimension': { oneDimension: true },
  'one cell as a block': { squareCell: true },
  'late events': { lateEvents: true },
  'events all the same': { stubbornEvents: true },
  'undefined for what is not there': { lenient: true },
};

for (const [name, modes] of Object.entries(MODES)) {
  hostContract(`WPS, ${name},`, (sheets) =>
    Promise.resolve(createWpsHost(fakeEt(bookOf(sheets), modes).application)),
  );
}
