import { cnProject } from './cn-project';
import { cnTransfer } from './cn-transfer';
import { gdJiangmen2021, gdJiangmen2023, gdJiangmen2024 } from './gd-jiangmen';
import { gdLianjiangUnit2023 } from './gd-lianjiang-unit';
import { gdMeijiang2023 } from './gd-meijiang';
import type { OutlineTemplate } from './template';

export type { OutlineTemplate, TemplateSection } from './template';

/** Every report structure that ships; the first is the default. */
export const OUTLINE_TEMPLATES: readonly OutlineTemplate[] = [
  cnProject,
  cnTransfer,
  gdJiangmen2024,
  gdJiangmen2023,
  gdJiangmen2021,
  gdMeijiang2023,
  gdLianjiangUnit2023,
];

/** The structure with this id; null when there is none. */
export const outlineTemplate = (id: string): OutlineTemplate | null =>
  OUTLINE_TEMPLATES.find((template) => template.id === id) ?? null;
