import { makeStyles } from '@fluentui/react-components';
import { headingNumber } from '../../report/chinese-numeral';
import type { OutlineTemplate } from '../../report/outline-templates';
import type { TemplateSection } from '../../report/outline-templates';
import { reporting, type ReportingKey } from '../../texts/zh-CN/reporting';
import type { Within } from '../../texts/catalogue';
import { Field, Select } from '../controls';
import { Disclosure } from '../disclosure';
import { usePaneStyles } from '../styles';
import { OwnStructure } from './own-structure';
import { isOwn, type OwnStructures } from './own-structures';
import type { FaceProps } from './report-tab';
import { useReportSpeaker } from './report-texts';

const useStyles = makeStyles({
  headings: { margin: '0 0 8px', padding: 0, listStyleType: 'none' },
  deeper: { margin: 0, padding: '0 0 0 1.5em', listStyleType: 'none' },
});

type StructureName = Within<'reporting.structure', ReportingKey>;

const isNamed = (id: string): id is StructureName => `reporting.structure.${id}` in reporting;

interface ChoiceProps {
  readonly table: NonNullable<FaceProps['table']>;
  readonly template: OutlineTemplate;
  readonly structures: OwnStructures;
  /** Null: the one proposed. */
  readonly onChoose: (id: string | null) => void;
}

/** Which structure the report has, whether it fits the table, and its headings. */
export function StructureChoice({ table, template, structures, onChoose }: ChoiceProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const own = useStyles();
  const fits = template.kind === table.table.scope;
  const bareName = ({ id, name, title }: OutlineTemplate): string =>
    isNamed(id) ? say(`structure.${id}`) : (name ?? title);
  const nameOf = (one: OutlineTemplate): string =>
    isOwn(one) ? say('structure.own.named', { name: bareName(one) }) : bareName(one);
  return (
    <>
      <Disclosure level="h3" label={say('structure.now', { name: nameOf(template) })}>
        <div className={styles.section}>
          <Field label={say('structure')} hint={say('structure.hint')}>
            <Select value={template.id} onValue={onChoose}>
              {structures.all.map((one) => (
                <option key={one.id} value={one.id}>
                  {nameOf(one)}
                </option>
              ))}
            </Select>
          </Field>
          <section aria-label={say('headings')}>
            <Headings sections={template.sections} depth={1} className={own.headings} />
            <p className={styles.quiet}>{template.source}</p>
          </section>
        </div>
        <Disclosure level="h4" label={say('structure.own')}>
          <OwnStructure name={bareName(template)} {...{ template, structures, onChoose }} />
        </Disclosure>
      </Disclosure>
      {!fits && (
        <p className={styles.text} role="status">
          {say('structure.unfit', {
            wanted: say(`kind.${template.kind}`),
            own: say(`kind.${table.table.scope}`),
          })}
        </p>
      )}
    </>
  );
}

interface HeadingsProps {
  readonly sections: readonly TemplateSection[];
  readonly depth: 1 | 2 | 3 | 4;
  readonly className: string;
}

function Headings({ sections, depth, className }: HeadingsProps) {
  const own = useStyles();
  const below = depth === 1 ? 2 : depth === 2 ? 3 : 4;
  return (
    <ol className={className}>
      {sections.map(({ title, sections: inner = [] }, index) => (
        <li key={index}>
          {headingNumber(depth, index + 1)}
          {title}
          {inner.length > 0 && <Headings sections={inner} depth={below} className={own.deeper} />}
        </li>
      ))}
    </ol>
  );
}
