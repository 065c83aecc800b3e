import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkFaults,
  CHECKS_FOLDER,
  checksOf,
  readCheckFolders,
  type CheckFolder,
} from '../../build/check-folders';
import { checkSource, pageSource, whyNotNew } from '../../build/new-check-files';
import type { Check } from '../../src/checks/check';
import { defineCheck } from '../../src/checks/define-check';
import { CHECKS, checkOf } from '../../src/checks/registry';
import type { CheckId } from '../../src/model/check-id';

const sound: CheckFolder = {
  name: 'weight-invalid',
  check: checkOf('weight-invalid'),
  source: '',
  page: readFileSync(path.join(CHECKS_FOLDER, 'weight-invalid/page.md'), 'utf8'),
};

/** The folders of the checks before `weight-invalid` in its group, which its code counts on. */
const before: readonly CheckFolder[] = CHECKS.filter(({ code }) => /^JX10[1-4]$/.test(code)).map(
  (check) => ({
    name: check.id,
    check,
    source: '',
    page: readFileSync(path.join(CHECKS_FOLDER, check.id, 'page.md'), 'utf8'),
  }),
);

const faults = (change: Partial<CheckFolder>): string[] =>
  checkFaults(
    [...before, { ...sound, ...change }],
    new Set([...CHECKS.map(({ id }) => id), 'weight-wrong']),
  );

const withCheck = (change: Partial<Check>): string[] =>
  faults({ check: { ...checkOf('weight-invalid'), ...change } });

const { 'zh-CN': chinese, en: english } = checkOf('weight-invalid').texts;

const withEnglish = (change: Partial<typeof english>): string[] =>
  withCheck({ texts: { 'zh-CN': chinese, en: { ...english, ...change } } });

const withPage = (change: (page: string) => string): string[] =>
  faults({ page: change(sound.page ?? '') });

const CODE = 'src/checks/weight-invalid/check.ts';
const PAGE = 'src/checks/weight-invalid/page.md';

