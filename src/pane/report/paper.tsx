import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons';
import { Fragment, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { KeptReport, KeptSection } from '../../report/keep/keep-written';
import { bareTitle } from '../../report/keep/mark';
import { sectionText } from '../../report/keep/rewrite';
import type { ReportLine } from '../../report/report-lines';
import { Badge } from '../controls';
import { usePaneStyles } from '../styles';
import { piecesOf } from './places';
import { useReportSpeaker } from './report-texts';

const INK = '#1b1b1b';
const QUIET = '#595959';
const BODY = "'仿宋_GB2312', FangSong, '仿宋', STFangsong, 'Noto Serif CJK SC', serif";

const useStyles = makeStyles({
  /** Paper is white whatever the colours of the program: so it will be printed. */
  paper: {
    boxSizing: 'border-box',
    maxWidth: '794px',
    width: '100%',
    margin: '0 auto',
    padding: 'clamp(12px, 6%, 64px)',
    border: '1px solid #c8c8c8',
    backgroundColor: '#ffffff',
    color: INK,
    colorScheme: 'light',
    boxShadow: '0 2px 8px rgba(0, 0, 0, 0.2)',
    fontFamily: BODY,
    fontSize: '16px',
    lineHeight: '1.75',
    overflowWrap: 'anywhere',
    '@media print': { border: '0 none', boxShadow: 'none', padding: 0, fontSize: '16pt' },
  },
  section: { minWidth: 0 },
  top: { display: 'flex', alignItems: 'flex-start', gap: '4px', minWidth: 0 },
  words: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: '0 0 1em',
    fontFamily: "'方正小标宋简体', SimSun, '宋体', STSong, serif",
    fontSize: '1.375em',
    fontWeight: 'normal',
    lineHeight: '1.4',
    textAlign: 'center',
  },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'normal', textIndent: '2em' },
  first: { fontFamily: "SimHei, '黑体', STHeiti, sans-serif" },
  second: { fontFamily: "KaiTi_GB2312, KaiTi, '楷体', STKaiti, serif" },
  text: { margin: 0, textIndent: '2em', textAlign: 'justify' },
  body: { cursor: 'text', ':hover': { backgroundColor: '#f3f6fb' } },
  waits: { backgroundColor: '#fff2b3', color: INK },
  quiet: { margin: 0, color: QUIET },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    margin: '2px 0 8px',
    fontFamily: "'Segoe UI', 'Microsoft YaHei', sans-serif",
    fontSize: '12px',
    '@media print': { display: 'none' },
  },
  button: {
    flexShrink: 0,
    minWidth: 0,
    '@media print': { display: 'none' },
    color: '#0b5394',
    ':hover': { color: '#0b5394', backgroundColor: '#eaf1fb' },
    ':hover:active': { color: '#0b5394', backgroundColor: '#dbe7f7' },
  },
  field: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '84px',
    padding: '8px',
    border: '2px solid #0b5394',
    borderRadius: '4px',
    backgroundColor: '#ffffff',
    color: INK,
    fontFamily: BODY,
    fontSize: 'inherit',
    lineHeight: 'inherit',
    resize: 'vertical',
    fieldSizing: 'content',
  },
});

