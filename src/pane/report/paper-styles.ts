import { makeStyles } from '@fluentui/react-components';

const INK = '#1b1b1b';
const QUIET = '#595959';
const BODY = "'仿宋_GB2312', FangSong, '仿宋', STFangsong, 'Noto Serif CJK SC', serif";

/** Looks of the report as it will be printed, and of what is written in it. */
export const usePaperStyles = makeStyles({
  /** Paper is white whatever the colours of the program: so it will be printed. */
  paper: {
    boxSizing: 'border-box',
    maxWidth: '794px',
    width: '100%',
    margin: '0 auto',
    padding: 'clamp(12px, 6%, 64px)',
    border: '1px solid #c8c8c8',
    backgroundColor: '#ffffff',
    color: INK,
    colorScheme: 'light',
    boxShadow: '0 2px 8px rgba(0, 0, 0, 0.2)',
    fontFamily: BODY,
    fontSize: '16px',
    lineHeight: '1.75',
    overflowWrap: 'anywhere',
    '@media print': { border: '0 none', boxShadow: 'none', padding: 0, fontSize: '16pt' },
  },
  section: { minWidth: 0 },
  /** What is scrolled to comes to stand below the buttons that stay in sight. */
  below: { scrollMarginTop: '64px' },
  top: { display: 'flex', alignItems: 'flex-start', gap: '4px', minWidth: 0 },
  words: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: '0 0 1em',
    fontFamily: "'方正小标宋简体', SimSun, '宋体', STSong, serif",
    fontSize: '1.375em',
    fontWeight: 'normal',
    lineHeight: '1.4',
    textAlign: 'center',
    textWrap: 'balance',
  },
  heading: {
    margin: 0,
    fontSize: 'inherit',
    fontWeight: 'normal',
    textIndent: '2em',
    breakAfter: 'avoid',
  },
  first: { fontFamily: "SimHei, '黑体', STHeiti, sans-serif" },
  second: { fontFamily: "KaiTi_GB2312, KaiTi, '楷体', STKaiti, serif" },
  text: { margin: 0, textIndent: '2em', textAlign: 'justify' },
  body: { cursor: 'text', ':hover': { backgroundColor: '#f3f6fb' } },
  table: {
    width: '100%',
    margin: '0.5em 0',
    borderCollapse: 'collapse',
    fontSize: '0.875em',
    textAlign: 'center',
  },
  /** 五号, as in Word, where many columns stand beside one another. */
  small: { '@media print': { fontSize: '10.5pt', lineHeight: '18pt' } },
  row: { breakInside: 'avoid' },
  caption: { breakAfter: 'avoid' },
  /** On one page. */
  short: { breakInside: 'avoid' },
  cell: { padding: '0 6px', border: `1px solid ${INK}`, fontWeight: 'normal' },
  waits: { backgroundColor: '#fff2b3', color: INK },
  quiet: { margin: 0, color: QUIET },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    margin: '2px 0 8px',
    fontFamily: "'Segoe UI', 'Microsoft YaHei', sans-serif",
    fontSize: '12px',
    '@media print': { display: 'none' },
  },
  button: {
    scrollMarginTop: '64px',
    flexShrink: 0,
    minWidth: 0,
    '@media print': { display: 'none' },
    color: '#0b5394',
    backgroundColor: '#ffffff',
    ':hover': { color: '#0b5394', backgroundColor: '#eaf1fb' },
    ':hover:active': { color: '#0b5394', backgroundColor: '#dbe7f7' },
  },
  field: {
    scrollMarginTop: '64px',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '84px',
    padding: '8px',
    border: '2px solid #0b5394',
    borderRadius: '4px',
    backgroundColor: '#ffffff',
    color: INK,
    fontFamily: BODY,
    fontSize: 'inherit',
    lineHeight: 'inherit',
    resize: 'vertical',
    fieldSizing: 'content',
  },
});
