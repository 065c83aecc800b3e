import fc from 'fast-check';
import { cents, mistaken, oneOf, pick, round, told, whole, type Made } from './made';

/** Two units told in one list: each has its own total. */
const twoSeries = fc
  .record({
    homes: fc.tuple(whole(110, 980), whole(1100, 8800)),
    people: fc.tuple(whole(1100, 2900), whole(9100, 14900)),
    words: oneOf(
      ([h, p, a, b, c, d]) => `纳入救助${h}户${p}人，其中城市${a}户${b}人、农村${c}户${d}人。`,
      ([h, p, a, b, c, d]) => `发放补助${h}户${p}人（城市${a}户${b}人，农村${c}户${d}人）。`,
    ),
  })
  .map(({ homes: [a, c], people: [b, d], words }): Made =>
    told(words, [a + c, b + d, a, b, c, d], 1, mistaken(b + d)),
  );

const behindColon = fc
  .record({
    parts: fc.tuple(whole(310, 990), whole(310, 990), whole(310, 990)),
    words: oneOf(
      ([t, a, b, c]) => `到位补助资金${t}万元：中央${a}万元，省级${b}万元，县级${c}万元。`,
      ([t, a, b, c]) => `新建站点${t}个：东区${a}个、西区${b}个、南区${c}个。`,
    ),
  })
  .map(({ parts: [a, b, c], words }): Made => told(words, [a + b + c, a, b, c], 0, a + b + c - 18));

/** A digit exchanged with its neighbour in a list of four. */
const exchanged = fc
  .record({
    parts: fc.tuple(whole(41, 88), whole(41, 88), whole(41, 88)),
    last: fc.constantFrom<[number, number][]>([32, 23], [41, 14], [53, 35], [62, 26]),
    words: oneOf(
      ([t, a, b, c, d]) =>
        `培训支出${t}万元，其中：师资费${a}万元、场地费${b}万元、食宿费${c}万元、资料费${d}万元。`,
      ([t, a, b, c, d]) =>
        `支出经费${t}万元，主要用于设备${a}万元、系统${b}万元、培训${c}万元、耗材${d}万元。`,
      ([t, a, b, c, d]) =>
        `补贴机具${t}台。其中烘干机${a}台、插秧机${b}台、播种机${c}台、拖拉机${d}台。`,
      ([t, a, b, c, d]) =>
        `养护提升道路${t}公里，其中县道${a}公里、乡道${b}公里、村道${c}公里、其他道路${d}公里。`,
    ),
  })
  .map(({ parts: [a, b, c], last: [right, wrong], words }): Made =>
    told(words, [a + b + c + right, a, b, c, right], 4, wrong),
  );

/** Behind a list of what was done, or of where the money comes from. */
const likely = fc
  .record({
    parts: fc.tuple(whole(210, 480), whole(210, 480)),
    words: oneOf(
      ([t, a, b]) => `检查生产企业${a}家次、经营单位${b}家次，累计检查各类单位${t}家次。`,
      ([t, a, b]) => `争取上级补助${a}万元，本级安排${b}万元，总投资${t}万元。`,
    ),
  })
  .map(({ parts: [a, b], words }): Made => told(words, [a + b, a, b], 0, a + b + 70));

const counted = fc
  .record({
    parts: fc.tuple(whole(21, 90), whole(21, 90), whole(5, 19)),
    words: oneOf(
      ([t, a, b, c]) => `共实施产业项目${a}个、基础设施项目${b}个、其他项目${c}个，合计${t}个。`,
      ([t, a, b, c]) => `年度计划养护道路${t}公里，其中县道${a}公里、乡道${b}公里、村道${c}公里。`,
      ([t, a, b, c]) =>
        `全年支出${t}万元。具体支出如下：设备费${a}万元，培训费${b}万元，印刷费${c}万元。`,
      ([t, a, b, c]) => `送戏下乡${a}场、社区演出${b}场、专场演出${c}场，共${t}场。`,
    ),
  })
  .map(({ parts: [a, b, c], words }): Made => told(words, [a + b + c, a, b, c], 0, a + b + c - 2));

