import { defineReportCheck } from '../../check';
import { bothClaimed } from '../../relations/contradiction';

const ONE =
  /(?:资金|经费|拨款|款项)(?:全部|均|已|都|能|能够|可以)*(?:[按根依][^。；，]{1,8}?)?(?:及时|足额|按时|全额|按期)[^。；，]{0,8}(?:到位|支付|拨付|下达)|(?:资金|经费)(?:拨付|支付|到位|下达)(?:均|都|能够)?(?:及时|足额)|(?:没有|无|不存在)(?:任何)?(?:拖欠|欠付)[^。；，]{0,8}(?:款|资金|费)|(?:资金|经费|款项)(?:已|均|全部|都)+[^。；，]{0,16}到位/g;
const OTHER =
  /支付不及时|(?:拨付|到位|支付|下达)(?:延迟|滞后|不及时|缓慢)|无法按时(?:支出|支付|拨付)|未(?:能)?(?:及时|按时|足额)(?:支付|拨付|到位|下达)|资金没保障|跨年支付|资金(?:尚|暂)?未(?:全部)?到位|[尚仍还]有\d[\d.,]*[万亿]?元(?:资金|经费)?(?:尚)?未(?:能)?(?:拨付|支付|下达|到位)|(?:工程|材料|设备|货|尾|人工)款(?:项)?(?:存在)?拖欠|拖欠[^。；，]{0,8}(?:款|工资|费)/g;

export const contradictionPayment = defineReportCheck({
  id: 'contradiction-payment',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '既说资金及时又说不及时',
      message: '前后矛盾：第{paragraph}段写“{first}”，这里写“{second}”。',
      fix: '核实资金到位和支付情况，改正其中一处，并与自评表的执行数一致。',
      basis: '规则 F11：前后一致',
    },
    en: {
      title: 'Paid in time, and not in time',
      message: 'Paragraph {paragraph} says “{first}”, this says “{second}”.',
      fix: 'Find out which holds, and agree with the amount spent in the form.',
      basis: 'Rule F11: a report agrees with itself',
    },
  },
  // 资金全部到位 is what was received, 尚有180万元未支付 what was not yet paid out of it.
  find: bothClaimed(
    ONE,
    OTHER,
    (first, second) =>
      !(/^[^支拨下及足按]*到位$/.test(first.found) && /有\d.*[支拨]付/.test(second.found)),
  ),
});
