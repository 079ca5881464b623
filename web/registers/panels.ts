import { inBoth } from '../i18n/words.js';

/** What the registers come to, at a glance; the names are those of their addresses. */
export const PANELS = ['duty-calendar', 'park-overviews'] as const;
export type PanelName = (typeof PANELS)[number];

interface PanelWords {
  readonly label: string;
  readonly purpose: string;
}

export const panelWords = inBoth<Record<PanelName, PanelWords>>(
  {
    'duty-calendar': { label: '履职日历', purpose: '各单位该做的研究、调度和走访，按月看做了没有、有没有佐证、逾期没有。' },
    'park-overviews': { label: '三园总览', purpose: '各村在园区的投入、合同缺项、节点、应收款，以及园区推迟对各村达标的影响。' },
  },
  {
    'duty-calendar': {
      label: 'Calendar of duties',
      purpose: 'Who had to meet, plan or visit in which month, whether they did, on what evidence, and what is overdue.',
    },
    'park-overviews': {
      label: 'The parks',
      purpose: 'What villages have in each park, gaps in contracts, milestones, receivables, and what a delay does to the villages.',
    },
  },
);
