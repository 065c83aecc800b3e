import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronUp20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  button: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    width: '100%',
    minHeight: '32px',
    padding: '6px 8px',
    border: '0 none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0 },
  body: { padding: '4px 8px 12px', minWidth: 0 },
});

interface DisclosureProps {
  readonly level: 'h3' | 'h4';
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly onOpen?: () => void;
  /** Opened and given the focus by keys; what was opened so is closed when they go on. */
  readonly walkedTo?: boolean;
}

/** A heading that opens what is below it; what is closed is not built. */
export function Disclosure({
  level: Heading,
  label,
  children,
  className,
  onOpen,
  walkedTo = false,
}: DisclosureProps) {
  const own = useStyles();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(walkedTo);
  const [walked, setWalked] = useState(walkedTo);
  if (walked !== walkedTo) {
    setWalked(walkedTo);
    setOpen(walkedTo);
  }
  useEffect(() => {
    if (walkedTo) button.current?.focus();
  }, [walkedTo]);
  const Chevron = open ? ChevronUp20Regular : ChevronDown20Regular;
  const toggle = (): void => {
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return (
    <div className={mergeClasses(className)}>
      <Heading className={own.heading}>
        <button
          type="button"
          ref={button}
          className={own.button}
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <span className={own.label}>{label}</span>
          <Chevron className={own.icon} aria-hidden />
        </button>
      </Heading>
      <div id={id} className={open ? own.body : undefined} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
