import { Button } from '@fluentui/react-components';
import { Copy20Regular, Open20Regular, Save20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SheetRole } from '../model/ledger';
import { Checkbox } from './controls';
import { VERSION } from '../model/version';
import { useSpeaker } from './language';
import { usePaneTools, type PanelProps } from './pane-context';
import { usePaneStyles } from './styles';
import { TextByHand } from './text-by-hand';

const ROLES: readonly SheetRole[] = ['summary', 'findings', 'outline'];

/** 输出: the three sheets, as sheets or as text, and the result as JSON. */
export function OutputPanel({ state, workbook }: PanelProps) {
  const { say, texts } = useSpeaker();
  const { session, surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const [told, setTold] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  // Loaded when it is asked for: what writes the sheets is a large part of the pane.
  const textOf = async (role: SheetRole): Promise<string> => {
    const { outputText } = await import('./output-text');
    return outputText(role, workbook, texts) ?? '';
  };
  const json = async (): Promise<string> => {
    const { outputJson } = await import('./output-text');
    return outputJson(workbook, surroundings.documentName, VERSION, texts);
  };
  const failed = (): void => setTold(say('output.failed'));
  const copy = async (asked: Promise<string>): Promise<void> => {
    const text = await asked;
    const copied = await surroundings.copy(text);
    setTold(say(copied ? 'output.copied' : 'output.byHand'));
    setByHand(copied ? null : text);
  };
  const save = async (): Promise<void> => {
    const text = await json();
    surroundings.saveFile(`${surroundings.documentName}.json`, text);
    if (!surroundings.savesUnseen) return;
    setTold(say('output.savedUnseen'));
    setByHand(text);
  };
  const ledger = workbook.snapshot.ledger;
  return (
    <section className={styles.section} aria-labelledby="output-heading">
      <h2 className={styles.heading} id="output-heading" tabIndex={-1} data-home>
        {say('output.title')}
      </h2>
      <p className={styles.quiet}>{say('output.text')}</p>
      {ROLES.map((role) => {
        const sheet = ledger?.sheets.find((one) => one.role === role);
        const name = say(`output.${role}`);
        return (
          <article key={role} className={styles.card} aria-label={name}>
            <h3 className={styles.subheading}>{name}</h3>
            <p className={styles.quiet}>{say(`output.${role}Text`)}</p>
            {role !== 'findings' && (
              <Checkbox
                label={say('output.include')}
                checked={state.settings[role]}
                onCheck={(checked) => void session.change({ [role]: checked })}
              />
            )}
            <div className={styles.row}>
              {sheet && (
                <Button
                  size="small"
                  icon={<Open20Regular />}
                  aria-label={say('output.openNamed', { name })}
                  onClick={() => void session.select(sheet.name, { row: 0, column: 0 })}
                >
                  {say('output.open')}
                </Button>
              )}
              {workbook.result.tables.length > 0 && (
                <Button
                  size="small"
                  icon={<Copy20Regular />}
                  aria-label={say('output.copyNamed', { name })}
                  onClick={() => void copy(textOf(role)).catch(failed)}
                >
                  {say('output.copy')}
                </Button>
              )}
            </div>
          </article>
        );
      })}
      <article className={styles.card} aria-label={say('output.json')}>
        <h3 className={styles.subheading}>{say('output.json')}</h3>
        <p className={styles.quiet}>{say('output.jsonText')}</p>
        <div className={styles.row}>
          <Button size="small" icon={<Save20Regular />} onClick={() => void save().catch(failed)}>
            {say('output.save')}
          </Button>
          <Button
            size="small"
            icon={<Copy20Regular />}
            aria-label={say('output.copyNamed', { name: say('output.json') })}
            onClick={() => void copy(json()).catch(failed)}
          >
            {say('output.copy')}
          </Button>
        </div>
      </article>
      <p className={styles.text} role="status">
        {told}
      </p>
      <TextByHand text={byHand} />
    </section>
  );
}
