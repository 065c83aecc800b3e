import { placeOf, type Figure } from '../facts/figure';
import { isMistyped } from '../facts/slip';
import { isChange, type Statement } from '../facts/statement';
import { unitClass } from '../facts/units';

/** Number × price = amount, as the words of one sentence bind them. */
export interface Product {
  readonly price: Figure;
  /** Any of them may be what the price is for. */
  readonly counts: readonly Figure[];
  readonly amount: Figure;
  /** `mean`: 人均, 单价; `rate`: 每亩补助, 标准, by which one may be paid for several months. */
  readonly kind: 'mean' | 'rate';
  /** How often it may have been paid over a year, where the words do not say. */
  readonly mostTimes: number;
}

const MEAN = /(人|户|亩|村|台|件|套|辆|次|篇|个|家|校|班)均|单价|均价|平均(?:每([\u4e00-\u9fff]))?/;
const EACH = /每(人次|户次|场次|批次|[\u4e00-\u9fff])/;
const PERSON = new Set(['人', '人次', '生', '名']);

const BY_DAY = /每(?:天|日|次|班|周)|(?:日|天|次)均/;
const BY_MONTH = /每(?:个)?(?:月|季度?|学期)|月均|按(?:月|季)/;
/** What is bought is paid once. */
const BOUGHT = /购|采购|安装|配备|印制/;
const MOST_MONTHS = 12;
const MOST_DAYS = 366;

type Priced = Pick<Product, 'kind' | 'mostTimes'> & { readonly unit: string };

/** What a price is paid for; `''` where its words leave it open; null for what is no price. */
function pricedUnit(figure: Figure, text: string): Priced | null {
  if (figure.kind !== 'money') return null;
  const words = figure.lead.slice(-24);
  const told = `${words}${figure.per ?? ''}`;
  const once =
    BOUGHT.test(text.slice(0, figure.start)) && !BY_DAY.test(told) && !BY_MONTH.test(told);
  const mostTimes = once ? 1 : BY_DAY.test(told) ? MOST_DAYS : MOST_MONTHS;
  const rate = (unit: string): Priced => ({ unit: unitClass(unit), kind: 'rate', mostTimes });
  const mean = MEAN.exec(words);
  if (mean) {
    const unit = mean[1] ?? mean[2] ?? '';
    const isRepeated = BY_DAY.test(told) || BY_MONTH.test(told);
    return isRepeated ? rate(unit) : { unit: unitClass(unit), kind: 'mean', mostTimes: 1 };
  }
  if (figure.per !== null) return rate(figure.per.replace(/^每/, ''));
  const each = EACH.exec(words);
  return each && !/每年|每月|每天|每季|每日|每次会/.test(each[0]) ? rate(each[1] ?? '') : null;
}

/** The products of a sentence: only where it has one price, one amount and one number that fit. */
export function productsOf(statement: Statement): Product[] {
  const segments = new Map<number, Figure[]>();
  for (const figure of statement.figures) {
    const list = segments.get(figure.segment);
    if (list) list.push(figure);
    else segments.set(figure.segment, [figure]);
  }
  return [...segments.values()].flatMap((figures): Product[] => {
    const prices = figures.flatMap((figure) => {
      const priced = pricedUnit(figure, statement.text);
      return priced && figure.bound === null && !isChange(figure) ? [{ figure, ...priced }] : [];
    });
    const [price, ...more] = prices;
    if (!price || more.length > 0) return [];
    const others = figures.filter(
      (figure) =>
        figure !== price.figure && !isChange(figure) && figure.bound === null && !figure.rough,
    );
    const amounts = others.filter((figure) => figure.kind === 'money' && figure.per === null);
    const counts = others.filter(
      (figure) => figure.kind === 'count' && isCounted(figure, price.unit),
    );
    const [amount] = amounts;
    if (!amount || counts.length === 0 || amounts.length > 1) return [];
    const { kind, mostTimes } = price;
    return [{ price: price.figure, counts, amount, kind, mostTimes }];
  });
}

const isCounted = (count: Figure, unit: string): boolean =>
  unit === '' ||
  count.unit === unit ||
  (PERSON.has(count.unit) && PERSON.has(unit)) ||
  count.unitText.startsWith(unit);

export interface ProductFault {
  readonly count: Figure;
  readonly expected: number;
  /** With one number only, or one wrong key away from it. */
  readonly sure: boolean;
}

/** What the amount should be, where no number × price is it and no whole number of months explains it. */
export function judgeProduct(product: Product): ProductFault | null {
  const { price, counts, amount, kind } = product;
  const [first] = counts;
  if (price.rough || !first || counts.some((count) => isProduct(product, count))) return null;
  const mean = (amount.value / first.value / price.factor).toFixed(price.decimals);
  const sure = counts.length === 1 || (kind === 'mean' && isMistyped(mean, price.text));
  return { count: first, expected: price.value * first.value, sure };
}

function isProduct({ price, amount, kind, mostTimes }: Product, count: Figure): boolean {
  const product = price.value * count.value;
  const rounding = kind === 'mean' ? placeOf(price) * count.value * 0.5 : 0;
  if (product <= 0 || Math.abs(product - amount.value) <= rounding + placeOf(amount) / 2 + 1e-6) {
    return true;
  }
  const times = amount.value / product;
  const whole = Math.abs(times - Math.round(times)) < 0.001;
  return times > 1 && times <= mostTimes && whole;
}
