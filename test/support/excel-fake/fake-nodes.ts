import type { Range } from '../../../src/model/grid';
import type { FakeChart, FakeSheet } from './fake-book';

/** An object of the API while a batch is worked on. */
export type Node =
  | { readonly kind: 'null' }
  | {
      readonly kind:
        | 'context'
        | 'worksheets'
        | 'functions'
        | 'runtime'
        | 'application'
        | 'bookProtection'
        | 'bookNotes'
        | 'parts';
    }
  | { readonly kind: 'date'; readonly value: number }
  | { readonly kind: 'scopedParts'; readonly namespace: string }
  | { readonly kind: 'part'; readonly id: string }
  | {
      readonly kind:
        | 'sheet'
        | 'sheetProtection'
        | 'charts'
        | 'panes'
        | 'layout'
        | 'notes'
        | 'comments'
        | 'filter';
      readonly sheet: FakeSheet;
    }
  | { readonly kind: 'range'; readonly sheet: FakeSheet; readonly range: Range }
  | {
      readonly kind:
        'areas' | 'areaList' | 'format' | 'fill' | 'font' | 'borders' | 'cellProtection';
      readonly sheet: FakeSheet;
      readonly ranges: readonly Range[];
    }
  | {
      readonly kind: 'border';
      readonly sheet: FakeSheet;
      readonly ranges: readonly Range[];
      readonly edge: string;
    }
  | {
      readonly kind: 'chart' | 'chartTitle' | 'legend' | 'seriesList';
      readonly sheet: FakeSheet;
      readonly chart: FakeChart;
    }
  | {
      readonly kind: 'series' | 'seriesFormat' | 'seriesFill';
      readonly sheet: FakeSheet;
      readonly chart: FakeChart;
      readonly index: number;
    }
  | { readonly kind: 'note' | 'comment'; readonly sheet: FakeSheet; readonly cell: string };

export type NodeOf<K extends Node['kind']> = Extract<Node, { readonly kind: K }>;

export const NULL_NODE: Node = { kind: 'null' };

/** An error of Excel's, by its documented code. */
export type HostError = Error & { readonly code: string };

export const hostError = (code: string, message = code): HostError =>
  Object.assign(new Error(message), { code });

export const isHostError = (reason: unknown): reason is HostError =>
  reason instanceof Error && 'code' in reason;
