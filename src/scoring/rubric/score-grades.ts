import { deniedWords, isOneOfAll, sameDenial, sharedPairs, withSigns } from './agreement';
import { comparisonHolds, compares } from './comparison';
import { intervalsIn } from './interval';
import type { Reading } from './reading';
import type { RowFacts } from './row-facts';
import type { Grade } from './standard';
import { type Turn, turnFromTo, turnOf, turnOfYears } from './turn';
import { levelsOf } from './rivals';
import { ofScope } from './scope';
import { THINGS } from './unit-words';

/** Words of degree, the longest first; a grade and a fact are of one degree where both have the same. */
const MARKS = [
  '绝大部分',
  '大部分',
  '绝大多数',
  '大多数',
  '不太',
  '不够',
  '不很',
  '不完全',
  '未完全',
  '未全部',
  '基本不',
  '基本',
  '比较',
  '较为',
  '部分',
  '一般',
  '个别',
  '少数',
  '严重',
  '非常',
  '十分',
  '完全',
  '全部',
  '全面',
  '严格',
  '有所',
  '一定',
  '较',
  '很',
];
const TOP = new Set(['', '非常', '十分', '完全', '全部', '全面', '严格', '很']);

interface Marked {
  readonly degree: string;
  readonly denied: boolean;
  readonly stem: string;
}

function marked(text: string): Marked {
  const plain = text
    .replace(/^(?:是否|项目|资金|情况)/, '')
    .replace(/(?:较|比)(?:上年度?|去年|上一年)(?:同期)?/, '');
  const degree = MARKS.find((mark) => plain.includes(mark)) ?? '';
  const rest = withSigns(degree === '' ? plain : plain.replace(degree, ''));
  return {
    degree,
    denied: rest.includes('¬'),
    stem: rest.replaceAll('¬', ''),
  };
}

/**
 * The points of the grade whose words the row uses. Of grades that share their words (健全, 基本健全,
 * 不健全) degree and denial decide; null where none or several fit.
 */
export function scoreGrades(grades: readonly Grade[], facts: RowFacts): Reading | null {
  const compared = comparedGrade(grades, facts);
  if (compared) return compared;
  // 结余12万元,上年结转20万元 beside 结余超过上年结转: two amounts are compared, and never by words in common.
  if (facts.figures.length > 1 && grades.some(({ label }) => compares(label))) return null;
  const years = turnOfYears(facts) ?? turnFromTo(facts);
  const turned = grades.filter(({ label }) => years !== null && turnOf(label) === years);
  const [way] = turned;
  if (way && turned.length === 1)
    return { span: way.points, rule: way.text, fact: facts.text, sum: '' };
  const bare = (text: string): string => text.replace(/[,;。、的]/g, '');
  const denials = (text: string): number => withSigns(text).split('¬').length;
  const said = grades.filter(
    ({ label, text }) =>
      (bare(text).startsWith(bare(facts.text)) || bare(label).endsWith(bare(facts.text))) &&
      denials(label) === denials(facts.text) &&
      bare(label).length > 3,
  );
  const [whole] = said;
  if (whole && said.length === 1 && bare(facts.text).length > 5)
    return { span: whole.points, rule: whole.text, fact: facts.text, sum: '' };
  const byDenials = gradeByDenials(grades, facts);
  if (byDenials) return { span: byDenials.points, rule: byDenials.text, fact: facts.text, sum: '' };
  const fragments = facts.fragments.filter(({ text }) => text.length <= 40);
  if (fragments.length === 0 || fragments.length !== facts.fragments.length) return null;
  const found = fragments.flatMap(({ text }) => {
    const grade = gradeOf(text, grades);
    return grade ? [{ grade, text }] : [];
  });
  const spoken = found.filter((one) => !isPrecondition(one) && !isLowered(one, found));
  const [first] = spoken;
  if (!first || spoken.some(({ grade }) => grade !== first.grade)) return null;
  if (
    fragments.length > found.length &&
    fragments.some(
      ({ text }) => /未|没|不|无|缺|但/.test(text) && !found.some((one) => one.text === text),
    )
  )
    return null;
  const { grade, text } = first;
  return { span: grade.points, rule: grade.text, fact: text, sum: '' };
}

/**
 * 制定了方案,未报备 among 制定并报备, 制定未报备 and 未制定: the one grade that denies just what the row
 * denies, where no two deny the same and no degree is spoken of.
 */
