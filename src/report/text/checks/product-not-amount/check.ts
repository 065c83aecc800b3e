import { defineReportCheck, placeIn } from '../../check';
import { written, writtenLike } from '../../facts/figure';
import { judgeProduct, productsOf } from '../../relations/products';

export const productNotAmount = defineReportCheck({
  id: 'product-not-amount',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '数量乘单价不等于金额',
      message: '{count}×{price}{times}={expected}，写的是{found}。',
      fix: '核对数量、单价（标准）和金额；按月或按次发放的，写明月数或次数。',
      basis: '报告内部勾稽：人均、单价、补助标准乘数量等于金额',
    },
    en: {
      title: 'A number times a price that is not the amount',
      message: '{count} × {price}{times} = {expected}; it says {found}.',
      fix: 'Check number, price and amount; say for how many months or times it is paid.',
      basis: 'Arithmetic within a report: a mean or price times a number is the amount',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) =>
      productsOf(statement).flatMap((product) => {
        const fault = judgeProduct(product);
        if (!fault) return [];
        const { amount } = product;
        return [
          say(placeIn(statement, amount.start), {
            weighed: fault.weighed,
            data: {
              count: written(fault.count),
              price: written(fault.price),
              times: fault.times > 1 ? `×${fault.times}` : '',
            },
            expected: writtenLike(fault.expected, amount),
            found: written(amount),
          }),
        ];
      }),
    ),
});
