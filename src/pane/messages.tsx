import { Button } from '@fluentui/react-components';
import { useSpeaker } from './language';
import { MessageStrip } from './message-strip';
import { NewerProgram, ReloadButton } from './newer-program';
import { usePaneTools, type PanelProps } from './pane-context';
import { isReadOnly, protectedSheets, type Notice } from './session-state';

/** What a write says of itself; each of them can be taken back where it stands. */
const OF_WRITES: ReadonlySet<string> = new Set([
  'pane.notice.scored',
  'pane.notice.recalculated',
  'pane.notice.adopted',
  'pane.notice.reasons',
  'pane.notice.fixes',
  'pane.notice.waived',
  'pane.notice.cleared',
]);

const tellsOfWrite = ({ message }: Notice): boolean => OF_WRITES.has(message.key);

interface MessagesProps extends PanelProps {
  /** Where the workbook itself is not looked at, that all went well is not told. */
  readonly onlyTroubles: boolean;
}

/** What has to be known whatever tab is open. */
export function Messages({ state, workbook, onlyTroubles }: MessagesProps) {
  const { say, tell } = useSpeaker();
  const { session } = usePaneTools();
  const notice = onlyTroubles && state.notice?.tone === 'success' ? null : state.notice;
  const { closed, partly } = protectedSheets(workbook);
  return (
    <>
      <NewerProgram busy={state.stage.kind === 'working'} />
      {closed.length > 0 && (
        <MessageStrip tone="warning">
          <strong>{say(isReadOnly(workbook) ? 'readOnly.title' : 'readOnly.some')}</strong>{' '}
          {say('readOnly.text', { sheets: closed })}
        </MessageStrip>
      )}
      {partly.length > 0 && (
        <MessageStrip tone="warning">
          <strong>{say('readOnly.partly')}</strong> {say('readOnly.partlyText', { sheets: partly })}
        </MessageStrip>
      )}
      {notice && (
        <MessageStrip
          tone={notice.tone}
          onDismiss={() => session.dismiss()}
          action={
            notice.message.key === 'error.page-outdated.message' ? (
              <ReloadButton />
            ) : (
              state.undoable &&
              tellsOfWrite(notice) && (
                <Button
                  appearance="transparent"
                  size="small"
                  disabledFocusable={state.stage.kind === 'working'}
                  onClick={() => void session.undo()}
                >
                  {say('undo')}
                </Button>
              )
            )
          }
        >
          {tell(notice.message)}
          {notice.hint && ` ${tell(notice.hint)}`}
        </MessageStrip>
      )}
    </>
  );
}
