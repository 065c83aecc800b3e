import { Button } from '@fluentui/react-components';
import { Copy20Regular, Open20Regular, Save20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SheetRole } from '../model/ledger';
import { Checkbox } from './controls';
import { asFailure, isFailure, toldOf } from '../model/failure';
import { VERSION } from '../model/version';
import { useSpeaker } from './language';
import { latePart } from './late-part';
import { usePaneTools, type PanelProps } from './pane-context';
import { usePaneStyles } from './styles';
import { TextByHand } from './text-by-hand';

const ROLES: readonly SheetRole[] = ['summary', 'findings', 'outline'];

/** 输出: the three sheets, as sheets or as text, and the result as JSON. */
export function OutputPanel({ state, workbook }: PanelProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const handing = useHandingOver(workbook);
  return (
    <section className={styles.section} aria-labelledby="output-heading">
      <h2 className={styles.heading} id="output-heading" tabIndex={-1} data-home>
        {say('output.title')}
      </h2>
      <p className={styles.quiet}>{say('output.text')}</p>
      {ROLES.map((role) => (
        <SheetCard
          key={role}
          {...{ role, state, workbook }}
          onCopy={() => handing.copyText(role)}
        />
      ))}
      <JsonCard onSave={handing.saveJson} onCopy={handing.copyJson} />
      <p className={styles.text} role="status">
        {handing.told}
      </p>
      <TextByHand text={handing.byHand} />
    </section>
  );
}

interface HandingOver {
  /** How the last one went. */
  readonly told: string;
  /** What could not be copied and is there to be marked. */
  readonly byHand: string | null;
  readonly copyText: (role: SheetRole) => void;
  readonly copyJson: () => void;
  readonly saveJson: () => void;
}

/** Gives texts and JSON to the clipboard or into a file, or shows them where neither can be had. */
function useHandingOver(workbook: PanelProps['workbook']): HandingOver {
  const { say, tell, texts } = useSpeaker();
  const { surroundings } = usePaneTools();
  const [told, setTold] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  // Loaded when it is asked for: what writes the sheets is a large part of the pane.
  const textOf = async (role: SheetRole): Promise<string> => {
    const { outputText } = await latePart(import('./output-text'));
    return outputText(role, workbook, texts) ?? '';
  };
  const json = async (): Promise<string> => {
    const { outputJson } = await latePart(import('./output-text'));
    return outputJson(workbook, surroundings.documentName, VERSION, texts);
  };
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
  const orTell = (work: Promise<void>): void => {
    void work.catch((reason: unknown) => {
      const { message, hint } = toldOf(asFailure(reason));
      const isOld = isFailure(reason) && reason.code === 'page-outdated';
      setTold(isOld ? `${tell(message)}${tell(hint)}` : say('output.failed'));
    });
  };
  return {
    told,
    byHand,
    copyText: (role) => orTell(copy(textOf(role))),
    copyJson: () => orTell(copy(json())),
    saveJson: () => orTell(save()),
  };
}

interface SheetCardProps extends PanelProps {
  readonly role: SheetRole;
  readonly onCopy: () => void;
}

/** One of our sheets: whether it is written, where it stands, its text. */
function SheetCard({ role, state, workbook, onCopy }: SheetCardProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const sheet = workbook.snapshot.ledger?.sheets.find((one) => one.role === role);
  const name = say(`output.${role}`);
  return (
    <article className={styles.card} aria-label={name}>
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
        {workbook.result.tables.length > 0 && <CopyButton name={name} onCopy={onCopy} />}
      </div>
    </article>
  );
}

function JsonCard(props: { readonly onSave: () => void; readonly onCopy: () => void }) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const name = say('output.json');
  return (
    <article className={styles.card} aria-label={name}>
      <h3 className={styles.subheading}>{name}</h3>
      <p className={styles.quiet}>{say('output.jsonText')}</p>
      <div className={styles.row}>
        <Button size="small" icon={<Save20Regular />} onClick={props.onSave}>
          {say('output.save')}
        </Button>
        <CopyButton name={name} onCopy={props.onCopy} />
      </div>
    </article>
  );
}

function CopyButton({ name, onCopy }: { readonly name: string; readonly onCopy: () => void }) {
  const { say } = useSpeaker();
  return (
    <Button
      size="small"
      icon={<Copy20Regular />}
      aria-label={say('output.copyNamed', { name })}
      onClick={onCopy}
    >
      {say('output.copy')}
    </Button>
  );
}
