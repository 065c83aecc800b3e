import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    padding: '0 4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '36px',
    padding: '4px 5px',
    border: '0 none',
    borderBottom: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  last: { marginLeft: 'auto' },
});

export interface TabItem<T extends string> {
  readonly value: T;
  /** The name where the content is only a picture. */
  readonly name?: string;
  readonly content: ReactNode;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly items: readonly TabItem<T>[];
  readonly selected: T;
  /** Id of the panel they all show their content in. */
  readonly panel: string;
  readonly onSelect: (value: T) => void;
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Tabs by the WAI-ARIA pattern: one stop of the Tab key, arrows between them. */
export function Tabs<T extends string>({ label, items, selected, panel, onSelect }: TabsProps<T>) {
  const own = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = MOVES[event.key];
    const at = items.findIndex(({ value }) => value === selected);
    const next = step && items[step(at, items.length)];
    if (!next) return;
    event.preventDefault();
    onSelect(next.value);
    list.current?.querySelector<HTMLElement>(`#tab-${next.value}`)?.focus();
  };
  return (
    <div className={own.list} role="tablist" aria-label={label} ref={list}>
      {items.map(({ value, name, content }, index) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={`tab-${value}`}
          aria-selected={value === selected}
          aria-controls={panel}
          aria-label={name}
          tabIndex={value === selected ? 0 : -1}
          className={mergeClasses(
            own.tab,
            value === selected && own.selected,
            // A picture at the end stands apart.
            index === items.length - 1 && name !== undefined && own.last,
          )}
          onClick={() => onSelect(value)}
          onKeyDown={move}
        >
          {content}
        </button>
      ))}
    </div>
  );
}
