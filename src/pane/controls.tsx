import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react';

/**
 * The browser's own controls in Fluent's colours. They are a third of the size of Fluent's and a
 * screen reader and a contrast theme know them already.
 */
const useStyles = makeStyles({
  box: {
    boxSizing: 'border-box',
    width: '100%',
    minWidth: 0,
    minHeight: '32px',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
  field: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  hint: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  tall: { minHeight: '64px', resize: 'vertical' },
  choice: { display: 'flex', alignItems: 'flex-start', gap: '8px', cursor: 'pointer' },
  tick: {
    flexShrink: 0,
    width: '18px',
    height: '18px',
    margin: '1px 0 0',
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  badge: {
    display: 'inline-block',
    padding: '0 6px',
    border: '1px solid transparent',
    borderRadius: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    width: 'fit-content',
  },
  good: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorPaletteGreenForeground1,
    border: `1px solid ${tokens.colorPaletteGreenBorder1}`,
  },
  doubtful: {
    backgroundColor: tokens.colorPaletteYellowBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorPaletteYellowBorder1}`,
  },
  bad: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  plain: {
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  link: {
    padding: 0,
    border: '0 none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    textDecorationLine: 'underline',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
}

const FieldContext = createContext<FieldIds | null>(null);

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly children: ReactNode;
}

/** A label above the one control inside, and a hint below it. */
export function Field({ label, hint, required = false, children }: FieldProps) {
  const own = useStyles();
  const id = useId();
  const described = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={own.field}>
      <label htmlFor={id} className={own.words}>
        {label}
        {required && <span aria-hidden> *</span>}
      </label>
      <FieldContext value={{ id, 'aria-describedby': described }}>{children}</FieldContext>
      {hint !== undefined && (
        <span id={described} className={own.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** `onValue` gives what was typed or chosen. */
type Valued<Tag extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentProps<Tag>,
  'onChange' | 'className'
> & { readonly onValue: (value: string) => void };

export function Input({ onValue, ...props }: Valued<'input'>) {
  const own = useStyles();
  const field = useContext(FieldContext);
  return (
    <input
      {...field}
      {...props}
      className={own.box}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}

export function Select({ onValue, ...props }: Valued<'select'>) {
  const own = useStyles();
  const field = useContext(FieldContext);
  return (
    <select
      {...field}
      {...props}
      className={own.box}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}

export function Textarea({ onValue, ...props }: Valued<'textarea'>) {
  const own = useStyles();
  const field = useContext(FieldContext);
  return (
    <textarea
      {...field}
      {...props}
      className={mergeClasses(own.box, own.tall)}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onCheck: (checked: boolean) => void;
}

export function Checkbox({ label, checked, disabled, describedBy, onCheck }: TickProps) {
  const own = useStyles();
  return (
    <label className={own.choice}>
      <input
        type="checkbox"
        className={own.tick}
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => onCheck(currentTarget.checked)}
      />
      <span className={own.words}>{label}</span>
    </label>
  );
}

interface BadgeProps {
  readonly tone: 'good' | 'doubtful' | 'bad' | 'plain';
  readonly children: ReactNode;
}

export function Badge({ tone, children }: BadgeProps) {
  const own = useStyles();
  return <span className={mergeClasses(own.badge, own[tone])}>{children}</span>;
}

interface LinkProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Goes somewhere in the workbook, so it is a button by its role. */
export function CellLink({ onClick, children }: LinkProps) {
  const own = useStyles();
  return (
    <button type="button" className={own.link} onClick={onClick}>
      {children}
    </button>
  );
}
