import { Button } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { asFailure, toldOf } from '../../model/failure';
import type { OutlineTemplate } from '../../report/outline-templates';
import {
  loadTemplate,
  templateIn,
  templateText,
} from '../../report/outline-templates/load-template';
import {
  structureOfText,
  structureText,
  untaken,
} from '../../report/outline-templates/structure-text';
import { joined, listed } from '../../texts/catalogue';
import { Field, Input, Textarea } from '../controls';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { ChooseFile } from './choose-file';
import { isOwn, newStructureId, withOwnId, type OwnStructures } from './own-structures';
import { useReportSpeaker } from './report-texts';

interface OwnProps {
  readonly template: OutlineTemplate;
  readonly name: string;
  readonly structures: OwnStructures;
  readonly onChoose: (id: string | null) => void;
}

/** The chosen structure changed as a person's own, brought in from a file, given away as one. */
export function OwnStructure({ template, name, structures, onChoose }: OwnProps) {
  const { say, tell, reportTexts } = useReportSpeaker();
  const { language } = reportTexts;
  const styles = usePaneStyles();
  const [told, setTold] = useState('');
  const typed = useRef(new Map<string, TypedStructure>());
  const take = async (make: () => OutlineTemplate | Promise<OutlineTemplate>): Promise<void> => {
    try {
      const made = await make();
      structures.keep(made);
      onChoose(made.id);
      setTold(say('structure.own.saved', { name: made.name ?? made.title }));
    } catch (reason) {
      const { message, hint } = toldOf(asFailure(reason));
      setTold(joined([tell(message), tell(hint)], language));
    }
  };
  return (
    <div className={styles.section}>
      <p className={styles.quiet}>{say('structure.own.text')}</p>
      <StructureForm
        key={template.id}
        {...{ template, name, structures }}
        typed={typed.current}
        onSave={(made) => void take(() => loadTemplate(made))}
      />
      <Exchange
        {...{ template, name, structures, onChoose }}
        onImport={(text) =>
          void take(async () => withOwnId(templateIn(await text()), structures.all))
        }
      />
      <p className={styles.text} role="status">
        {joined([told, structures.unkept ? say('structure.own.not-kept') : ''], language)}
      </p>
    </div>
  );
}

/** What stands in the form, saved or not. */
interface TypedStructure {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

interface FormProps extends Pick<OwnProps, 'template' | 'name' | 'structures'> {
  /** By structure: what was typed stays when another one is looked at meanwhile. */
  readonly typed: Map<string, TypedStructure>;
  readonly onSave: (template: OutlineTemplate) => void;
}

function StructureForm({ template, name: shown, structures, typed, onSave }: FormProps) {
  const { say, slots, reportTexts } = useReportSpeaker();
  const styles = usePaneStyles();
  const own = isOwn(template);
  const [form, setForm] = useState(
    (): TypedStructure =>
      typed.get(template.id) ?? {
        name: own ? shown : say('structure.own.copy', { name: shown }),
        title: template.title,
        text: structureText(template.sections, slots.own),
      },
  );
  const { name, title, text } = form;
  const change = (part: Partial<TypedStructure>): void => {
    typed.set(template.id, { ...form, ...part });
    setForm({ ...form, ...part });
  };
  const sections = useMemo(() => {
    const known = structures.all.flatMap((one) => one.sections);
    return structureOfText(text, slots.any, known);
  }, [text, slots, structures.all]);
  const left = untaken(sections).map((one) => say(`slot.${one}`));
  const save = (): void => {
    const id = own ? template.id : newStructureId(structures.all);
    const source = own ? template.source : say('structure.own.source', { name: shown });
    typed.delete(template.id);
    onSave({ ...template, id, name, title, source, sections });
  };
  return (
    <>
      <Field label={say('structure.own.name')}>
        <Input value={name} onValue={(said) => change({ name: said })} />
      </Field>
      <Field label={say('structure.own.title')}>
        <Input value={title} onValue={(said) => change({ title: said })} />
      </Field>
      <Field label={say('structure.own.sections')}>
        <Textarea rows={12} value={text} onValue={(said) => change({ text: said })} />
      </Field>
      {sections.length === 0 ? (
        <p className={styles.text}>{say('structure.own.none')}</p>
      ) : (
        left.length > 0 && (
          <p className={styles.text}>
            {say('structure.own.untaken', { what: listed(left, reportTexts.language) })}
          </p>
        )
      )}
      <div className={styles.row}>
        <Button size="small" disabled={sections.length === 0} onClick={save}>
          {say(own ? 'structure.own.change' : 'structure.own.save')}
        </Button>
      </div>
    </>
  );
}

interface ExchangeProps extends OwnProps {
  readonly onImport: (text: () => Promise<string>) => void;
}

function Exchange({ template, name, structures, onChoose, onImport }: ExchangeProps) {
  const { say } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const own = isOwn(template);
  // A file may not bear the id of a structure that everybody has.
  const given = own ? template : { ...template, id: `own-${template.id}`, name };
  return (
    <div className={styles.row}>
      <Button
        size="small"
        onClick={() => surroundings.saveFile(`${given.name ?? given.id}.json`, templateText(given))}
      >
        {say('structure.own.export')}
      </Button>
      <ChooseFile
        label={say('structure.own.import')}
        accept=".json"
        onChoose={({ bytes }) => onImport(async () => new TextDecoder().decode(await bytes()))}
      />
      {own && (
        <Deletion
          onDelete={() => {
            structures.remove(template.id);
            onChoose(null);
          }}
        />
      )}
    </div>
  );
}

/** Takes a structure away once it is said twice: there is no way back. */
function Deletion({ onDelete }: { readonly onDelete: () => void }) {
  const { say } = useReportSpeaker();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="small" appearance="subtle" onClick={() => setAsked(!asked)}>
        {say(asked ? 'structure.own.delete-not' : 'structure.own.delete')}
      </Button>
      {asked && (
        <Button size="small" appearance="primary" onClick={onDelete}>
          {say('structure.own.delete-yes')}
        </Button>
      )}
    </>
  );
}
