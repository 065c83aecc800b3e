import { evaluate } from '../../../src/engine/evaluate';
import { planPatch } from '../../../src/engine/plan';
import type { Profile } from '../../../src/model/profile';
import { PROFILES } from '../../../src/profiles/load-profile';
import { RESULT_TEXTS } from '../../../src/report/result-texts';
import {
  chosenId,
  knownProfiles,
  newProfileId,
  readOwnProfiles,
  withKept,
  withOwnId,
  withProfile,
} from '../../../src/pane/profiles/known-profiles';
import { draftedProfile } from '../../../src/pane/profiles/profile-fields';
import {
  DEFAULT_SETTINGS,
  engineOptions,
  NO_CHOICES,
  type Settings,
} from '../../../src/pane/session-state';
import { openForm } from '../pane-forms';

const own = (id: string): Profile => {
  const [base] = PROFILES;
  if (!base) throw new Error('no profile');
  const typed = { 'execution.explainBelow': '95' };
  return draftedProfile(base, id, { title: '本县口径', source: '本单位规定', typed });
};

const settings = (part: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...part });

describe('profiles of a person’s own', () => {
  it('are read from what was kept, without what is damaged', () => {
    expect(readOwnProfiles(JSON.stringify([own('own-1'), { id: 'own-2' }, 3]))).toEqual([
      own('own-1'),
    ]);
    for (const damaged of [null, '', '{', '3', '{"id":1}'])
      expect(readOwnProfiles(damaged)).toEqual([]);
  });

  it('get an id nobody has, here or on other computers', () => {
    const first = newProfileId(PROFILES, 1_790_000_000_000);
    expect(first).toMatch(/^own-[0-9a-z]{8}$/);
    expect(newProfileId([own(first)], 1_790_000_000_000)).not.toBe(first);
    expect(newProfileId(PROFILES, 1_790_000_000_001)).not.toBe(first);
    expect(withProfile([own('own-1'), own('own-2')], own('own-1')).map(({ id }) => id)).toEqual([
      'own-2',
      'own-1',
    ]);
  });

  it('are kept beside what another window kept since and what another version knows', () => {
    const later = { id: 'own-9', knownLater: true };
    const stored = JSON.stringify([own('own-1'), later, own('own-2')]);
    const changed = { ...own('own-1'), title: '改过的口径' };
    expect(JSON.parse(withKept(stored, changed))).toEqual([later, own('own-2'), changed]);
    expect(readOwnProfiles(withKept('{', changed))).toEqual([changed]);
  });

  it('of a colleague take the place of none that is called the same', () => {
    const mine = own('own-1');
    const theirs = { ...mine, title: '同事的口径' };
    expect(withOwnId(mine, [mine], 1)).toBe(mine);
    const taken = withOwnId(theirs, [mine], 1);
    expect(taken).toEqual({ ...theirs, id: newProfileId([mine], 1) });
    expect(taken.id).not.toBe(mine.id);
  });

  it('are used, stand in the workbook, and are known where nobody keeps them', async () => {
    const host = await openForm();
    const snapshot = await host.read();
    const chosen = settings({ profile: 'own-1', ownProfiles: [own('own-1')] });
    const options = engineOptions(chosen, NO_CHOICES);
    const result = evaluate(snapshot, options);
    expect(result.tables.map(({ profile }) => profile.execution.explainBelow)).toEqual([0.95]);
    await host.apply(planPatch(snapshot, result, options, RESULT_TEXTS['zh-CN']));
    const again = await host.read();
    const elsewhere = settings({});
    expect(chosenId(elsewhere, again.ledger)).toBe('own-1');
    expect(knownProfiles(elsewhere, again.ledger).at(-1)).toEqual(own('own-1'));
    const other = settings({ ownProfiles: [{ ...own('own-1'), title: '我的口径' }] });
    const named = knownProfiles(other, again.ledger).filter(({ id }) => id === 'own-1');
    expect(named.map(({ title }) => title)).toEqual(['本县口径']);
    const [table] = evaluate(again, engineOptions(elsewhere, NO_CHOICES)).tables;
    expect(table?.profile.title).toBe('本县口径');
    const byForm = settings({ byForm: true });
    expect(chosenId(byForm, again.ledger)).toBeNull();
    const [free] = evaluate(again, engineOptions(byForm, NO_CHOICES)).tables;
    expect(free?.profile.id).toBe('cn-mof-2020');
  });
});
