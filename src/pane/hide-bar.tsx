import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSpeaker } from './language';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    padding: '4px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  button: { width: '100%' },
});

/**
 * The way out of a docked pane, at its foot and on every face: WPS covers the top of a pane with a
 * bar of its own, and a docked pane keeps the ribbon from being clicked (12.1.0.26895 and later).
 */
export function HideBar({ onHide }: { readonly onHide: () => void }) {
  const { say } = useSpeaker();
  const own = useStyles();
  return (
    <footer className={own.bar}>
      <Button className={own.button} appearance="subtle" size="small" onClick={onHide}>
        {say('hidePane')}
      </Button>
    </footer>
  );
}
