"""Prints as JSON what openpyxl, a reader that is not ours, sees in workbooks.

Usage: read_with_openpyxl.py FILE…   One JSON object per line, in the order of the files.
"""

import json
import sys

import openpyxl


def plain(value):
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def read(path):
    stored = openpyxl.load_workbook(path, data_only=True)
    written = openpyxl.load_workbook(path)
    sheets = []
    for sheet in written:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                fill = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None
                note = cell.comment.text if cell.comment else None
                if cell.value is None and fill is None and note is None:
                    continue
                formula = cell.value if cell.data_type == "f" else None
                cells[cell.coordinate] = {
                    "value": plain(stored[sheet.title][cell.coordinate].value),
                    "formula": None if formula is None else str(getattr(formula, "text", formula)),
                    "fill": fill if isinstance(fill, str) else None,
                    "note": note,
                }
        sheets.append(
            {
                "name": sheet.title,
                "cells": cells,
                "charts": len(sheet._charts),
                "merges": sorted(str(merge) for merge in sheet.merged_cells.ranges),
            }
        )
    return {"sheets": sheets}


for name in sys.argv[1:]:
    print(json.dumps(read(name), ensure_ascii=False))
