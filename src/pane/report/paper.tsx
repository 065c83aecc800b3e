import { Button, mergeClasses } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons';
import { Fragment, useEffect, useRef } from 'react';
import { isWideTable } from '../../report/column-widths';
import type { KeptReport, KeptSection, MergedLine } from '../../report/keep/keep-written';
import { sectionText } from '../../report/keep/rewrite';
import type { ReportLine, TableLine } from '../../report/report-lines';
import { piecesOf } from '../../report/waiting-pieces';
import { Badge } from '../controls';
import { usePaperStyles } from './paper-styles';
import { useReportSpeaker } from './report-texts';
import { sectionNames } from './section-names';
import { SectionField, type Writing } from './section-field';

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
  const own = usePaperStyles();
  const names = sectionNames(report, say('head'));
  return (
    <article className={own.paper} aria-label={say('paper')} lang="zh-CN">
      {report.sections.map((section, at) => (
        <PaperSection
          key={at}
          section={section}
          title={names[at] ?? ''}
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
  /** What it is told by. */
  readonly title: string;
  readonly writing: Writing | null;
  readonly onWriting: (from: number, to: number) => void;
  /** Null: left as it was. */
  readonly onDone: (text: string | null) => void;
  readonly onRestore: () => void;
}

function PaperSection(props: SectionProps) {
  const { section, title, writing, onWriting, onDone, onRestore } = props;
  const { say } = useReportSpeaker();
  const own = usePaperStyles();
  const { heading, body } = section;
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
          <PaperLines lines={body} />
        </div>
      )}
      {!isOpen && section.kept && <OwnBar {...{ section, title, onRestore }} />}
    </section>
  );
}

const HEADINGS = { 1: 'h4', 2: 'h5', 3: 'h6', 4: 'h6' } as const;

interface LineProps {
  readonly line: ReportLine;
  /** Of a table: what stands above it. */
  readonly caption?: string | undefined;
}

/** Lines one below the other; what stands above a table is its caption. */
export function PaperLines({ lines }: { readonly lines: readonly Omit<MergedLine, 'source'>[] }) {
  const { say } = useReportSpeaker();
  const own = usePaperStyles();
  return lines.map(({ line, more }, index) => {
    const before = lines[index - 1]?.line;
    if (line.role === 'caption' && lines[index + 1]?.line.role === 'table') return null;
    return (
      <Fragment key={index}>
        <PaperLine line={line} caption={before?.role === 'caption' ? before.text : undefined} />
        {more && <p className={own.quiet}>{say('more')}</p>}
      </Fragment>
    );
  });
}

/** A text; what waits for a person is marked. */
function Words({ text }: { readonly text: string }) {
  const own = usePaperStyles();
  return piecesOf(text).map((piece, index) =>
    piece.waits ? (
      <mark key={index} className={own.waits}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}

interface TableProps extends Pick<LineProps, 'caption'> {
  readonly rows: TableLine['rows'];
}

function PaperTable({ rows: all, caption }: TableProps) {
  const own = usePaperStyles();
  const [heads = [], ...rows] = all;
  return (
    <table className={mergeClasses(own.table, isWideTable(all) ? own.small : own.short)}>
      {caption !== undefined && (
        <caption className={mergeClasses(own.first, own.caption)}>{caption}</caption>
      )}
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={index} scope="col" className={mergeClasses(own.cell, own.first)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index} className={own.row}>
            {cells.map((cell, column) => (
              <td key={column} className={own.cell}>
                <Words text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A line with its looks. */
function PaperLine({ line, caption }: LineProps) {
  const own = usePaperStyles();
  if (line.role === 'table') return <PaperTable rows={line.rows} caption={caption} />;
  const text = <Words text={line.text} />;
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
  const own = usePaperStyles();
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
