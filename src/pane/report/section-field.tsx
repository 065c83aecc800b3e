import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { usePaneStyles } from '../styles';
import { usePaperStyles } from './paper-styles';
import { useReportSpeaker } from './report-texts';

/** What is being written: a section, and what of its text is to be marked. */
export interface Writing {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How writing ends: with the text said, or with null, left as it was. */
type End = (said: string | null) => void;

interface FieldProps {
  readonly title: string;
  readonly text: string;
  readonly writing: Writing;
  readonly onDone: End;
}

/** The section's text to be written in. Left in whatever way, it is kept, but for Esc. */
export function SectionField({ title, text: first, writing, onDone }: FieldProps) {
  const { say } = useReportSpeaker();
  const own = usePaperStyles();
  const all = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first);
  const end = useOneEnd(text, onDone);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(writing.from, writing.to);
    // With the buttons below it, unless that would take the marked words out of sight.
    const height = all.current?.offsetHeight ?? 0;
    if (height > 0 && height < window.innerHeight / 2) {
      all.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [writing]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The key belongs to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end(text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={all} className={own.below}>
      <textarea
        ref={field}
        className={own.field}
        aria-label={say('write.field', { title })}
        rows={Math.min(16, text.split('\n').length + 1)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end(text)}
      />
      <FieldBar onKeep={() => end(text)} onLeave={() => end(null)} />
    </div>
  );
}

/** Ends the writing once, also where the tab goes without the field losing the focus first. */
function useOneEnd(text: string, onDone: End): End {
  const latest = useRef({ text, onDone, isOpen: true });
  latest.current = { ...latest.current, text, onDone };
  const end: End = (said) => {
    const { isOpen, onDone: done } = latest.current;
    latest.current.isOpen = false;
    if (isOpen) done(said);
  };
  useEffect(() => {
    latest.current.isOpen = true;
    return () => end(latest.current.text);
  }, []);
  return end;
}

interface FieldBarProps {
  readonly onKeep: () => void;
  readonly onLeave: () => void;
}

function FieldBar({ onKeep, onLeave }: FieldBarProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const own = usePaperStyles();
  return (
    <div className={own.bar}>
      <Button size="small" appearance="primary" onClick={onKeep}>
        {say('write.done')}
      </Button>
      <Button
        size="small"
        className={own.button}
        // The field must not lose the focus to it, or it would be kept.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onLeave}
      >
        {say('write.cancel')}
      </Button>
      <span className={mergeClasses(styles.quiet, own.quiet)}>{say('write.hint')}</span>
    </div>
  );
}