/** What is being written: a section, and what of its text is to be marked. */
export interface Writing {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface PaperProps {
  readonly report: KeptReport;
  readonly writing: Writing | null;
  readonly onWriting: (writing: Writing | null) => void;
  readonly onWrite: (at: number, text: string) => void;
  readonly onRestore: (at: number) => void;
}

/** The report as it will be printed; a section that is clicked can be written in. */
export function Paper({ report, writing, onWriting, onWrite, onRestore }: PaperProps) {
  const { say } = useReportSpeaker();
  const own = useStyles();
  return (
    <article className={own.paper} aria-label={say('paper')} lang="zh-CN">
      {report.sections.map((section, at) => (
        <PaperSection
          key={at}
          section={section}
          writing={writing?.at === at ? writing : null}
          onWriting={(from, to) => onWriting({ at, from, to })}
          onDone={(text) => {
            if (text !== null && text !== sectionText(section)) onWrite(at, text);
            onWriting(null);
          }}
          onRestore={() => onRestore(at)}
        />
      ))}
    </article>
  );
}

interface SectionProps {
  readonly section: KeptSection;
  readonly writing: Writing | null;
  readonly onWriting: (from: number, to: number) => void;
  /** Null: left as it was. */
  readonly onDone: (text: string | null) => void;
  readonly onRestore: () => void;
}

function PaperSection({ section, writing, onWriting, onDone, onRestore }: SectionProps) {
  const { say } = useReportSpeaker();
  const own = useStyles();
  const { heading, body } = section;
  const title = heading ? bareTitle(heading.line.text) : say('head');
  const top = useRef<HTMLDivElement>(null);
  const isOpen = writing !== null;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // What was written in by keys is gone on from there.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) {
      top.current?.querySelector('button')?.focus({ preventScroll: true });
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  const begin = (): void => {
    const end = sectionText(section).length;
    onWriting(end, end);
  };
  return (
    <section className={own.section} aria-label={title}>
      <div className={own.top} ref={top}>
        <div className={own.words}>{heading && <PaperLine line={heading.line} />}</div>
        {!isOpen && (
          <Button
            size="small"
            appearance="subtle"
            className={own.button}
            icon={<Edit20Regular />}
            aria-label={say('write.named', { title })}
            title={say('write')}
            onClick={begin}
          />
        )}
      </div>
      {writing ? (
        <SectionField title={title} text={sectionText(section)} writing={writing} onDone={onDone} />
      ) : (
        <div className={own.body} onClick={begin}>
          {body.map(({ line, more }, index) => (
            <Fragment key={index}>
              <PaperLine line={line} />
              {more && <p className={own.quiet}>{say('more')}</p>}
            </Fragment>
          ))}
        </div>
      )}
      {!isOpen && section.kept && <OwnBar {...{ section, title, onRestore }} />}
    </section>
  );
}

const HEADINGS = { 1: 'h4', 2: 'h5', 3: 'h6', 4: 'h6' } as const;

/** A line with its looks; what waits for a person is marked. */
export function PaperLine({ line }: { readonly line: ReportLine }) {
  const own = useStyles();
  const text = piecesOf(line.text).map((piece, index) =>
    piece.waits ? (
      <mark key={index} className={own.waits}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
  if (line.role === 'title') return <h3 className={own.title}>{text}</h3>;
  if (line.role !== 'heading') return <p className={own.text}>{text}</p>;
  const Heading = HEADINGS[line.depth];
  const face = line.depth === 1 ? own.first : line.depth === 2 ? own.second : undefined;
  return <Heading className={mergeClasses(own.heading, face)}>{text}</Heading>;
}

interface BarProps {
  readonly section: KeptSection;
  readonly title: string;
  readonly onRestore: () => void;
}

/** Under what a person wrote: that it is theirs, whether it is out of date, the way back. */
function OwnBar({ section: { stale, fresh }, title, onRestore }: BarProps) {
  const { say } = useReportSpeaker();
  const own = useStyles();
  return (
    <div className={own.bar}>
      <Badge tone="good">{say('own')}</Badge>
      {stale && <Badge tone="doubtful">{say('stale')}</Badge>}
      {fresh !== null && (
        <Button
          size="small"
          appearance="subtle"
          className={own.button}
          aria-label={say('restore.named', { title })}
          onClick={onRestore}
        >
          {say('restore')}
        </Button>
      )}
    </div>
  );
}

interface FieldProps extends Pick<SectionProps, 'onDone'> {
  readonly title: string;
  readonly text: string;
  readonly writing: Writing;
}

/** The section's text to be written in. Left in whatever way, it is kept, but for Esc. */
function SectionField({ title, text: first, writing, onDone }: FieldProps) {
  const { say } = useReportSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first);
  const latest = useRef({ text, isOpen: true, onDone });
  latest.current = { ...latest.current, text, onDone };
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(writing.from, writing.to);
  }, [writing]);
  const end = (said: string | null): void => {
    if (!latest.current.isOpen) return;
    latest.current.isOpen = false;
    onDone(said);
  };
  useEffect(() => {
    latest.current.isOpen = true;
    // The tab may go without the field losing the focus first.
    return () => {
      const { isOpen, text: said, onDone: done } = latest.current;
      latest.current.isOpen = false;
      if (isOpen) done(said);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end(text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
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
      <div className={own.bar}>
        <Button size="small" appearance="primary" onClick={() => end(text)}>
          {say('write.done')}
        </Button>
        <Button
          size="small"
          className={own.button}
          // The field must not lose the focus to it, or it would be kept.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => end(null)}
        >
          {say('write.cancel')}
        </Button>
        <span className={mergeClasses(styles.quiet, own.quiet)}>{say('write.hint')}</span>
      </div>
    </>
  );
}
