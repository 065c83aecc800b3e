import fc from 'fast-check';
import { remembering, rememberingFigures, repeating } from '../../src/model/remember';
import { heldBytes } from '../support/held-bytes';

describe('remembering', () => {
  it('asks once for what it still remembers', () => {
    const asked: string[] = [];
    const length = remembering(2, (text: string) => {
      asked.push(text);
      return text.length;
    });
    expect([length('个'), length('万元'), length('个'), length('万元')]).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual(['个', '万元']);
  });

  it('forgets everything beyond its limit, so that memory stays bounded', () => {
    const asked: string[] = [];
    const same = remembering(2, (text: string) => {
      asked.push(text);
      return text;
    });
    for (const text of ['一', '二', '三', '三', '一']) same(text);
    expect(asked).toEqual(['一', '二', '三', '一']);
  });

  it('answers as the function itself does', () => {
    const square = (figure: number): number => figure * figure;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer()), (limit, figures) => {
        const remembered = rememberingFigures(limit, square);
        expect(figures.map((figure) => remembered(figure))).toEqual(figures.map(square));
      }),
    );
  });

  it('holds no text that a question was cut out of, nor one that an answer was', () => {
    const known = remembering(1000, (text) => text.slice(2));
    const before = heldBytes();
    for (let at = 0; at < 100; at += 1) {
      const sheet = `${String(at)}${'某项目资金使用情况'.repeat(20_000)}`;
      expect(known(sheet.slice(0, 40))).toBe(sheet.slice(2, 40));
    }
    // Each of the sheets is 360 KB.
    expect(heldBytes() - before).toBeLessThan(4_000_000);
  });
});

describe('repeating', () => {
  it('asks again only when the question changes', () => {
    const asked: string[] = [];
    const length = repeating((text: string) => {
      asked.push(text);
      return text.length;
    });
    expect(['万元', '万元', '个', '万元'].map(length)).toEqual([2, 2, 1, 2]);
    expect(asked).toEqual(['万元', '个', '万元']);
  });
});
