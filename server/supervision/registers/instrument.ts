import type { Words } from '../../base/words.js';
import type { Mode } from '../../base/vocabulary.js';
import { choice, documents, longText, month, optional, project, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';
import { inOrder } from '../register/in-order.js';

/** The ways to earn that the article names, each with the mode that it belongs to (SEED, M6). */
export const INSTRUMENTS = {
  CONSUMPTION_CHANNEL: { mode: 'INDUSTRY', words: { zh: '消费扶贫渠道', en: 'Sales channel' } },
  SHOPS: { mode: 'PROPERTY', words: { zh: '门面统一购买与分配', en: 'Shops bought together' } },
  SILKWORM_SHEDS: { mode: 'PROPERTY', words: { zh: '蚕房划归村集体收租', en: 'Silkworm sheds let' } },
  ROAD_CARE: { mode: 'SERVICE', words: { zh: '公路养护', en: 'Road care' } },
  VILLAGE_CLEANING: { mode: 'SERVICE', words: { zh: '乡村保洁', en: 'Village cleaning' } },
  SMALL_WORKS: { mode: 'SERVICE', words: { zh: '承接小工程', en: 'Small works' } },
  FARM_SUPPLIES: { mode: 'SERVICE', words: { zh: '农资超市', en: 'Farm supplies' } },
  TIMBER: { mode: 'RESOURCE', words: { zh: '木材加工', en: 'Timber works' } },
  OIL: { mode: 'RESOURCE', words: { zh: '茴油茶油加工', en: 'Anise and tea oil' } },
  TOURISM_PARTNERSHIP: { mode: 'TOURISM', words: { zh: '旅游联营', en: 'Tourism partnership' } },
} as const satisfies Record<string, { readonly mode: Mode; readonly words: Words }>;
export type Instrument = keyof typeof INSTRUMENTS;

const CHOICES = Object.fromEntries(Object.entries(INSTRUMENTS).map(([code, { words }]) => [code, words])) as Record<Instrument, Words>;

export const instruments = defineRegister({
  name: 'instrument',
  plural: 'instruments',
  group: 'RECEIPTS',
  source: ['M6'],
  label: { zh: '创收举措', en: 'Instruments' },
  purpose: {
    zh: '哪个村、哪个项目靠哪种办法创收：给收入和项目加上标签',
    en: 'By which instrument a village or a project earns: a tag on receipts and projects',
  },
  fields: {
    village: village('村', 'Village'),
    instrument: choice('举措', 'Instrument', { type: 'InstrumentKind', choices: CHOICES }),
    project: optional(project('项目', 'Project')),
    since: month('从哪个月起', 'Since'),
    until: optional(month('到哪个月止', 'Until')),
    remark: optional(longText('说明', 'Remark')),
    documents: documents(),
  },
  title: 'instrument',
  order: 'since',
  check: inOrder('since', 'until'),
});
