import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { cellName } from '../model/grid';
import { Field, Select, Textarea } from './controls';
import { deviationOfAll, type Deviation } from './deviation';
import { reasonText, type FindingItem } from './finding-items';
import { useSpeaker } from './language';
import { usePaneTools, type PanelProps } from './pane-context';
import { earlierCauses, hasGap, REASON_KINDS } from './reason-kinds';
import { inScope, ScopeSelect } from './scope-select';
import type { ReasonEdit } from './session';
import { usePaneStyles } from './styles';

interface ReasonProps extends Pick<PanelProps, 'workbook'> {
  /** Each with a draft. */
  readonly items: readonly FindingItem[];
  readonly busy: boolean;
}

/** 偏差原因 in a person's words after the row's own figures, into one row of the line or all. */
export function ReasonForm({ items, workbook, busy }: ReasonProps) {
  const { say, texts } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [cause, setCause] = useState('');
  const [measure, setMeasure] = useState('');
  const [scope, setScope] = useState('');
  const blank = cause.trim() === '';
  const gap = hasGap(cause) || hasGap(measure);
  const ready = !blank && !gap && !busy;
  const edits = inScope(items, scope).flatMap(({ finding: { sheet }, draft }): ReasonEdit[] =>
    draft ? [{ sheet, cell: draft.cell, text: reasonText(draft, cause, measure, texts) }] : [],
  );
  const [first] = inScope(items, scope);
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void session.writeReasons(edits);
      }}
    >
      <Suggestions
        workbook={workbook}
        deviation={deviationOfAll(inScope(items, scope).flatMap(({ draft }) => draft ?? []))}
        onSuggest={(suggested) => {
          setCause(suggested.cause);
          if (suggested.measure !== '') setMeasure(suggested.measure);
        }}
      />
      <Field label={say('reason.cause')} required>
        <Textarea value={cause} onValue={setCause} />
      </Field>
      <Field label={say('reason.measureLabel')}>
        <Textarea value={measure} onValue={setMeasure} />
      </Field>
      <ScopeSelect items={items} scope={scope} onScope={setScope} />
      {first?.draft && (
        <div>
          <p className={styles.quiet}>
            {say('reason.preview', { cell: cellName(first.draft.cell) })}
          </p>
          <p className={styles.text}>
            {reasonText(first.draft, blank ? say('reason.blank') : cause, measure, texts)}
          </p>
        </div>
      )}
      {gap && <p className={styles.quiet}>{say('reason.gap')}</p>}
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!ready}>
          {say('reason.write', { count: edits.length })}
        </Button>
      </div>
    </form>
  );
}

interface SuggestionsProps extends Pick<PanelProps, 'workbook'> {
  readonly deviation: Deviation;
  readonly onSuggest: (suggested: { readonly cause: string; readonly measure: string }) => void;
}

/** By kind, with gaps for the facts; and what the unit wrote in other rows. */
function Suggestions({ workbook, deviation, onSuggest }: SuggestionsProps) {
  const { say, texts } = useSpeaker();
  const earlier = earlierCauses(workbook.result, deviation, texts);
  const kinds = REASON_KINDS[deviation];
  const choose = (value: string): void => {
    const kind = kinds.find((one) => one === value);
    if (kind) {
      onSuggest({ cause: say(`reason.${kind}.cause`), measure: say(`reason.${kind}.measure`) });
    } else if (earlier[Number(value)] !== undefined) {
      onSuggest({ cause: earlier[Number(value)] ?? '', measure: '' });
    }
  };
  return (
    <Field label={say('reason.suggest')} hint={say('reason.suggestHint')}>
      <Select defaultValue="" onValue={choose}>
        <option value="">{say('reason.none')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`reason.${kind}`)}
          </option>
        ))}
        {earlier.map((cause, index) => (
          <option key={cause} value={index}>
            {say('reason.earlier', { cause })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
