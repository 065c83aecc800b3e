import fc from 'fast-check';
import { cents, mistaken, oneOf, round, told, whole, type Made } from './made';

const counted = fc
  .record({
    of: whole(210, 990),
    gap: whole(3, 60),
    words: oneOf(
      ([w, p, r]) => `发出问卷${w}份，有效回收${p}份，回收率${r}%。`,
      ([w, p, r]) => `应检设备${w}台，实检${p}台，检验率${r}%。`,
      ([w, p, r]) => `受理诉求${w}件，办结${p}件，办结率为${r}%。`,
      ([w, p, r]) => `安装路灯${p}盏，占计划${w}盏的${r}%。`,
      ([w, p, r]) => `抽检样品${w}批次，合格${p}批次，合格率达到${r}%。`,
      ([w, p, r]) => `抽检样品合格率${r}%（${p}/${w}）。`,
      ([w, p, r]) => `全县共有行政村${w}个，已通达${p}个，通达率${r}%。`,
      ([w, p, r]) => `改厕任务${w}户，实际完成${p}户，完成率${r}%。`,
      ([w, p, r]) => `已完成改厕${p}户，为年度任务${w}户的${r}%。`,
      ([w, p, r]) => `应参保${w}人，实际参保${p}人，参保率为${r}%。`,
      ([w, p, r]) => `巡查点位${p}处，巡查覆盖率${r}%，全县应巡查点位${w}处。`,
    ),
  })
  .map(({ of, gap, words }): Made => {
    const share = round(((of - gap) / of) * 100);
    return told(words, [of, of - gap, share], 2, mistaken(share));
  });

const funds = fc
  .record({
    of: cents(210, 990),
    gap: cents(1, 19),
    words: oneOf(
      ([w, p, r]) => `全年预算${w}万元，实际支出${p}万元，预算执行率${r}%。`,
      ([w, p, r]) => `项目全年预算数为${w}万元，执行数为${p}万元，完成预算的${r}%。`,
      ([w, p, r]) => `下达资金${w}万元。截至年底支出${p}万元。支出进度为${r}%。`,
      ([w, p, r]) => `年度预算安排${w}万元，累计支付${p}万元，支付率${r}%。`,
      ([w, p, r]) => `本项目实际使用资金${p}万元，占年度预算${w}万元的${r}%。`,
      ([w, p, r]) => `应到位资金${w}万元，实际到位${p}万元，资金到位率${r}%。`,
    ),
  })
  .map(({ of, gap, words }): Made => {
    const spent = round(of - gap);
    const share = round((spent / of) * 100);
    return told(words, [of, spent, share], 2, mistaken(share));
  });

/** 100% above all: what people write without reckoning. */
const hundred = fc
  .record({
    of: whole(210, 990),
    gap: whole(3, 60),
    words: oneOf(
      ([w, p, r]) => `养护里程目标${w}公里，实际完成${p}公里，完成率${r}%。`,
      ([w, p, r]) => `受理诉求${w}件，办结${p}件，办结率${r}%。`,
      ([w, p, r]) => `计划培训${w}人，实际培训${p}人，培训完成率${r}%。`,
    ),
  })
  .map(({ of, gap, words }): Made => {
    const share = round(((of - gap) / of) * 100, 1);
    return told(words, [of, of - gap, share], 2, 100);
  });

const shares = fc
  .record({
    a: cents(210, 480),
    b: cents(110, 190),
    words: oneOf(
      ([t, a, b, x, y]) =>
        `支出合计${t}万元，其中工程费${a}万元，占${x}%；其他费用${b}万元，占${y}%。`,
      ([t, a, , x]) => `全年支出${t}万元。工程类支出${a}万元，占总支出的${x}%。`,
      ([t, a, b, x]) => `项目总投资${t}万元，其中上级补助${a}万元（占${x}%）、县级配套${b}万元。`,
      ([t, a, b, x, y]) => `总保费${t}万元，财政补贴${x}%为${a}万元，农户自缴${y}%为${b}万元。`,
    ),
  })
  .map(({ a, b, words }): Made => {
    const total = round(a + b);
    const [x, y] = [round((a / total) * 100), round((b / total) * 100)];
    return told(words, [total, a, b, x, y], 3, mistaken(x));
  });

