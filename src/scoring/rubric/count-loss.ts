import { quotient } from '../../quantity/exact';
import { degreeOf, sameDenied, sharedPairs, withSigns } from './agreement';
import type { Told } from './figures-told';
import type { Item } from './items';
import type { Loss } from './losses';
import type { Per } from './per-unit';
import type { RowFacts } from './row-facts';
import { sameUnit } from './score-tiers';
import { one, stepPoints } from './steps';

const COUNTED =
  /^个?(?:例|次|处|户|人次|人|起|件|名|条|笔|份|家|所|宗|台|套|批|篇|期|场|位|类|项|张|座|个|点)$/;
const WRONG =
  /才|未|没|不|无|缺|少|违|超|滞|迟|延|问题|错|漏|投诉|事故|发现|出现|发生|存在|扣|退回|通报|逾/;
const NONE =
  /^(?:经[^,]{0,8}|全年|本年度?|年内|均|从)?(?:(?:未|没有?|无)(?:有|曾)?(?:发现|发生|出现|存在|收到|接到|被)|不存在|(?:无|没有)(?:此类|上述|任何|相关|重大|安全|该)*(?:$|情况|情形|现象|问题|违规|违纪|违法|投诉|事故|差错|上访|通报|截留|挪用|挤占|滞留|延误))|^0(?:例|次|处|起|件|项|个)|零(?:投诉|事故|差错|违规)/;

/** Things that happened or were missing, each at a price. */
export function countLoss(item: Item, per: Per, facts: RowFacts, points: number): Loss | null {
  const counted = facts.fragments.flatMap(({ text, told }) =>
    told
      .filter(({ unit, open }) => (COUNTED.test(unit) || unit === '') && !open)
      .map((figure) => ({
        figure,
        text,
        wrong: WRONG.test(text) || text === `${figure.value}${figure.unit}`,
      })),
  );
  const wrong = counted.filter(({ wrong: isWrong }) => isWrong);
  const chosen = narrow(wrong, per);
  if (chosen) {
    const { figure, text } = chosen;
    const count = quotient([figure.value], [per.amount], 9) ?? 0;
    return {
      span: stepPoints(count, 1, points, item.rounding),
      fact: text,
      distance: null,
      side: null,
    };
  }
  if (wrong.length > 0) return null;
  const [first] = facts.fragments;
  const none = facts.fragments.find(({ text }) => NONE.test(text));
  if (
    none &&
    counted.length === 0 &&
    (facts.fragments.length === 1 || sharedPairs(none.text, item.condition) > 0)
  )
    return { span: one(0), fact: none.text, distance: null, side: null };
  const absent = facts.fragments.find(({ text }) => isAbsence(text, per));
  if (absent && wrong.length === 0)
    return { span: one(0), fact: absent.text, distance: null, side: null };
  if (first && facts.fragments.length === 1 && item.condition.split(',').includes(first.text))
    return { span: one(0), fact: first.text, distance: null, side: null };
  if (
    /缺|少|漏/.test(per.what) &&
    counted.length === 0 &&
    /^[^未没不无]{0,10}(?:齐全|齐备|完整|完备)$/.test(facts.text)
  )
    return { span: one(0), fact: facts.text, distance: null, side: null };
  const affirmed =
    facts.fragments.length === 1 &&
    first &&
    /^(?:各项|均|都|全部|所有)?(?:均|都)?(?:已)?(?:按时|按期|及时|按进度|符合(?:要求|规定)?|达到要求|合规|规范|全部(?:按进度|按时|达到|符合)[^,]{0,8})$/.test(
      first.text,
    );
  const denied =
    first &&
    facts.fragments.length === 1 &&
    counted.length === 0 &&
    degreeOf(first.text) !== 'part';
  if (denied && !/¬/.test(withSigns(first.text)) && sameDenied(first.text, item.condition))
    return { span: one(0), fact: first.text, distance: null, side: null };
  return affirmed ? { span: one(0), fact: first.text, distance: null, side: null } : null;
}

/** 未超编 beside 每超编1人: just what is counted did not happen. */
function isAbsence(text: string, { what }: Per): boolean {
  const counted = what.replace(/^(?:有|出现|发生|发现|存在)/, '');
  const said = /^(?:均|都|全部)?(?:未|没有|无|不存在)(.*)$/.exec(text)?.[1] ?? '';
  return counted.length >= 2 && !/[未没不无]/.test(counted) && said.startsWith(counted);
}

interface Counted {
  readonly figure: Told;
  readonly text: string;
}

/** Of several counts the one in the rule's own unit, else the one behind whose words it stands. */
function narrow(counted: readonly Counted[], per: Per): Counted | null {
  const [first] = counted;
  if (counted.length === 1) return first ?? null;
  const own = counted.filter(({ figure }) => sameUnit(figure.unit, per.unit));
  const [one] = own;
  if (own.length === 1) return one ?? null;
  const near = own.filter(({ figure }) => WRONG.test(figure.after) || WRONG.test(figure.label));
  return near.length === 1 ? (near[0] ?? null) : null;
}
