import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle20Regular, Info20Regular, Warning20Regular } from '@fluentui/react-icons';
import { cellLabel } from '../model/address';
import type { FindingSeverity } from '../model/finding';
import { entryText } from '../report/entry-text';
import { figure } from '../scoring/figures';
import { Badge } from './controls';
import { Disclosure } from './disclosure';
import { FindingDetails } from './finding-details';
import type { FindingLine } from './finding-items';
import type { FindingsProps } from './findings-panel';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import { usePaneStyles } from './styles';

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', minWidth: 0, textAlign: 'left' },
  item: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  error: { borderLeft: `4px solid ${tokens.colorPaletteRedBorder2}` },
  warning: { borderLeft: `4px solid ${tokens.colorPaletteYellowBorder2}` },
  info: { borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  icon: { flexShrink: 0 },
  lines: { whiteSpace: 'pre-line' },
});

const ICONS: Readonly<Record<FindingSeverity, typeof Info20Regular>> = {
  error: ErrorCircle20Regular,
  warning: Warning20Regular,
  info: Info20Regular,
};

interface LineProps extends FindingsProps {
  readonly line: FindingLine;
  /** Whether the sheet has to be told. */
  readonly named: boolean;
}

/** One line: where, how much is at stake, what is wrong, what to do. Opened: why, on what ground. */
export function FindingLineItem({ line, named, current, ...props }: LineProps) {
  const { say, texts } = useSpeaker();
  const { session } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  const { lead, severity, points, status, key } = line.entry;
  const { place, problem, fix } = entryText(line.entry, texts);
  const Icon = ICONS[severity];
  return (
    <Disclosure
      level="h3"
      className={mergeClasses(own.item, own[severity])}
      walkedTo={current === key}
      onOpen={() => void session.select(lead.sheet, lead.cell)}
      label={
        <span className={own.header}>
          <span className={own.first}>
            <Icon className={own.icon} aria-hidden />
            <span className={styles.unseen}>{say(`severity.${severity}`)}</span>
            <span className={styles.quiet}>
              {say('findings.place', {
                code: lead.code,
                place: named ? cellLabel(lead.sheet, place) : place,
              })}
            </span>
            {points !== null && (
              <Badge tone="plain">{say('findings.points', { points: figure(points) })}</Badge>
            )}
            {status !== 'open' && <Badge tone="good">{say(`findings.status.${status}`)}</Badge>}
          </span>
          <span className={styles.text}>{problem}</span>
          {fix !== null && status === 'open' && (
            <span className={mergeClasses(styles.quiet, own.lines)}>{fix}</span>
          )}
        </span>
      }
    >
      <FindingDetails {...props} line={line} />
    </Disclosure>
  );
}