describe('whatever is forgotten is said in one sentence, with the place and what to write', () => {
  test('nothing is forgotten', () => {
    expect(faults({})).toEqual([]);
  });

  const { id, code, severity, kinds, scope, about, texts } = checkOf('weight-invalid');
  const silent = defineCheck({ id, code, severity, kinds, scope, about, texts });
  const otherMessages = Object.fromEntries(
    Object.entries(english.message).filter(([variant]) => variant !== 'blank'),
  );
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    [
      'check.ts',
      faults({ check: null }),
      `${CODE}：没有导出 weightInvalid；写 export const weightInvalid = defineCheck({ … })，或运行 npm run new-check weight-invalid`,
    ],
    [
      'the id after the folder',
      faults({ name: 'weight-wrong' }),
      `src/checks/weight-wrong/check.ts：id 写的是“weight-invalid”；要与文件夹同名，写 id: 'weight-wrong'`,
    ],
    [
      'what it looks for',
      faults({ check: silent }),
      `${CODE}：什么也没有查；写 find、everyRow、soundRow 或 overProjects`,
    ],
    [
      'an English message',
      withEnglish({ message: otherMessages }),
      `${CODE}：没有写 texts.en.message.blank；在那里写上这一句`,
    ],
    [
      'English',
      withCheck({ texts: { 'zh-CN': chinese } as Check['texts'] }),
      `${CODE}：没有写 texts.en.title；在那里写上这一句`,
    ],
    [
      'an English text that was begun',
      withEnglish({ why: '待写' }),
      `${CODE}：没有写 texts.en.why；在那里写上这一句`,
    ],
    [
      'a message in Chinese',
      withEnglish({ message: { ...english.message, more: 'More' } }),
      `${CODE}：texts.en.message.more 没有对应的中文；写上或删去`,
    ],
    [
      'a figure',
      withEnglish({ message: { ...english.message, negative: 'Negative: {found}.' } }),
      `${CODE}：texts.en.message.negative 用的数是 {found}，中文用的是 {found} {name}；两处要一样`,
    ],
    [
      'something in the logic',
      faults({ source: "text === '待写'" }),
      `${CODE}：还有写着“待写”的地方；写上或删去`,
    ],
    [
      'a code of the right form',
      withCheck({ code: 'W7' }),
      `${CODE}：code 写的是“W7”；写 JX 加三位数，第一位 1 是结构，2 是分值与合计，3 是资金，4 是指标行与整表，5 是各项目之间`,
    ],
    [
      'a code of its own',
      withCheck({ code: 'JX103' }),
      `${CODE} 和 src/checks/score-missing/check.ts 的编号都是 JX103；后加的一项改用 JX105`,
    ],
    [
      'a check that another gives way to',
      withCheck({ toldWith: { of: { blank: { onRow: ['weight-totl' as CheckId] } } } }),
      `${CODE}：toldWith 里的“weight-totl”不是核查项；写 src/checks 下有的文件夹名`,
    ],
    [
      'the next code',
      withCheck({ code: 'JX109' }),
      `${CODE}：编号要接着数，JX109 之前没有 JX105；改用它`,
    ],
    [
      'the page',
      faults({ page: null }),
      `${PAGE}：没有这个文件；运行 npm run new-check weight-invalid，会补上它`,
    ],
    [
      'the first line',
      withPage((page) => page.replace('JX105', 'JX106')),
      `${PAGE}：第一行要写“# JX105 分值空着或不是正数”`,
    ],
    [
      'a section',
      withPage((page) => page.replace('## 不适用', '## 例外')),
      `${PAGE}：要有、也只有这些节，依次是 什么情况、为什么、怎样改、依据、正例、反例、不适用`,
    ],
    [
      'a sound example',
      withPage((page) => page.replace(/(## 正例)[^]*(?=## 反例)/, '$1\n\n')),
      `${PAGE}：没有正例；在“正例”下写一张不该报的表`,
    ],
    [
      'a wrong example',
      withPage((page) => page.replace(/(## 反例)[^]*(?=## 不适用)/, '$1\n\n')),
      `${PAGE}：反例 0 个，至少要 2 个；在“反例”下写一张该报的表，末行写“=> 单元格 程度”`,
    ],
    [
      'a part of the page',
      withPage((page) => `${page}\n待写\n`),
      `${PAGE}：还有写着“待写”的地方；写上或删去`,
    ],
    [
      'the end of an example',
      withPage((page) => `${page}\n长表。\n\n\`\`\`\n一|二\n`),
      `${PAGE}：例子“长表。”没有结束；在末尾写 \`\`\``,
    ],
    [
      'where an example belongs',
      withPage((page) => `${page}\n\`\`\`\n一|二\n\`\`\`\n`),
      `${PAGE}：“不适用”下有例子；移到“正例”或“反例”下`,
    ],
    [
      'what a wrong example must give',
      withPage((page) => page.replace('## 不适用', '空的。\n\n```\n一|二\n```\n\n## 不适用')),
      `${PAGE}：例子“空的。”是反例，要有“=> 单元格 程度”；写在末行`,
    ],
    [
      'how grave it is',
      withPage((page) => page.replace('## 不适用', '严。\n\n```\n一\n=> A1 bad\n```\n\n## 不适用')),
      `${PAGE}：例子“严。”的“=> A1 bad”看不懂；写成“=> E2 error”（warning、info）`,
    ],
    [
      'the rows of a range',
      withPage((page) => page.replace('## 不适用', '合。\n\n```\nmerge A\n```\n\n## 不适用')),
      `${PAGE}：例子“合。”的“merge A”看不懂；写成“merge A1:C1”`,
    ],
  ];

  test.each(cases)('%s', (_what, said, sentence) => {
    expect(said).toContain(sentence);
  });
});

describe('a new check', () => {
  test('is named in English words and put into a group', () => {
    expect(whyNotNew('actual-negative', '4')).toBeNull();
    expect(whyNotNew('over-100-percent', '4')).toBeNull();
    expect(whyNotNew('Actual_Negative', '4')).toContain('用小写英文词');
    expect(whyNotNew('', '4')).toContain('npm run new-check actual-negative');
    expect(whyNotNew('actual-negative', '6')).toContain('没有第“6”组');
  });

  test('compiles as it is begun, and says what is still to be written', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'checks-'));
    try {
      const folder = path.join(root, 'actual-negative');
      mkdirSync(folder);
      const source = checkSource('actual-negative', '4', CHECKS);
      const code = source.replaceAll("from '..", `from '${CHECKS_FOLDER}`);
      writeFileSync(path.join(folder, 'check.ts'), code.replaceAll('checks/../', ''));
      const [begun] = checksOf(await readCheckFolders(root));
      if (!begun) throw new Error('no check');
      writeFileSync(path.join(folder, 'page.md'), pageSource(begun));
      const said = checkFaults(await readCheckFolders(root));
      const taken = CHECKS.filter(({ code }) => code.startsWith('JX4')).length;
      expect(begun.code).toBe(`JX${401 + taken}`);
      expect(said).toContain(
        "src/checks/actual-negative/check.ts：没有写 texts['zh-CN'].title；在那里写上这一句",
      );
      expect(said.filter((fault) => fault.includes('page.md'))).toHaveLength(2);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