/** A rate of several neighbours together. */
const satisfied = fc
  .record({
    very: whole(110, 240),
    fairly: whole(31, 90),
    hardly: whole(2, 19),
    words: oneOf(
      ([t, a, b, c, r]) =>
        `收回问卷${t}份，其中非常满意${a}份、满意${b}份、不满意${c}份，群众满意度${r}%。`,
      ([t, a, b, c, r]) =>
        `有效样本${t}人，很满意${a}人，比较满意${b}人，不满意${c}人，满意率为${r}%。`,
    ),
  })
  .map(({ very, fairly, hardly, words }): Made => {
    const all = very + fairly + hardly;
    const share = round(((very + fairly) / all) * 100);
    const alone = round((very / all) * 100);
    const wrong = mistaken(share);
    return told(words, [all, very, fairly, hardly, share], 4, wrong === alone ? wrong + 1 : wrong);
  });

/** Beside a rate of the figures another that is of none told: of it nothing can be said. */
const otherBeside = fc
  .record({
    of: whole(210, 990),
    gap: whole(31, 90),
    words: oneOf(
      ([w, p, r]) => `建成工程${w}个，优良工程${p}个，优良率${r}%，合格率100%。`,
      ([w, p, r]) => `受理来信${w}件，办结${p}件，办结率${r}%，按时办结率100%，回复率100%。`,
      ([w, p, r]) => `应检设备${w}台，实检${p}台，检验率${r}%，合格率100%。`,
    ),
  })
  .map(({ of, gap, words }): Made => {
    const share = round(((of - gap) / of) * 100);
    return told(words, [of, of - gap, share], 2, mistaken(share));
  });

/** The rate first, what it is of behind it. */
const explained = fc
  .record({
    of: cents(210, 990),
    gap: cents(4, 19),
    words: oneOf(
      ([w, p, r]) => `项目预算执行率为${r}%，即预算总额${w}万元，实际支付${p}万元。`,
      ([w, p, r]) => `资金支付率${r}%，下达资金${w}万元，已支付${p}万元。`,
      ([w, p, r]) => `全年预算执行率${r}%（实际支出${p}万元/全年预算${w}万元）。`,
    ),
  })
  .map(({ of, gap, words }): Made => {
    const spent = round(of - gap);
    const share = round((spent / of) * 100);
    return told(words, [of, spent, share], 2, round(share - 3.1));
  });

/** Each number is among the one before it. */
const nested = fc
  .record({
    sent: whole(310, 480),
    lost: whole(3, 19),
    unhappy: whole(2, 29),
    words: oneOf(
      ([s, r, h, p]) =>
        `发放调查问卷${s}份，回收有效问卷${r}份，其中满意和基本满意的${h}份，综合满意度为${p}%。`,
      ([s, r, h, p]) => `应检水样${s}份，实检水样${r}份，合格${h}份，水质合格率达到${p}%。`,
    ),
  })
  .map(({ sent, lost, unhappy, words }): Made => {
    const returned = sent - lost;
    const happy = returned - unhappy;
    const rate = round((happy / returned) * 100);
    // Not the share of all that were sent by chance.
    const ofSent = (happy / sent) * 100;
    const wrong = round(rate - 5.17);
    return told(
      words,
      [sent, returned, happy, rate],
      3,
      Math.abs(wrong - ofSent) < 1 ? round(wrong - 2.36) : wrong,
    );
  });

export const RATES = { explained, otherBeside, counted, funds, hundred, shares, satisfied, nested };
