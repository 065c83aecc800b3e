import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { usePaneStyles } from '../../../pane/styles';
import { useDesk } from '../books/desk-context';
import type { Book } from '../books/desk-state';
import { tabNames } from './file-names';
import { useWorkbenchSpeaker } from '../frame/speaker';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexShrink: 0,
    gap: '2px',
    margin: 0,
    padding: '4px 8px 0',
    listStyleType: 'none',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    maxWidth: '280px',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 2px ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderTop: '2px solid Highlight' },
  },
  name: {
    minWidth: 0,
    minHeight: '32px',
    padding: '4px 4px 4px 12px',
    border: '0 none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  close: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '26px',
    height: '26px',
    margin: '0 4px 0 0',
    padding: 0,
    border: '0 none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  mark: { color: tokens.colorBrandForeground1 },
});

interface FileTabsProps {
  readonly books: readonly Book[];
  readonly active: string | null;
  readonly onClose: (book: Book) => void;
}

/** The open files. Each has two buttons, so they are a list and not a `tablist`. */
export function FileTabs({ books, active, onClose }: FileTabsProps) {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const styles = usePaneStyles();
  const current = useRef<HTMLLIElement>(null);
  const count = books.length;
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, count]);
  const names = tabNames(books.map(({ name }) => name));
  return (
    <nav aria-label={say('files')}>
      <ul className={own.list}>
        {books.map((book, index) => (
          <li
            key={book.id}
            ref={book.id === active ? current : undefined}
            className={mergeClasses(own.item, book.id === active && own.current)}
          >
            <button
              type="button"
              className={own.name}
              aria-current={book.id === active ? 'page' : undefined}
              title={names[index]}
              onClick={() => desk.activate(book.id)}
              onKeyDown={({ key }) => {
                if (key === 'Delete') onClose(book);
              }}
            >
              {book.unsaved && (
                <>
                  <span className={own.mark} aria-hidden>
                    ●{' '}
                  </span>
                  <span className={styles.unseen}>{say('unsaved')}</span>
                </>
              )}
              {names[index]}
            </button>
            <button
              type="button"
              className={own.close}
              aria-label={say('closeNamed', { name: names[index] ?? book.name })}
              onClick={() => onClose(book)}
            >
              <Dismiss16Regular aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
