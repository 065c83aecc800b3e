import type { Book } from '../books/desk-state';
import type { Desk } from '../books/desk';
import { AboutDialog, CloseDialog, MoreDialog, ShortcutsDialog } from './page-dialogs';
import type { WorkbenchPreferences } from './preferences';

/** What a person wants to see or is asked, over the page. */
export type Asked =
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'more' }
  | { readonly kind: 'close'; readonly book: Book };

interface AskedProps {
  readonly desk: Desk;
  readonly preferences: WorkbenchPreferences;
  readonly onPreferences: (part: Partial<WorkbenchPreferences>) => void;
  readonly asked: Asked;
  /** Null: nothing more. */
  readonly onAsk: (asked: Asked | null) => void;
}

export function AskedDialog({ desk, asked, preferences, onPreferences, onAsk }: AskedProps) {
  const onClose = (): void => onAsk(null);
  if (asked.kind === 'shortcuts') return <ShortcutsDialog onClose={onClose} />;
  if (asked.kind === 'about') return <AboutDialog onClose={onClose} />;
  if (asked.kind === 'more') {
    return (
      <MoreDialog
        preferences={preferences}
        onPreferences={onPreferences}
        onAsk={(kind) => onAsk({ kind })}
        onClose={onClose}
      />
    );
  }
  const { id, name } = asked.book;
  const saveAndClose = async (): Promise<void> => {
    desk.dismiss();
    const closed = await desk.saveAndClose(id);
    // What went wrong is said on the page below.
    if (closed || desk.state().notice?.tone === 'error') onClose();
  };
  return (
    <CloseDialog
      name={name}
      onClose={onClose}
      onDiscard={() => {
        onClose();
        desk.close(id);
      }}
      onSave={() => void saveAndClose()}
    />
  );
}
