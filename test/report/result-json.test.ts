import { Failure } from '../../src/model/failure';
import { CHINESE } from '../../src/report/chinese';
import { failedFileJson } from '../../src/report/failed-file-json';
import { documentJson, fileJson } from '../../src/report/result-json';
import { finding, quantity, reviewed, tableResult, workbookResult } from './fixtures';

const result = () =>
  workbookResult(
    [
      tableResult(
        [
          {
            name: '培训场次',
            target: quantity('≥50个', { op: '>=', value: 50, unit: '个' }),
            actual: quantity('49', { value: 49 }),
            weight: 8,
            filled: 8,
            computed: 7.84,
            achievement: 0.98,
            status: 'unmet',
          },
        ],
        { findings: [finding({ fix: { key: 'check.x.fix', data: {} } })] },
      ),
    ],
    [finding({ sheet: '目录', expected: null, found: '无表' })],
  );

describe('fileJson', () => {
  it('is the object of the contract, field by field and in its order', () => {
    const json = fileJson('a/附表.xls', 'xls', result(), reviewed(result()), {
      workbook: 'out/附表.xlsx',
    });
    expect(JSON.stringify(json, null, 1)).toMatchInlineSnapshot(`
      "{
       "path": "a/附表.xls",
       "ok": true,
       "format": "xls",
       "profile": {
        "id": "cn-mof-2020",
        "title": "财政部项目支出绩效自评"
       },
       "outputs": {
        "workbook": "out/附表.xlsx"
       },
       "tables": [
        {
         "sheet": "附表",
         "range": "A1:H14",
         "kind": "target",
         "scope": "project",
         "title": "项目支出绩效自评表",
         "year": 2023,
         "project": "基层培训经费",
         "department": "某市司法局",
         "unit": null,
         "columns": {
          "level1": "A",
          "name": "C",
          "score": "G",
          "reason": "H",
          "level3": "C"
         },
         "budget": {
          "currency": "万元",
          "rows": [
           {
            "label": "年度资金总额",
            "row": 6,
            "initial": 40,
            "adjusted": 43.2,
            "executed": 37.24,
            "rate": 0.86,
            "weight": 10,
            "score": 9,
            "total": true
           },
           {
            "label": "其中：本年财政拨款",
            "row": 7,
            "initial": 40,
            "adjusted": 43.2,
            "executed": 37.24,
            "rate": null,
            "weight": null,
            "score": null
           }
          ],
          "rate": 0.862,
          "score": 8.62,
          "filledScore": 9,
          "weight": 10
         },
         "indicators": [
          {
           "row": 13,
           "level1": "产出指标",
           "level2": "数量指标",
           "name": "培训场次",
           "target": {
            "text": "≥50个",
            "kind": "number",
            "op": ">=",
            "value": 50,
            "unit": "个"
           },
           "actual": {
            "text": "49",
            "kind": "number",
            "op": null,
            "value": 49,
            "unit": null
           },
           "weight": 8,
           "filledScore": 8,
           "achievement": 0.98,
           "score": 7.84,
           "method": "positive-ratio",
           "status": "unmet",
           "explanation": "本表没有分值列，不计算得分"
          }
         ],
         "totals": {
          "weight": 100,
          "score": 95.62,
          "filledScore": 96,
          "printedWeight": 100,
          "printedScore": 96,
          "grade": "优"
         },
         "state": {
          "kind": "complete",
          "weighted": 2,
          "scored": 2
         },
         "why": {
          "kind": [],
          "columns": {
           "level1": {
            "head": "一级指标",
            "by": "head",
            "confidence": 1
           },
           "name": {
            "head": "三级指标",
            "by": "head",
            "confidence": 1
           },
           "score": {
            "head": "得分",
            "by": "head",
            "confidence": 1
           },
           "reason": {
            "head": "偏差原因",
            "by": "head",
            "confidence": 1
           },
           "level3": {
            "head": "三级指标",
            "by": "head",
            "confidence": 1
           }
          },
          "rows": {
           "indicators": 1,
           "parts": 0,
           "levels": 0,
           "subtotals": 0,
           "templates": 0,
           "total": true,
           "decided": []
          }
         },
         "findings": [
          {
           "rule": "score-not-computed",
           "code": "JX203",
           "severity": "warning",
           "cell": "G14",
           "cells": [
            "G14"
           ],
           "message": "check.example.message",
           "expected": 9,
           "found": 10,
           "fix": "check.x.fix",
           "points": 1,
           "status": "open"
          }
         ]
        }
       ],
       "others": [],
       "findings": [
        {
         "rule": "score-not-computed",
         "code": "JX203",
         "severity": "warning",
         "cell": "G14",
         "cells": [
          "G14"
         ],
         "message": "check.example.message",
         "expected": null,
         "found": "无表",
         "fix": null,
         "points": 1,
         "sheet": "目录",
         "status": "open"
        }
       ]
      }"
    `);
  });

  it('is the same to the byte on a second run', () => {
    const once = JSON.stringify(
      fileJson('a', 'xlsx', result(), reviewed(result()), { workbook: null }),
    );
    expect(
      JSON.stringify(fileJson('a', 'xlsx', result(), reviewed(result()), { workbook: null })),
    ).toBe(once);
  });

  it('says null where the form has no funds block', () => {
    const table = tableResult([], { budget: null }, { budget: null });
    const json = fileJson('a', 'xlsx', workbookResult([table]), [], { workbook: null });
    expect(json.tables[0]?.budget).toBeNull();
  });
});

describe('failedFileJson', () => {
  it('gives the code with both sentences and nothing else', () => {
    const json = failedFileJson('b.xlsx', new Failure('book-closed', { path: 'b' }), CHINESE);
    expect(json).toEqual({
      path: 'b.xlsx',
      ok: false,
      error: {
        code: 'book-closed',
        message: '这个文件已经关闭。',
        hint: '请重新打开它。',
      },
    });
  });
});

describe('documentJson', () => {
  it('carries the version first', () => {
    expect(JSON.stringify(documentJson('0.1.0', []))).toBe(
      '{"version":1,"engine":"0.1.0","files":[]}',
    );
  });
});