function gradeByDenials(grades: readonly Grade[], { fragments }: RowFacts): Grade | null {
  if (
    fragments.length < 2 ||
    fragments.some(({ text, told }) => told.length > 0 || MARKS.some((mark) => text.includes(mark)))
  )
    return null;
  if (grades.some(({ label }) => MARKS.some((mark) => label.includes(mark)))) return null;
  const deniedIn = (texts: readonly string[]): string => texts.flatMap(deniedWords).sort().join();
  const denials = grades.map(({ label }) => deniedIn([label]));
  if (new Set(denials).size < grades.length) return null;
  const grade = grades[denials.indexOf(deniedIn(fragments.map(({ text }) => text)))];
  return grade && fragments.every(({ text }) => sharedPairs(text, grade.label) > 0) ? grade : null;
}

interface Found {
  readonly grade: Grade;
  readonly text: string;
}

/** 通过验收 of 通过验收且评定优秀: what other grades may ask for too. */
const isPrecondition = ({ grade: { label }, text }: Found): boolean =>
  label.startsWith(`${text}且`) || label.startsWith(`${text}并`);

/** 按要求开展监控 beside 逾期报送, for which points are taken off those that it earns. */
const isLowered = ({ grade }: Found, found: readonly Found[]): boolean =>
  grade.lowers !== true && found.some((other) => other.grade.lowers === true);

/** 高于目标值5分,等于目标值4分,低于目标值0分: the grade whose comparison holds. */
function comparedGrade(grades: readonly Grade[], facts: RowFacts): Reading | null {
  const held = grades
    .filter(({ label }) => compares(label))
    .map((grade) => ({ grade, held: comparisonHolds(grade.label, facts) }));
  const found = held.filter((one) => one.held?.held === true);
  const [only] = found;
  if (held.length < 2 || held.some((one) => one.held === null)) return null;
  if (found.length !== 1 || !only?.held) return null;
  return { span: only.grade.points, rule: only.grade.text, fact: only.held.fact, sum: '' };
}

/** 高于, 等于 and 低于平均水平: how one thing lies to another, without figures. */
const levelOf = (text: string): 'above' | 'level' | 'below' | null => {
  if (/\d|[不未没]/.test(text)) return null;
  if (/高于|优于|大于|超过/.test(text)) return 'above';
  if (/低于|劣于|小于|落后于/.test(text)) return 'below';
  return /等于|相当|持平/.test(text) ? 'level' : null;
};

/** 评为优秀的站点3个 beside 优秀: how many are so, and not that the row's own is. */
function countsThose(fragment: string, label: string): boolean {
  const at = GRADE_WORD.test(label) ? fragment.indexOf(label) : -1;
  return at >= 0 && COUNT_BEHIND.test(fragment.slice(at + label.length));
}

const GRADE_WORD = /^(?:优秀?|良好?|中等?|好|较好|合格|较差|差)$/;
const COUNT_BEHIND = new RegExp(`^\\D{0,8}\\d+(?:${THINGS})`);

function gradeOf(fragment: string, given: readonly Grade[]): Grade | null {
  const meant = given.filter(({ label }) => !isOneOfAll(fragment, label));
  const all = ofScope(fragment, meant);
  const turn = turnOf(fragment);
  const grades = ofTurn(turn, all);
  const level = levelOf(fragment);
  const levels = all.filter(({ label }) => levelOf(label) !== null);
  if (level !== null && levels.length > 1) {
    const [own, ...more] = levels.filter(({ label }) => levelOf(label) === level);
    return own && more.length === 0 ? own : null;
  }
  if (grades.some(({ label }) => countsThose(fragment, label))) return null;
  // 完成率85% is no 完成.
  const share = /(\d+(?:\.\d+)?)%/.exec(fragment)?.[1];
  if (share !== undefined && Number(share) < 100 && turn === null) return null;
  const same = grades.filter(({ label }) => label === fragment);
  if (same.length === 1) return same[0] ?? null;
  const ranked = gradeOfRank(fragment, grades) ?? gradeOfLevel(fragment, meant);
  if (ranked !== undefined) return ranked;
  if (/\d/.test(fragment) && grades.some(({ label }) => intervalsIn(label).length > 0)) return null;
  const ended = grades
    .filter(({ label }) => label.length >= 2 && fragment.endsWith(label))
    .filter(({ label }) => isPlainLead(fragment.slice(0, fragment.length - label.length)))
    .sort((a, b) => b.label.length - a.label.length);
  if (ended[0]) return ended[0];
  const fact = marked(fragment);
  const judged = commonPairs(grades.map(({ label }) => marked(label).stem));
  if (judged.length > 0 && !judged.some((pair) => fact.stem.includes(pair))) return null;
  const marks = grades.map((grade) => ({ grade, mark: marked(grade.label) }));
  const alike = marks.filter(
    ({ mark }) => mark.denied === fact.denied && mark.degree === fact.degree,
  );
  const pool =
    alike.length > 0
      ? alike
      : marks.filter(
          ({ mark }) => mark.denied === fact.denied && TOP.has(mark.degree) && TOP.has(fact.degree),
        );
  const speaking = pool.filter(({ mark }) => shares(mark.stem, fact.stem));
  const [only, ...more] = speaking;
  if (only && more.length === 0) return isOwnWord(fragment, only, given) ? only.grade : null;
  const denying = speaking.filter(({ grade }) => fact.denied && sameDenial(fragment, grade.label));
  if (denying.length === 1) return denying[0]?.grade ?? null;
  const best = speaking
    .map((one) => ({ ...one, shared: sharedPairs(ownStem(fragment, one, given), fact.stem) }))
    .sort((a, b) => b.shared - a.shared);
  const [top, next] = best;
  return top && next && top.shared > next.shared ? top.grade : null;
}

