import { Button } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { Failure } from '../../model/failure';
import type { Profile } from '../../model/profile';
import { Checkbox, Field, Input, Select, Textarea } from '../controls';
import { useSpeaker } from '../language';
import { usePaneStyles } from '../styles';
import {
  draftedProfile,
  fieldText,
  PROFILE_FIELDS,
  type ProfileDraft,
  type ProfileField,
} from './profile-fields';
import { isInLines } from './profile-lists';
import { fieldName, howToWrite } from './profile-words';

interface EditProps {
  /** What the copy begins as. */
  readonly base: Profile;
  readonly id: string;
  readonly onSave: (profile: Profile) => void;
}

/** A copy of a profile as a form: each value with what it means and where it is from. */
export function ProfileEdit({ base, id, onSave }: EditProps) {
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const [draft, setDraft] = useState<ProfileDraft>({ title: '', source: '', typed: {} });
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    try {
      onSave(draftedProfile(base, id, draft));
    } catch (reason) {
      if (!(reason instanceof Failure)) throw reason;
      setFailure(reason);
    }
  };
  const type = (path: string, text: string): void =>
    setDraft({ ...draft, typed: { ...draft.typed, [path]: text } });
  return (
    <form className={styles.section} onSubmit={save}>
      <p className={styles.quiet}>{say('profiles.editText')}</p>
      <Field label={say('profiles.title')} required>
        <Input required value={draft.title} onValue={(title) => setDraft({ ...draft, title })} />
      </Field>
      <Field label={say('profiles.source')} hint={say('profiles.sourceHint')} required>
        <Input required value={draft.source} onValue={(source) => setDraft({ ...draft, source })} />
      </Field>
      {PROFILE_FIELDS.map((field) => (
        <ValueField
          key={field.path}
          {...{ base, field }}
          text={draft.typed[field.path] ?? fieldText(base, field, texts.language)}
          onText={(text) => type(field.path, text)}
        />
      ))}
      {failure && (
        <p className={styles.text} role="alert">
          {say('profiles.wrong', { name: fieldName(pathIn(failure), texts) })}
        </p>
      )}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" size="small">
          {say('profiles.save')}
        </Button>
      </div>
    </form>
  );
}

/** `grades[0].from` is of the grades. */
const pathIn = ({ data }: Failure): string => String(data['path'] ?? '').replace(/\[.*$/, '');

interface ValueProps {
  readonly base: Profile;
  readonly field: ProfileField;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function ValueField({ base, field, text, onText }: ValueProps) {
  const { say, texts } = useSpeaker();
  const styles = usePaneStyles();
  const { path, kind } = field;
  const label = fieldName(path, texts);
  const from = say('profiles.from', {
    mark: say(`profiles.mark.${base.marks[path] ?? 'house'}`),
    source: base.sources[path] ?? '',
  });
  const how = howToWrite(path, texts);
  const hint = how === null ? from : `${how} ${from}`;
  if (kind === 'flag') {
    return (
      <div>
        <Checkbox
          label={label}
          checked={text === 'true'}
          onCheck={(checked) => onText(String(checked))}
        />
        <p className={styles.quiet}>{hint}</p>
      </div>
    );
  }
  return (
    <Field label={kind === 'percent' ? say('profiles.percent', { label }) : label} hint={hint}>
      {field.choices ? (
        <Select value={text} onValue={onText}>
          {field.optional && <option value="">{say('profiles.unset')}</option>}
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {fieldName(`${path}=${choice}`, texts)}
            </option>
          ))}
        </Select>
      ) : (
        <TypedField {...{ field, text, onText }} />
      )}
    </Field>
  );
}

function TypedField({ field: { path, kind }, text, onText }: Omit<ValueProps, 'base'>) {
  if (isInLines(path)) return <Textarea rows={6} value={text} onValue={onText} />;
  const inputMode = kind === 'list' ? 'text' : 'decimal';
  return <Input inputMode={inputMode} value={text} onValue={onText} />;
}