const ofWholeYear = fc
  .record({
    a: whole(1200, 4800),
    b: whole(120, 480),
    words: oneOf(
      ([t, a, b]) => `预拨资金${a}万元，年终清算资金${b}万元，全年资金${t}万元全部执行。`,
      ([t, a, b]) => `上半年支出${a}万元，下半年支出${b}万元，全年支出${t}万元。`,
    ),
  })
  .map(({ a, b, words }): Made => told(words, [a + b, a, b], 0, a + b + 60));

/** Each number by the price at its place. */
const twoPrices = fc
  .record({
    prices: fc.tuple(whole(6, 11), whole(12, 16)),
    numbers: fc.tuple(whole(110, 480), whole(110, 480)),
    words: oneOf(
      ([t, p, q, m, n]) =>
        `小学按每生每年${p}元、初中按每生每年${q}元补助，小学受助${m}人、初中受助${n}人，共发放${t}元。`,
      ([t, p, q, m, n]) =>
        `甲类每人${p}元、乙类每人${q}元，本年补助甲类${m}人、乙类${n}人，共${t}元。`,
    ),
  })
  .map(({ prices: [p, q], numbers: [m, n], words }): Made => {
    const total = (p * m + q * n) * 100;
    return told(words, [total, p * 100, q * 100, m, n], 0, mistaken(total));
  });

/** So many each: 32家各1台. */
const each = fc
  .record({
    sites: whole(21, 60),
    many: pick('1', '3').map(Number),
    price: whole(110, 290).map((value) => value / 100),
    words: oneOf(
      ([t, s, n, p]) => `为${s}家卫生室各配备检查设备${n}台，每台${p}万元，合计支出${t}万元。`,
      ([t, s, n, p]) => `在${s}个村每村安装净水设备${n}套，每套${p}万元，共投入${t}万元。`,
    ),
  })
  .map(({ sites, many, price, words }): Made => {
    const total = round(sites * many * price);
    return told(words, [total, sites, many, price], 0, mistaken(total));
  });

/** What is still to be paid of a contract. */
const contract = fc
  .record({
    paid: fc.tuple(cents(90, 190), cents(90, 190)),
    left: cents(21, 80),
    words: oneOf(
      ([t, a, b, l]) =>
        `合同总价${t}万元，已支付首付款${a}万元、进度款${b}万元，尚余尾款${l}万元。`,
      ([t, a, b, l]) => `合同金额${t}万元，已支付预付款${a}万元和进度款${b}万元，剩余${l}万元。`,
    ),
  })
  .map(({ paid: [a, b], left, words }): Made =>
    told(words, [round(a + b + left), a, b, left], 3, mistaken(left)),
  );

const rates = fc
  .record({
    of: whole(2100, 4900),
    cut: whole(110, 390),
    words: oneOf(
      ([t, c, r]) => `送审造价${t}万元，评审核减${c}万元，核减率${r}%。`,
      ([t, c, r]) => `预算${t}万元，节约资金${c}万元，资金节约率${r}%。`,
      ([t, c, r]) => `截至年底支出${c}万元，支出进度${r}%（资金总量${t}万元）。`,
    ),
  })
  .map(({ of, cut, words }): Made => {
    const share = round((cut / of) * 100);
    return told(words, [of, cut, share], 2, mistaken(share));
  });