interface GradeMarked {
  readonly grade: Grade;
  readonly mark: Marked;
}

/** 工程 of 工程按期完成 beside 延期完成: what only the first grade says of all of them, and the fact says too. */
function ownStem(fragment: string, { grade, mark }: GradeMarked, given: readonly Grade[]): string {
  const [first, ...others] = given;
  if (grade !== first || others.some(({ label }) => label.startsWith(grade.label.slice(0, 2))))
    return mark.stem;
  const signs = Array.from(grade.label);
  const end = signs.findIndex((sign, at) => sign !== fragment.charAt(at));
  const lead = grade.label.slice(0, Math.max(0, end));
  return lead.length > 1 && mark.stem.startsWith(lead) ? mark.stem.slice(lead.length) : mark.stem;
}

/** More than the lead of all grades is in common. */
const isOwnWord = (fragment: string, one: GradeMarked, given: readonly Grade[]): boolean => {
  const own = ownStem(fragment, one, given);
  return own === one.mark.stem || own === '' || sharedPairs(own, fragment) > 0;
};

/** The grades of the way a fact tells; of 下降, 持平 and 上升 none where it tells no way. */
function ofTurn(turn: Turn | null, grades: readonly Grade[]): readonly Grade[] {
  const ways = new Set(grades.flatMap(({ label }) => turnOf(label) ?? []));
  return ways.size > (turn === null ? 1 : 0)
    ? grades.filter(({ label }) => turnOf(label) === turn)
    : grades;
}

const RANK = /(?:^|[为是定得评:])([优良中差]|[甲乙丙丁]|[A-E])(?:秀|好|等|级|档)*(?:等次|等级)?$/;
const rankOf = (text: string): string | null => RANK.exec(text)?.[1] ?? null;

/** 结果为良 among 为优, 良, 中 and 差: the grade of its one sign; undefined where no such signs stand, null where none is the same. */
function gradeOfRank(fragment: string, grades: readonly Grade[]): Grade | null | undefined {
  const told = rankOf(fragment);
  const ranked = grades.filter(({ label }) => rankOf(label) !== null);
  if (told === null || ranked.length < 2) return undefined;
  const [own, ...more] = ranked.filter(({ label }) => rankOf(label) === told);
  return own && more.length === 0 ? own : null;
}

/** 市级的得3分 for 转化为市级文件: the grade of its level; null where it names one that no grade does, undefined where levels say nothing. */
function gradeOfLevel(fragment: string, grades: readonly Grade[]): Grade | null | undefined {
  const told = levelsOf(fragment);
  const levelled = grades.filter(({ text }) => levelsOf(text).length > 0);
  if (told.length === 0 || levelled.length < 2) return undefined;
  const [own, ...more] = levelled.filter(({ text }) =>
    levelsOf(text).some((level) => told.includes(level)),
  );
  return own && more.length === 0 && told.length === 1 ? own : null;
}

/** 验收结果为 before 合格 and no 基本 or 不. */
const isPlainLead = (lead: string): boolean =>
  !withSigns(lead).includes('¬') && !MARKS.some((mark) => lead.endsWith(mark));

/** What every grade speaks of (健全 of 健全, 基本健全, 不健全): a fact that does not speaks of something else. */
function commonPairs(stems: readonly string[]): readonly string[] {
  const [first = '', ...others] = stems.filter((stem) => stem !== '');
  const pairs = Array.from(first.slice(1), (sign, index) => first.charAt(index) + sign);
  return pairs.filter((pair) => others.every((stem) => stem.includes(pair)));
}

function shares(label: string, fact: string): boolean {
  // 没有 among the grades stands for whatever is not there.
  if (label === '') return true;
  if (fact === '') return false;
  if (label.includes(fact) || fact.includes(label)) return true;
  return sharedPairs(label, fact) > 0;
}
