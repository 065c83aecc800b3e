import fc from 'fast-check';
import { cents, oneOf, pick, round, told, whole, type Made } from './made';

const met = fc
  .record({
    target: whole(110, 890),
    more: whole(3, 40),
    words: oneOf(
      ([t, a]) => `路灯安装目标${t}盏，实际安装${a}盏，各项目标均已完成。`,
      ([t, a]) => `管护面积年度目标值${t}亩，实际完成${a}亩，已达到年度目标。`,
      ([t, a]) => `计划培训${t}人，实际培训${a}人，超额完成年度任务。`,
      ([t, a]) => `指标值：改厕≥${t}户，实际完成值${a}户，达到预期目标。`,
      ([t, a]) => `年度目标为新建泵站${t}座，实际新建${a}座，全部达到目标要求。`,
    ),
  })
  .map(({ target, more, words }): Made => told(words, [target, target + more], 1, target - more));

const fullMarks = fc
  .record({
    target: whole(110, 890),
    more: whole(3, 40),
    words: oneOf(
      ([t, a]) => `培训目标${t}人，实际${a}人，得10分（满分10分）。`,
      ([t, a]) => `改造农房目标${t}户，实际完成${a}户，分值8分，得8分。`,
    ),
  })
  .map(({ target, more, words }): Made => told(words, [target, target + more], 1, target - more));

const onTime = fc
  .record({
    words: oneOf(
      ([w]) => `项目按期完工并交付使用。监理反映，${w}。`,
      ([w]) => `时效方面，工程如期完成。从现场看，${w}。`,
    ),
    right: pick('施工组织有序', '工期控制较好', '没有出现工期延误', '未发生延期交付的情况'),
    wrong: pick('工程延误两个月', '较计划工期延误三个月', '该工程逾期完工'),
  })
  .map(({ words, right, wrong }): Made => ({ right: words([right]), wrong: words([wrong]) }));

const finished = fc
  .record({
    words: oneOf(
      ([w]) => `项目任务已全部完成。${w}。`,
      ([w]) => `全面完成年度各项任务。截至年底，${w}。`,
    ),
    right: pick('工程已通过验收', '设备运行正常', '没有未完工的标段'),
    wrong: pick('项目尚未完工', '二标段仍在施工', '工程尚未验收', '部分设施未能如期建成'),
  })
  .map(({ words, right, wrong }): Made => ({ right: words([right]), wrong: words([wrong]) }));

const paid = fc
  .record({
    words: oneOf(
      ([w]) => `财政资金及时足额拨付到位。${w}。`,
      ([w]) => `项目资金能够按照进度及时足额拨付。${w}。`,
    ),
    right: pick('没有出现支付不及时的情况', '不存在拖欠工程款现象', '资金使用规范'),
    wrong: pick('部分资金支付不及时', '资金拨付滞后，影响施工', '存在拖欠工程款现象'),
  })
  .map(({ words, right, wrong }): Made => ({ right: words([right]), wrong: words([wrong]) }));

const nothingLeft = fc
  .record({
    left: cents(2, 30),
    words: oneOf(
      ([w]) => `全年预算执行率100%，${w}。`,
      ([w]) => `2023年度资金支付率100%。${w}。`,
    ),
    right: pick('无结余', '资金全部使用完毕', '年末没有结转结余'),
    wrong: oneOf(
      ([l]) => `结余${l}万元结转下年`,
      ([l]) => `尚有${l}万元未支付`,
      ([l]) => `年末剩余${l}万元`,
    ),
  })
  .map(({ words, right, wrong, left }): Made => ({
    right: words([right]),
    wrong: words([wrong([left])]),
  }));

const toldTwice = fc
  .record({
    value: whole(112, 980),
    words: oneOf(
      ([v, w]) => `项目总预算${v}万元。\n经核对，项目总预算${w}万元，已全部下达。`,
      ([v, w]) => `截至年底，建成农村公路${v}公里。\n从产出看，建成农村公路${w}公里，方便了出行。`,
      ([v, w]) => `救助困难群众${v}人，工作开展顺利。\n救助困难群众${w}人，群众反映良好。`,
    ),
  })
  .map(({ value, words }): Made => told(words, [value, value], 1, value + 90));

const rateTwice = fc
  .record({
    share: whole(900, 970).map((tenths) => tenths / 10),
    words: oneOf(
      ([v, w]) => `群众满意度${v}%，效果较好。\n经问卷调查，群众满意度${w}%，高于目标值。`,
      ([v, w]) => `服务对象满意度为${v}%。从调查情况看，服务对象满意度为${w}%。`,
    ),
  })
  .map(({ share, words }): Made => told(words, [share, share], 1, round(share + 2.2, 1)));

export const CLAIMS = {
  met,
  fullMarks,
  onTime,
  finished,
  paid,
  nothingLeft,
  toldTwice,
  rateTwice,
};