/** The points of the parts, a sentence each. */
const scoreParts = fc
  .record({
    lost: fc.tuple(whole(0, 5), whole(0, 5), whole(1, 6)),
    between: pick('；', '。', '。\n'),
    words: oneOf(
      ([a, b, c, t, s]) =>
        `决策20分，得${a}分${s}过程30分，得${b}分${s}产出和效益50分，得${c}分。自评总分${t}分。`,
      ([a, b, c, t, s]) =>
        `决策指标满分20分，得${a}分${s}过程指标满分30分，得${b}分${s}产出指标满分50分，得${c}分。\n经自评，项目得分${t}分。`,
    ),
  })
  .map(({ lost: [x, y, z], between, words }): Made => {
    const parts = [20 - x, 30 - y, 50 - z] as const;
    const total = parts[0] + parts[1] + parts[2];
    return told(words, [...parts, total, between], 3, total + 2);
  });

const order = fc
  .record({
    months: fc.tuple(whole(4, 6), whole(8, 11)),
    words: oneOf(
      ([a, b]) => `工程于2023年${a}月8日开工，2023年${b}月20日完工。`,
      ([a, b]) => `项目2023年${a}月动工建设，${b}月全面竣工。`,
    ),
  })
  .map(({ months: [a, b], words }): Made => told(words, [a, b], 1, a - 2));

const denied = fc
  .record({
    fault: fc.constantFrom<[string, string][]>(
      ['未发生截留挪用专项资金问题', '审计发现挪用补贴资金3.2万元，已责令退回'],
      ['全年未发生森林火灾', '经统计，全年发生森林火灾2起'],
      ['项目不存在资金闲置现象', '因招标延迟，闲置资金36万元'],
      ['没有收到群众投诉', '12345热线接到群众投诉6件'],
      ['未出现安全生产事故', '施工期间发生安全事故1起'],
    ),
    right: pick('各环节运行规范', '群众反映较好', '资料归档及时', '整体防范措施落实到位'),
  })
  .map(({ fault: [no, yes], right }): Made => ({
    right: `${no}。${right}。`,
    wrong: `${no}。${yes}。`,
  }));

const finished = fc
  .record({
    words: oneOf(
      ([w]) => `该路段已于10月底全线贯通并交付使用。${w}。`,
      ([w]) => `平台已投入使用。${w}。`,
      ([w]) => `绿化工程已完成；${w}。`,
    ),
    right: pick('视频监控采购因流标未完成', '工程质量经检测均合格', '档案资料已移交'),
    wrong: pick('目前项目尚未完工', '工程仍在施工'),
  })
  .map(({ words, right, wrong }): Made => ({ right: words([right]), wrong: words([wrong]) }));

/** Done after the day by which it was due, and called in time. */
const late = fc
  .record({
    months: fc.tuple(whole(5, 8), whole(9, 12)),
    words: oneOf(
      ([p, a]) => `计划${p}月底前完成，实际${a}月完成，按时完成年度任务。`,
      ([p, a]) => `合同约定2023年${p}月20日前交付，实际2023年${a}月8日交付，如期完成。`,
    ),
  })
  .map(({ months: [p, a], words }): Made => ({ right: words([a, p]), wrong: words([p, a]) }));

/** A rate of others than those counted. */
const ofOthers = fc
  .record({
    all: whole(310, 480).map((value) => value / 10),
    share: whole(31, 59),
    words: oneOf(
      ([t, a, r]) =>
        `全县常住人口${t}万人，已签约${a}万人，签约率${r}%，其中重点人群签约率达71.3%。`,
      ([t, a, r]) =>
        `应参保职工${t}万人，实际参保${a}万人，参保率${r}%，其中新业态从业人员参保率65.2%。`,
    ),
  })
  .map(({ all, share, words }): Made => {
    const part = Number(((all * share) / 100).toFixed(2));
    const rate = Number(((part / all) * 100).toFixed(1));
    return told(words, [all, part, rate], 2, mistaken(rate));
  });

/** Facts bound by words further apart than a sum and its rate. */
export const BOUND = {
  likely,
  twoSeries,
  behindColon,
  exchanged,
  tally: counted,
  ofWholeYear,
  twoPrices,
  each,
  contract,
  cutRates: rates,
  scoreParts,
  order,
  denied,
  delivered: finished,
  late,
  ofOthers,
};
